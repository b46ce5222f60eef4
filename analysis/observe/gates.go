package observe

import "slices"

// pass lets work pass gateways that were not seen: one that something in the sequence leads
// to stands before the first of what it leads to, other gateways apart, or last of all where it
// leads to an end that is one. It takes time O(g g m) where g gateways have m handoffs, and l for each
// of g that is passed in a sequence of length l.
func (r *run) pass() {
	for changed := true; changed; {
		changed = false
		for _, v := range r.gates {
			if r.at[v] >= 0 {
				continue
			}
			first := len(r.left) + 1
			for _, u := range r.before[v] {
				if at := r.at[u]; at >= 0 {
					first = min(first, at+1)
				}
			}
			if first > len(r.left) {
				continue
			}
			if place := r.ahead(v, first, map[int]bool{}); place >= 0 {
				r.left = slices.Insert(r.left, place, v)
				for i, w := range r.left[place:] {
					r.at[w] = place + i
				}
				changed = true
			}
		}
	}
}

// ahead returns the place of the first vertex from a place on that a gateway leads to, past
// others that were not seen; the end where that is a goal; or -1.
func (r *run) ahead(v, from int, seen map[int]bool) int {
	seen[v] = true
	if r.goal[v] {
		return len(r.left)
	}
	place := -1
	for _, b := range r.branches[v] {
		for _, w := range b.Next {
			at := r.at[w]
			if at < 0 && !seen[w] && slices.Contains(r.gates, w) {
				at = r.ahead(w, from, seen)
			}
			if at >= from && (place < 0 || at < place) {
				place = at
			}
		}
	}
	return place
}

// pastGates returns what hands on to a vertex, and past gateways that do what hands on to these.
func (p *process) pastGates(v int) []int {
	list := slices.Clone(p.before[v])
	for i := 0; i < len(list); i++ {
		if !slices.Contains(p.gates, list[i]) {
			continue
		}
		for _, u := range p.before[list[i]] {
			if !slices.Contains(list, u) {
				list = append(list, u)
			}
		}
	}
	return list
}
