package bruteforce

import (
	"math/rand/v2"

	"tasuki/analysis/overlay"
	"tasuki/graph"
)

// RandomChanges returns up to four changes of every kind that can be laid over a valid
// dataset, and which the seed determines.
func RandomChanges(d graph.Dataset, seed uint64) []overlay.Change {
	r := rand.New(rand.NewPCG(seed, 15))
	org := func() string { return d.Organizations[r.IntN(len(d.Organizations))].ID }
	task := func() string { return d.Tasks[r.IntN(len(d.Tasks))].ID }
	var changes []overlay.Change
	for range r.IntN(5) {
		c := overlay.Change{}
		switch r.IntN(9) {
		case 0, 1:
			c = overlay.Change{Kind: overlay.Without, From: org()}
		case 2:
			c = overlay.Change{Kind: overlay.Lead, Task: task(), From: org(), To: org()}
		case 3:
			c = overlay.Change{Kind: overlay.Lead, Task: task(), To: org()}
		case 4:
			c = overlay.Change{Kind: overlay.Supporter, Task: task(), To: org()}
		case 5:
			c = overlay.Change{Kind: overlay.Merge, From: org(), To: org()}
		case 6:
			c = overlay.Change{Kind: overlay.LeadRule, To: graph.Words("lead rule")[r.IntN(2)]}
			if r.IntN(2) == 0 {
				c = overlay.Change{Kind: overlay.SupportRule, To: graph.Words("support rule")[r.IntN(2)]}
			}
		case 7:
			c = overlay.Change{Kind: overlay.WithoutTask, Task: task()}
		default:
			if len(d.Flows) == 0 {
				continue
			}
			list := d.Flows[r.IntN(len(d.Flows))].Handoffs
			if len(list) == 0 {
				continue
			}
			h := list[r.IntN(len(list))]
			c = overlay.Change{Kind: overlay.WithoutHandoff, From: h.From, To: h.To}
			if h.Branch != "" && r.IntN(2) == 0 {
				c = overlay.Change{Kind: overlay.WithoutBranch, Task: h.From, To: h.Branch}
			}
		}
		if _, err := overlay.Apply(d, append(changes[:len(changes):len(changes)], c)); err == nil {
			changes = append(changes, c)
		}
	}
	return changes
}
