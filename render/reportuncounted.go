package render

import (
	"tasuki/analysis/bottleneck"
)

// uncounted says which betweenness is left out, and why.
func (p reporter) uncounted(list []bottleneck.Uncounted) []block {
	var blocks []block
	for _, u := range list {
		var said phrase
		switch u {
		case bottleneck.UncountedTasks:
			said = p.say("Betweenness of tasks and of handoffs is left out: between two tasks there are more than 10^308 shortest ways, too many to be counted.")
		case bottleneck.UncountedMinutes:
			said = p.say("Betweenness by minutes is left out: between two tasks there are more than 10^308 shortest ways, or some minutes are too many to be added to others.")
		case bottleneck.UncountedOrganizations:
			said = p.say("Betweenness of organizations is left out: between two of them there are more than 10^308 shortest ways, too many to be counted.")
		case bottleneck.UncountedAmount:
			said = p.say("Betweenness by amount of work is left out: between two organizations there are more than 10^308 shortest ways, or some amounts are too small to be compared with others.")
		}
		blocks = append(blocks, block{Note: said})
	}
	return blocks
}
