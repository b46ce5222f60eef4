package flagvalue

import (
	"tasuki/graph/said"
)

// Text is a text that is not empty where it is given: a script whose variable is not
// set must not have its flag ignored.
type Text string

// String returns the text.
func (t *Text) String() string { return string(*t) }

// Type says in the help what the flag takes.
func (t *Text) Type() string { return "string" }

// Set refuses an empty text.
func (t *Text) Set(text string) error {
	if text == "" {
		return said.New("it is empty; give it a value, or leave the flag out")
	}
	*t = Text(text)
	return nil
}
