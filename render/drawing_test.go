package render

import (
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tasuki/analysis/bottleneck"
	"tasuki/analysis/escalation"
	"tasuki/analysis/rules"
	"tasuki/analysis/spof"
	"tasuki/graph"
	"tasuki/internal/golden"
)

func TestDrawings(t *testing.T) {
	for _, lang := range graph.Langs() {
		for name, d := range drawings(t, fault(t), lang) {
			golden.Check(t, name+"-"+string(lang)+".dot", []byte(DOT(d)))
		}
	}
}

func TestDrawingsIgnoreOrderOfFacts(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	want := drawings(t, fault(t), graph.English)
	for range 5 {
		d := fault(t)
		shuffle(random, d.Organizations)
		shuffle(random, d.Tasks)
		shuffle(random, d.Assignments)
		shuffle(random, d.Supplies)
		shuffle(random, d.Flows[0].Start)
		shuffle(random, d.Flows[0].Handoffs)
		for name, got := range drawings(t, d, graph.English) {
			if DOT(got) != DOT(want[name]) {
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
	d := fault(t)
	for _, id := range []string{"title", "legend 1", "6 + storage", "lane 1", "1 mark 1"} {
		d.Tasks = append(d.Tasks, graph.Task{ID: id, Name: graph.Text("x")})
		d.Flows[0].Handoffs = append(d.Flows[0].Handoffs, graph.Handoff{From: "1", To: id, Kind: graph.Sequence})
	}
	for name, drawing := range drawings(t, d, graph.English) {
		s := sceneOf(drawing)
		names := map[string]bool{}
		for _, sh := range s.shapes {
			if names[sh.name] {
				t.Errorf("%s has two shapes called %q", name, sh.name)
			}
			names[sh.name] = true
		}
		for _, a := range s.arrows {
			if !names[a.from] || !names[a.to] {
				t.Errorf("%s has an arrow %q -> %q without shapes", name, a.from, a.to)
			}
		}
	}
}

// Four lanes or fewer, and the ring, print on A4 without being made smaller.
func TestDrawingsFitPage(t *testing.T) {
	for _, lang := range graph.Langs() {
		for name, d := range drawings(t, fault(t), lang) {
			for _, sh := range sceneOf(d).shapes {
				if right := sh.at.x + sh.w/2; right > pageWidth+signSize {
					t.Errorf("%s in %s: %q reaches %.0f points to the right, beyond %.0f", name, lang, sh.name, right, pageWidth)
				}
			}
		}
	}
}

// fault is a dataset with several starts, joint leads, a task without lead, an
// uncertain mark, a loop and organizations without work.
func fault(t *testing.T) graph.Dataset {
	t.Helper()
	file, err := os.Open("testdata/fault.json")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	d, err := graph.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	addSupplies(&d)
	return d
}

// addSupplies adds what the matrix and the supply map tell apart: a party that
// is only told, and two places with parties of their own.
func addSupplies(d *graph.Dataset) {
	orgs := d.Organizations
	d.Assignments = append(d.Assignments, graph.Assignment{Task: "12", Organization: orgs[len(orgs)-1].ID, Role: graph.Informed, Reading: graph.Printed})
	d.Environments = []graph.Term{{ID: "live", Name: graph.Name{JA: "本番環境", EN: "Live"}}, {ID: "test", Name: graph.Name{JA: "試験環境", EN: "Test"}}, {ID: "spare", Name: graph.Text("Spare")}}
	d.Components = []graph.Term{{ID: "disk", Name: graph.Name{JA: "ディスク", EN: "Disks"}}, {ID: "os", Name: graph.Text("OS")}}
	d.Supplies = []graph.Supply{
		{Environment: "live", Component: "disk", Organization: orgs[0].ID, Reading: graph.Printed},
		{Environment: "live", Component: "disk", Organization: orgs[1].ID, Reading: graph.Uncertain},
		{Environment: "test", Component: "disk", Organization: orgs[0].ID, Reading: graph.Printed},
		{Environment: "test", Component: "os", Organization: orgs[2].ID, Reading: graph.Printed, Reason: graph.Text("merged cell")},
	}
}

// drawings returns the drawings of a dataset with one flow.
func drawings(t *testing.T, d graph.Dataset, lang graph.Lang) map[string]Diagram {
	t.Helper()
	g, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	b, spofs := bottleneck.Bottlenecks(g, rules.Options{}), spof.SPOFs(g, rules.Options{})
	flow := g.Flows()[0]
	e, err := escalation.Escalations(g, flow.ID, escalation.EscalationOptions{})
	if err != nil {
		t.Fatal(err)
	}
	o := OverlayOf(spofs, b)
	matrix, err := Matrix(g, Selection{}, o, lang)
	if err != nil {
		t.Fatal(err)
	}
	return map[string]Diagram{
		"map":    DependencyMap(g, b, o, lang),
		"lanes":  Lanes(g, flow, o, lang),
		"ladder": Ladder(g, e, lang),
		"matrix": matrix,
		"supply": Supplies(g, lang),
	}
}

func TestEdgesWithoutRoomSaySo(t *testing.T) {
	d := fault(t)
	for _, from := range []string{"1", "2", "3", "4"} {
		d.Flows[0].Handoffs = append(d.Flows[0].Handoffs, graph.Handoff{From: from, To: "12", Kind: graph.Report, Artifact: graph.Text("Notice with a long name")})
	}
	g := newGrid(drawings(t, d, graph.English)["lanes"])
	n := g.dropped()
	if n < 4 {
		t.Fatalf("%d labels found no room, want those of at least 4 arrows into task 12", n)
	}
	note := fill(wordDropped, graph.English, strconv.Itoa(n))
	if !slices.ContainsFunc(sceneOf(g.d).shapes, func(sh shape) bool { return strings.Join(sh.lines, " ") == note }) {
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
		DOT(DependencyMap(g, bottleneck.Bottlenecks(g, rules.Options{}), Overlay{}, graph.English))
		DOT(Ladder(g, escalation.Escalation{Flow: "missing"}, graph.English))
		for _, f := range g.Flows() {
			e, err := escalation.Escalations(g, f.ID, escalation.EscalationOptions{})
			if err != nil {
				t.Fatal(err)
			}
			for _, diagram := range []Diagram{Lanes(g, f, Overlay{}, graph.Japanese), Ladder(g, e, graph.Japanese)} {
				if len(diagram.Nodes) == 0 || strings.Contains(DOT(diagram), "NaN") {
					t.Errorf("%s: %s draws nothing", name, diagram.ID)
				}
			}
		}
	}
}
