package flagvalue

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/spf13/pflag"
)

// Output is the flag of commands that print text or JSON.
type Output struct{ Choice }

// Register adds the flag to others.
func (f *Output) Register(flags *pflag.FlagSet) {
	f.Choice.Register(flags, "output", "what is printed", "text", "json")
}

// Print prints a result as JSON on one line, or as its text.
func (f *Output) Print(w io.Writer, result any, text func(io.Writer) error) error {
	if f.Word != "json" {
		return text(w)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false) // which only HTML needs
	return enc.Encode(result)
}

// Printf prints a result as JSON, or a text in its place.
func (f *Output) Printf(w io.Writer, result any, format string, args ...any) error {
	return f.Print(w, result, func(w io.Writer) error {
		_, err := fmt.Fprintf(w, format, args...)
		return err
	})
}
