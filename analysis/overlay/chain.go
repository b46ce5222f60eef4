package overlay

import "tasuki/graph"

// mergeChains gives the place of two organizations in chains of sub-contractors to one: who
// served either serves it, and it serves whom it served, or, where it would serve itself by
// others, whom the other did. Ranks that follow no more are dropped.
func (l *layer) mergeChains(c Change, now func(string) string) {
	list := l.Present.Organizations
	serves, at, above := map[string]string{}, -1, ""
	for i := range list {
		o := &list[i]
		switch {
		case o.ID == c.From:
			above = now(o.Serves)
			continue
		case o.ID == c.To:
			at = i
		}
		if o.Serves = now(o.Serves); o.Serves == o.ID {
			o.Serves = ""
		}
		serves[o.ID] = o.Serves
	}
	for to, steps := serves[c.To], 0; at >= 0 && to != "" && steps <= len(list); to, steps = serves[to], steps+1 {
		if to == c.To {
			if list[at].Serves = above; above == c.To {
				list[at].Serves = ""
			}
			break
		}
	}
	for i, rank := range graph.Ranks(l.Present) {
		if list[i].Rank != rank {
			list[i].Rank = 0
		}
	}
}
