package graph

import (
	"fmt"
	"strconv"

	"tasuki/graph/identifier"
)

// Ranks returns the place of each organization of d, in its order, in the chain of
// sub-contractors that ends in it: 1 for one that serves a client, and one more than that
// of the provider which it serves; where the chain leads to none whose place is known, that
// which the organization itself declares; 0: unknown. A client has none. d is valid. It takes
// time in proportion to organizations. Source: Article 2 of Implementing Regulation (EU)
// 2024/2956.
func Ranks(d Dataset) []int {
	at := make(map[string]int, len(d.Organizations))
	for i, o := range d.Organizations {
		at[o.ID] = i
	}
	ranks, seen := make([]int, len(d.Organizations)), make([]bool, len(d.Organizations))
	for i := range d.Organizations {
		var line []int
		for j, ok := i, true; ok && !seen[j]; j, ok = at[d.Organizations[j].Serves] {
			seen[j], line = true, append(line, j)
		}
		for k := len(line) - 1; k >= 0; k-- {
			o := d.Organizations[line[k]]
			if to, ok := at[o.Serves]; ok {
				ranks[line[k]] = behind(d.Organizations[to], ranks[to])
			}
			if ranks[line[k]] == 0 {
				ranks[line[k]] = o.Rank
			}
		}
	}
	return ranks
}

// behind returns the place of who serves an organization whose own is rank.
func behind(o Organization, rank int) int {
	switch {
	case o.Kind == Client:
		return 1
	case rank > 0:
		return rank + 1
	}
	return 0
}

// registered reports faults of what registers of organizations hold: regions, identifiers, and
// the chains of sub-contractors.
func (v *validator) registered(list []Organization, orgs map[string]int) {
	seen := unique(v)
	ranks := Ranks(Dataset{Organizations: list})
	for i, o := range list {
		path := fmt.Sprintf("/organizations/%d", i)
		if o.Region != "" {
			if err := identifier.Region(string(o.Region)); err != nil {
				v.add(path+"/region", Source{}, string(o.Region), "is no region: %v", err)
			}
		}
		if o.LEI != "" {
			if err := identifier.LEI(o.LEI); err != nil {
				v.add(path+"/lei", Source{}, o.LEI, "is no Legal Entity Identifier: %v", err)
			}
			seen(path+"/lei", Source{}, "Legal Entity Identifier", o.LEI)
		}
		v.ref(path+"/serves", "organization", o.Serves, orgs, Source{}, true)
		if o.Rank < 0 || o.Rank > MaxLevels {
			v.add(path+"/rank", Source{}, strconv.Itoa(o.Rank), "is no place in a chain of sub-contractors; use 1 to %d, or leave it out when it is unknown", MaxLevels)
		}
		if to, ok := orgs[o.Serves]; ok && o.Rank > 0 {
			if want := behind(list[to], ranks[to]); want > 0 && want != o.Rank {
				v.add(path+"/rank", Source{}, strconv.Itoa(o.Rank), "does not follow from %s, which it serves: its place is %d; correct one of the two", o.Serves, want)
			}
		}
	}
	v.chains(list, orgs)
}

// chains reports organizations that serve themselves, by others too.
func (v *validator) chains(list []Organization, orgs map[string]int) {
	walk := make([]int, len(list)) // 1 + the organization from which it was reached first
	for i := range list {
		at, ok := i, true
		for ; ok && walk[at] == 0; at, ok = orgs[list[at].Serves] {
			walk[at] = i + 1
		}
		if ok && walk[at] == i+1 {
			v.add(fmt.Sprintf("/organizations/%d/serves", at), Source{}, list[at].Serves, "serves itself, if by others; break the circle of sub-contractors")
		}
	}
}
