package section

import (
	"tasuki/analysis/bottleneck"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// uncounted says which betweenness is left out, and why.
func uncounted(p messages.Printer, list []bottleneck.Uncounted) []document.Block {
	var blocks []document.Block
	for _, u := range list {
		var said document.Phrase
		switch u {
		case bottleneck.UncountedTasks:
			said = p.Say("Betweenness of tasks and of handoffs is left out: between two tasks there are more than 10^308 shortest ways, too many to be counted.")
		case bottleneck.UncountedMinutes:
			said = p.Say("Betweenness by minutes is left out: between two tasks there are more than 10^308 shortest ways, or some minutes are too many to be added to others.")
		case bottleneck.UncountedOrganizations:
			said = p.Say("Betweenness of organizations is left out: between two of them there are more than 10^308 shortest ways, too many to be counted.")
		case bottleneck.UncountedAmount:
			said = p.Say("Betweenness by amount of work is left out: between two organizations there are more than 10^308 shortest ways, or some amounts are too small to be compared with others.")
		}
		blocks = append(blocks, document.Block{Note: said})
	}
	return blocks
}
