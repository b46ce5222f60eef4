package main

import (
	"encoding/json"
	"io"
)

// printJSON writes v on one line, without escapes that only HTML needs.
func printJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}
