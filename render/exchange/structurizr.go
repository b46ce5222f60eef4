package exchange

import (
	"fmt"
	"strings"

	"tasuki/graph"
	"tasuki/render/messages"
)

// Structurizr writes a dataset in Structurizr's DSL: organizations as software systems, the
// tasks that they lead as containers, components as custom elements, and views of all
// organizations and of each that leads a task. Names are unique as the DSL asks: a second of
// one name has its ID behind it. It takes time in proportion to the dataset.
func Structurizr(g *graph.Graph, lang messages.Language) []byte {
	w := &structurizr{g: g, lang: lang, related: map[link]bool{}}
	d := g.Dataset()
	fmt.Fprintf(&w.b, "workspace %s {\n    model {\n", w.text(d.Name.In(lang.Lang)))
	w.elements()
	w.relationships()
	w.b.WriteString("    }\n    views {\n        systemLandscape organizations {\n            include *\n            autoLayout lr\n        }\n")
	for _, p := range w.parties {
		if len(p.tasks) > 0 {
			fmt.Fprintf(&w.b, "        container %s %s {\n            include *\n            autoLayout lr\n        }\n", Identifier("o", p.ID), Identifier("tasks", p.ID))
		}
	}
	w.b.WriteString("    }\n}\n")
	return []byte(w.b.String())
}

type structurizr struct {
	b       strings.Builder
	g       *graph.Graph
	lang    messages.Language
	parties []party
	related map[link]bool
}

// text returns a quoted text. A backslash would be taken with the quote behind it, and ${ for a
// variable of the environment: a full-width backslash and a space stand in their places.
func (w *structurizr) text(s string) string {
	return `"` + strings.NewReplacer(`\`, "＼", `"`, `\"`, "${", "$ {").Replace(clean(s)) + `"`
}

// named returns a name that is in none of used, and puts it there.
func named(used map[string]bool, name, id string) string {
	name = clean(name)
	for used[strings.ToLower(name)] || name == "" {
		name = strings.TrimSpace(name + " (" + clean(id) + ")")
	}
	used[strings.ToLower(name)] = true
	return name
}

func (w *structurizr) elements() {
	list, unled := parties(w.g)
	w.parties = list
	_, within := marks(w.g)
	used := map[string]bool{}
	for _, p := range list {
		fmt.Fprintf(&w.b, "        %s = softwareSystem %s {\n", Identifier("o", p.ID), w.text(named(used, p.Name.In(w.lang.Lang), p.ID)))
		w.properties("            ", "id", p.ID, "kind", string(p.Kind), "group", p.Parent, "region", string(p.Region), "lei", p.LEI)
		inside := map[string]bool{}
		for _, t := range p.tasks {
			fmt.Fprintf(&w.b, "            %s = container %s {\n", Identifier("t", t.ID), w.text(named(inside, t.Label(w.lang.Lang), t.ID)))
			w.properties("                ", "id", t.ID, "timing", string(t.Timing), "lead is also", strings.Join(within[t.ID], ", "))
			w.b.WriteString("            }\n")
		}
		w.b.WriteString("        }\n")
	}
	other := map[string]bool{}
	element := func(kind, prefix, id, name string) {
		fmt.Fprintf(&w.b, "        %s = element %s %s {\n", Identifier(prefix, id), w.text(named(other, name, id)), w.text(kind))
		w.properties("            ", "id", id)
		w.b.WriteString("        }\n")
	}
	for _, t := range unled {
		element("Task", "t", t.ID, t.Label(w.lang.Lang))
	}
	for _, c := range w.g.Dataset().Components {
		element("Component", "c", c.ID, c.Name.In(w.lang.Lang))
	}
}

// properties writes pairs of a key and a value that is not empty.
func (w *structurizr) properties(indent string, pairs ...string) {
	w.b.WriteString(indent + "properties {\n")
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			fmt.Fprintf(&w.b, "%s    %s %s\n", indent, w.text(pairs[i]), w.text(pairs[i+1]))
		}
	}
	w.b.WriteString(indent + "}\n")
}

// relate writes a relationship, unless there is one between the two that says the same.
func (w *structurizr) relate(from, to, text string) {
	x := link{from: from, to: to, text: strings.ToLower(text)}
	if from == to || w.related[x] {
		return
	}
	w.related[x] = true
	fmt.Fprintf(&w.b, "        %s -> %s %s\n", from, to, w.text(text))
}

func (w *structurizr) relationships() {
	across, _ := marks(w.g)
	for _, a := range across {
		w.relate(Identifier("o", a.Organization), Identifier("t", a.Task), w.lang.Plain(string(a.Role)))
	}
	for _, x := range ties(w.g, w.lang.Lang) {
		text := w.lang.Plain(x.kind)
		if x.text != x.kind {
			text += ": " + x.text
		}
		w.relate(Identifier("t", x.from), Identifier("t", x.to), text)
	}
	d := w.g.Dataset()
	for _, o := range d.Organizations {
		if o.Serves != "" {
			w.relate(Identifier("o", o.ID), Identifier("o", o.Serves), w.lang.Plain("serves"))
		}
		if o.EscalatesTo != "" {
			w.relate(Identifier("o", o.ID), Identifier("o", o.EscalatesTo), w.lang.Plain("escalates to"))
		}
	}
	for _, s := range d.Supplies {
		text := w.lang.Plain("supplies")
		if where := strings.Trim(s.Environment+", "+s.Site, ", "); where != "" {
			text += ": " + where
		}
		w.relate(Identifier("o", s.Organization), Identifier("c", s.Component), text)
	}
}
