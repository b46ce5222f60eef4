package explorer

import (
	"tasuki/analysis/drill"
	"tasuki/analysis/escalation"
	"tasuki/analysis/spof"
	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/render/document"
	"tasuki/render/messages"
	"tasuki/render/report/ladder"
	"tasuki/render/report/section"
)

// flowNamed returns the flow that the place is about.
func (w world) flowNamed() (graph.Flow, error) {
	f, ok := w.Graph.Flow(w.Subject)
	if !ok {
		return f, NotThere{said.Errorf("there is no flow %q", w.Subject)}
	}
	return f, nil
}

// flow draws a flow in lanes, and says whom to call next and what stops it.
func (w world) flow() (content, error) {
	f, err := w.flowNamed()
	if err != nil {
		return content{}, err
	}
	about := []param{{"flow", f.ID}}
	c := content{title: w.p.FlowName(f.ID).String(), asks: w.withoutQuestion(question{"handoffs-of-flow", about}, question{"flow-stopping-organizations", about})}
	c.list = document.Listing{Columns: []string{w.p.Plain("From||handoff"), w.p.Plain("To||handoff"), w.p.Plain("Kind"), w.p.Plain("Minutes")}}
	for _, h := range f.Handoffs {
		var minutes any
		if h.Minutes > 0 {
			minutes = h.Minutes
		}
		c.list.Rows = append(c.list.Rows, []any{h.From, h.To, string(h.Kind), minutes})
	}
	if len(f.Handoffs) > document.MostDrawn {
		c.sections = append(c.sections, document.Section{ID: "drawing", Title: c.title, Blocks: []document.Block{{Text: w.p.Say("The flow has {1} handoffs, too many for a page; they are beside it as CSV.", len(f.Handoffs))}}})
	} else {
		if c.sketch, err = w.lanes(f); err != nil {
			return c, err
		}
		drawn, err := figure(c.sketch)
		if err != nil {
			return c, err
		}
		c.sections = append(c.sections, drawn)
	}
	e, p, err := w.escalation(f.ID)
	if err != nil {
		return c, err
	}
	next := []document.Block{{Text: w.p.Say("Nothing is left of this flow.")}}
	if len(e) > 0 {
		next = append([]document.Block{{Link: w.link(w.p.Plain("Who is called when, minute by minute"), w.At(TimeView, f.ID))}}, opened(ladder.Escalations(p, e, nil))...)
	}
	var points spof.PointsOfFailure
	for _, x := range w.review().FlowSPOFs {
		if x.Flow == f.ID {
			points.Flows = append(points.Flows, x)
		}
	}
	c.data = map[string]any{"flow": f, "escalation": e, "points_of_failure": points.Flows}
	c.sections = append(c.sections,
		document.Section{ID: "escalation", Title: w.p.Plain("Whom to call next"), Blocks: next},
		document.Section{ID: "stops", Title: w.p.Plain("What stops it, as the dataset is"), Blocks: opened(section.Spofs(w.p, points, nil))})
	if w.Observed != nil {
		s, err := w.observedFlow(f)
		if err != nil {
			return c, err
		}
		c.sections = append(c.sections, s)
	}
	if w.Record != nil {
		c.sections = append(c.sections, document.Section{ID: "drills", Title: w.p.Plain("What drills have tested"), Blocks: section.FlowCoverage(w.p, drill.CoverageOf(w.Graph, w.Record, w.Today), f.ID)})
	}
	return c, nil
}

// called returns the dataset as it is called in: with the changes, but for who is missing,
// who is left out of escalations one by one. Where tasks or handoffs are taken out, it is
// what is left.
func (w world) called() *graph.Graph {
	if !w.changed() || len(w.o.Tasks)+len(w.o.Handoffs) > 0 {
		return w.left
	}
	g, err := graph.New(w.o.Present)
	if err != nil {
		panic(err) // the consequences are of this graph, too
	}
	return g
}

// escalation returns the escalation of a flow without who is missing, and who writes about
// it; none where nothing is left of the flow.
func (w world) escalation(flow string) (list []escalation.Escalation, p messages.Printer, err error) {
	p = w.p
	p.Graph = w.called()
	if _, ok := p.Graph.Flow(flow); !ok {
		return nil, p, nil
	}
	var missing []string
	for _, id := range w.o.Without {
		if _, ok := p.Graph.OrganizationIndex(id); ok {
			missing = append(missing, id)
		}
	}
	e, err := escalation.Escalations(p.Graph, flow, escalation.EscalationOptions{Without: missing})
	return []escalation.Escalation{e}, p, err
}

// opened takes the only folded group of a list of blocks apart: a page about one thing
// hides nothing.
func opened(blocks []document.Block) []document.Block {
	var list []document.Block
	for _, b := range blocks {
		if b.Group != nil && b.Group.ID != "" {
			list = append(list, b.Group.Blocks...)
			continue
		}
		list = append(list, b)
	}
	return list
}
