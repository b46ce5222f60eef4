package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tasuki/cmd/tasuki/flags"
	"tasuki/internal/flagvalue"
	"tasuki/internal/input"
	"tasuki/internal/outdir"
	"tasuki/internal/usage"
	"tasuki/render/report"
)

// newDrawing returns the command that draws one kind of picture.
func newDrawing(use, short string, args int, draw func(request) (report.Sketch, error)) *cobra.Command {
	var dataset input.Flags
	var options flags.Options
	var lang flagvalue.Lang
	var painting flags.Painting
	var path string
	var r request
	kind, what, _ := strings.Cut(use, " ")
	cmd := &cobra.Command{
		Use: use, Short: short,
		Example: "  tasuki draw " + kind + " examples/pension" + strings.Repeat(" hardware-fault", args-1) + " -o " + kind + ".svg",
		Args:    usage.Between(1, args, what),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			if r.options, err = options.Read(); err != nil {
				return err
			}
			r.flows = args[1:]
			if err = r.openShown(cmd, &dataset, args[0]); err != nil {
				return err
			}
			r.lang = lang.Of(r.g)
			drawn, err := input.Interruptible(cmd.Context(), func() ([]byte, error) {
				if err := r.lay(); err != nil {
					return nil, err
				}
				draw := draw
				if r.marked.change != nil {
					draw = func(r request) (report.Sketch, error) { return r.drawMarked(kind) }
				}
				s, err := draw(r)
				if err != nil {
					return nil, err
				}
				if cmd.Flags().Changed("depth") && r.view.Focus == "" || r.view.Depth < 0 {
					return nil, usage.Of(errDepth)
				}
				if s.Diagram, err = r.view.Of(r.g, s.Diagram); err != nil {
					return nil, usage.Of(err)
				}
				return painting.Tools(r.lang).Sketch(s, path)
			})
			if err != nil {
				return err
			}
			if err := outdir.Deliver(cmd.Context(), path, cmd.OutOrStdout(), drawn); err != nil {
				return err
			}
			painting.State(cmd.ErrOrStderr(), r.lang)
			return nil
		},
	}
	dataset.Register(cmd)
	options.Register(cmd)
	lang.RegisterOwn(cmd.Flags())
	painting.Register(cmd)
	cmd.Flags().StringVarP(&path, "out", "o", "", "write to `FILE`, whose ending names the format, instead")
	r.register(cmd, kind)
	return cmd
}

// register adds the flags of one kind of drawing.
func (r *request) register(cmd *cobra.Command, kind string) {
	if slices.Contains([]string{"dependencies", "flow", "ladder", "matrix"}, kind) {
		defer r.marked.register(cmd, kind) // those of the kind go first
	}
	if kind == "flow" {
		r.log.Register(cmd)
	}
	switch kind {
	case "ladder":
		r.paths.Register(cmd)
	case "dependencies", "flow":
		cmd.Flags().StringVar(&r.view.Focus, "focus", "", "draw what is near the organization or task with this `ID` only")
		cmd.Flags().IntVar(&r.view.Depth, "depth", 1, "how `MANY` arrows away from --focus is near")
		cmd.Flags().StringSliceVar(&r.view.Hide, "hide", nil, "the `ID` of an organization to leave out; ways through it stay, dashed")
	case "matrix":
		cmd.Flags().StringVar(&r.selection.Phase, "phase", "", "show the tasks of the phase with this `ID` only, and of those below it")
		cmd.Flags().StringVar(&r.selection.Flow, "flow", "", "show the tasks of the flow with this `ID` only")
	}
}
