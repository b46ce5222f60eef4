package changed_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/consequence"
	"tasuki/analysis/escalation"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/golden"
	"tasuki/internal/samples"
	"tasuki/internal/seeds"
	"tasuki/render/diagram"
	"tasuki/render/drawings"
	"tasuki/render/layout"
	"tasuki/render/messages"
)

func TestLadderOfNoChangeIsAsItIs(t *testing.T) {
	for _, lang := range samples.Languages() {
		s := sketchOf(t, samples.Fault(t), nil, lang)
		before, after, err := s.Escalations("fault", escalation.EscalationOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(svg(drawings.Ladder(s.Union, before, lang)), svg(s.Ladder(before, after, lang))) {
			t.Errorf("the ladder in %s differs", lang.Lang)
		}
	}
}

// TestLaddersOfRandomChanges keeps what stands in the ladder before the change in its place,
// draws ladders behind it only where something is left of the flow, and marks a level as
// new only where nobody was called for these tasks before.
func TestLaddersOfRandomChanges(t *testing.T) {
	lang := messages.In(graph.English)
	behind := 0
	for seed := range seeds.Each(150) {
		d := bruteforce.WithParties(bruteforce.WithBranches(bruteforce.RandomDataset(seed, bruteforce.Small), seed), seed)
		s := sketchOf(t, d, bruteforce.RandomChanges(d, seed), lang)
		for _, f := range s.Change.Before.Flows() {
			before, after, err := s.Escalations(f.ID, escalation.EscalationOptions{})
			if err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
			plain, drawn := drawings.Ladder(s.Change.Before, before, lang), s.Ladder(before, after, lang)
			stops := slices.ContainsFunc(s.Breaks, func(e consequence.Concerned) bool { return e.ID == f.ID })
			for i, n := range drawn.Nodes {
				if i < len(plain.Nodes) {
					if was := plain.Nodes[i]; n.ID != was.ID || n.Row != was.Row || n.Lane != was.Lane || n.Text != was.Text {
						t.Errorf("seed %d: %s: %v stood as %v", seed, f.ID, n, was)
					}
					continue
				}
				behind++
				if stops {
					t.Errorf("seed %d: %s stops, and is drawn behind the change: %s", seed, f.ID, n.Text)
				}
				again := slices.ContainsFunc(plain.Nodes, func(o diagram.Node) bool { return o.Class == n.Class && o.Head == n.Head && o.Text == n.Text })
				if again && n.Class == diagram.RungNode && n.Status == diagram.CameStatus {
					t.Errorf("seed %d: %s: %q is new and was there", seed, f.ID, n.Text)
				}
			}
			layout.SceneOf(drawn).Picture()
		}
		if t.Failed() {
			return
		}
	}
	if seeds.All() && behind == 0 {
		t.Error("no ladder was drawn behind a change")
	}
}

// TestPictureOfAChangedLadder keeps a picture: whom to call when a lead has moved.
func TestPictureOfAChangedLadder(t *testing.T) {
	for _, lang := range samples.Languages() {
		s := sketchOf(t, samples.Fault(t), parsed(t, "lead=5=ops:lan", "without=hw", "leads=any"), lang)
		before, after, err := s.Escalations("fault", escalation.EscalationOptions{})
		if err != nil {
			t.Fatal(err)
		}
		d := s.Ladder(before, after, lang)
		golden.Check(t, "ladder-"+string(lang.Lang)+".svg", svg(d))
		if lang.Lang == graph.English && !slices.ContainsFunc(d.Nodes, func(n diagram.Node) bool {
			return n.Status == diagram.CameStatus && strings.Contains(n.Head, "LAN builder")
		}) {
			t.Error("LAN builder is not called behind the change")
		}
	}
}
