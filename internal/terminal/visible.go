package terminal

import (
	"io"

	"tasuki/render/typeset"
)

// Visible writes texts of other people, as errors quote them, so that they
// cannot command a terminal. A text must come in one piece.
type Visible struct{ io.Writer }

// Write writes the visible form of p.
func (w Visible) Write(p []byte) (int, error) {
	_, err := io.WriteString(w.Writer, typeset.Visible(string(p)))
	return len(p), err
}
