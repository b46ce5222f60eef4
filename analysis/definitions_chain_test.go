package analysis_test

import (
	"testing"

	"tasuki/graph"
	"tasuki/internal/graphtext"
)

// chainResults computes the example of chains of sub-contractors.
func chainResults(t *testing.T) (results []string) {
	t.Helper()
	g := graphtext.Graph(t, "org c client\norg p serves=c\norg q serves=p\norg r serves=s rank=3\norg s\norg t serves=r")
	for i, rank := range graph.Ranks(g.Dataset())[1:] {
		var value any = rank
		if rank == 0 {
			value = "unknown"
		}
		results = append(results, line(g.Organizations()[i+1].ID, value))
	}
	return results
}
