package diagram_test

import (
	"fmt"
	"strings"
	"testing"

	"tasuki/analysis/bottleneck"
	"tasuki/graph"
	"tasuki/internal/graphtext"
	"tasuki/render/diagram"
	"tasuki/render/drawings"
	"tasuki/render/messages"
)

// BenchmarkViewOfJointLeads hides an organization of a flow whose every task has
// two leads.
func BenchmarkViewOfJointLeads(b *testing.B) {
	for _, tasks := range []int{500, 1000, 2000} {
		var marks, way strings.Builder
		for task := range tasks {
			fmt.Fprintf(&marks, "%d: a%d* b*\n", task, task%5)
			if task > 0 {
				fmt.Fprint(&way, " -> ")
			}
			fmt.Fprint(&way, task)
		}
		g := graphtext.Graph(b, fmt.Sprintf("%sflow f from 0 to %d: %s", &marks, tasks-1, &way))
		f, _ := g.Flow("f")
		d := drawings.Lanes(g, f, diagram.OverlayOf(nil, bottleneck.Bottleneck{}), messages.In(graph.English))
		b.Run(fmt.Sprint(tasks), func(b *testing.B) {
			for b.Loop() {
				if _, err := (diagram.View{Hide: []string{"a0"}}).Of(g, d); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
