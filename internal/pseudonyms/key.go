// Package pseudonyms keeps the key of pseudonyms in a file and puts them in place of
// organizations by it. What a pseudonym replaces is decided in package graph.
package pseudonyms

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"tasuki/graph"
	"tasuki/graph/redact"
	"tasuki/graph/said"
	"tasuki/internal/outdir"
)

// Redacted returns graphs with pseudonyms in place of organizations, and what puts
// them there, by the key in a file, which it writes when it is new or has grown.
// What stands in one as an organization is found in all. Nobody else reads or extends the key
// meanwhile, so that no pseudonym gets two meanings. Warnings name pseudonyms only.
func Redacted(ctx context.Context, key File, warnings io.Writer, graphs ...*graph.Graph) ([]*graph.Graph, []*redact.Redactor, error) {
	redacted, redactors := make([]*graph.Graph, len(graphs)), make([]*redact.Redactor, len(graphs))
	var known []redact.Pseudonym
	err := outdir.Update(ctx, string(key), func(text []byte) (after []byte, err error) {
		if known, err = parseKey(text); err != nil {
			return nil, said.Errorf("%w; name a key that --redact has written, or a file that is not there yet", err)
		}
		var all []graph.Dataset
		for _, g := range graphs {
			all = append(all, g.Dataset())
		}
		grown := known
		for i, d := range all {
			redactors[i] = redact.New(d, grown, slices.Delete(slices.Clone(all), i, i+1)...)
			grown = redactors[i].Key()
			if d, err = redactors[i].Dataset(); err != nil {
				return nil, err
			}
			if redacted[i], err = graph.New(d); err != nil {
				return nil, err
			}
		}
		return graph.JSONText(grown)
	})
	if err != nil {
		return nil, nil, said.Errorf("extending the key of pseudonyms %q: %w", string(key), err)
	}
	var list []string
	for _, g := range graphs {
		list = append(list, renamed(known, g.Organizations())...)
	}
	if slices.Sort(list); len(list) > 0 {
		fmt.Fprintf(warnings, "tasuki: the key knows %s under other names; if these are other organizations, give them other IDs, or redact this dataset with a key of its own\n", strings.Join(slices.Compact(list), ", "))
	}
	return redacted, redactors, nil
}

// renamed returns the pseudonyms of organizations whose name in some
// language is not that in the key: either an organization has another name now, or two
// datasets call two organizations by one ID.
func renamed(known []redact.Pseudonym, organizations []graph.Organization) []string {
	names := map[string]graph.Name{}
	for _, o := range organizations {
		names[o.ID] = o.Name
	}
	same := func(a, b string) bool { return a == b || a == "" || b == "" }
	var list []string
	for _, p := range known {
		if now, ok := names[p.ID]; ok && !(same(now.JA, p.Name.JA) && same(now.EN, p.Name.EN)) {
			list = append(list, fmt.Sprintf("party-%d", p.Number))
		}
	}
	return list
}

// parseKey reads a key, in which each pseudonym has one meaning.
func parseKey(text []byte) ([]redact.Pseudonym, error) {
	if len(text) == 0 {
		return nil, nil
	}
	var key []redact.Pseudonym
	if err := json.Unmarshal(text, &key); err != nil {
		return nil, err
	}
	const most = 1_000_000_000
	numbers, ids := map[int]bool{}, map[string]bool{}
	var faults []error
	for i, p := range key {
		switch {
		case p.Number < 1 || p.Number > most || p.ID == "":
			faults = append(faults, said.Errorf("entry %d has the number %d and the ID %q; a number is from 1 to %d, and an ID is not empty", i+1, p.Number, p.ID, most))
		case numbers[p.Number]:
			faults = append(faults, said.Errorf("entry %d gives the number %d a second meaning, %q", i+1, p.Number, p.ID))
		case ids[p.ID]:
			faults = append(faults, said.Errorf("entry %d gives %q a second number, %d", i+1, p.ID, p.Number))
		}
		numbers[p.Number], ids[p.ID] = true, true
	}
	return key, errors.Join(faults...)
}
