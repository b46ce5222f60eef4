package input

import (
	"strings"
	"testing"

	"tasuki/graph"
)

// TestOneFlow takes the only flow where none is asked for, and else names which there are.
func TestOneFlow(t *testing.T) {
	for _, c := range []struct{ flows, asked, want string }{
		{"f", "", "f"}, {"f g", "g", "g"}, {"f g", "", "use one of [f g]"}, {"", "", "no flow is declared"}, {"f", "x", `"x"`},
	} {
		d := graph.Dataset{Tasks: []graph.Task{{ID: "a"}, {ID: "b"}}}
		for _, id := range strings.Fields(c.flows) {
			d.Flows = append(d.Flows, graph.Flow{ID: id, Name: graph.Text(id), Start: []string{"a"}, Goal: []string{"b"}, Handoffs: []graph.Handoff{{From: "a", To: "b", Kind: graph.Sequence}}})
		}
		for i := range d.Tasks {
			d.Tasks[i].Name = graph.Text(d.Tasks[i].ID)
		}
		g, err := graph.New(d)
		if err != nil {
			t.Fatal(err)
		}
		f, err := OneFlow(g, strings.Fields(c.asked))
		got := f.ID
		if err != nil {
			got = err.Error()
		}
		if !strings.Contains(got, c.want) {
			t.Errorf("of %q, asked for %q: %s, want %s", c.flows, c.asked, got, c.want)
		}
	}
}
