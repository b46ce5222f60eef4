package main

import (
	"bytes"
	"io"

	"github.com/spf13/cobra"

	"tasuki/analysis/fix"
	"tasuki/cmd/tasuki/flags"
	"tasuki/internal/flagvalue"
	"tasuki/internal/input"
	"tasuki/internal/outdir"
	"tasuki/internal/usage"
	"tasuki/render/fixes"
)

func newFix() *cobra.Command {
	var dataset input.Flags
	var target flagvalue.Target
	var options flags.Options
	var lang flagvalue.Lang
	var format flagvalue.Output
	cmd := &cobra.Command{
		Use:   "fix DATASET",
		Short: "Find the fewest supporters or leads to add so that nobody alone stops a flow",
		Long: `Fix looks for the fewest marks that a dataset lacks for a target: that no single
organization stops flows (--flow), that nobody leads more than a share of the led tasks
(--at-most), or both. Without either, the target is that nobody stops any flow. Nothing is
written. A supporter helps a flow only where supporters stand in, a second lead only where
one of several suffices; --support and --leads try other rules than the declared ones.`,
		Example: "  tasuki fix examples/pension --flow hardware-fault --support fallback\n  tasuki fix examples/pension --at-most 50%",
		Args:    usage.Exactly(1, "one DATASET"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o, err := options.Read()
			if err != nil {
				return err
			}
			g, err := dataset.Open(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			aim, err := target.Of(g)
			if err != nil {
				return usage.Of(err)
			}
			printed, err := input.Interruptible(cmd.Context(), func() ([]byte, error) {
				f, err := fix.Of(g, o, aim)
				if err != nil {
					return nil, err
				}
				command := ""
				if dataset.Key == "" { // whatif takes no pseudonyms
					command = flagvalue.WhatIf(args[0], o, f.Changes())
				}
				var b bytes.Buffer
				err = format.Print(&b, f, func(w io.Writer) error {
					return fixes.Text(w, g, f, command, lang.Language())
				})
				return b.Bytes(), err
			})
			if err != nil {
				return err
			}
			return outdir.Deliver(cmd.Context(), "", cmd.OutOrStdout(), printed)
		},
	}
	dataset.Register(cmd)
	target.Register(cmd.Flags())
	options.RegisterRules(cmd)
	lang.Register(cmd.Flags())
	format.Register(cmd.Flags())
	return cmd
}
