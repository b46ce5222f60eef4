package input

import (
	"errors"
	"testing"
)

func TestInterruptible(t *testing.T) {
	wrong := errors.New("wrong")
	for _, want := range []error{nil, wrong} {
		got, err := Interruptible(t.Context(), func() (int, error) { return 7, want })
		if got != 7 || err != want {
			t.Errorf("got %d, %v, want 7, %v", got, err, want)
		}
	}
}
