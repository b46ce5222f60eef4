// Package archimate reads models in ArchiMate as datasets: of the tool Archi, and in the Open
// Group's exchange format.
//
// Actors, roles, collaborations and application components become organizations; processes,
// functions, interactions, events and services tasks; assignment says who leads, triggering
// and flow what follows what. docs/bpmn.md has the rest. The account has each type of
// element and of relation.
package archimate

import (
	"path/filepath"
	"strings"

	"tasuki/graph"
	"tasuki/graph/xmltree"
)

// The namespaces of the formats, of types and of languages.
const (
	spaceArchi    = "http://www.archimatetool.com/archimate"
	spaceExchange = "http://www.opengroup.org/xsd/archimate/3.0/"
	spaceInstance = "http://www.w3.org/2001/XMLSchema-instance"
	spaceXML      = "http://www.w3.org/XML/1998/namespace"
)

// item is an element of the model, a relation or a view.
type item struct {
	id, kind       string // the kind without Relationship behind it
	name           graph.Name
	source, target string
	relation, and  bool
	line           int
	file           string
	mapped         bool
	left           string // why it is left out, where its kind does not say so
}

// Read returns the facts that a model in ArchiMate states, with an account of its elements
// and relations. IDs for which taken says yes are another file's. Faults are
// graph.Problems: all of them, each with its line. Time and memory grow with the text, and
// with the pairs that junctions stand for, of which one may make maxPairs.
func Read(file string, text []byte, taken func(id string) bool) (graph.Dataset, error) {
	root, err := xmltree.Parse(file, text, func(_, name string) bool {
		return name == "documentation" || name == "properties" || name == "property"
	})
	if err != nil {
		return graph.Dataset{}, err
	}
	if root.Name != "model" || root.Space != spaceArchi && root.Space != spaceExchange {
		p := graph.Problem{Source: graph.Source{File: file, Line: root.Line}, Value: root.Name}
		return graph.Dataset{}, graph.Problems{p.Saying("is no model in ArchiMate: its root is not model in the namespace of Archi or of the exchange format")}
	}
	m := &model{file: file, byID: map[string]*item{}}
	m.collect(root)
	var faults graph.Collector
	m.check(&faults)
	if err := faults.Problems().Err(); err != nil {
		return graph.Dataset{}, err
	}
	name := nameOf(root)
	if name.IsZero() {
		name = graph.Text(strings.TrimSuffix(file, filepath.Ext(file)))
	}
	return m.dataset(name, taken), nil
}

// model is what a file says.
type model struct {
	file  string
	items []*item
	byID  map[string]*item
	twice []*item
}

// collect finds elements, relations and views, whatever folders they lie in.
func (m *model) collect(e *xmltree.Element) {
	for _, c := range e.Children {
		kind := c.In(spaceInstance, "type")
		if _, local, ok := strings.Cut(kind, ":"); ok {
			kind = local
		}
		view := c.Name == "view" || kind == "ArchimateDiagramModel" || kind == "SketchModel" || kind == "CanvasModel"
		if c.Name != "element" && c.Name != "relationship" && !view {
			m.collect(c)
			continue
		}
		i := &item{id: c.Attribute("id") + c.Attribute("identifier"), name: nameOf(c), source: c.Attribute("source"), target: c.Attribute("target"), line: c.Line, file: m.file}
		i.kind, i.relation = strings.CutSuffix(kind, "Relationship")
		i.relation = i.relation || c.Name == "relationship"
		if view {
			i.kind = "view"
		}
		i.and = i.kind == "AndJunction" || i.kind == "Junction" && c.Attribute("type") != "or"
		m.items = append(m.items, i)
		if m.byID[i.id] != nil {
			m.twice = append(m.twice, i)
		} else if i.id != "" {
			m.byID[i.id] = i
		}
	}
}

// nameOf returns the name of an element: an attribute, or children by language.
func nameOf(e *xmltree.Element) graph.Name {
	if text := e.Attribute("name"); text != "" {
		return graph.Text(text)
	}
	var name graph.Name
	for _, c := range e.Children {
		switch {
		case c.Name != "name" || c.Text == "":
		case strings.HasPrefix(c.In(spaceXML, "lang"), "ja"):
			name.JA = c.Text
		case strings.HasPrefix(c.In(spaceXML, "lang"), "en"):
			name.EN = c.Text
		case name.IsZero():
			name = graph.Text(c.Text)
		}
	}
	return name
}

// check names IDs that stand twice, and ends of relations that are nothing.
func (m *model) check(faults *graph.Collector) {
	at := func(i *item, value string) graph.Problem {
		return graph.Problem{Source: graph.Source{File: m.file, Line: i.line}, Value: value}
	}
	for _, i := range m.twice {
		faults.Add(at(i, i.id).Saying("is the ID of two elements, this one and that of line %d; an ID names one element", m.byID[i.id].line))
	}
	for _, i := range m.items {
		if !i.relation {
			continue
		}
		for _, end := range []struct{ key, id string }{{"source", i.source}, {"target", i.target}} {
			if m.byID[end.id] == nil {
				faults.Add(at(i, end.id).Saying("is not the ID of any element; correct the %s of relation %s, or remove it", end.key, i.id))
			}
		}
	}
}
