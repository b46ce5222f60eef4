package drawings_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/bottleneck"
	"tasuki/analysis/escalation"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/golden"
	"tasuki/internal/samples"
	"tasuki/render/diagram"
	"tasuki/render/drawings"
	"tasuki/render/encode"
	"tasuki/render/layout"
	"tasuki/render/messages"
)

func TestDrawings(t *testing.T) {
	for _, lang := range samples.Languages() {
		for name, d := range samples.SampleDrawings(t, samples.Fault(t), lang) {
			golden.Check(t, name+"-"+string(lang.Lang)+".dot", []byte(encode.DOT(d)))
		}
	}
}

func TestDrawingsIgnoreOrderOfFacts(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	want := samples.SampleDrawings(t, samples.Fault(t), messages.In(graph.English))
	for range 5 {
		d := samples.Fault(t)
		shuffle(random, d.Organizations)
		shuffle(random, d.Tasks)
		shuffle(random, d.Assignments)
		shuffle(random, d.Supplies)
		shuffle(random, d.Flows[0].Start)
		shuffle(random, d.Flows[0].Handoffs)
		for name, got := range samples.SampleDrawings(t, d, messages.In(graph.English)) {
			if encode.DOT(got) != encode.DOT(want[name]) {
				t.Errorf("%s depends on the order of the facts", name)
			}
		}
	}
}

func shuffle[T any](random *rand.Rand, list []T) {
	random.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
}

// Names of nodes are unique even when tasks are called like decorations, and
// every edge joins two nodes of the diagram.
func TestNamesOfNodes(t *testing.T) {
	d := samples.Fault(t)
	for _, id := range []string{"title", "legend 1", "6 + storage", "lane 1", "1 mark 1"} {
		d.Tasks = append(d.Tasks, graph.Task{ID: id, Name: graph.Text("x")})
		d.Flows[0].Handoffs = append(d.Flows[0].Handoffs, graph.Handoff{From: "1", To: id, Kind: graph.Sequence})
	}
	for name, drawing := range samples.SampleDrawings(t, d, messages.In(graph.English)) {
		s := layout.SceneOf(drawing)
		names := map[string]bool{}
		for _, sh := range s.Shapes {
			if names[sh.Name] {
				t.Errorf("%s has two shapes called %q", name, sh.Name)
			}
			names[sh.Name] = true
		}
		for _, a := range s.Arrows {
			if !names[a.From] || !names[a.To] {
				t.Errorf("%s has an arrow %q -> %q without shapes", name, a.From, a.To)
			}
		}
	}
}

// Four lanes or fewer, and the ring, print on A4 without being made smaller.
func TestDrawingsFitPage(t *testing.T) {
	for _, lang := range samples.Languages() {
		for name, d := range samples.SampleDrawings(t, samples.Fault(t), lang) {
			for _, sh := range layout.SceneOf(d).Shapes {
				if right := sh.At.X + sh.W/2; right > layout.PageWidth+layout.SignSize {
					t.Errorf("%s in %s: %q reaches %.0f points to the right, beyond %.0f", name, lang.Lang, sh.Name, right, layout.PageWidth)
				}
			}
		}
	}
}

func TestEdgesWithoutRoomSaySo(t *testing.T) {
	d := samples.Fault(t)
	for _, from := range []string{"1", "2", "3", "4"} {
		d.Flows[0].Handoffs = append(d.Flows[0].Handoffs, graph.Handoff{From: from, To: "12", Kind: graph.Report, Artifact: graph.Text("Notice with a long name")})
	}
	g := layout.NewGrid(samples.SampleDrawings(t, d, messages.In(graph.English))["lanes"])
	n := g.Dropped()
	if n < 4 {
		t.Fatalf("%d labels found no room, want those of at least 4 arrows into task 12", n)
	}
	note := messages.In(graph.English).Plain("Left out for lack of room: {1} names of what is handed over.", n)
	if !slices.ContainsFunc(layout.SceneOf(g.D).Shapes, func(sh layout.Shape) bool { return strings.Join(sh.Lines, " ") == note }) {
		t.Errorf("no note says %q", note)
	}
}

// Graphs with little in them make drawings too.
func TestDrawingsOfLittle(t *testing.T) {
	for name, d := range map[string]graph.Dataset{
		"nothing":      {},
		"organization": {Organizations: []graph.Organization{{ID: "a", Name: graph.Text("A")}}},
		"task without leads": {
			Tasks: []graph.Task{{ID: "1", Name: graph.Text("Work")}},
			Flows: []graph.Flow{{ID: "f", Name: graph.Text("Flow"), Start: []string{"1"}, Goal: []string{"1"}}},
		},
	} {
		g, err := graph.New(d)
		if err != nil {
			t.Fatal(err)
		}
		encode.DOT(drawings.DependencyMap(g, bottleneck.Bottlenecks(g, rules.Options{}), diagram.Overlay{}, messages.In(graph.English)))
		encode.DOT(drawings.Ladder(g, escalation.Escalation{Flow: "missing"}, messages.In(graph.English)))
		for _, f := range g.Flows() {
			e, err := escalation.Escalations(g, f.ID, escalation.EscalationOptions{})
			if err != nil {
				t.Fatal(err)
			}
			for _, diagram := range []diagram.Diagram{drawings.Lanes(g, f, diagram.Overlay{}, messages.In(graph.Japanese)), drawings.Ladder(g, e, messages.In(graph.Japanese))} {
				if len(diagram.Nodes) == 0 || strings.Contains(encode.DOT(diagram), "NaN") {
					t.Errorf("%s: %s draws nothing", name, diagram.ID)
				}
			}
		}
	}
}
