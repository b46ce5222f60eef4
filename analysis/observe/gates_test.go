package observe_test

import (
	"fmt"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/internal/graphtext"
	"tasuki/internal/logtext"
)

// TestGatewaysArePassed explains cases whose work goes through gateways that no log names:
// one that parts, one that joins, two in a row, and one through which work comes back.
func TestGatewaysArePassed(t *testing.T) {
	d := graphtext.Graph(t, `
		rules each none
		1: a*
		2: a*
		3: a*
		4: a*
		7:
		8:
		9:
		flow f from 1 to 4: 1 -> 7, 7 -@x-> 2, 7 -@y-> 3, 2 -> 8, 3 -> 8, 8 -> 9, 9 -> 4 {done}, 9 -> 7 {again}
	`).Dataset()
	g := gated(t, d)
	for _, c := range []struct {
		tasks             string
		explained, looped int
	}{
		{"1 2 3 4", 1, 0}, {"1 3 2 4", 1, 0}, {"1 2 4", 0, 0}, {"1 4", 0, 0}, {"1 2 3 2 3 4", 1, 1}, {"1 7 2 3 4", 1, 0},
	} {
		var text strings.Builder
		for i, id := range strings.Fields(c.tasks) {
			fmt.Fprintf(&text, "c, %s, a, %d\n", id, i)
		}
		f := compare(t, g, logtext.Read(t, text.String())).Flows[0]
		if int(f.Explained.Part) != c.explained || int(f.Looped) != c.looped {
			t.Errorf("%s: explained %v, looped %v, want %d, %d", c.tasks, f.Explained.Part, f.Looped, c.explained, c.looped)
		}
	}
}

// TestHandoffsGoPastGateways counts handoffs from the tasks before gateways to those behind:
// those of a gateway that parts are all needed, of one that chooses one is.
func TestHandoffsGoPastGateways(t *testing.T) {
	d := graphtext.Graph(t, `
		rules each none
		1: a*
		2: a*
		3: a*
		4: a*
		5: a*
		7:
		8:
		9:
		flow f from 1 to 5: 1 -> 7, 7 -@x-> 2, 7 -@y-> 8, 8 -@z-> 3, 8 -@z-> 4, 2 -> 9, 3 -> 9, 4 -> 9, 9 -> 5
	`).Dataset()
	g := gated(t, d)
	r := compare(t, g, logtext.Read(t, "c, 1, a, 0\nc, 2, a, 1\nc, 3, a, 2\nc, 5, a, 3\nd, 1, a, 4\nd, 2, a, 5\nd, 5, a, 6")).Handoffs
	var got []string
	for _, x := range r.Declared {
		got = append(got, fmt.Sprintf("%s-%s %d", x.From, x.To, x.Count))
	}
	if s := strings.Join(got, ", "); s != "1-2 2, 1-3 1, 1-4 0, 2-5 2, 3-5 1, 4-5 0" || len(r.Undeclared) > 0 {
		t.Errorf("declared %s; not declared %v", s, r.Undeclared)
	}
	// 1 hands two branches on in each case, of which d lacks one; 2 and 3 one each time that they come.
	if r.CountRecall.Part != 6 || r.CountRecall.Whole != 7 {
		t.Errorf("work was taken over %v", r.CountRecall)
	}
}

// gated returns the graph of a dataset with tasks 7, 8 and 9 as gateways.
func gated(t *testing.T, d graph.Dataset) *graph.Graph {
	t.Helper()
	for i := range d.Tasks {
		if strings.Contains("789", d.Tasks[i].ID) {
			d.Tasks[i].Kind = graph.Gateway
		}
	}
	g, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	return g
}
