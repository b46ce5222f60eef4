package changed

import (
	"tasuki/analysis/bottleneck"
	"tasuki/analysis/escalation"
	"tasuki/analysis/rules"
	"tasuki/analysis/spof"
	"tasuki/graph"
	"tasuki/render/diagram"
	"tasuki/render/drawings"
	"tasuki/render/messages"
)

// Request says what is drawn.
type Request struct {
	Options   rules.Options
	Flow      graph.Flow                   // of the union; of a flow and a ladder
	Paths     escalation.EscalationOptions // of a ladder
	Selection drawings.Selection           // of a matrix
}

// Draw returns the drawing of a kind, which is dependencies, flow, ladder or matrix, with the
// single points of failure and the bottleneck of Base. It takes the time of these analyses, and
// fails as [Change.Matrix] and [Change.Escalations] do.
func (x *Change) Draw(kind string, r Request, lang messages.Language) (diagram.Diagram, error) {
	if kind == "ladder" {
		before, after, err := x.Escalations(r.Flow.ID, r.Paths)
		if err != nil {
			return diagram.Diagram{}, err
		}
		return x.Ladder(before, after, lang), nil
	}
	base := bottleneck.Bottlenecks(x.Base, r.Options)
	o := diagram.OverlayOf(spof.SPOFs(x.Base, r.Options), base)
	switch kind {
	case "flow":
		return x.Lanes(r.Flow, o, lang), nil
	case "matrix":
		return x.Matrix(r.Selection, o, lang)
	}
	if x.Base == x.After {
		return x.Dependencies(bottleneck.Bottlenecks(x.Before, r.Options), base, o, lang), nil
	}
	return x.Dependencies(base, bottleneck.Bottlenecks(x.After, r.Options), o, lang), nil
}
