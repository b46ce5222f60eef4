package typeset

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"unicode/utf8"
)

// InOrder returns text with signs such as 〈U+202E〉 in place of the characters
// that have what follows read in another direction: a name that holds one would
// reorder the text around it. Whatever is made for people to read goes through
// it; data stays as it is.
func InOrder(text string) string {
	if !strings.ContainsFunc(text, Turns) {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		if Turns(r) {
			b.WriteString(TurnSign(r))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Turns reports whether r embeds, overrides or isolates a direction, or ends
// that (UAX #9).
func Turns(r rune) bool { return 0x202A <= r && r <= 0x202E || 0x2066 <= r && r <= 0x2069 }

// TurnSign is what is shown of a character that turns.
func TurnSign(r rune) string { return fmt.Sprintf("〈%U〉", r) }

// Ordered returns a writer that writes to w what [InOrder] makes of what is
// written to it.
func Ordered(w io.Writer) io.Writer { return &inOrder{w: w} }

// inOrder writes to w what [InOrder] makes of what is written to it.
type inOrder struct {
	sync sync.Mutex // progress is told while a command runs
	w    io.Writer
	rest []byte // the beginning of a character
}

// Write implements [io.Writer].
func (o *inOrder) Write(p []byte) (int, error) {
	o.sync.Lock()
	defer o.sync.Unlock()
	text := append(o.rest, p...)
	end := len(text)
	for back := 1; back < utf8.UTFMax && back <= len(text); back++ {
		if c := text[len(text)-back]; utf8.RuneStart(c) {
			if !utf8.FullRune(text[len(text)-back:]) {
				end -= back
			}
			break
		}
	}
	o.rest = append([]byte(nil), text[end:]...)
	if _, err := io.WriteString(o.w, InOrder(string(text[:end]))); err != nil {
		return 0, err
	}
	return len(p), nil
}
