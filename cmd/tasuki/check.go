package main

import (
	"io"

	"github.com/spf13/cobra"

	"tasuki/analysis"
	"tasuki/analysis/findings"
	"tasuki/graph/neo4jstore"
	"tasuki/graph/said"
	"tasuki/internal/flagvalue"
	"tasuki/internal/input"
	"tasuki/internal/usage"
	"tasuki/render/report"
)

func newCheck() *cobra.Command {
	var dataset input.Flags
	var lang flagvalue.Lang
	var format outputFlag
	var failOn flagvalue.Choice
	var options optionFlags
	cmd := &cobra.Command{
		Use:   "check DATASET",
		Short: "Check a dataset and list what the rules of a responsibility matrix find",
		Long: `Check loads a dataset, which names every fault of its files, and then lists the
findings: tasks without a lead, organizations that lead too much, flows that one
loss stops, and more. With --fail-on it exits with 3 when a finding is at least
as severe.`,
		Example: "  tasuki check examples/pension --fail-on high",
		Args:    usage.Exactly(1, "one DATASET"),
		RunE: func(cmd *cobra.Command, args []string) error {
			g, err := dataset.Open(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			o, err := options.options()
			if err != nil {
				return err
			}
			list, err := input.Interruptible(cmd.Context(), func() ([]findings.Finding, error) { return analysis.Findings(g, o), nil })
			if err != nil {
				return err
			}
			err = format.print(cmd.OutOrStdout(), report.FindingsOf(g, list), func(w io.Writer) error {
				return report.FindingsText(w, g, list, neo4jstore.IsAddress(args[0]), lang.Language())
			})
			if err != nil {
				return err
			}
			return failed(list, findings.Severity(failOn.Word))
		},
	}
	dataset.Register(cmd)
	options.register(cmd)
	lang.Register(cmd.Flags())
	format.register(cmd)
	failOn.Register(cmd.Flags(), "fail-on", "exit with 3 when a finding is this severe or more", "never", "info", "low", "medium", "high")
	return cmd
}

// failed returns a findingsError when a finding is at least as severe as limit.
func failed(list []findings.Finding, limit findings.Severity) error {
	n := 0
	for _, f := range list {
		if f.Severity.AtLeast(limit) {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	return findingsError{said.Errorf("findings of severity %s or more: %d", limit, n)}
}
