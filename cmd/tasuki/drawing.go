package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tasuki/graph/files"
	"tasuki/graph/said"
	"tasuki/internal/flagvalue"
	"tasuki/internal/input"
	"tasuki/internal/outdir"
	"tasuki/internal/usage"
	"tasuki/render/paint"
	"tasuki/render/picture"
	"tasuki/render/report"
)

// paintFlags say how PNG and PDF are painted.
type paintFlags struct {
	font, paper string
	standIns    *paint.StandIns // what was painted as something else
}

func (f *paintFlags) register(cmd *cobra.Command) {
	f.standIns = &paint.StandIns{}
	cmd.Flags().StringVar(&f.font, "font", "", "a TrueType font `FILE` for .png and .pdf; by default the one that comes with the program; characters that it lacks are painted as others, which is said")
	cmd.Flags().StringVar(&f.paper, "paper", "a4", "the `SIZE` of the pages of a .pdf, a4 or a3")
}

// painter returns the painter of PNG and PDF.
func (f paintFlags) painter() (paint.Painter, error) {
	p := paint.Painter{Font: paint.DefaultFont(), StandIns: f.standIns}
	if f.font == "" {
		return p, nil
	}
	data, err := files.Read(f.font)
	if err != nil {
		return p, said.Errorf("reading the font: %w", err)
	}
	if p.Font, err = paint.ParseFont(data); err != nil {
		return p, said.Errorf("%s: %w", f.font, err)
	}
	return p, nil
}

// state says which characters were painted as others.
func (f paintFlags) state(w io.Writer) {
	list := f.standIns.List()
	if len(list) == 0 {
		return
	}
	var names []string
	for _, s := range list[:min(len(list), 10)] {
		names = append(names, fmt.Sprintf("%q (%U) as %q", s.Rune, s.Rune, s.By))
	}
	if more := len(list) - len(names); more > 0 {
		names = append(names, fmt.Sprintf("and %d more", more))
	}
	fmt.Fprintf(w, "tasuki: characters that the font lacks or a PDF cannot hold are painted as others: %s; draw to .svg, or name another font with --font\n", strings.Join(names, ", "))
}

// tools returns what PNG and PDF are painted with and on.
func (f paintFlags) tools() (paint.Painter, paint.Paper, error) {
	paper, err := paint.PaperNamed(f.paper)
	if err != nil {
		return paint.Painter{}, paper, usage.Of(err)
	}
	painter, err := f.painter()
	return painter, paper, err
}

// newDrawing returns the command that draws one kind of picture.
func newDrawing(use, short string, args int, draw func(request) (report.Sketch, error)) *cobra.Command {
	var dataset input.Flags
	var options optionFlags
	var lang flagvalue.Lang
	var painting paintFlags
	var path string
	var r request
	kind, what, _ := strings.Cut(use, " ")
	cmd := &cobra.Command{
		Use: use, Short: short,
		Example: "  tasuki draw " + kind + " examples/pension" + strings.Repeat(" hardware-fault", args-1) + " -o " + kind + ".svg",
		Args:    usage.Exactly(args, what),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			if r.options, err = options.options(); err != nil {
				return err
			}
			r.flows = args[1:]
			if err = r.openMarked(cmd.Context(), &dataset, args[0]); err != nil {
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
				return picture.Tools(painting.tools).Sketch(s, path)
			})
			if err != nil {
				return err
			}
			if err := outdir.Deliver(cmd.Context(), path, cmd.OutOrStdout(), drawn); err != nil {
				return err
			}
			painting.state(cmd.ErrOrStderr())
			return nil
		},
	}
	dataset.Register(cmd)
	options.register(cmd)
	lang.RegisterOwn(cmd.Flags())
	painting.register(cmd)
	cmd.Flags().StringVarP(&path, "out", "o", "", "write to `FILE`, whose ending names the format, instead")
	r.register(cmd, kind)
	return cmd
}

// register adds the flags of one kind of drawing.
func (r *request) register(cmd *cobra.Command, kind string) {
	if slices.Contains([]string{"dependencies", "flow", "ladder", "matrix"}, kind) {
		defer r.marked.register(cmd, kind) // those of the kind go first
	}
	switch kind {
	case "ladder":
		r.paths.register(cmd)
	case "dependencies", "flow":
		cmd.Flags().StringVar(&r.view.Focus, "focus", "", "draw what is near the organization or task with this `ID` only")
		cmd.Flags().IntVar(&r.view.Depth, "depth", 1, "how `MANY` arrows away from --focus is near")
		cmd.Flags().StringSliceVar(&r.view.Hide, "hide", nil, "the `ID` of an organization to leave out; ways through it stay, dashed")
	case "matrix":
		cmd.Flags().StringVar(&r.selection.Phase, "phase", "", "show the tasks of the phase with this `ID` only, and of those below it")
		cmd.Flags().StringVar(&r.selection.Flow, "flow", "", "show the tasks of the flow with this `ID` only")
	}
}
