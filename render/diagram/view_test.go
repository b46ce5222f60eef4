package diagram_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/internal/samples"
	"tasuki/internal/seeds"
	"tasuki/render/diagram"
	"tasuki/render/encode"
	"tasuki/render/messages"
)

// randomDrawing returns a map or the lanes of a random dataset: n organizations,
// and tasks with one or two leads that hand on to each other.
func randomDrawing(t *testing.T, random *rand.Rand) (*graph.Graph, diagram.Diagram) {
	t.Helper()
	n, m := 1+random.IntN(6), 1+random.IntN(9)
	d := graph.Dataset{Flows: []graph.Flow{{ID: "f", Name: graph.Text("F"), Start: []string{"t0"}, Goal: []string{fmt.Sprint("t", m-1)}}}}
	for i := range n {
		d.Organizations = append(d.Organizations, graph.Organization{ID: fmt.Sprint("o", i), Name: graph.Text(fmt.Sprint("O", i)), Kind: graph.Vendor})
	}
	for i := range m {
		id := fmt.Sprint("t", i)
		d.Tasks = append(d.Tasks, graph.Task{ID: id, Name: graph.Text(id)})
		for _, org := range random.Perm(n)[:min(n, random.IntN(3))] {
			d.Assignments = append(d.Assignments, graph.Assignment{Task: id, Organization: fmt.Sprint("o", org), Role: graph.Lead, Reading: graph.Printed})
		}
		for k := range 1 + random.IntN(3) {
			to := fmt.Sprint("t", random.IntN(m))
			if k == 0 && i > 0 { // every task is reached
				id, to = fmt.Sprint("t", random.IntN(i)), id
			}
			if to != id && !slices.ContainsFunc(d.Flows[0].Handoffs, func(h graph.Handoff) bool { return h.From == id && h.To == to }) {
				d.Flows[0].Handoffs = append(d.Flows[0].Handoffs, graph.Handoff{From: id, To: to, Kind: graph.Report})
			}
		}
	}
	g, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	drawings := samples.SampleDrawings(t, d, messages.In(graph.English))
	if random.IntN(2) == 0 {
		return g, drawings["map"]
	}
	return g, drawings["lanes"]
}

func randomView(random *rand.Rand, g *graph.Graph) diagram.View {
	v := diagram.View{Depth: random.IntN(3)}
	for _, o := range g.Organizations() {
		if random.IntN(3) == 0 {
			v.Hide = append(v.Hide, o.ID)
		}
	}
	switch random.IntN(3) {
	case 0:
		v.Focus = g.Organizations()[random.IntN(len(g.Organizations()))].ID
	case 1:
		v.Focus = g.Tasks()[random.IntN(len(g.Tasks()))].ID
	}
	return v
}

// passes returns for each pair of boxes how many boxes outside shown the way
// between them passes that passes the fewest and nothing else, by trying ways of
// one arrow, then two, and so on; -1 when there is none.
func passes(d diagram.Diagram, from, to string, shown map[string]bool) int {
	ends := map[string]bool{from: true}
	for length := range len(d.Nodes) + 1 {
		next := map[string]bool{}
		for _, e := range d.Edges {
			if ends[e.From] {
				next[e.To] = true
			}
		}
		if next[to] {
			return length
		}
		ends = map[string]bool{}
		for id := range next {
			if !shown[id] {
				ends[id] = true
			}
		}
	}
	return -1
}

// reach returns what can be reached from each box, by Warshall's algorithm.
func reach(edges []diagram.Edge) map[[2]string]bool {
	got := map[[2]string]bool{}
	var ids []string
	for _, e := range edges {
		got[[2]string{e.From, e.To}] = true
		ids = append(ids, e.From, e.To)
	}
	for _, k := range ids {
		for _, i := range ids {
			for _, j := range ids {
				if got[[2]string{i, k}] && got[[2]string{k, j}] {
					got[[2]string{i, j}] = true
				}
			}
		}
	}
	return got
}

