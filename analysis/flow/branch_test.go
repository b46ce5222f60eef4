package flow_test

import (
	"reflect"
	"testing"

	"tasuki/analysis/flow"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/seeds"
)

func TestBranches(t *testing.T) {
	p := five(t, "1 -@b-> 3 -@b-> 4, 1 -@b-> 2, 2 -report-> 4, 2 -> 4, 1 -@a?-> 5")
	want := [][]flow.Branch{
		{{Name: "a", Optional: true, Next: []int{4}}, {Name: "b", Next: []int{1, 2}}},
		{{Next: []int{3}}},
		{{Name: "b", Next: []int{3}}},
		nil,
		nil,
	}
	if got := p.Branches(); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if !p.Splits() {
		t.Error("the flow does not split")
	}
}

// TestBranchesHoldEveryEdge takes the branches of random flows for their edges.
func TestBranchesHoldEveryEdge(t *testing.T) {
	split := 0
	bruteforce.EachRandomBranched(t, 200, func(t *testing.T, _ uint64, g *graph.Graph) {
		for _, p := range flow.Graphs(g) {
			edges := map[[2]int]bool{}
			for v, branches := range p.Branches() {
				for _, b := range branches {
					for _, w := range b.Next {
						edges[[2]int{v, w}] = true
					}
				}
			}
			for _, e := range p.Network.Edges() {
				if !edges[e] {
					t.Errorf("flow %s: no branch holds %v", p.Flow.ID, e)
				}
				delete(edges, e)
			}
			if len(edges) > 0 {
				t.Errorf("flow %s: %v are no edges", p.Flow.ID, edges)
			}
			if p.Splits() != graph.Splits(p.Flow) {
				t.Errorf("flow %s: splits = %t", p.Flow.ID, p.Splits())
			}
			if p.Splits() {
				split++
			}
		}
	})
	if seeds.All() && split < 50 {
		t.Errorf("only %d flows split; the test shows too little", split)
	}
}
