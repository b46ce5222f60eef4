package storetest

import (
	"fmt"

	"tasuki/graph"
)

// register gives an organization, the i-th, what registers hold, and a place in a chain of
// sub-contractors behind one of those before it. It takes nothing from r, so that whatever
// else is random stays.
func (r random) register(o *graph.Organization, before []graph.Organization, i int) {
	o.Region = []graph.Region{"JP-13", "", "DE", ""}[i%4]
	if i%3 == 0 {
		// The letters of TASUKI are 29 10 28 30 20 18.
		o.LEI = fmt.Sprintf("TASUKI%012d%02d", i, 98-(291028302018%97*power(14)+i%97*power(2))%97)
	}
	if i%5 == 2 {
		o.Serves = before[i-2].ID
	}
	if i%3 == 1 && o.Serves == "" {
		o.Rank = 1 + i%3
	}
}

// power returns 10 to the n-th, divided by 97: what is left.
func power(n int) int {
	rest := 1
	for range n {
		rest = rest * 10 % 97
	}
	return rest
}
