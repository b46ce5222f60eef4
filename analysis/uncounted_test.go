package analysis

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/bottleneck"
	"tasuki/analysis/findings"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/graphtext"
	"tasuki/internal/seeds"
)

// uncountedLayers are so many that 3^(uncountedLayers-2), about 1e312, is more than
// a float64 holds.
const uncountedLayers = 656

func TestUncountedTasks(t *testing.T) {
	g := graphtext.Graph(t, graphtext.Layers(uncountedLayers, func(task int) string { return fmt.Sprint("o", min(task%3, 1)) }))
	for _, o := range []rules.Options{{}, {BetweennessError: 0.001}}[:seeds.Size(2, 1)] {
		b := bottleneck.Bottlenecks(g, o)
		if want := []bottleneck.Uncounted{bottleneck.UncountedTasks}; !slices.Equal(b.Uncounted, want) || b.Estimate != nil {
			t.Errorf("%+v: got %v left out and estimate %v, want %v and none", o, b.Uncounted, b.Estimate, want)
		}
		if b.Tasks == nil || len(b.Tasks) != 0 || b.TaskHandoffs == nil || len(b.TaskHandoffs) != 0 {
			t.Errorf("%+v: %d tasks and %d handoffs are ranked by what is not known", o, len(b.Tasks), len(b.TaskHandoffs))
		}
		if b.Handoffs != 9*(uncountedLayers-1) || b.Organizations[0].Betweenness == nil {
			t.Errorf("%+v: got %d handoffs, first %+v", o, b.Handoffs, b.Organizations[0])
		}
	}
	if !seeds.All() {
		return // what rules find in so large a flow is looked at in the full run
	}
	r := Analyze(g, rules.Options{})
	i := slices.IndexFunc(r.Findings, func(f findings.Finding) bool { return f.Rule == "bottleneck" })
	if i < 0 || len(r.Findings[i].Evidence) != 0 {
		t.Errorf("got %d findings, want that of the bottleneck, without tasks", len(r.Findings))
	}
}

func TestUncountedOrganizations(t *testing.T) {
	b := bottleneck.Bottlenecks(graphtext.Graph(t, graphtext.Layers(uncountedLayers, func(task int) string { return fmt.Sprint("o", task) })), rules.Options{})
	if want := []bottleneck.Uncounted{bottleneck.UncountedTasks, bottleneck.UncountedOrganizations, bottleneck.UncountedAmount}; !slices.Equal(b.Uncounted, want) {
		t.Errorf("got %v left out, want %v", b.Uncounted, want)
	}
	for i, o := range b.Organizations {
		if o.Betweenness != nil || o.RankByBetweenness != nil || o.WeightedBetweenness != nil || o.RankByWeightedBetweenness != nil || o.Handoffs == nil {
			t.Fatalf("got %+v, want handoffs and no betweenness", o)
		}
		if i > 0 && *o.RankByHandoffs == *b.Organizations[i-1].RankByHandoffs && graph.Compare(o.Organization, b.Organizations[i-1].Organization) < 0 {
			t.Fatalf("%s stands behind %s", o.Organization, b.Organizations[i-1].Organization)
		}
	}
	for _, h := range b.Handovers {
		if h.Betweenness != nil || h.WeightedBetweenness != nil {
			t.Fatalf("got %+v, want no betweenness", h)
		}
	}
}

// TestUncountedByMinutes has triangles in a row, each with a way of one step and
// one of two steps that takes as long.
func TestUncountedByMinutes(t *testing.T) {
	const triangles = 1030
	var handoffs strings.Builder
	var tasks strings.Builder
	for i := range triangles {
		fmt.Fprintf(&handoffs, "%d -sequence:2-> %d, %d -sequence:1-> %d -sequence:1-> %d,", 2*i, 2*i+2, 2*i, 2*i+1, 2*i+2)
		fmt.Fprintf(&tasks, "%d: a*\n%d: b*\n", 2*i, 2*i+1)
	}
	text := fmt.Sprintf("%s%d: a*\nflow f from 0 to %d: %s", &tasks, 2*triangles, 2*triangles, &handoffs)
	b := bottleneck.Bottlenecks(graphtext.Graph(t, text), rules.Options{})
	if want := []bottleneck.Uncounted{bottleneck.UncountedMinutes}; !slices.Equal(b.Uncounted, want) {
		t.Errorf("got %v left out, want %v", b.Uncounted, want)
	}
	if len(b.Tasks) != 2*triangles+1 || b.Tasks[0].Betweenness.Value <= 0 || b.Tasks[0].WeightedBetweenness != nil || b.TaskHandoffs[0].WeightedBetweenness != nil {
		t.Errorf("got %d tasks, first %+v, and handoff %+v", len(b.Tasks), b.Tasks[0], b.TaskHandoffs[0])
	}
}

// TestNothingUncounted checks that the list is there when it is empty.
func TestNothingUncounted(t *testing.T) {
	for _, text := range []string{"1: a*", "1: a*\n2: b*\nhandoffs: 1 -> 2"} {
		if b := bottleneck.Bottlenecks(graphtext.Graph(t, text), rules.Options{}); b.Uncounted == nil || len(b.Uncounted) != 0 {
			t.Errorf("%s: got %#v left out, want an empty list", text, b.Uncounted)
		}
	}
}
