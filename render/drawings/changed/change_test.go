package changed_test

import (
	"bytes"
	"slices"
	"testing"

	"tasuki/analysis/bottleneck"
	"tasuki/analysis/consequence"
	"tasuki/analysis/overlay"
	"tasuki/analysis/rules"
	"tasuki/analysis/spof"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/golden"
	"tasuki/internal/samples"
	"tasuki/internal/seeds"
	"tasuki/render/diagram"
	"tasuki/render/drawings"
	"tasuki/render/drawings/changed"
	"tasuki/render/encode"
	"tasuki/render/layout"
	"tasuki/render/messages"
)

// sketch is what is drawn of a dataset under changes, and of it as it is.
type sketch struct {
	*changed.Change
	consequence.Consequences
	plain, drawn map[string]diagram.Diagram
}

func sketchOf(t *testing.T, d graph.Dataset, changes []overlay.Change, lang messages.Language) sketch {
	t.Helper()
	g, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	o, err := overlay.Apply(g.Dataset(), changes)
	if err != nil {
		t.Fatal(err)
	}
	s := sketch{plain: map[string]diagram.Diagram{}, drawn: map[string]diagram.Diagram{}}
	if s.Consequences, err = consequence.Of(g, o, rules.Options{}); err != nil {
		t.Fatal(err)
	}
	if s.Change, err = changed.Of(g, o, s.Consequences); err != nil {
		t.Fatal(err)
	}
	b, after := bottleneck.Bottlenecks(g, rules.Options{}), bottleneck.Bottlenecks(s.Change.After, rules.Options{})
	marks := diagram.OverlayOf(spof.SPOFs(g, rules.Options{}), b)
	for _, f := range g.Flows() {
		both, _ := s.Union.Flow(f.ID)
		s.plain["lanes "+f.ID], s.drawn["lanes "+f.ID] = drawings.Lanes(g, f, marks, lang), s.Lanes(both, marks, lang)
	}
	s.plain["map"], s.drawn["map"] = drawings.DependencyMap(g, b, marks, lang), s.Dependencies(b, after, marks, lang)
	if s.plain["matrix"], err = drawings.Matrix(g, drawings.Selection{}, marks, lang); err != nil {
		t.Fatal(err)
	}
	if s.drawn["matrix"], err = s.Matrix(drawings.Selection{}, marks, lang); err != nil {
		t.Fatal(err)
	}
	return s
}

func svg(d diagram.Diagram) []byte { return encode.SVG(layout.SceneOf(d).Picture()) }

func parsed(t *testing.T, texts ...string) (list []overlay.Change) {
	t.Helper()
	for _, text := range texts {
		c, err := overlay.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, c)
	}
	return list
}

func TestNoChangeIsTheDrawingAsItIs(t *testing.T) {
	for _, lang := range samples.Languages() {
		s := sketchOf(t, samples.Fault(t), nil, lang)
		for name, d := range s.plain {
			if !bytes.Equal(svg(d), svg(s.drawn[name])) {
				t.Errorf("%s in %s differs", name, lang.Lang)
			}
		}
	}
}

// TestWhatStaysStandsWhereItStood compares the places of all boxes, lanes and arrows with
// those of the drawing without the change.
func TestWhatStaysStandsWhereItStood(t *testing.T) {
	for _, texts := range [][]string{{"without=ops"}, {"merge=storage:hw", "without-task=9"}, {"without-handoff=4:5", "without=hw"}, {"supporter=3=hw", "support=fallback", "without=ops"}} {
		s := sketchOf(t, samples.Fault(t), parsed(t, texts...), messages.In(graph.English))
		for name, d := range s.plain {
			nodes := map[string]bool{}
			for _, n := range d.Nodes {
				nodes[n.ID] = true
			}
			was, is := layout.SceneOf(d), layout.SceneOf(s.drawn[name])
			at := map[string]layout.Shape{}
			for _, sh := range is.Shapes {
				at[sh.Name] = sh
			}
			for _, sh := range was.Shapes {
				now := at[sh.Name]
				if nodes[sh.Name] && (now.At != sh.At || now.W != sh.W || now.H-sh.H > 1 || sh.H-now.H > 1) {
					t.Errorf("%v: %s %q stood at %v (%v x %v), stands at %v (%v x %v)", texts, name, sh.Name, sh.At, sh.W, sh.H, now.At, now.W, now.H)
				}
			}
			for i, a := range was.Arrows[:len(d.Edges)] {
				if now := is.Arrows[i]; now.From != a.From || now.HeadTip != a.HeadTip {
					t.Errorf("%v: %s: the arrow %s -> %s moves", texts, name, a.From, a.To)
				}
			}
		}
	}
}

