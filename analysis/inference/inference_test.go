package inference

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/flow"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/graphtext"
	"tasuki/internal/seeds"
)

// withInferred marks the handoffs of a flow between some tasks as inferred.
func withInferred(t *testing.T, text string, handoffs ...string) *graph.Graph {
	t.Helper()
	d := graphtext.Graph(t, text).Dataset()
	for i := range d.Flows[0].Handoffs {
		h := &d.Flows[0].Handoffs[i]
		h.Basis.Inferred = slices.Contains(handoffs, h.From+">"+h.To)
	}
	g, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

const diamond = `
	rules each none
	1: a*
	2: b*
	3: c*
	4: d*
	flow f from 1 to 4: 1 -> 2 -> 4, 1 -> 3 -> 4
`

func TestInferenceByHand(t *testing.T) {
	x := Of(withInferred(t, diamond, "1>3", "2>4"), rules.Options{}).Flows[0]
	if x.Handoffs != 4 || x.Inferred != 2 || x.Tried != 2 || x.Stated.Works || !x.Now.Works || len(x.Holds) != 1 || x.Holds[0] != Tasks {
		t.Errorf("got %+v", x)
	}
	want := []Hang{
		{flow.TaskHandoff{From: "1", To: "3"}, graph.Sequence, []Topic{Tasks, Organizations}},
		{flow.TaskHandoff{From: "2", To: "4"}, graph.Sequence, []Topic{Tasks, Organizations}},
	}
	if !reflect.DeepEqual(x.Hangs, want) {
		t.Errorf("got %+v, want %+v", x.Hangs, want)
	}
	if !slices.Equal(x.Undeclared, []string{"1"}) || x.AllNeeded == nil || !slices.Equal(x.AllNeeded.Tasks, bruteforce.Path("2 3")) || len(x.AllNeeded.Organizations) != 4 {
		t.Errorf("got forks %v, all needed %+v, want 1 with 2 and 3", x.Undeclared, x.AllNeeded)
	}
	declared := strings.NewReplacer("1 -> 2", "1 -@a-> 2", "1 -> 3", "1 -@b-> 3").Replace(diamond)
	if x := Of(graphtext.Graph(t, declared), rules.Options{}).Flows[0]; len(x.Undeclared) > 0 || x.AllNeeded != nil || len(x.Hangs) > 0 || len(x.Holds) != 4 {
		t.Errorf("a declared fork with nothing inferred: got %+v", x)
	}
	// Without 1 -> 3 its branch is gone: 3 is no longer needed.
	x = Of(withInferred(t, declared, "1>3"), rules.Options{}).Flows[0]
	if len(x.Hangs) != 1 || !slices.Equal(x.Hangs[0].Changes, []Topic{Tasks, Organizations}) || !slices.Equal(x.Stated.Tasks, []string{"2"}) {
		t.Errorf("an inferred branch: got %+v", x)
	}
}

// TestLoopsAreNotNeeded has a fork one of whose ways leads back to it.
func TestLoopsAreNotNeeded(t *testing.T) {
	x := Of(graphtext.Graph(t, "1:\n2:\n3:\n4:\nflow f from 1 to 3: 1 -> 2 -> 3, 2 -> 1, 2 -> 4"), rules.Options{}).Flows[0]
	if !slices.Equal(x.Undeclared, []string{"2"}) || x.AllNeeded == nil || !slices.Equal(x.AllNeeded.Tasks, []string{"2"}) {
		t.Errorf("got %v, %+v, want no more than 2", x.Undeclared, x.AllNeeded)
	}
}

// TestInferenceBruteForce removes inferred handoffs and tries all solutions that are left.
func TestInferenceBruteForce(t *testing.T) {
	hangs, more, branched := 0, 0, 0
	bruteforce.EachRandomOf(t, bruteforce.Small, 1000, func(t *testing.T, seed uint64, g *graph.Graph) {
		r := rand.New(rand.NewPCG(seed, 8))
		d := g.Dataset()
		if seed%2 == 0 {
			d = bruteforce.WithBranches(d, seed)
		}
		d.Flows = slices.Clone(d.Flows)
		for i := range d.Flows {
			d.Flows[i].Handoffs = slices.Clone(d.Flows[i].Handoffs)
			for j := range d.Flows[i].Handoffs {
				d.Flows[i].Handoffs[j].Basis.Inferred = r.IntN(2) == 0
			}
		}
		g, err := graph.New(d)
		if err != nil {
			t.Fatal(err)
		}
		inForce := rules.InForce(g, rules.Options{}).Rules
		for i, x := range Of(g, rules.Options{}).Flows {
			f := g.Flows()[i]
			if graph.Splits(f) {
				branched++
			}
			now := slowly(g, f, inForce)
			without := func(gone func(h graph.Handoff) bool) Conclusions {
				less := f
				less.Handoffs = slices.DeleteFunc(slices.Clone(f.Handoffs), gone)
				return slowly(g, less, inForce)
			}
			if !reflect.DeepEqual(x.Now, now) || !reflect.DeepEqual(x.Stated, without(func(h graph.Handoff) bool { return h.Basis.Inferred })) {
				t.Errorf("flow %s: got %+v, stated %+v", f.ID, x.Now, x.Stated)
			}
			found := 0
			for _, h := range f.Handoffs {
				changes := now.differs(without(func(o graph.Handoff) bool { return o.From == h.From && o.To == h.To && o.Kind == h.Kind }))
				at := slices.IndexFunc(x.Hangs, func(y Hang) bool { return y.From == h.From && y.To == h.To && y.Kind == h.Kind })
				switch {
				case !h.Basis.Inferred || len(changes) == 0:
					if at >= 0 {
						t.Errorf("flow %s: %+v changes nothing", f.ID, x.Hangs[at])
					}
				case at < 0 || !slices.Equal(x.Hangs[at].Changes, changes):
					t.Errorf("flow %s: %s -> %s changes %v, got %+v", f.ID, h.From, h.To, changes, x.Hangs)
				default:
					found++
				}
			}
			hangs += found
			if x.AllNeeded != nil {
				for _, id := range x.Now.Tasks {
					if !slices.Contains(x.AllNeeded.Tasks, id) {
						t.Errorf("flow %s: %s is not needed when all branches are", f.ID, id)
					}
				}
				more += len(x.AllNeeded.Tasks) - len(x.Now.Tasks)
				if all := (flows{g: g}).allNeeded(f, x.Undeclared); !reflect.DeepEqual(*x.AllNeeded, slowly(g, all, inForce)) {
					t.Errorf("flow %s: got %+v with all branches", f.ID, *x.AllNeeded)
				}
			}
		}
	})
	if seeds.All() && (hangs < 200 || more < 50 || branched < 200) {
		t.Errorf("%d handoffs matter, all branches add %d tasks, %d flows have branches; the test shows too little", hangs, more, branched)
	}
}

// slowly concludes by trying all solutions.
func slowly(g *graph.Graph, f graph.Flow, inForce rules.Rules) Conclusions {
	p := flow.New(g, f)
	remains := bruteforce.NewRemains(p)
	c := Conclusions{Works: remains.Some(p.Avoiding()), Tasks: []string{}, Organizations: []string{}}
	if !c.Works {
		return c
	}
	c.EveryStart = remains.Starts(p.Avoiding()) == len(f.Start)
	for v, id := range p.Tasks {
		if !remains.Some(p.Avoiding(v)) && !slices.Contains(f.Start, id) && !slices.Contains(f.Goal, id) {
			c.Tasks = append(c.Tasks, id)
		}
	}
	for org, o := range g.Organizations() {
		if remains.FlowOutcome(g, inForce, org) == rules.Lost {
			c.Organizations = append(c.Organizations, o.ID)
		}
	}
	return c
}
