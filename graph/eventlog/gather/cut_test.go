package gather

import (
	"errors"
	"io"
	"testing"

	"tasuki/graph/eventlog"
)

// TestWhatIsCutOffIsNoEnd takes a file that lost its last event, between two of them, for
// damaged and not for one that ends there.
func TestWhatIsCutOffIsNoEnd(t *testing.T) {
	d, err := newDisk(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer d.close()
	h := &held{}
	h.add(0, []eventlog.Event{{Time: 1, Row: 1}, {Time: 2, Row: 2}, {Time: 3, Row: 3}})
	if err := d.write(h); err != nil {
		t.Fatal(err)
	}
	if err := d.file.Truncate(d.size - 4); err != nil { // four numbers of a byte
		t.Fatal(err)
	}
	err = d.merge(t.Context(), func(uint32, []eventlog.Event) error { return nil })
	if !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("got %v, want that it is cut off", err)
	}
}
