package loss

import (
	"tasuki/analysis/workload"
	"tasuki/graph"
)

// Coverage is the part of an organization in keeping tasks led: the sum over
// the tasks that it leads of 1 / (number of leads). It is the Shapley value of
// the game in which a group of organizations is worth the tasks that at least
// one of them leads (ShapleyCov, arXiv 2604.21537), whatever the rules.
type Coverage struct {
	Organization string   `json:"organization"` // its ID
	Tasks        float64  `json:"tasks"`        // the sum
	Percent      *float64 `json:"percent"`      // of the tasks that somebody leads; null when nobody leads any
}

// coverages returns the part of each of some organizations, led tasks having a
// lead.
func coverages(g *graph.Graph, orgs []int, led int) []Coverage {
	tasks := make([]int, len(g.Tasks()))
	for i := range tasks {
		tasks[i] = i
	}
	work := workload.New(g, tasks)
	list := []Coverage{}
	for _, org := range orgs {
		c := Coverage{Organization: g.Organizations()[org].ID, Tasks: work.Tasks(org)}
		if led > 0 {
			percent := 100 * c.Tasks / float64(led)
			c.Percent = &percent
		}
		list = append(list, c)
	}
	return list
}
