package exchange

import (
	"fmt"
	"strings"

	"tasuki/graph"
	"tasuki/render/messages"
)

// LikeC4 writes a dataset as a model of LikeC4 (likec4.dev): organizations as elements with the
// tasks that they lead in them, further marks and handoffs as relationships, and a view of
// the organizations, one of each that leads a task. It takes time in proportion to the
// dataset.
func LikeC4(g *graph.Graph, lang messages.Language) []byte {
	w := &likeC4{g: g, lang: lang}
	w.b.WriteString("specification {\n")
	for _, kind := range []string{"organization", "task", "component"} {
		fmt.Fprintf(&w.b, "  element %s\n", kind)
	}
	for _, kind := range []string{"leads", "accountable", "supports", "informed", "request", "report", "instruction", "delivery", "decision", "sequence", "supplies", "serves", "escalates"} {
		fmt.Fprintf(&w.b, "  relationship %s\n", kind)
	}
	w.b.WriteString("}\nmodel {\n")
	w.elements()
	w.relationships()
	w.b.WriteString("}\nviews {\n  view index {\n    title " + w.text(lang.Plain("Dependencies between organizations")) + "\n    include *\n  }\n")
	for _, p := range w.parties {
		if len(p.tasks) > 0 {
			fmt.Fprintf(&w.b, "  view %s of %s {\n    title %s\n    include *\n  }\n", Identifier("view", p.ID), Identifier("o", p.ID), w.text(p.Name.In(lang.Lang)))
		}
	}
	w.b.WriteString("}\n")
	return []byte(w.b.String())
}

type likeC4 struct {
	b       strings.Builder
	g       *graph.Graph
	lang    messages.Language
	parties []party
}

// text returns a quoted text. A backslash would be taken with what stands behind it: a full-width
// one stands in its place.
func (w *likeC4) text(s string) string {
	return "'" + strings.NewReplacer(`\`, "＼", `'`, `\'`).Replace(clean(s)) + "'"
}

func (w *likeC4) elements() {
	list, unled := parties(w.g)
	w.parties = list
	_, within := marks(w.g)
	for _, p := range list {
		fmt.Fprintf(&w.b, "  %s = organization %s {\n", Identifier("o", p.ID), w.text(p.Name.In(w.lang.Lang)))
		w.metadata("    ", "id", p.ID, "party_kind", string(p.Kind), "part_of", p.Parent, "region", string(p.Region), "lei", p.LEI)
		for _, t := range p.tasks {
			w.task("    ", t, within[t.ID])
		}
		w.b.WriteString("  }\n")
	}
	for _, t := range unled {
		w.task("  ", t, nil)
	}
	for _, c := range w.g.Dataset().Components {
		fmt.Fprintf(&w.b, "  %s = component %s {\n", Identifier("c", c.ID), w.text(c.Name.In(w.lang.Lang)))
		w.metadata("    ", "id", c.ID)
		w.b.WriteString("  }\n")
	}
}

func (w *likeC4) task(indent string, t graph.Task, more []string) {
	fmt.Fprintf(&w.b, "%s%s = task %s {\n", indent, Identifier("t", t.ID), w.text(t.Label(w.lang.Lang)))
	w.metadata(indent+"  ", "id", t.ID, "timing", string(t.Timing), "lead_is_also", strings.Join(more, ", "))
	w.b.WriteString(indent + "}\n")
}

// metadata writes pairs of a key and a value that is not empty.
func (w *likeC4) metadata(indent string, pairs ...string) {
	w.b.WriteString(indent + "metadata {\n")
	for i := 0; i < len(pairs); i += 2 {
		key, value := pairs[i], pairs[i+1]
		if value != "" {
			fmt.Fprintf(&w.b, "%s  %s %s\n", indent, key, w.text(value))
		}
	}
	w.b.WriteString(indent + "}\n")
}

// place returns the whole name of a task: behind that of the organization that it stands in.
func place(g *graph.Graph, id string) string {
	task, _ := g.TaskIndex(id)
	if leads := g.Leads(task); len(leads) > 0 {
		return Identifier("o", g.Organizations()[leads[0]].ID) + "." + Identifier("t", id)
	}
	return Identifier("t", id)
}

func (w *likeC4) relationships() {
	across, _ := marks(w.g)
	kinds := map[graph.Role]string{graph.Lead: "leads", graph.Accountable: "accountable", graph.Support: "supports", graph.Informed: "informed"}
	for _, a := range across {
		fmt.Fprintf(&w.b, "  %s -[%s]-> %s\n", Identifier("o", a.Organization), kinds[a.Role], place(w.g, a.Task))
	}
	for _, x := range ties(w.g, w.lang.Lang) {
		fmt.Fprintf(&w.b, "  %s -[%s]-> %s %s\n", place(w.g, x.from), x.kind, place(w.g, x.to), w.text(x.text))
	}
	d := w.g.Dataset()
	for _, o := range d.Organizations {
		if o.Serves != "" {
			fmt.Fprintf(&w.b, "  %s -[serves]-> %s\n", Identifier("o", o.ID), Identifier("o", o.Serves))
		}
		if o.EscalatesTo != "" {
			fmt.Fprintf(&w.b, "  %s -[escalates]-> %s\n", Identifier("o", o.ID), Identifier("o", o.EscalatesTo))
		}
	}
	for _, s := range d.Supplies {
		where := strings.Trim(s.Environment+", "+s.Site, ", ")
		fmt.Fprintf(&w.b, "  %s -[supplies]-> %s %s\n", Identifier("o", s.Organization), Identifier("c", s.Component), w.text(where))
	}
}
