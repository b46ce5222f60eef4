package report

import (
	"tasuki/analysis/bottleneck"
	"tasuki/analysis/escalation"
	"tasuki/analysis/findings"
	"tasuki/analysis/observe"
	"tasuki/graph"
	"tasuki/render/chart"
	"tasuki/render/diagram"
	"tasuki/render/document"
	"tasuki/render/drawings"
	"tasuki/render/messages"
	"tasuki/render/report/pages"
)

// Sketch is a drawing before it is painted.
type Sketch struct {
	document.Drawing
	Diagram diagram.Diagram
	Chart   *chart.Chart // nil: it is a diagram
}

// SketchAll returns every drawing of a review: the map of organizations, the
// charts of what there is to measure, the matrix and the supplies, then for each flow that is drawn its lanes and
// its ladder, and at last what a log shows of flows, if one was read.
func SketchAll(g *graph.Graph, review findings.Review, lang messages.Language) []Sketch {
	overlay := diagram.OverlayOf(review.FlowSPOFs, review.Bottleneck)
	list := append(SketchBrief(g, review, lang), factSketches(g, overlay, lang)...)
	drawn := drawnFlows(g.Flows())
	for i, f := range g.Flows() {
		if !drawn[i] {
			continue
		}
		list = append(list, FlowSketch(g, f, overlay, lang), LadderSketch(g, f, review.Escalations[i], lang))
	}
	if review.Observed != nil {
		for i, f := range review.Observed.Observed.Flows {
			if drawn[i] && f.Cases > 0 {
				list = append(list, ObservedSketch(g, g.Flows()[i], overlay, review.Observed.Observed.Handoffs, lang))
			}
		}
	}
	apart := pages.Apart{}
	for i, s := range list {
		list[i].File = apart.Name(s.File, ".svg", s.Subject)
	}
	return list
}

// SketchBrief returns the drawings of which the brief shows one.
func SketchBrief(g *graph.Graph, review findings.Review, lang messages.Language) []Sketch {
	overlay := diagram.OverlayOf(review.FlowSPOFs, review.Bottleneck)
	return append([]Sketch{MapSketch(g, review.Bottleneck, overlay, lang)}, chartSketches(g, review, lang)...)
}

// chartSketches returns the charts of the shares and of the losses, if some task
// has a lead.
func chartSketches(g *graph.Graph, review findings.Review, lang messages.Language) []Sketch {
	if review.Totals.LeadMarks == 0 {
		return nil
	}
	shares, losses := chart.ShareChart(g, review.Concentrations, lang), chart.LossChart(g, review.LossSets, lang)
	return []Sketch{
		{Drawing: document.Drawing{
			File: "concentration.svg", Kind: document.ShareDrawing,
			Title: lang.Plain("Concentration of the lead"),
			Alt:   lang.Plain("Bars of the share that each organization leads and of the HHI, and the limits of antitrust authorities"),
		}, Chart: &shares},
		{Drawing: document.Drawing{
			File: "loss.svg", Kind: document.LossDrawing,
			Title: lang.Plain("Tasks still led when organizations are lost"),
			Alt:   lang.Plain("Curves of the number of tasks still led by the number of organizations missing"),
		}, Chart: &losses},
	}
}

// mostRows is how many tasks a matrix that the report draws has at most.
const mostRows = 400

// factSketches returns the drawings of the facts as they were read: the matrix, unless it
// is too long, and the supplies, if there are any.
func factSketches(g *graph.Graph, o diagram.Overlay, lang messages.Language) []Sketch {
	var list []Sketch
	if n := len(g.Tasks()); n > 0 && n <= mostRows {
		if s, err := MatrixSketch(g, drawings.Selection{}, o, lang); err == nil {
			list = append(list, s)
		}
	}
	if len(g.Dataset().Supplies) > 0 {
		list = append(list, SuppliesSketch(g, lang))
	}
	return list
}

// MatrixSketch is the drawing of a matrix, or of the part that is selected. It fails as
// [drawings.Matrix] does.
func MatrixSketch(g *graph.Graph, s drawings.Selection, o diagram.Overlay, lang messages.Language) (Sketch, error) {
	d, err := drawings.Matrix(g, s, o, lang)
	return Sketch{Drawing: document.Drawing{
		File: "matrix.svg", Kind: document.MatrixDrawing,
		Title: lang.Plain("Responsibility matrix"),
		Alt:   lang.Plain("A row for each task, a column for each organization, marks as signs and shades"),
	}, Diagram: d}, err
}

// SuppliesSketch is the drawing of who supplies what.
func SuppliesSketch(g *graph.Graph, lang messages.Language) Sketch {
	return Sketch{Drawing: document.Drawing{
		File: "supplies.svg", Kind: document.SuppliesDrawing,
		Title: lang.Plain("Who supplies what"),
		Alt:   lang.Plain("Organizations and the components that they supply"),
	}, Diagram: drawings.Supplies(g, lang)}
}

// MapSketch is the drawing of dependencies.
func MapSketch(g *graph.Graph, b bottleneck.Bottleneck, o diagram.Overlay, lang messages.Language) Sketch {
	return Sketch{Drawing: document.Drawing{
		File: "dependencies.svg", Kind: document.DependencyDrawing,
		Title: lang.Plain("Who depends on whom"),
		Alt:   lang.Plain("Organizations as boxes, handoffs between them as arrows"),
	}, Diagram: drawings.DependencyMap(g, b, o, lang)}
}

// FlowSketch is the drawing of a flow in lanes.
func FlowSketch(g *graph.Graph, f graph.Flow, o diagram.Overlay, lang messages.Language) Sketch {
	return Sketch{Drawing: document.Drawing{
		File: pages.FileName("flow", f.ID, ".svg"), Kind: document.FlowDrawing, Subject: f.ID, Title: f.Name.In(lang.Lang),
		Alt: lang.Plain("Tasks in a lane for each leading organization, handoffs as arrows"),
	}, Diagram: drawings.Lanes(g, f, o, lang)}
}

// ObservedSketch is the drawing of a flow in lanes with what a log shows of it.
func ObservedSketch(g *graph.Graph, f graph.Flow, o diagram.Overlay, h observe.Handoffs, lang messages.Language) Sketch {
	d := drawings.Observed(drawings.Lanes(g, f, o, lang), h)
	return Sketch{Drawing: document.Drawing{
		File: pages.FileName("observed", f.ID, ".svg"), Kind: document.ObservedDrawing, Subject: f.ID, Title: d.Title,
		Alt: lang.Plain("Tasks in a lane for each leading organization; arrows as wide as handoffs were often seen"),
	}, Diagram: d}
}

// LadderSketch is the drawing of the escalation of a flow.
func LadderSketch(g *graph.Graph, f graph.Flow, e escalation.Escalation, lang messages.Language) Sketch {
	return Sketch{Drawing: document.Drawing{
		File: pages.FileName("ladder", f.ID, ".svg"), Kind: document.LadderDrawing, Subject: f.ID, Title: f.Name.In(lang.Lang),
		Alt: lang.Plain("The path from report to goal and its alternates, organization by organization"),
	}, Diagram: drawings.Ladder(g, e, lang)}
}