func TestViewsKeepWhatTheyImply(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	implied, moved := 0, 0
	for range seeds.Count(3000) {
		g, d := randomDrawing(t, random)
		v := randomView(random, g)
		part, err := v.Of(g, d)
		if err != nil {
			left := slices.ContainsFunc(d.Nodes, func(n diagram.Node) bool { return !v.HidesNode(d, n) })
			if left && (v.Focus == "" || !strings.Contains(err.Error(), "not in this drawing")) {
				t.Fatalf("%+v: %v", v, err)
			}
			continue
		}
		checkView(t, v, d, part)
		for _, e := range part.Edges {
			implied += min(e.Passes, 1)
		}
		for _, n := range part.Nodes {
			was := d.Nodes[slices.IndexFunc(d.Nodes, func(m diagram.Node) bool { return m.ID == n.ID })]
			if d.Arrangement == diagram.Grid && d.Lanes[was.Lane].Ref != part.Lanes[n.Lane].Ref {
				moved++
			}
		}
		if strings.Contains(encode.DOT(part), "NaN") {
			t.Fatalf("%+v cannot be painted", v)
		}
	}
	if seeds.All() && (implied < 200 || moved < 50) {
		t.Errorf("only %d implied arrows and %d moved boxes were seen", implied, moved)
	}
}

func checkView(t *testing.T, v diagram.View, d, part diagram.Diagram) {
	t.Helper()
	shown, total := map[string]bool{}, 0
	places := map[[2]int]bool{}
	for _, n := range part.Nodes {
		if n.Class != diagram.JointNode {
			shown[n.ID] = true
		}
		if at := [2]int{n.Lane, n.Row}; part.Arrangement == diagram.Grid {
			if places[at] || n.Lane >= len(part.Lanes) {
				t.Fatalf("%+v: two boxes at %v of %d lanes", v, at, len(part.Lanes))
			}
			places[at] = true
			if slices.Contains(v.Hide, part.Lanes[n.Lane].Ref) {
				t.Fatalf("%+v: a box stands in a hidden lane", v)
			}
		} else if slices.Contains(v.Hide, n.Ref) {
			t.Fatalf("%+v: %s is drawn", v, n.ID)
		}
	}
	for _, n := range d.Nodes {
		if n.Class != diagram.JointNode {
			total++
		}
	}
	declared := 0
	joined := map[[2]string]int{}
	for _, e := range part.Edges {
		joined[[2]string{e.From, e.To}] = e.Passes
		if e.Passes == 0 {
			declared++
		}
		if !shown[e.From] || !shown[e.To] || e.From == e.To && e.Passes > 0 {
			t.Fatalf("%+v: the arrow %+v", v, e)
		}
	}
	if v.Focus != "" || len(v.Hide) > 0 {
		numbers := fmt.Sprintf("%d drawn, %d hidden, %d in all. ", len(shown), total-len(shown), total)
		arrows := fmt.Sprintf("%d drawn, %d hidden, %d in all.", declared, len(d.Edges)-declared, len(d.Edges))
		if !strings.Contains(part.Notes[0], numbers) || !strings.HasSuffix(part.Notes[0], arrows) {
			t.Fatalf("%+v: the note is %q, want %s%s", v, part.Notes[0], numbers, arrows)
		}
	}
	before, after := reach(d.Edges), reach(part.Edges)
	for from := range shown {
		for to := range shown {
			if from == to {
				continue
			}
			pair := [2]string{from, to}
			if before[pair] != after[pair] {
				t.Fatalf("%+v: %s reaches %s: %v, and in the part %v", v, from, to, before[pair], after[pair])
			}
			got, drawn := joined[pair]
			if !drawn {
				got = -1
			}
			if want := passes(d, from, to, shown); got != want {
				t.Fatalf("%+v: the arrow %v passes %d, want %d", v, pair, got, want)
			}
		}
	}
}

// The depth counts arrows in both directions.
func TestViewDepth(t *testing.T) {
	g, err := graph.New(samples.Fault(t))
	if err != nil {
		t.Fatal(err)
	}
	d := samples.SampleDrawings(t, samples.Fault(t), messages.In(graph.English))["lanes"]
	for _, c := range []struct {
		depth int
		want  string
	}{{0, "4"}, {1, "3 4 5 7"}, {2, "1 2 3 4 5 6 7 8"}} {
		part, err := diagram.View{Focus: "4", Depth: c.depth}.Of(g, d)
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for _, n := range part.Nodes {
			if n.Class == diagram.TaskNode {
				ids = append(ids, n.ID)
			}
		}
		slices.SortFunc(ids, graph.Compare)
		if got := strings.Join(ids, " "); got != c.want {
			t.Errorf("depth %d shows %s, want %s", c.depth, got, c.want)
		}
	}
}
