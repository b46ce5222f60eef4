package answergraph

import (
	"errors"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/graph/neo4jstore"
)

func TestGraphOfAnAnswer(t *testing.T) {
	node := func(id, label string, properties map[string]any) neo4jstore.Node {
		return neo4jstore.Node{ElementID: id, Labels: []string{label}, Properties: properties}
	}
	o := node("o", "Organization", map[string]any{"id": "ops", "name": "Operations", "name_ja": "運用"})
	task := node("t", "Task", map[string]any{"id": "3-24", "name": "Report"})
	bare := neo4jstore.Node{ElementID: "b"}
	leads := neo4jstore.Relationship{Type: "LEADS", Start: "o", End: "t"}
	g := Graph{Lang: graph.Japanese}
	if _, err := g.DOT(); !errors.Is(err, ErrNothing) {
		t.Errorf("an empty answer gives %v", err)
	}
	g.Add([]any{1, "text", []any{neo4jstore.Path{Nodes: []neo4jstore.Node{o, task}, Relationships: []neo4jstore.Relationship{leads}}}, o, bare})
	dot, err := g.DOT()
	if err != nil || g.Size() != 5 {
		t.Fatalf("%d nodes and relationships, %v", g.Size(), err)
	}
	for _, want := range []string{"運用", "3-24 Report", `"o" -> "t"`, "leads"} {
		if strings.Count(dot, want) != 1 {
			t.Errorf("%q stands %d times in %s", want, strings.Count(dot, want), dot)
		}
	}
}
