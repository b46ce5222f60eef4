package main

import (
	"github.com/spf13/cobra"

	"tasuki/graph/files"
	"tasuki/graph/said"
	"tasuki/internal/outdir"
)

func newPropose() *cobra.Command {
	var dataset datasetFlags
	var path string
	var force bool
	cmd := &cobra.Command{
		Use:   "propose FILE",
		Short: "Draft a reading for a matrix",
		Long: `Propose finds the headings, the columns of organizations and the glyphs of a
matrix and prints them as a reading, with what it took for granted. Save it
beside the matrix as NAME.reading.yaml and correct it there.

With --reading it keeps the blocks and columns of that reading and drafts its
corrections: where marks have drifted it places each row where it fits the block,
says why, and calls a mark uncertain when two places fit.`,
		Example: "  tasuki propose raci.xlsx --sheet Teams -o raci.reading.yaml",
		Args:    exactly(1, "one matrix FILE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if path != "" && !force && outdir.Replaces(path) {
				return usageError{said.Errorf("%q is there already, perhaps with corrections; name another file, or replace it with --force", path)}
			}
			if err := dataset.prepare(cmd.Context(), args[0]); err != nil {
				return err
			}
			draft, err := files.Propose(cmd.Context(), args[0], dataset.Options)
			if err != nil {
				return err
			}
			return outdir.Deliver(cmd.Context(), path, cmd.OutOrStdout(), draft)
		},
	}
	dataset.registerMatrix(cmd)
	cmd.Flags().BoolVar(&force, "force", false, "replace the file of -o if it is there")
	cmd.Flags().StringVarP(&path, "out", "o", "", "write to `FILE` instead")
	return cmd
}
