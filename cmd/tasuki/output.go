package main

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"tasuki/internal/flagvalue"
)

// outputFlag is the flag of commands that print text or JSON.
type outputFlag struct{ flagvalue.Choice }

func (f *outputFlag) register(cmd *cobra.Command) {
	f.Choice.Register(cmd.Flags(), "output", "what is printed", "text", "json")
}

// print prints a result as JSON on one line, or as its text.
func (f *outputFlag) print(w io.Writer, result any, text func(io.Writer) error) error {
	if f.Word != "json" {
		return text(w)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false) // which only HTML needs
	return enc.Encode(result)
}

// printf prints a result as JSON, or a text in its place.
func (f *outputFlag) printf(w io.Writer, result any, format string, args ...any) error {
	return f.print(w, result, func(w io.Writer) error {
		_, err := fmt.Fprintf(w, format, args...)
		return err
	})
}
