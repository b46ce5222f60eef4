package exchange

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"

	"tasuki/graph"
)

// sourceKind is the kind that all nodes have, by which they can be deleted together.
const sourceKind = "Tasuki"

type openGraph struct {
	Metadata struct {
		SourceKind string `json:"source_kind"`
	} `json:"metadata"`
	Graph struct {
		Nodes []openNode `json:"nodes"`
		Edges []openEdge `json:"edges"`
	} `json:"graph"`
}

type openNode struct {
	ID         string         `json:"id"`
	Kinds      []string       `json:"kinds"`
	Properties map[string]any `json:"properties"`
}

type openEdge struct {
	Start      openEnd        `json:"start"`
	End        openEnd        `json:"end"`
	Kind       string         `json:"kind"`
	Properties map[string]any `json:"properties,omitempty"`
}

type openEnd struct {
	MatchBy string `json:"match_by"`
	Value   string `json:"value"`
}

// openWriter collects nodes and edges. Its IDs begin with a sum of the dataset's name, so that
// two datasets do not become one.
type openWriter struct {
	file  openGraph
	scope string
	lang  graph.Lang
}

// OpenGraph writes a dataset as BloodHound takes graphs of others: organizations, tasks, flows
// and components as nodes, what joins them as edges, properties flat. It takes time in
// proportion to the dataset. Source: bloodhound.specterops.io/opengraph/developer, nodes and edges.
func OpenGraph(g *graph.Graph, lang graph.Lang) ([]byte, error) {
	d := g.Dataset()
	w := &openWriter{scope: fmt.Sprintf("tasuki_%x", sha256.Sum256([]byte(d.Name.JA+"\x00"+d.Name.EN)))[:15], lang: lang}
	w.file.Metadata.SourceKind = sourceKind
	w.file.Graph.Nodes, w.file.Graph.Edges = []openNode{}, []openEdge{}
	ranks := graph.Ranks(d)
	for i, o := range d.Organizations {
		w.node("Organization", o.ID, o.Name, map[string]any{
			"partykind": string(o.Kind), "aliases": o.Aliases, "substitutability": string(o.Substitutability),
			"region": string(o.Region), "lei": o.LEI, "rank": ranks[i], "leads": len(g.Led(i)),
		})
		w.edge("PartOf", "Organization", o.ID, "Organization", o.Parent, nil)
		w.edge("Serves", "Organization", o.ID, "Organization", o.Serves, nil)
		w.edge("EscalatesTo", "Organization", o.ID, "Organization", o.EscalatesTo, nil)
	}
	for _, t := range d.Tasks {
		w.node("Task", t.ID, t.Name, map[string]any{"timing": string(t.Timing), "phase": t.Phase, "category": t.Category})
	}
	for _, a := range d.Assignments {
		kind := map[graph.Role]string{graph.Lead: "Leads", graph.Accountable: "AccountableFor", graph.Support: "Supports", graph.Informed: "IsInformedOf"}[a.Role]
		w.edge(kind, "Organization", a.Organization, "Task", a.Task, map[string]any{"reading": string(a.Reading)})
	}
	handoffs := func(list []graph.Handoff, flow string) {
		for _, h := range list {
			w.edge("HandsOffTo", "Task", h.From, "Task", h.To, map[string]any{
				"flow": flow, "handoffkind": string(h.Kind), "artifact": h.Artifact.In(lang), "minutes": h.Minutes,
				"branch": h.Branch, "condition": h.When.In(lang), "optional": h.Optional, "inferred": h.Basis.Inferred,
			})
		}
	}
	for _, f := range d.Flows {
		w.node("Flow", f.ID, f.Name, map[string]any{"tier": string(f.Tier), "objectiveminutes": f.ObjectiveMinutes})
		for _, id := range graph.FlowTasks(f) {
			w.edge("Includes", "Flow", f.ID, "Task", id, nil)
		}
		handoffs(f.Handoffs, f.ID)
	}
	handoffs(d.Handoffs, "")
	for _, c := range d.Components {
		w.node("Component", c.ID, c.Name, nil)
		w.edge("PartOf", "Component", c.ID, "Component", c.Parent, nil)
	}
	for _, s := range d.Supplies {
		w.edge("Supplies", "Organization", s.Organization, "Component", s.Component, map[string]any{"environment": s.Environment, "site": s.Site, "reading": string(s.Reading)})
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	err := e.Encode(w.file)
	return b.Bytes(), err
}

func (w *openWriter) id(kind, id string) string { return Identifier(w.scope, kind+"/"+id) }

func (w *openWriter) node(kind, id string, name graph.Name, properties map[string]any) {
	properties = flat(properties)
	properties["name"], properties["tasukiid"] = name.In(w.lang), id
	for l, text := range map[string]string{"nameja": name.JA, "nameen": name.EN} {
		if text != "" {
			properties[l] = text
		}
	}
	w.file.Graph.Nodes = append(w.file.Graph.Nodes, openNode{w.id(kind, id), []string{sourceKind + kind, sourceKind}, properties})
}

// edge adds an edge to something that is declared.
func (w *openWriter) edge(kind, fromKind, from, toKind, to string, properties map[string]any) {
	if to == "" {
		return
	}
	w.file.Graph.Edges = append(w.file.Graph.Edges, openEdge{openEnd{"id", w.id(fromKind, from)}, openEnd{"id", w.id(toKind, to)}, sourceKind + kind, flat(properties)})
}

// flat leaves out what is not declared: an empty list has no type, and 0 stands for unknown.
// Numbers that count and truths stay.
func flat(properties map[string]any) map[string]any {
	kept := map[string]any{}
	for key, v := range properties {
		switch v := v.(type) {
		case string:
			if v == "" {
				continue
			}
		case []string:
			if len(v) == 0 {
				continue
			}
		case int:
			if v == 0 && key != "leads" {
				continue
			}
		}
		kept[key] = v
	}
	return kept
}
