package gather

import (
	"reflect"
	"testing"

	"tasuki/graph/eventlog"
)

// What is counted against the limit of memory is what the lists take.
func TestBytesAreThoseOfTheLists(t *testing.T) {
	if got := reflect.TypeFor[eventlog.Event]().Size(); got != eventBytes {
		t.Errorf("an event takes %d bytes, not %d", got, eventBytes)
	}
	if got := reflect.TypeFor[run]().Size(); 2*got != runBytes {
		t.Errorf("two runs take %d bytes, not %d", 2*got, runBytes)
	}
}
