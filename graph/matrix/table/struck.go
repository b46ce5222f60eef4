package table

import (
	"bytes"
	"slices"
	"strings"
)

// Strike says how much of a text is struck out.
type Strike byte

// The ways in which a text may be struck out.
const (
	Unstruck Strike = iota
	InPart          // what is struck out is left out, and the rest is the text
	Wholly          // nothing is left of it, so the text stays as it is
)

// Rest gathers what is left of a text while it is read piece by piece.
type Rest struct {
	text   []byte
	struck bool
}

// Reset begins another text.
func (r *Rest) Reset() { r.text, r.struck = r.text[:0], false }

// Add takes the next piece of a text, of which before is what was read so far.
func (r *Rest) Add(before, piece []byte, struck bool) {
	if struck && !r.struck && len(bytes.TrimSpace(piece)) > 0 {
		r.text, r.struck = append(r.text[:0], before...), true
	}
	if r.struck && !struck {
		r.text = append(r.text, piece...)
	}
}

// Of returns what counts of the text that was read.
func (r *Rest) Of(text string) (string, Strike) {
	if !r.struck {
		return text, Unstruck
	}
	if rest := strings.TrimSpace(string(r.text)); rest != "" {
		return rest, InPart
	}
	return text, Wholly
}

// Strike notes that the text in a column is struck out.
func (a *Aside) Strike(column int, how Strike) {
	switch how {
	case InPart:
		a.Cut = append(a.Cut, column)
	case Wholly:
		a.Struck = append(a.Struck, column)
	}
}

// Strike says how much is struck out of what [Row.Cell] returns.
func (r Row) Strike(column int) Strike {
	if r.Aside == nil && len(r.Merged) == 0 {
		return Unstruck
	}
	if r.Own(column) == "" {
		if s := r.spanAt(column); s != nil {
			return s.Strike
		}
		return Unstruck
	}
	if r.Aside == nil {
		return Unstruck
	}
	if _, struck := slices.BinarySearch(r.Aside.Struck, column); struck {
		return Wholly
	}
	if _, cut := slices.BinarySearch(r.Aside.Cut, column); cut {
		return InPart
	}
	return Unstruck
}
