package packed

import (
	"bytes"
	"compress/gzip"
	"testing"
)

func TestBytes(t *testing.T) {
	for _, want := range []string{"", "a", string(bytes.Repeat([]byte("font\x00"), 10_000))} {
		var file bytes.Buffer
		w := gzip.NewWriter(&file)
		if _, err := w.Write([]byte(want)); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		if got := string(Bytes(file.String())); got != want {
			t.Errorf("got %d bytes, want %d", len(got), len(want))
		}
	}
}

// A file that is cut off is a fault of the build, never half of a file.
func TestBytesOfHalfAFile(t *testing.T) {
	var file bytes.Buffer
	w := gzip.NewWriter(&file)
	if _, err := w.Write(bytes.Repeat([]byte("font"), 1000)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	for _, half := range []string{"", "no gzip at all", file.String()[:file.Len()/2], file.String()[:file.Len()-1]} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%d bytes of a file are taken for all of it", len(half))
				}
			}()
			Bytes(half)
		}()
	}
}
