package explorer

import (
	"strings"

	"tasuki/render/document"
)

// mostFound is how many results of each kind are listed.
const mostFound = 50

// search lists organizations, tasks and flows whose ID or name, in any language, holds
// what is sought, without regard to case.
func (w world) search() (content, error) {
	c := content{title: w.p.Plain("Search: {1}", w.Find)}
	sought := strings.ToLower(strings.TrimSpace(w.Find))
	holds := func(texts ...string) bool {
		for _, t := range texts {
			if strings.Contains(strings.ToLower(t), sought) {
				return true
			}
		}
		return false
	}
	var orgs, tasks, flows []document.Phrase
	if sought != "" {
		for _, o := range w.Graph.Organizations() {
			if holds(append([]string{o.ID, o.Name.JA, o.Name.EN}, o.Aliases...)...) {
				orgs = append(orgs, w.link(o.Name.In(w.p.Lang), w.At(OrganizationView, o.ID)))
			}
		}
		for _, t := range w.Graph.Tasks() {
			if holds(t.ID, t.Name.JA, t.Name.EN) {
				tasks = append(tasks, w.link(w.p.Task(t.ID).String(), w.At(TaskView, t.ID)))
			}
		}
		for _, f := range w.Graph.Flows() {
			if holds(f.ID, f.Name.JA, f.Name.EN) {
				flows = append(flows, w.link(f.Name.In(w.p.Lang), w.At(FlowView, f.ID)))
			}
		}
	}
	s := document.Section{ID: "found", Title: w.p.Many(len(orgs)+len(tasks)+len(flows), "{1} result", "{1} results").String()}
	for _, g := range []struct {
		title string
		items []document.Phrase
	}{{w.p.Plain("Flows"), flows}, {w.p.Plain("Organizations"), orgs}, {w.p.Plain("Tasks"), tasks}} {
		if len(g.items) == 0 {
			continue
		}
		shown := g.items[:min(mostFound, len(g.items))]
		s.Blocks = append(s.Blocks, document.Block{Head: w.p.Say("{1} ({2})", g.title, len(g.items))}, document.Block{Items: shown})
		if more := len(g.items) - len(shown); more > 0 {
			s.Blocks = append(s.Blocks, document.Block{Note: w.p.Say("and {1} more; seek something longer", more)})
		}
	}
	if len(s.Blocks) == 0 {
		s.Blocks = []document.Block{{Text: w.p.Say("Nothing matches.")}}
	}
	c.sections = []document.Section{s}
	return c, nil
}
