package main

import (
	"bytes"

	"github.com/spf13/cobra"

	"tasuki/graph"
	"tasuki/internal/flagvalue"
	"tasuki/internal/input"
	"tasuki/internal/outdir"
	"tasuki/internal/usage"
)

func newExport() *cobra.Command {
	var dataset input.Flags
	var format flagvalue.Choice
	var path string
	cmd := &cobra.Command{
		Use:   "export DATASET",
		Short: "Print a dataset as canonical JSON",
		Long: `Export prints every fact of a dataset as canonical JSON: one line, lists in a
fixed order, so that equal datasets give equal bytes. Tasuki reads it back.`,
		Example: "  tasuki export examples/pension -o pension.json",
		Args:    usage.Exactly(1, "one DATASET"),
		RunE: func(cmd *cobra.Command, args []string) error {
			g, err := dataset.Open(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			var b bytes.Buffer
			if err := graph.Encode(&b, g.Dataset()); err != nil {
				return err
			}
			return outdir.Deliver(cmd.Context(), path, cmd.OutOrStdout(), b.Bytes())
		},
	}
	dataset.Register(cmd)
	format.Register(cmd.Flags(), "output", "what is printed", "json")
	cmd.Flags().StringVarP(&path, "out", "o", "", "write to `FILE` instead")
	return cmd
}
