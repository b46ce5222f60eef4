package minutes_test

import (
	"testing"

	"tasuki/graph"
	"tasuki/graph/minutes"
	"tasuki/internal/graphtext"
)

func TestMinutesAreGivenToDeclaredHandoffs(t *testing.T) {
	d := graphtext.Graph(t, "1: a*\n2: a*\n3: a*\nflow f from 1 to 3: 1 -> 2 -> 3").Dataset()
	d.Flows[0].Handoffs[1].Minutes = 7
	before := d.Flows[0].Handoffs[0]
	kind := before.Kind
	line := func(i int) graph.Source { return graph.Source{File: "m.yaml", Line: 10 + i} }
	one := minutes.Entry{Flow: "f", From: "1", To: "2", Kind: kind, Minutes: 5, Basis: graph.Text("P50")}
	two := minutes.Entry{Flow: "f", From: "2", To: "3", Kind: kind, Minutes: 9, Replaces: 7}
	wrong := two
	wrong.Replaces = 6
	gone := one
	gone.To = "3"
	for _, x := range []struct {
		name    string
		entries []minutes.Entry
		faults  []int // lines
		minutes [2]int
	}{
		{"both", []minutes.Entry{one, two}, nil, [2]int{5, 9}},
		{"one", []minutes.Entry{two}, nil, [2]int{0, 9}},
		{"other minutes are declared", []minutes.Entry{one, wrong}, []int{11}, [2]int{5, 7}},
		{"twice", []minutes.Entry{one, one}, []int{11}, [2]int{5, 7}},
		{"no such handoff", []minutes.Entry{gone}, []int{10}, [2]int{0, 7}},
	} {
		got := d
		faults := minutes.Apply(&got, x.entries, line)
		if len(faults) != len(x.faults) {
			t.Fatalf("%s: %v", x.name, faults)
		}
		for i, f := range faults {
			if f.Source.Line != x.faults[i] {
				t.Errorf("%s: fault at line %d, want %d", x.name, f.Source.Line, x.faults[i])
			}
		}
		list := got.Flows[0].Handoffs
		if len(list) != 2 || list[0].Minutes != x.minutes[0] || list[1].Minutes != x.minutes[1] {
			t.Errorf("%s: %v, want minutes %v", x.name, list, x.minutes)
		}
	}
	if d.Flows[0].Handoffs[0].Minutes != before.Minutes {
		t.Error("the dataset that was given is changed")
	}
}
