package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"tasuki/analysis/bottleneck"
	"tasuki/analysis/concentration"
	"tasuki/analysis/escalation"
	"tasuki/analysis/findings"
	"tasuki/analysis/loss"
	"tasuki/analysis/spof"
	"tasuki/graph"
	"tasuki/render"
	"tasuki/render/graphviz"
)

// sketch is a drawing before it is painted.
type sketch struct {
	render.Drawing
	diagram render.Diagram
	chart   *render.Chart // nil: it is a diagram
}

// sketchAll returns every drawing of a review: the map of organizations, the
// charts of what there is to measure, then for each flow its lanes and its
// ladder.
func sketchAll(g *graph.Graph, review findings.Review, lang graph.Lang) []sketch {
	overlay := render.OverlayOf(review.FlowSPOFs, review.Bottleneck)
	list := append([]sketch{mapSketch(g, review.Bottleneck, overlay, lang)}, chartSketches(g, review, lang)...)
	for i, f := range g.Flows() {
		list = append(list, flowSketch(g, f, overlay, lang), ladderSketch(g, f, review.Escalations[i], lang))
	}
	tellApart(list)
	return list
}

// chartSketches returns the charts of the shares and of the losses, if some task
// has a lead.
func chartSketches(g *graph.Graph, review findings.Review, lang graph.Lang) []sketch {
	if review.Totals.LeadMarks == 0 {
		return nil
	}
	shares, losses := render.ShareChart(g, review.Concentrations, lang), render.LossChart(g, review.LossSets, lang)
	return []sketch{
		{Drawing: render.Drawing{
			File: "concentration.svg", Kind: render.ShareDrawing,
			Title: graph.Name{JA: "主担当の集中", EN: "Concentration of the lead"},
			Alt:   graph.Name{JA: "主担当のシェアと HHI の棒、競争当局の基準", EN: "Bars of the share that each organization leads and of the HHI, and the limits of antitrust authorities"},
		}, chart: &shares},
		{Drawing: render.Drawing{
			File: "loss.svg", Kind: render.LossDrawing,
			Title: graph.Name{JA: "組織が欠けるときに主担当の残る作業", EN: "Tasks still led when organizations are lost"},
			Alt:   graph.Name{JA: "欠けた組織の数に対する、主担当の残る作業の数の曲線", EN: "Curves of the number of tasks still led by the number of organizations missing"},
		}, chart: &losses},
	}
}

func mapSketch(g *graph.Graph, b bottleneck.Bottleneck, o render.Overlay, lang graph.Lang) sketch {
	return sketch{Drawing: render.Drawing{
		File: "dependencies.svg", Kind: render.DependencyDrawing,
		Title: graph.Name{JA: "組織の依存関係", EN: "Who depends on whom"},
		Alt:   graph.Name{JA: "組織を箱、引き継ぎを矢印で示す図", EN: "Organizations as boxes, handoffs between them as arrows"},
	}, diagram: render.DependencyMap(g, b, o, lang)}
}

func flowSketch(g *graph.Graph, f graph.Flow, o render.Overlay, lang graph.Lang) sketch {
	return sketch{Drawing: render.Drawing{
		File: fileName("flow", f.ID), Kind: render.FlowDrawing, Subject: f.ID, Title: f.Name,
		Alt: graph.Name{JA: "作業を主担当の組織ごとの列に並べ、引き継ぎを矢印で示す図", EN: "Tasks in a lane for each leading organization, handoffs as arrows"},
	}, diagram: render.Lanes(g, f, o, lang)}
}

func ladderSketch(g *graph.Graph, f graph.Flow, e escalation.Escalation, lang graph.Lang) sketch {
	return sketch{Drawing: render.Drawing{
		File: fileName("ladder", f.ID), Kind: render.LadderDrawing, Subject: f.ID, Title: f.Name,
		Alt: graph.Name{JA: "報告から回復までの経路と代替経路を、組織ごとの段で示す図", EN: "The path from report to goal and its alternates, organization by organization"},
	}, diagram: render.Ladder(g, e, lang)}
}

func matrixSketch(g *graph.Graph, s render.Selection, o render.Overlay, lang graph.Lang) (sketch, error) {
	d, err := render.Matrix(g, s, o, lang)
	return sketch{diagram: d}, err
}

func suppliesSketch(g *graph.Graph, lang graph.Lang) sketch {
	return sketch{diagram: render.Supplies(g, lang)}
}

