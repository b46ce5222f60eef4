package render

import (
	"os"
	"testing"
	"time"

	"tasuki/analysis"
	"tasuki/graph"
)

func TestLook(t *testing.T) {
	f, err := os.Open("/tmp/look/data.json")
	if err != nil {
		t.Skip("no data")
	}
	d, err := graph.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	d.Rules = graph.Rules{Leads: "each", Support: "none"}
	g, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	b := analysis.Bottlenecks(g)
	spofs := analysis.SPOFs(g, analysis.Options{})
	total := time.Duration(0)
	write := func(name string, l graph.Lang, d Diagram) {
		start := time.Now()
		dot := DOT(d)
		total += time.Since(start)
		os.WriteFile("/tmp/look/"+name+"-"+string(l)+".dot", []byte(dot), 0o644)
	}
	for _, l := range graph.Langs() {
		write("map", l, DependencyMap(g, b, OverlayOf(spofs, b), l))
		for i, fl := range g.Flows() {
			write("lanes-"+fl.ID, l, Lanes(g, fl, OverlayOf(spofs[i:i+1], b), l))
			e, err := analysis.Escalations(g, fl.ID, analysis.EscalationOptions{})
			if err != nil {
				t.Fatal(err)
			}
			write("ladder-"+fl.ID, l, Ladder(g, e, l))
		}
	}
	t.Log("total", total)
}
