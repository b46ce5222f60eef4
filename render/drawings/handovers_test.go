package drawings

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/bottleneck"
	"tasuki/graph"
	"tasuki/render/diagram"
	"tasuki/render/messages"
)

// No drawn arrow is under the share, none that is left out is larger than a drawn one,
// and all that are left out are counted.
func TestDrawnHandovers(t *testing.T) {
	cut, crowded := 0, 0
	for seed := range uint64(300) {
		random := rand.New(rand.NewPCG(seed, 7))
		n := 2 + random.IntN(12)
		var all []bottleneck.Handover
		sum := 0.0
		for from := range n {
			for to := range n {
				if h := math.Exp(4*random.Float64()) / 10; random.IntN(3) > 0 {
					all = append(all, bottleneck.Handover{From: fmt.Sprint(from), To: fmt.Sprint(to), Handoffs: h})
					if from != to {
						sum += h
					}
				}
			}
		}
		drawn, left := drawnHandovers(all)
		least, handoffs, between := math.Inf(1), 0.0, 0
		for _, h := range drawn {
			least, handoffs = min(least, h.Handoffs), handoffs+h.Handoffs
		}
		for _, h := range all {
			if h.From == h.To {
				continue
			}
			between++
			if !slices.ContainsFunc(drawn, func(d bottleneck.Handover) bool { return d.From == h.From && d.To == h.To }) && h.Handoffs > least {
				t.Fatalf("seed %d: %+v is left out, and one of %g is drawn", seed, h, least)
			}
		}
		if len(drawn)+left.arrows != between || math.Abs(left.handoffs+handoffs-sum) > 1e-9*(sum+1) || len(drawn) > mostHandover {
			t.Fatalf("seed %d: of %d arrows and %g handoffs %d and %g are drawn, %d and %g left out", seed, between, sum, len(drawn), handoffs, left.arrows, left.handoffs)
		}
		if between > mostHandover/4 && 100*least < leastShare*sum {
			t.Fatalf("seed %d: an arrow of %g of %g is drawn", seed, least, sum)
		}
		notes := left.notes(messages.In(graph.English))
		if left.arrows > 0 != (len(notes) == 1) || left.arrows > 0 && !strings.HasPrefix(notes[0], fmt.Sprint(left.arrows, " arrow")) {
			t.Fatalf("seed %d: %d are left out, and the notes are %q", seed, left.arrows, notes)
		}
		if left.arrows > 0 {
			cut++
			if 100*left.largest >= leastShare*sum {
				crowded++
			}
		}
	}
	if cut < 20 || crowded < 5 {
		t.Errorf("of 300 only %d leave anything out, %d of them for their number", cut, crowded)
	}
}

// The worst stops the most flows; of equal ones there is none, whoever leads more.
func TestWorstOf(t *testing.T) {
	b := bottleneck.Bottleneck{Organizations: []bottleneck.OrganizationLoad{{Organization: "a", LeadMarks: 9}, {Organization: "b", LeadMarks: 5}, {Organization: "c", LeadMarks: 3}}}
	for _, x := range []struct {
		stops map[string][]string
		want  string
	}{
		{nil, ""},
		{map[string][]string{"b": {"f"}}, "b"},
		{map[string][]string{"b": {"f"}, "c": {"f", "g"}}, "c"},
		{map[string][]string{"b": {"f"}, "c": {"g"}}, ""},
	} {
		if got := worstOf(b, diagram.Overlay{Stops: x.stops}); got != x.want {
			t.Errorf("of %v the worst is %q, want %q", x.stops, got, x.want)
		}
	}
}
