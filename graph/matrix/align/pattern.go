package align

import (
	"math"
	"slices"

	"tasuki/graph"
	content "tasuki/graph/matrix/cell"
)

// cell is one organization's part in a row.
type cell struct {
	org  int
	role graph.Role
}

// patterns counts which organizations have which roles together in the rows of
// a table, and how often each organization has each role.
type patterns struct {
	ids    map[string]int
	cells  [][]cell
	weight []float64   // expected number of rows with the pattern
	roles  [][]float64 // organization, rank of the role -> expected number of rows
	rows   float64
	kinds  float64 // of parts that an organization may have in a row, none among them
}

func newPatterns(orgs int, kinds float64) *patterns {
	p := &patterns{ids: map[string]int{}, roles: make([][]float64, orgs), kinds: kinds}
	for i := range p.roles {
		p.roles[i] = make([]float64, content.Rank(graph.Lead)+1)
	}
	return p
}

// kindsOf counts the parts that an organization may have in a row. Only matrices
// of some notations say who is accountable.
func kindsOf(blocks []*alignBlock) float64 {
	for _, b := range blocks {
		for _, a := range b.rows {
			if slices.ContainsFunc(a.marks, func(m printedMark) bool { return m.role == graph.Accountable }) {
				return 5
			}
		}
	}
	return 4
}

// clear drops all counts.
func (p *patterns) clear() {
	clear(p.weight)
	for _, roles := range p.roles {
		clear(roles)
	}
	p.rows = 0
}

// intern returns the number of the pattern with the given cells.
func (p *patterns) intern(cells []cell) int {
	key := make([]byte, 0, 3*len(cells))
	for _, c := range cells {
		key = append(key, byte(c.org), byte(c.org>>8), byte(content.Rank(c.role)))
	}
	id, known := p.ids[string(key)]
	if !known {
		id = len(p.cells)
		p.ids[string(key)] = id
		p.cells = append(p.cells, cells)
		p.weight = append(p.weight, 0)
	}
	return id
}

// add counts a row by the posterior of its placements, sign times.
func (p *patterns) add(a *rowFit, sign float64) {
	for i, placed := range a.placements {
		w := sign * a.posterior[i]
		if w == 0 {
			continue
		}
		p.weight[placed.pattern] += w
		for _, c := range p.cells[placed.pattern] {
			p.roles[c.org][content.Rank(c.role)] += w
		}
		p.rows += w
	}
}

// likelihood returns the probabilities of a pattern as one of the table and as
// one of a row's own. The counts must not contain the row itself; a pattern
// that one other row has may be an error there, and is none of the table yet.
// In a pattern of its own, either each organization takes part by itself or, in
// the share alike of the rows that have the same marks, any organizations do.
func (p *patterns) likelihood(pattern int, alike float64) (table, own float64) {
	const anyOf = 0.2
	const doubt = 0.5 // of a row, for each role that an organization was not seen in
	own = 1
	cells := p.cells[pattern]
	ways := choices(len(p.roles), len(cells))
	for org, roles := range p.roles {
		if len(cells) > 0 && cells[0].org == org {
			own *= (roles[content.Rank(cells[0].role)] + doubt) / (p.rows + p.kinds*doubt)
			cells = cells[1:]
		} else {
			seen := 0.0
			for _, w := range roles[1:] {
				seen += w
			}
			own *= 1 - (seen+doubt)/(p.rows+p.kinds*doubt)
		}
	}
	return math.Max(p.weight[pattern]-1, 0) / (p.rows + 1), (1-anyOf)*own + anyOf*alike/ways
}

// choices returns the number of ways to choose k of n.
func choices(n, k int) float64 {
	ways := 1.0
	for i := range k {
		ways *= float64(n-i) / float64(i+1)
	}
	return ways
}
