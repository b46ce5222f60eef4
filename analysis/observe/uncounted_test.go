package observe

import (
	"fmt"
	"testing"

	"tasuki/graph/eventlog"
	"tasuki/internal/graphtext"
)

// TestUncountedIsNoFigure compares a log with a dataset in which the shortest ways between
// organizations are too many to be counted.
func TestUncountedIsNoFigure(t *testing.T) {
	g := graphtext.Graph(t, graphtext.Layers(656, func(task int) string { return fmt.Sprint("o", task) }))
	r := NewCollector(g, &eventlog.Map{}).Result(&eventlog.Names{})
	if len(r.Network.Organizations) != len(g.Organizations()) {
		t.Fatalf("got %d organizations, want %d", len(r.Network.Organizations), len(g.Organizations()))
	}
	for _, o := range r.Network.Organizations {
		if o.DeclaredBetweenness != nil || o.DeclaredRank != 0 || o.Betweenness == nil || o.Rank != 1 {
			t.Fatalf("got %+v, want a rank by what was seen alone", o)
		}
	}
}
