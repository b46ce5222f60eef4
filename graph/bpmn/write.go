package bpmn

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"

	"tasuki/graph"
)

// Write returns a dataset as a model in BPMN 2.0 with its picture, names in a language where
// they are in several: a pool for each flow with a lane for each organization that leads a
// task in it, and a pool for what belongs to no flow. Read returns the same dataset. What
// BPMN has no place for (several leads, supporters, minutes, calendars and the like) stands
// in an element of a namespace of its own, and counts as long as nobody has changed what the
// model says without it. Time and size grow with the facts.
func Write(g *graph.Graph, lang graph.Lang) ([]byte, error) {
	list := sketches(g)
	w := newWriter(g, lang)
	digest, err := w.digest(list)
	if err != nil {
		return nil, err
	}
	var facts bytes.Buffer
	if err := graph.Encode(&facts, g.Dataset()); err != nil {
		return nil, err
	}
	kept := fmt.Sprintf("\t\t<bpmn:extensionElements>\n\t\t\t<tasuki:dataset digest=%s facts=%s/>\n\t\t</bpmn:extensionElements>\n",
		quoted(digest), quoted(strings.TrimSpace(facts.String())))
	return w.model(list, kept), nil
}

// writer writes a model.
type writer struct {
	bytes.Buffer
	g    *graph.Graph
	lang graph.Lang
	orgs map[string]graph.Organization
}

func newWriter(g *graph.Graph, lang graph.Lang) *writer {
	w := &writer{g: g, lang: lang, orgs: map[string]graph.Organization{}}
	for _, o := range g.Organizations() {
		w.orgs[o.ID] = o
	}
	return w
}

// digest returns the digest of what the model says without what stands beside it.
func (w *writer) digest(list []*sketch) (string, error) {
	m, err := parse("model.bpmn", w.model(list, ""))
	if err != nil {
		return "", err
	}
	return digestOf(m.dataset(nil))
}

// quoted returns a text as the value of an attribute.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	_ = xml.EscapeText(&b, []byte(s)) // a Builder takes everything
	b.WriteByte('"')
	return b.String()
}

// name returns the attributes of a name: what tools show, and both languages where there
// are two.
func (w *writer) name(n graph.Name) string {
	text := " name=" + quoted(n.In(w.lang))
	if n.JA != "" && n.EN != "" || n != graph.Text(n.In(w.lang)) {
		if n.JA != "" {
			text += " tasuki:name-ja=" + quoted(n.JA)
		}
		if n.EN != "" {
			text += " tasuki:name-en=" + quoted(n.EN)
		}
	}
	return text
}

func (w *writer) model(list []*sketch, kept string) []byte {
	w.Reset()
	name := ""
	if n := w.g.Dataset().Name; !n.IsZero() {
		name = w.name(n)
	}
	fmt.Fprintf(w, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<bpmn:definitions xmlns:bpmn=%s xmlns:bpmndi=%s xmlns:dc=\"http://www.omg.org/spec/DD/20100524/DC\" xmlns:di=\"http://www.omg.org/spec/DD/20100524/DI\" xmlns:tasuki=%s id=\"definitions\"%s targetNamespace=%[3]s>\n",
		quoted(spaceModel), quoted(spaceDiagram), quoted(spaceOwn), name)
	w.WriteString("\t<bpmn:collaboration id=\"collaboration\">\n" + kept) // definitions may have no extensions of this kind
	for _, s := range list {
		fmt.Fprintf(w, "\t\t<bpmn:participant id=\"%s-pool\"%s processRef=\"%s\" tasuki:frame=\"true\"/>\n", s.id, w.title(s), s.id)
	}
	w.WriteString("\t</bpmn:collaboration>\n")
	for _, s := range list {
		w.process(s)
	}
	w.picture(list)
	w.WriteString("</bpmn:definitions>\n")
	return bytes.Clone(w.Bytes())
}

// title returns the attributes of the name of a pool.
func (w *writer) title(s *sketch) string {
	if s.rest {
		return w.name(noFlow)
	}
	return w.name(s.flow.Name)
}

func (w *writer) process(s *sketch) {
	own := " tasuki:rest=\"true\""
	if !s.rest {
		own = " tasuki:id=" + quoted(s.flow.ID)
	}
	fmt.Fprintf(w, "\t<bpmn:process id=\"%s\"%s isExecutable=\"false\"%s>\n", s.id, w.title(s), own)
	if len(s.bands) > 0 {
		fmt.Fprintf(w, "\t\t<bpmn:laneSet id=\"%s-lanes\">\n", s.id)
		for _, b := range s.bands {
			w.lane(b, "\t\t\t")
		}
		w.WriteString("\t\t</bpmn:laneSet>\n")
	}
	for _, p := range s.parts {
		switch {
		case p.task != nil:
			fmt.Fprintf(w, "\t\t<bpmn:task id=\"%s\"%s tasuki:id=%s/>\n", p.id, w.name(p.task.Name), quoted(p.task.ID))
		case p.mark != "":
			fmt.Fprintf(w, "\t\t<bpmn:%s id=\"%s\" tasuki:mark=\"%s\"/>\n", p.kind, p.id, p.mark)
		default:
			name := ""
			if p.name != "" {
				name = " name=" + quoted(p.name)
			}
			fmt.Fprintf(w, "\t\t<bpmn:%s id=\"%s\"%s/>\n", p.kind, p.id, name)
		}
	}
	for _, a := range s.arrows {
		attributes := ""
		if text := a.label(w.lang); text != "" {
			attributes += " name=" + quoted(text)
		}
		if a.handoff != nil {
			attributes += " tasuki:kind=" + quoted(string(a.handoff.Kind))
		}
		if a.optional {
			attributes += " tasuki:optional=\"true\""
		}
		fmt.Fprintf(w, "\t\t<bpmn:sequenceFlow id=\"%s\" sourceRef=\"%s\" targetRef=\"%s\"%s/>\n", a.id, a.from.id, a.to.id, attributes)
	}
	w.WriteString("\t</bpmn:process>\n")
}

func (w *writer) lane(b *band, indent string) {
	o := w.orgs[b.org]
	fmt.Fprintf(w, "%s<bpmn:lane id=\"%s\"%s tasuki:id=%s>\n", indent, b.id, w.name(o.Name), quoted(o.ID))
	for _, p := range b.parts {
		fmt.Fprintf(w, "%s\t<bpmn:flowNodeRef>%s</bpmn:flowNodeRef>\n", indent, p.id)
	}
	if len(b.inner) > 0 {
		fmt.Fprintf(w, "%s\t<bpmn:childLaneSet id=\"%s-lanes\">\n", indent, b.id)
		for _, in := range b.inner {
			w.lane(in, indent+"\t\t")
		}
		fmt.Fprintf(w, "%s\t</bpmn:childLaneSet>\n", indent)
	}
	fmt.Fprintf(w, "%s</bpmn:lane>\n", indent)
}
