package main

import (
	"github.com/spf13/cobra"

	"tasuki/analysis/bottleneck"
	"tasuki/analysis/concentration"
	"tasuki/analysis/escalation"
	"tasuki/analysis/loss"
	"tasuki/analysis/spof"
	"tasuki/internal/input"
	"tasuki/internal/usage"
	"tasuki/render/chart"
	"tasuki/render/diagram"
	"tasuki/render/report"
)

func newDraw() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "draw KIND DATASET",
		Short: "Draw one picture: dependencies, flow, ladder, matrix, supplies, concentration, loss or model",
		Long: `Draw writes one picture, in the format that the ending of -o names: .svg, .png,
.pdf (on pages of A4 or A3, with text that can be searched), or .dot, in the
Graphviz language. Drawings of boxes and arrows are written as Mermaid
(.mmd) and GraphML (.graphml) too. Without -o, and where the name has no ending, as
/dev/stdout has none, it is SVG.

With the flags of whatif, dependencies, flow, ladder and matrix mark what a change that
is not made does: what goes, what comes, what breaks, where a supporter stands in.
--since marks what differs from an old dataset. --leads and --support hold before and
after the change, and a ladder with nothing but --without is that of who is left.

With --log, a flow shows what an event log shows of it: arrows are as wide as handoffs were
often seen, dashed where they were not, and dotted where nobody declared them.`,
		Example: "  tasuki draw flow examples/pension hardware-fault --lang ja -o fault.pdf\n  tasuki draw flow examples/pension hardware-fault --without ops --lead 3-22=ops:hw -o without-ops.svg",
		Args:    func(_ *cobra.Command, args []string) error { return usage.Kind(args, errNoDrawing) },
		RunE:    func(*cobra.Command, []string) error { return nil },
	}
	cmd.AddCommand(
		newDrawing("dependencies DATASET", "Draw who depends on whom", 1, func(r request) (report.Sketch, error) {
			b := bottleneck.Bottlenecks(r.g, r.options)
			return report.MapSketch(r.g, b, diagram.OverlayOf(spof.SPOFs(r.g, r.options), b), r.lang), nil
		}),
		newDrawing("flow DATASET [FLOW]", "Draw one flow in lanes by organization", 2, drawFlow),
		newDrawing("ladder DATASET [FLOW]", "Draw the escalation ladder of one flow", 2, func(r request) (report.Sketch, error) {
			f, err := input.OneFlow(r.g, r.flows)
			if err != nil {
				return report.Sketch{}, err
			}
			e, err := escalation.Escalations(r.g, f.ID, r.paths.Options(r.options))
			if err != nil {
				return report.Sketch{}, usage.Of(err)
			}
			return report.LadderSketch(r.g, f, e, r.lang), nil
		}),
		newDrawModel(),
		newDrawing("supplies DATASET", "Draw which party supplies which component where", 1, func(r request) (report.Sketch, error) {
			return report.SuppliesSketch(r.g, r.lang), nil
		}),
		newDrawing("matrix DATASET", "Draw the responsibility matrix as a heat map", 1, func(r request) (report.Sketch, error) {
			o := diagram.OverlayOf(spof.SPOFs(r.g, r.options), bottleneck.Bottlenecks(r.g, r.options))
			s, err := report.MatrixSketch(r.g, r.selection, o, r.lang)
			if err != nil {
				return s, usage.Of(err)
			}
			return s, nil
		}),
	)
	cmd.AddCommand(newCharts()...)
	return cmd
}

// drawFlow draws a flow, with what a log shows of it where one was read.
func drawFlow(r request) (report.Sketch, error) {
	f, err := input.OneFlow(r.g, r.flows)
	if err != nil {
		return report.Sketch{}, err
	}
	o := diagram.OverlayOf(spof.SPOFs(r.g, r.options), bottleneck.Bottlenecks(r.g, r.options))
	if r.seen != nil {
		return report.ObservedSketch(r.g, f, o, r.seen.Observed.Handoffs, r.lang), nil
	}
	return report.FlowSketch(r.g, f, o, r.lang), nil
}

// newCharts returns the commands that draw bars and curves.
func newCharts() []*cobra.Command {
	return []*cobra.Command{
		newDrawing("concentration DATASET", "Draw how the lead is spread over organizations", 1, func(r request) (report.Sketch, error) {
			chart := chart.ShareChart(r.g, concentration.Concentrations(r.g), r.lang)
			return report.Sketch{Chart: &chart}, nil
		}),
		newDrawing("loss DATASET", "Draw how many tasks are still led when organizations are lost", 1, func(r request) (report.Sketch, error) {
			chart := chart.LossChart(r.g, loss.LossSetsOf(r.g, r.options), r.lang)
			return report.Sketch{Chart: &chart}, nil
		}),
	}
}
