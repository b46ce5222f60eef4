package main

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"

	"tasuki/analysis/drill"
	"tasuki/internal/outdir"
)

// appendEntry adds an entry to the record at path.
func appendEntry(ctx context.Context, path string, format drill.Format, e drill.Entry) error {
	err := outdir.Append(ctx, path, func(text []byte) ([]byte, error) {
		return extended(filepath.Base(path), text, format, e)
	})
	if err != nil {
		return fmt.Errorf("adding to the record %q: nothing was recorded: %w", path, err)
	}
	return nil
}

// extended returns the bytes of a record with one more line. The earlier ones must
// parse.
func extended(name string, text []byte, format drill.Format, e drill.Entry) ([]byte, error) {
	if _, err := drill.Parse(name, format, text); err != nil {
		return nil, fmt.Errorf("what it holds does not parse; correct it:\n%w", err)
	}
	if len(text) > 0 && text[len(text)-1] != '\n' {
		text = append(text, '\n')
	}
	if len(bytes.Trim(text, "\ufeff \t\r\n")) == 0 {
		text = nil
	}
	line, err := e.Line(format, len(text) == 0)
	return append(text, line...), err
}
