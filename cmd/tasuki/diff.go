package main

import (
	"context"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"tasuki/analysis/difference"
	"tasuki/analysis/findings"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/graph/files"
	"tasuki/internal/flagvalue"
	"tasuki/internal/pseudonyms"
	"tasuki/render/comparison"
)

func newDiff() *cobra.Command {
	var dataset datasetFlags
	var lang flagvalue.Lang
	var format outputFlag
	var failOn flagvalue.Choice
	cmd := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Show what differs between two datasets: facts, findings and figures",
		Long: `Diff compares two datasets, such as those of two years: facts that came, went or
changed, findings that are new or gone, and the figures of both. Facts are matched by
their IDs; tasks and organizations with other IDs by their names, which is said.`,
		Example: "  tasuki diff matrix-2025.xlsx matrix-2026.xlsx --fail-on high",
		Args:    exactly(2, "the OLD and the NEW dataset"),
		RunE: func(cmd *cobra.Command, args []string) error {
			before, after, d, err := compared(cmd.Context(), &dataset, args[0], args[1])
			if err != nil {
				return err
			}
			if err := format.print(cmd.OutOrStdout(), d, func(w io.Writer) error { return comparison.Text(w, before, after, d, lang.Language()) }); err != nil {
				return err
			}
			return failed(d.Worse(), findings.Severity(failOn.Word))
		},
	}
	dataset.register(cmd)
	lang.Register(cmd.Flags())
	format.register(cmd)
	failOn.Register(cmd.Flags(), "fail-on", "exit with 3 when a finding that is new, or severer than before, is this severe or more", "never", "info", "low", "medium", "high")
	return cmd
}

// compared opens two datasets, with pseudonyms where they are asked for, and compares them.
// The format of what is piped in is that of this side alone.
func compared(ctx context.Context, flags *datasetFlags, paths ...string) (before, after *graph.Graph, d difference.Difference, err error) {
	graphs := make([]*graph.Graph, len(paths))
	for i, path := range paths {
		side := flags
		if path != files.Stdin && slices.Contains(paths, files.Stdin) {
			other := *flags
			other.Piped, other.format.Word, side = nil, "auto", &other
		}
		if graphs[i], err = side.load(ctx, path); err != nil {
			return nil, nil, d, err
		}
	}
	compare := func() (difference.Difference, error) {
		return difference.Of(graphs[0], graphs[1], rules.Options{}), nil
	}
	if flags.key != "" {
		if graphs, compare, err = pseudonyms.Compared(ctx, flags.key, flags.cmd.ErrOrStderr(), graphs[0], graphs[1]); err != nil {
			return nil, nil, d, err
		}
	}
	for _, g := range graphs {
		flags.sayUnreadMarks(g)
	}
	d, err = interruptible(ctx, compare)
	return graphs[0], graphs[1], d, err
}
