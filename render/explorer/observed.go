package explorer

import (
	"tasuki/graph"
	"tasuki/render/diagram"
	"tasuki/render/document"
	"tasuki/render/observed"
	"tasuki/render/report"
)

// observedFlow says what a log shows of a flow of the dataset as it is, and draws it where
// the flow itself is drawn.
func (w world) observedFlow(f graph.Flow) (document.Section, error) {
	s := document.Section{ID: "observed", Title: w.p.Plain("What was observed")}
	if len(f.Handoffs) <= document.MostDrawn {
		r := w.review()
		sketch := report.ObservedSketch(w.Graph, f, diagram.OverlayOf(r.FlowSPOFs, r.Bottleneck), w.Observed.Observed.Handoffs, w.p.Language)
		svg, err := draw(sketch)
		if err != nil {
			return s, err
		}
		sketch.SVG = svg
		s.Blocks = append(s.Blocks, document.Block{Figure: &document.Figure{Drawing: sketch.Drawing, ID: "observed-figure"}})
	}
	s.Blocks = append(s.Blocks, observed.OfFlow(w.p, *w.Observed, f)...)
	return s, nil
}
