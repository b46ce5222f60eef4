package report

import (
	"fmt"
	"strings"
	"testing"

	"tasuki/analysis/bottleneck"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/graphtext"
	"tasuki/render/messages"
)

// TestUncountedIsSaid has every betweenness left out that can be.
func TestUncountedIsSaid(t *testing.T) {
	g := graphtext.Graph(t, graphtext.Layers(656, func(task int) string { return fmt.Sprint("o", task) }))
	b := bottleneck.Bottlenecks(g, rules.Options{})
	for lang, c := range map[messages.Language]struct{ left, listed string }{
		messages.In(graph.English):  {"is left out: ", "Through which tasks"},
		messages.In(graph.Japanese): {"媒介中心性は求めない", "どの作業を通るか"},
	} {
		for uncounted, want := range map[int]int{0: 0, len(b.Uncounted): 3} {
			b := b
			b.Uncounted = b.Uncounted[:uncounted]
			var text strings.Builder
			if err := BottleneckText(&text, g, b, lang); err != nil {
				t.Fatal(err)
			}
			if got := strings.Count(text.String(), c.left); got != want {
				t.Errorf("%s: %d sentences say that something is left out, want %d", lang.Lang, got, want)
			}
			if listed := strings.Contains(text.String(), c.listed); listed != (uncounted == 0) {
				t.Errorf("%s: tasks are listed: %v, with %d left out", lang.Lang, listed, uncounted)
			}
		}
	}
}
