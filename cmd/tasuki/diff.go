package main

import (
	"io"

	"github.com/spf13/cobra"

	"tasuki/analysis/findings"
	"tasuki/internal/flagvalue"
	"tasuki/internal/input"
	"tasuki/internal/usage"
	"tasuki/render/comparison"
)

func newDiff() *cobra.Command {
	var dataset input.Flags
	var lang flagvalue.Lang
	var format flagvalue.Output
	var failOn flagvalue.Choice
	cmd := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Show what differs between two datasets: facts, findings and figures",
		Long: `Diff compares two datasets, such as those of two years: facts that came, went or
changed, findings that are new or gone, and the figures of both. Facts are matched by
their IDs; tasks and organizations with other IDs by their names, which is said. What a
team has decided about findings (tasuki-accept.yaml) is left aside: all of them count.`,
		Example: "  tasuki diff matrix-2025.xlsx matrix-2026.xlsx --fail-on high",
		Args:    usage.Exactly(2, "the OLD and the NEW dataset"),
		RunE: func(cmd *cobra.Command, args []string) error {
			before, after, d, err := input.Compared(cmd.Context(), &dataset, args[0], args[1])
			if err != nil {
				return err
			}
			if err := format.Print(cmd.OutOrStdout(), d, func(w io.Writer) error { return comparison.Text(w, before, after, d, lang.Language()) }); err != nil {
				return err
			}
			return failed(d.Worse(), findings.Severity(failOn.Word))
		},
	}
	dataset.Register(cmd)
	lang.Register(cmd.Flags())
	format.Register(cmd.Flags())
	failOn.Register(cmd.Flags(), "fail-on", "exit with 3 when a finding that is new, or severer than before, or has more evidence, is this severe or more", "never", "info", "low", "medium", "high")
	return cmd
}
