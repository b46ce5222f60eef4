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
	"tasuki/internal/outdir"
)

// redacted returns g with pseudonyms in place of organizations, and what puts
// them there, by the key in a file, which it writes when it is new or has grown.
func redacted(ctx context.Context, g *graph.Graph, key keyFlag) (*graph.Graph, *graph.Redactor, error) {
	path := resolve(string(key))
	before, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, nil, fmt.Errorf("reading the key of pseudonyms: %w", err)
	}
	var known []graph.Pseudonym
	if len(before) > 0 {
		if err := json.Unmarshal(before, &known); err != nil {
			return nil, nil, fmt.Errorf("reading the key of pseudonyms %q: %w; name a key that --redact has written, or a file that is not there yet", path, err)
		}
	}
	r := graph.NewRedactor(g.Dataset(), known)
	d, err := r.Dataset()
	if err != nil {
		return nil, nil, err
	}
	if err := writeKey(ctx, path, before, r.Key()); err != nil {
		return nil, nil, err
	}
	g, err = graph.New(d)
	return g, r, err
}

// writeKey writes a key, unless the file holds it already.
func writeKey(ctx context.Context, path string, before []byte, key []graph.Pseudonym) error {
	var after bytes.Buffer
	enc := json.NewEncoder(&after)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(key); err != nil {
		return fmt.Errorf("writing the key of pseudonyms: %w", err)
	}
	if bytes.Equal(before, after.Bytes()) {
		return closeToOthers(path)
	}
	return outdir.WriteSecret(ctx, path, after.Bytes())
}

// closeToOthers takes a file from everybody but the user.
func closeToOthers(path string) error {
	info, err := os.Stat(path)
	if err == nil && info.Mode().Perm()&0o077 != 0 {
		err = os.Chmod(path, 0o600)
	}
	if err != nil {
		return fmt.Errorf("keeping the key of pseudonyms from others: %w", err)
	}
	return nil
}
