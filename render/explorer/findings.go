package explorer

import (
	"tasuki/render/document"
	"tasuki/render/report"
)

// findings shows what the rules find in what is left.
func (w world) findings() (content, error) {
	r, p := w.review(), w.p
	if w.changed() {
		r, p.Graph = w.reviewed(w.left), w.left
	}
	c := content{title: w.p.Plain("Findings"), data: report.FindingsOf(p.Graph, r.Findings)}
	c.list = document.Listing{Columns: []string{w.p.Plain("Rule"), w.p.Plain("Severity"), w.p.Plain("Subject"), w.p.Plain("Finding")}}
	for _, f := range r.Findings {
		c.list.Rows = append(c.list.Rows, []any{f.Rule, string(f.Severity), f.Subject.ID, p.Statement(f.Message)})
		if f.Query != "" && len(c.asks) < 1 {
			c.asks = append(c.asks, question{name: f.Query})
		}
	}
	title := w.p.Plain("What the rules find")
	if w.changed() {
		title = w.p.Plain("What the rules find in what is left")
	}
	c.sections = []document.Section{{ID: "findings", Title: title, Blocks: report.FindingBlocks(p, r.Findings)}}
	return c, nil
}
