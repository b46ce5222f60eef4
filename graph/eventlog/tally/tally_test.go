package tally

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"tasuki/graph/eventlog"
)

func TestNamesAreBounded(t *testing.T) {
	var n Names
	if id, err := n.Performer([]byte("　 ")); id != eventlog.Nobody || err != nil {
		t.Errorf("%d, %v: blanks are nobody", id, err)
	}
	long := strings.Repeat("x", 1<<20)
	for i := range 200 {
		if _, err := n.Activity([]byte(fmt.Sprint(long, i))); err != nil {
			if !errors.Is(err, ErrManyNames) || i != MaxNameBytes>>20-1 {
				t.Errorf("%v after %d texts", err, i)
			}
			return
		}
	}
	t.Error("texts of 200 MiB were taken")
}

// TestTalliesOfPartsAreThoseOfTheWhole merges what two blocks have left out.
func TestTalliesOfPartsAreThoseOfTheWhole(t *testing.T) {
	var whole, first, second Tally
	for row := int64(1); row <= 20; row++ {
		why := eventlog.Reasons()[row%3]
		whole.Leave(why, row, []byte(fmt.Sprint(row)))
		if row <= 7 {
			first.Leave(why, row, []byte(fmt.Sprint(row)))
		} else {
			second.Leave(why, row-7, []byte(fmt.Sprint(row)))
		}
	}
	var sum Tally
	sum.Merge(first, 0)
	sum.Merge(second, 7)
	if got, want := fmt.Sprint(sum.List()), fmt.Sprint(whole.List()); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
