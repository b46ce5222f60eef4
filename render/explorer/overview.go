package explorer

import (
	"slices"

	"tasuki/render/document"
	"tasuki/render/report"
)

// overview shows the brief of the dataset as it is; where something is changed, the map,
// since the answer and the groups stand above it.
func (w world) overview() (content, error) {
	c := content{title: w.p.Plain("Overview"), asks: w.withoutQuestion(question{name: "flows-overview"}, question{name: "lead-shares"})}
	if w.changed() {
		m, err := w.dependencies()
		c.sketch, c.sections = m.sketch, m.sections
		return c, err
	}
	r := w.review()
	drawn := report.SketchBrief(w.Graph, r, w.p.Language)
	list := make([]document.Drawing, len(drawn))
	for i, s := range drawn {
		list[i] = s.Drawing
	}
	c.sketch = &drawn[0]
	svg, err := draw(drawn[0])
	if err != nil {
		return c, err
	}
	list[0].SVG = svg
	c.sections = report.Brief(w.Graph, r, list[:1], w.p.Language)
	for _, s := range c.sections {
		withoutEvidence(s.Blocks)
	}
	c.sections = append(c.sections, w.flows())
	c.data = report.ReviewOf(w.Graph, r)
	c.list = document.Listing{Columns: []string{w.p.Plain("Flow"), w.p.Plain("Name||thing")}}
	for _, f := range w.Graph.Flows() {
		c.list.Rows = append(c.list.Rows, []any{f.ID, f.Name.In(w.p.Lang)})
	}
	return c, nil
}

// flows leads to the page of each flow.
func (w world) flows() document.Section {
	s := document.Section{ID: "flows", Title: w.p.Plain("Flows")}
	var items []document.Phrase
	for _, f := range w.Graph.Flows() {
		items = append(items, w.link(w.p.FlowName(f.ID).String(), w.At(FlowView, f.ID)))
	}
	if len(items) == 0 {
		s.Blocks = []document.Block{{Text: w.p.Say("No flow is declared.")}}
		return s
	}
	s.Blocks = []document.Block{{Items: items}}
	return s
}

// link is a phrase that leads to a page.
func (w world) link(text string, to Place) document.Phrase {
	return document.Phrase{{Text: text, Href: to.Address(Page)}}
}

// withoutQuestion puts the question in front that says in Cypher which flows stop, where
// the changes are organizations that are missing and nothing else: Cypher asks the
// dataset as it is.
func (w world) withoutQuestion(others ...question) []question {
	if !w.changed() || len(w.o.Without) < len(w.Changes) {
		return others
	}
	return slices.Insert(others, 0, question{"flows-without", []param{{"organizations", w.o.Without}}})
}

// withoutEvidence leaves out which chapter of the report has more about it: here are pages.
func withoutEvidence(blocks []document.Block) {
	for _, b := range blocks {
		for _, phrases := range [][]document.Phrase{b.Items, b.Steps} {
			for i, x := range phrases {
				phrases[i] = slices.DeleteFunc(slices.Clone(x), func(p document.Piece) bool { return p.Style == document.EvidenceStyle })
			}
		}
	}
}
