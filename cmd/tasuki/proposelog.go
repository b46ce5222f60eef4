package main

import (
	"context"
	"path/filepath"

	"github.com/spf13/cobra"

	"tasuki/cmd/tasuki/flags"
	"tasuki/graph"
	"tasuki/graph/eventlog/logfile"
	"tasuki/graph/eventlog/mapping"
	"tasuki/graph/said"
	"tasuki/internal/input"
	"tasuki/internal/outdir"
	"tasuki/internal/usage"
)

// logDraft is what the draft of a mapping is made of.
type logDraft struct {
	log     flags.Log
	dataset string
	input   *input.Flags
}

// register adds the flags.
func (d *logDraft) register(cmd *cobra.Command) {
	d.log.Register(cmd)
	cmd.Flags().StringVar(&d.dataset, "dataset", "", "of a log: the `DATASET` whose tasks and organizations it is about")
}

// takes reports whether a file is a log: by its content, or because flags say so.
func (d *logDraft) takes(cmd *cobra.Command, path string) bool {
	return d.dataset != "" || d.log.Given(cmd) || logfile.Recognized(path)
}

// draft returns the mapping of the log at path.
func (d *logDraft) draft(ctx context.Context, path string) ([]byte, error) {
	options, err := d.log.Options(mapping.File{})
	if err != nil {
		return nil, err
	}
	var g *graph.Graph
	if d.dataset != "" {
		if g, err = d.input.Open(ctx, d.dataset); err != nil {
			return nil, err
		}
	}
	log, account, err := logfile.Open(ctx, path, options)
	if err != nil {
		return nil, err
	}
	defer log.Close()
	counts, err := mapping.Count(log)
	if err != nil {
		return nil, said.Errorf("reading the event log %q: %w", path, err)
	}
	return input.Interruptible(ctx, func() ([]byte, error) {
		return mapping.Draft(filepath.Base(path), account, log.Names(), counts, g), nil
	})
}

func newProposeLog() *cobra.Command {
	var dataset input.Flags
	draft := logDraft{input: &dataset}
	var path string
	var force bool
	cmd := &cobra.Command{
		Use:   "log LOG",
		Short: "Draft a mapping of an event log to a dataset",
		Long: `Log reads an event log, a table (.csv), XES or OCEL 2.0 in JSON, also as .gz, and drafts
the mapping that ties its activities to tasks and its performers to organizations, each
with how many events it has. With --dataset it fills in what is meant by its ID, its name
in either language, an alias or a name that is nearly the same. Where several may be meant
the line is a comment with the candidates.

It says where the case, the activity, who did it and the time were found, and which rows
are left out and why. What it cannot tell it refuses, and names the flag that says it.`,
		Example: "  tasuki propose log helpdesk.csv --dataset examples/helpdesk -o helpdesk.mapping.yaml\n  tasuki propose log orders.json --object-type order",
		Args:    usage.Exactly(1, "one LOG"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if path != "" && !force && outdir.Replaces(path) {
				return usage.Of(said.Errorf("%q is there already, perhaps with corrections; name another file, or replace it with --force", path))
			}
			text, err := draft.draft(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			return outdir.Deliver(cmd.Context(), path, cmd.OutOrStdout(), text)
		},
	}
	dataset.RegisterInput(cmd)
	draft.register(cmd)
	cmd.ValidArgsFunction = nil
	cmd.Flags().BoolVar(&force, "force", false, "replace the file of -o if it is there")
	cmd.Flags().StringVarP(&path, "out", "o", "", "write to `FILE` instead")
	return cmd
}
