package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"tasuki/graph"
)

// redacted returns g with pseudonyms in place of organizations, by the key in a
// file, which it writes when it is new or has grown.
func redacted(ctx context.Context, g *graph.Graph, path string) (*graph.Graph, error) {
	before, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("reading the key of pseudonyms: %w", err)
	}
	var key []graph.Pseudonym
	if len(before) > 0 {
		if err := json.Unmarshal(before, &key); err != nil {
			return nil, fmt.Errorf("reading the key of pseudonyms %q: %w; name a key that --redact has written, or a file that is not there yet", path, err)
		}
	}
	r := graph.NewRedactor(g.Dataset(), key)
	d, err := r.Dataset()
	if err != nil {
		return nil, err
	}
	var after bytes.Buffer
	enc := json.NewEncoder(&after)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(r.Key()); err != nil {
		return nil, fmt.Errorf("writing the key of pseudonyms: %w", err)
	}
	if !bytes.Equal(before, after.Bytes()) {
		if err := writeAll(ctx, []output{{path: path, data: after.Bytes(), secret: true}}); err != nil {
			return nil, err
		}
	}
	return graph.New(d)
}
