package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"tasuki/graph"
	"tasuki/internal/outdir"
)

// redacted returns g with pseudonyms in place of organizations, and what puts
// them there, by the key in a file, which it writes when it is new or has grown.
// Nobody else reads or extends the key meanwhile, so that no pseudonym gets two
// meanings.
func redacted(ctx context.Context, g *graph.Graph, key keyFlag) (*graph.Graph, *graph.Redactor, error) {
	var r *graph.Redactor
	var d graph.Dataset
	err := outdir.Update(ctx, string(key), func(text []byte) ([]byte, error) {
		known, err := parseKey(text)
		if err != nil {
			return nil, fmt.Errorf("%w; name a key that --redact has written, or a file that is not there yet", err)
		}
		r = graph.NewRedactor(g.Dataset(), known)
		if d, err = r.Dataset(); err != nil {
			return nil, err
		}
		return keyText(r.Key())
	})
	if err != nil {
		return nil, nil, fmt.Errorf("extending the key of pseudonyms %q: %w", string(key), err)
	}
	g, err = graph.New(d)
	return g, r, err
}

// parseKey reads a key, in which each pseudonym has one meaning.
func parseKey(text []byte) ([]graph.Pseudonym, error) {
	if len(text) == 0 {
		return nil, nil
	}
	var key []graph.Pseudonym
	if err := json.Unmarshal(text, &key); err != nil {
		return nil, err
	}
	const most = 1_000_000_000
	numbers, ids := map[int]bool{}, map[string]bool{}
	var faults []error
	for i, p := range key {
		switch {
		case p.Number < 1 || p.Number > most || p.ID == "":
			faults = append(faults, fmt.Errorf("entry %d has the number %d and the ID %q; a number is from 1 to %d, and an ID is not empty", i+1, p.Number, p.ID, most))
		case numbers[p.Number]:
			faults = append(faults, fmt.Errorf("entry %d gives the number %d a second meaning, %q", i+1, p.Number, p.ID))
		case ids[p.ID]:
			faults = append(faults, fmt.Errorf("entry %d gives %q a second number, %d", i+1, p.ID, p.Number))
		}
		numbers[p.Number], ids[p.ID] = true, true
	}
	return key, errors.Join(faults...)
}

// keyText writes a key.
func keyText(key []graph.Pseudonym) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(key)
	return b.Bytes(), err
}
