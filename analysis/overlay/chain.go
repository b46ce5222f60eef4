package overlay

import "tasuki/graph"

// mergeChains gives the place of two organizations in chains of sub-contractors to one: who
// served either serves it, and it serves whom it served.
func (l *layer) mergeChains(o *graph.Organization, c Change, now func(string) string) {
	if o.Serves == c.From {
		o.Rank = 0 // it followed from another organization
	}
	if o.Serves = now(o.Serves); o.Serves == o.ID {
		o.Serves, o.Rank = "", 0
	}
}