// drawAll paints every drawing of a review.
func drawAll(ctx context.Context, g *graph.Graph, review findings.Review, lang graph.Lang) ([]render.Drawing, error) {
	painter, err := graphviz.New(ctx)
	if err != nil {
		return nil, err
	}
	defer painter.Close()
	var drawings []render.Drawing
	for _, s := range sketchAll(g, review, lang) {
		if s.chart != nil {
			s.SVG, err = paintFlags{paper: "a4"}.charted(*s.chart, ".svg")
		} else {
			s.SVG, err = painter.SVG(ctx, render.DOT(s.diagram))
		}
		if err != nil {
			return nil, fmt.Errorf("drawing %s: %w", s.File, err)
		}
		drawings = append(drawings, s.Drawing)
	}
	return drawings, nil
}

func newDraw() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "draw KIND DATASET",
		Short: "Draw one picture: dependencies, flow, ladder, matrix, supplies, concentration, loss or model",
		Long: `Draw writes one picture, in the format that the ending of -o names: .svg, .png,
.pdf (on pages of A4 or A3, with text that can be searched), or .dot, the Graphviz
text that it is made from. Drawings of boxes and arrows are written as Mermaid
(.mmd) and GraphML (.graphml) too. Without -o, and where the name has no ending, as
/dev/stdout has none, it is SVG.`,
		Example: "  tasuki draw flow examples/pension hardware-fault --lang ja -o fault.pdf",
		Args:    func(_ *cobra.Command, args []string) error { return kindError(args, errNoDrawing) },
		RunE:    func(*cobra.Command, []string) error { return nil },
	}
	cmd.AddCommand(
		newDrawing("dependencies DATASET", "Draw who depends on whom", 1, func(r request) (sketch, error) {
			b := bottleneck.Bottlenecks(r.g, r.options)
			return mapSketch(r.g, b, render.OverlayOf(spof.SPOFs(r.g, r.options), b), r.lang), nil
		}),
		newDrawing("flow DATASET FLOW", "Draw one flow in lanes by organization", 2, func(r request) (sketch, error) {
			f, err := flowOf(r)
			if err != nil {
				return sketch{}, err
			}
			return flowSketch(r.g, f, render.OverlayOf(spof.SPOFs(r.g, r.options), bottleneck.Bottlenecks(r.g, r.options)), r.lang), nil
		}),
		newDrawing("ladder DATASET FLOW", "Draw the escalation ladder of one flow", 2, func(r request) (sketch, error) {
			f, err := flowOf(r)
			if err != nil {
				return sketch{}, err
			}
			e, err := escalation.Escalations(r.g, f.ID, r.paths.options(r.options))
			if err != nil {
				return sketch{}, usageError{err}
			}
			return ladderSketch(r.g, f, e, r.lang), nil
		}),
		newDrawModel(),
		newDrawing("supplies DATASET", "Draw which party supplies which component where", 1, func(r request) (sketch, error) {
			return suppliesSketch(r.g, r.lang), nil
		}),
		newDrawing("matrix DATASET", "Draw the responsibility matrix as a heat map", 1, func(r request) (sketch, error) {
			o := render.OverlayOf(spof.SPOFs(r.g, r.options), bottleneck.Bottlenecks(r.g, r.options))
			s, err := matrixSketch(r.g, r.selection, o, r.lang)
			if err != nil {
				return s, usageError{err}
			}
			return s, nil
		}),
	)
	cmd.AddCommand(newCharts()...)
	return cmd
}

// newCharts returns the commands that draw bars and curves.
func newCharts() []*cobra.Command {
	return []*cobra.Command{
		newDrawing("concentration DATASET", "Draw how the lead is spread over organizations", 1, func(r request) (sketch, error) {
			chart := render.ShareChart(r.g, concentration.Concentrations(r.g), r.lang)
			return sketch{chart: &chart}, nil
		}),
		newDrawing("loss DATASET", "Draw how many tasks are still led when organizations are lost", 1, func(r request) (sketch, error) {
			chart := render.LossChart(r.g, loss.LossSetsOf(r.g, r.options), r.lang)
			return sketch{chart: &chart}, nil
		}),
	}
}

// flowOf returns the flow that was asked for.
func flowOf(r request) (graph.Flow, error) {
	f, ok := r.g.Flow(r.flows[0])
	if ok {
		return f, nil
	}
	var ids []string
	for _, f := range r.g.Flows() {
		ids = append(ids, f.ID)
	}
	return f, usageError{fmt.Errorf("no flow is called %q; use one of %v", r.flows[0], ids)}
}
