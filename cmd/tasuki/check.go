package main

import (
	"io"
	"time"

	"github.com/spf13/cobra"

	"tasuki/analysis"
	"tasuki/analysis/findings"
	"tasuki/analysis/lint"
	"tasuki/cmd/tasuki/flags"
	"tasuki/graph/neo4jstore"
	"tasuki/graph/said"
	"tasuki/internal/flagvalue"
	"tasuki/internal/input"
	"tasuki/internal/usage"
	"tasuki/render/report"
	"tasuki/render/sarif"
)

// checkFlags are the flags of the command that lists findings.
type checkFlags struct {
	dataset   input.Flags
	decisions input.Decisions
	options   flags.Options
	lang      flagvalue.Lang
	format    flagvalue.Output
	failOn    flagvalue.Choice
	rules     bool
}

func newCheck(now func() time.Time) *cobra.Command {
	var f checkFlags
	cmd := &cobra.Command{
		Use:   "check DATASET",
		Short: "Check a dataset and list what the rules of a responsibility matrix find",
		Long: `Check loads a dataset, which names every fault of its files, and then lists the
findings: tasks without a lead, organizations that lead too much, flows that one
loss stops, and more. With --fail-on it exits with 3 when a finding is at least
as severe. With --rules it lists the rules and why they matter.

A team decides in tasuki-accept.yaml, in the folder of the dataset, how severe a rule
is to it and which findings it accepts: why, who answers for that and until when. An
accepted finding stays listed and does not count for --fail-on until that day is past.

With --output sarif it prints SARIF 2.1.0, for hosts of code and for editors.`,
		Example: "  tasuki check examples/pension --fail-on high\n  tasuki check examples/pension --accept accepted.yaml --on 2027-01-31 --output sarif\n  tasuki check --rules",
		Args: func(cmd *cobra.Command, args []string) error {
			if f.rules {
				return usage.Exactly(0, "no DATASET with --rules")(cmd, args)
			}
			return usage.Exactly(1, "one DATASET")(cmd, args)
		},
		RunE: f.run,
	}
	f.dataset.Register(cmd)
	f.decisions.Register(cmd, now)
	f.options.Register(cmd)
	f.lang.Register(cmd.Flags())
	f.format.Choice.Register(cmd.Flags(), "output", "what is printed", "text", "json", "sarif")
	f.failOn.Register(cmd.Flags(), "fail-on", "exit with 3 when a finding is this severe or more", "never", "info", "low", "medium", "high")
	cmd.Flags().BoolVar(&f.rules, "rules", false, "list the rules instead, with their severities and why they matter")
	return cmd
}

// run prints the findings as they are decided about.
func (f *checkFlags) run(cmd *cobra.Command, args []string) error {
	if f.rules {
		if f.format.Word == "sarif" {
			return usage.Of(said.New("--output sarif is for findings; list rules as text or json"))
		}
		return f.format.Print(cmd.OutOrStdout(), report.Rules(), func(w io.Writer) error { return report.RulesText(w, f.lang.Language()) })
	}
	g, err := f.dataset.Open(cmd.Context(), args[0])
	if err != nil {
		return err
	}
	o, err := f.options.Read()
	if err != nil {
		return err
	}
	if err := f.decisions.Open(&f.dataset, g, args[0]); err != nil {
		return err
	}
	r, err := input.Interruptible(cmd.Context(), func() (lint.Result, error) {
		review := analysis.Analyze(g, o)
		return f.decisions.Apply(&review, g), nil
	})
	if err != nil {
		return err
	}
	f.decisions.SayIdle(r.Idle)
	if f.format.Word == "sarif" {
		where := sarif.Origin{Version: version()}
		where.Dataset, where.Folder = f.dataset.Places(args[0])
		err = sarif.Write(cmd.OutOrStdout(), g, r.Findings, where, f.lang.Language())
	} else {
		err = f.format.Print(cmd.OutOrStdout(), report.FindingsOf(g, r.Findings), func(w io.Writer) error {
			return report.FindingsText(w, g, r.Findings, neo4jstore.IsAddress(args[0]), f.lang.Language())
		})
	}
	if err != nil {
		return err
	}
	return failed(r.Findings, findings.Severity(f.failOn.Word))
}

// failed returns a findingsError when a finding that counts is at least as severe as limit.
func failed(list []findings.Finding, limit findings.Severity) error {
	n := 0
	for _, f := range list {
		if f.Counts() && f.Severity.AtLeast(limit) {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	return findingsError{said.Errorf("findings of severity %s or more: %d", limit, n)}
}
