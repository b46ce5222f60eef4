package pseudonyms

import (
	"context"
	"io"

	"tasuki/analysis/difference"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// Compared returns two graphs with pseudonyms, as [Redacted] does, and what compares them.
// Names are compared before they are gone: all pseudonyms are alike.
func Compared(ctx context.Context, key File, warnings io.Writer, before, after *graph.Graph) ([]*graph.Graph, func() (difference.Difference, error), error) {
	m := difference.Matches(before.Dataset(), after.Dataset())
	list, redactors, err := Redacted(ctx, key, warnings, before, after)
	if err != nil {
		return nil, nil, err
	}
	m = difference.Renamed(m, redactors[0].ID, redactors[1].ID)
	return list, func() (difference.Difference, error) {
		return difference.OfPseudonyms(list[0], list[1], m, rules.Options{}), nil
	}, nil
}
