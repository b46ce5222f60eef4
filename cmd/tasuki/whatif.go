package main

import (
	"bytes"
	"io"

	"github.com/spf13/cobra"

	"tasuki/analysis/difference"
	"tasuki/analysis/overlay"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/internal/flagvalue"
	"tasuki/internal/input"
	"tasuki/internal/outdir"
	"tasuki/internal/usage"
	"tasuki/render/comparison"
)

func newWhatIf() *cobra.Command {
	var dataset input.Flags
	var changes flagvalue.Changes
	var lang flagvalue.Lang
	var format flagvalue.Output
	cmd := &cobra.Command{
		Use:   "whatif DATASET",
		Short: "Show what follows from changes that are not made: who is missing, who leads instead",
		Long: `Whatif lays changes over a dataset, without writing it, and says what follows: what
goes away, breaks, is degraded, is touched, is left with nobody, and what is worth a
look further down, each with its witness.

Every flag of a change can be given several times, or with commas. Flags apply in
their order; who is missing, and what is taken out, after all others, so that a lead
can be moved from who is missing. In an ID %3D stands for =, %3A for :, %2C for a
comma and %25 for %.`,
		Example: "  tasuki whatif examples/pension --without ops\n  tasuki whatif examples/pension --without ops --lead 3-12=ops:hw --leads any --output json",
		Args:    usage.Exactly(1, "one DATASET"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(changes.List) == 0 {
				return usage.Of(said.New("whatif needs a change: --without, --lead, --supporter, --merge, --leads, --support, --without-task, --without-handoff or --without-branch"))
			}
			g, err := dataset.Open(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			list := dataset.Changes(changes.List)
			printed, err := input.Interruptible(cmd.Context(), func() ([]byte, error) {
				c, err := follow(g, list)
				if err != nil {
					return nil, err
				}
				var b bytes.Buffer
				err = format.Print(&b, c, func(w io.Writer) error { return comparison.FollowedText(w, g, list, c, lang.Language()) })
				return b.Bytes(), err
			})
			if err != nil {
				return err
			}
			return outdir.Deliver(cmd.Context(), "", cmd.OutOrStdout(), printed)
		},
	}
	dataset.Register(cmd)
	changes.Register(cmd.Flags())
	lang.Register(cmd.Flags())
	format.Register(cmd.Flags())
	return cmd
}

// follow returns what follows from changes, all of which are there to be made.
func follow(g *graph.Graph, changes []overlay.Change) (difference.Followed, error) {
	o, err := overlay.Apply(g.Dataset(), changes)
	if err != nil {
		return difference.Followed{}, usage.Of(err)
	}
	return difference.Follow(g, o, rules.Options{})
}
