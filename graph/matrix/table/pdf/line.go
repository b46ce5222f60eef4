package pdf

import (
	"cmp"
	"slices"

	"tasuki/graph/matrix/table/pdf/page"
)

// joined returns the lines of a page: pieces that continue each other as one, and those
// that are drawn beside each other as one, within a distance that no column or row of
// text is narrower than.
func joined(rules []page.Rule, near float64) (across, down []page.Rule) {
	for _, which := range []bool{true, false} {
		var list []page.Rule
		for _, r := range rules {
			if r.Across == which {
				list = append(list, r)
			}
		}
		slices.SortFunc(list, func(a, b page.Rule) int { return cmp.Compare(a.At, b.At) })
		for len(list) > 0 {
			n := 1
			for n < len(list) && list[n].At-list[0].At <= near {
				n++
			}
			if which {
				across = append(across, oneLine(list[:n], near)...)
			} else {
				down = append(down, oneLine(list[:n], near)...)
			}
			list = list[n:]
		}
	}
	return across, down
}

// oneLine joins lines at nearly one place where they meet.
func oneLine(list []page.Rule, near float64) []page.Rule {
	at := (list[0].At + list[len(list)-1].At) / 2
	slices.SortFunc(list, func(a, b page.Rule) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) })
	var out []page.Rule
	for _, r := range list {
		r.At = at
		if n := len(out); n > 0 && r.From <= out[n-1].To+near {
			out[n-1].To = max(out[n-1].To, r.To)
			continue
		}
		out = append(out, r)
	}
	return out
}

// grids parts lines into those that touch each other.
func grids(across, down []page.Rule, near float64) []*grid {
	group := make([]int, len(across)+len(down))
	for i := range group {
		group[i] = i
	}
	find := func(i int) int {
		for group[i] != i {
			group[i] = group[group[i]]
			i = group[i]
		}
		return i
	}
	for i, a := range across {
		for j, d := range down {
			if d.At >= a.From-near && d.At <= a.To+near && a.At >= d.From-near && a.At <= d.To+near {
				group[find(len(across)+j)] = find(i)
			}
		}
	}
	byGroup := map[int]*grid{}
	var list []*grid
	for i := range group {
		g := byGroup[find(i)]
		if g == nil {
			g = &grid{}
			byGroup[find(i)] = g
			list = append(list, g)
		}
		if i < len(across) {
			g.across = append(g.across, across[i])
		} else {
			g.down = append(g.down, down[i-len(across)])
		}
	}
	return slices.DeleteFunc(list, func(g *grid) bool { return len(g.across) < 2 || !g.lay(near) })
}