// TestSignsAreThoseOfTheConsequences holds what is drawn of random changes to the six groups.
func TestSignsAreThoseOfTheConsequences(t *testing.T) {
	for seed := range seeds.Each(150) {
		d := bruteforce.WithParties(bruteforce.WithBranches(bruteforce.RandomDataset(seed, bruteforce.Small), seed), seed)
		changes := bruteforce.RandomChanges(d, seed)
		s := sketchOf(t, d, changes, messages.In(graph.English))
		group := func(list []consequence.Concerned, kind consequence.Kind, id string) bool {
			return slices.ContainsFunc(list, func(e consequence.Concerned) bool { return e.Kind == kind && e.ID == id })
		}
		want := func(task string) diagram.Status {
			switch {
			case group(s.GoesAway, consequence.ATask, task):
				return diagram.GoneStatus
			case group(s.Nobody, consequence.ATask, task):
				return diagram.BreaksStatus
			case group(s.Degraded, consequence.ATask, task):
				return diagram.StandInStatus
			case group(s.Touched, consequence.ATask, task):
				return diagram.ChangedStatus
			}
			return diagram.Same
		}
		for _, n := range s.drawn["matrix"].Nodes {
			if n.Class == diagram.RowNode && n.Status != want(n.Ref) {
				t.Errorf("seed %d: row %s has status %q, want %q", seed, n.Ref, n.Status.Word(), want(n.Ref).Word())
			}
		}
		for name, d := range s.drawn {
			for _, l := range d.Lanes {
				if gone := group(s.GoesAway, consequence.AnOrganization, l.Ref); gone != (l.Status == diagram.GoneStatus) {
					t.Errorf("seed %d: %s: lane %s has status %q, want gone: %v", seed, name, l.Ref, l.Status.Word(), gone)
				}
			}
			for _, n := range d.Nodes {
				if n.Class == diagram.TaskNode && n.Status != want(n.Ref) && !(n.Status == diagram.LeftStatus && want(n.Ref) == diagram.ChangedStatus) {
					t.Errorf("seed %d: %s: box %s has status %q, want %q", seed, name, n.Ref, n.Status.Word(), want(n.Ref).Word())
				}
			}
			for _, e := range d.Edges {
				cut := slices.ContainsFunc(s.GoesAway, func(c consequence.Concerned) bool {
					return c.Kind == consequence.AHandoff && c.ID == e.From && c.To == e.To
				})
				st := diagram.Same
				switch from, to := want(e.From), want(e.To); {
				case d.Arrangement != diagram.Grid:
					continue
				case cut || from == diagram.GoneStatus || to == diagram.GoneStatus:
					st = diagram.GoneStatus
				case from == diagram.BreaksStatus || to == diagram.BreaksStatus:
					st = diagram.BreaksStatus
				}
				if e.Status != st {
					t.Errorf("seed %d: %s: %s -> %s has status %q, want %q", seed, name, e.From, e.To, e.Status.Word(), st.Word())
				}
			}
			if len(changes) == 0 != (d.Change == "") {
				t.Errorf("seed %d: %s says %q of %v", seed, name, d.Change, changes)
			}
			layout.SceneOf(d).Picture()
		}
		if t.Failed() {
			return
		}
	}
}

// TestPicturesOfChanges keeps a picture of every sign.
func TestPicturesOfChanges(t *testing.T) {
	for _, lang := range samples.Languages() {
		s := sketchOf(t, samples.Fault(t), parsed(t, "without=ops", "lead=5=ops:lan", "lead=9=ops:storage", "supporter=3=guest", "without-task=11", "without-handoff=8:10", "leads=any", "support=fallback"), lang)
		for name, d := range map[string]diagram.Diagram{"flow": s.drawn["lanes fault"], "dependencies": s.drawn["map"], "matrix": s.drawn["matrix"]} {
			golden.Check(t, name+"-"+string(lang.Lang)+".svg", svg(d))
			if name == "flow" && lang.Lang == graph.English {
				graphml, err := encode.GraphML(d)
				if err != nil {
					t.Fatal(err)
				}
				golden.Check(t, "flow.graphml", graphml)
				golden.Check(t, "flow.mmd", []byte(encode.Mermaid(d)))
			}
		}
	}
}
