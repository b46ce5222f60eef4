package assistant

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/flow"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
)

// TestManyUnknownNames holds that of names that nothing is called, the first few are looked for.
func TestManyUnknownNames(t *testing.T) {
	session := connected(t, Config{Graph: small(t)})
	var names []string
	for i := range 900 {
		names = append(names, fmt.Sprintf("nobody %d", i))
	}
	r := called(t, session, "what_breaks", object{"without": names})
	if n := strings.Count(r.text, "no organization is called"); !r.failed || n != few {
		t.Errorf("%d names are looked for, want %d: %s", n, few, r.text)
	}
}

// TestBetween holds the handoffs between tasks, and their order, to a search through all.
func TestBetween(t *testing.T) {
	bruteforce.EachRandom(t, 100, func(t *testing.T, _ uint64, g *graph.Graph) {
		s := server{handoffs: func() handoffs { return newHandoffs(g.Handoffs()) }}
		s.Graph = g
		for _, id := range []string{"f0", "no flow"} {
			all := g.Handoffs()
			if f, ok := g.Flow(id); ok {
				all = f.Handoffs
			}
			var wanted []flow.TaskHandoff
			for i, h := range slices.Backward(g.Handoffs()) {
				if i%2 == 0 {
					pair := flow.TaskHandoff{From: h.From, To: h.To}
					wanted = append(wanted, pair, pair)
				}
			}
			want := slices.DeleteFunc(slices.Clone(all), func(h graph.Handoff) bool {
				return !slices.Contains(wanted, flow.TaskHandoff{From: h.From, To: h.To})
			})
			got := s.between(id, wanted)
			if fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("%s: got %v, want %v", id, got, want)
			}
		}
	})
}
