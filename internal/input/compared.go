package input

import (
	"context"
	"slices"

	"tasuki/analysis/difference"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/graph/files"
	"tasuki/internal/pseudonyms"
)

// Compared opens two datasets, with pseudonyms where they are asked for, and compares them.
// The format of what is piped in is that of this side alone.
func Compared(ctx context.Context, flags *Flags, paths ...string) (before, after *graph.Graph, d difference.Difference, err error) {
	graphs := make([]*graph.Graph, len(paths))
	for i, path := range paths {
		side := flags
		if path != files.Stdin && slices.Contains(paths, files.Stdin) {
			other := *flags
			other.Piped, other.Format.Word, side = nil, "auto", &other
		}
		if graphs[i], err = side.Load(ctx, path); err != nil {
			return nil, nil, d, err
		}
	}
	compare := func() (difference.Difference, error) {
		return difference.Of(graphs[0], graphs[1], rules.Options{}), nil
	}
	if flags.Key != "" {
		if graphs, compare, err = pseudonyms.Compared(ctx, flags.Key, flags.cmd.ErrOrStderr(), graphs[0], graphs[1]); err != nil {
			return nil, nil, d, err
		}
	}
	for _, g := range graphs {
		flags.SayUnreadMarks(g)
	}
	d, err = Interruptible(ctx, compare)
	return graphs[0], graphs[1], d, err
}
