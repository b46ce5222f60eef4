package align

import (
	"slices"

	"tasuki/graph"
	"tasuki/graph/matrix"
)

// certain is the probability from which on a mark's organization is certain,
// and possible that from which on another is an alternative.
const (
	certain  = 0.95
	possible = 0.05
)

// verdict is where one mark belongs, as far as the model knows.
type verdict struct {
	column       matrix.Column
	organization string
	reading      graph.Reading
	alternatives []string
}

// verdicts returns where the marks of a row of b belong, by column, and the
// placement that says so: the most likely one, the first of equals.
func (t *alignTable) verdicts(b *alignBlock, a *rowFit) ([]verdict, placement) {
	best := a.placements[a.likeliest()]
	list := make([]verdict, len(a.marks))
	for i, c := range t.patterns.cells[best.pattern] {
		v := verdict{column: matrix.Column(a.marks[i].column), organization: t.orgs[c.org], reading: graph.Realigned}
		p := t.marginal(a, i)
		v.alternatives = t.rivalsOf(a, i, c.org)
		switch {
		case p[c.org] < certain:
			v.reading = graph.Uncertain
			v.alternatives = merged(t.others(p, c.org), v.alternatives)
		case len(v.alternatives) > 0:
			v.reading = graph.Uncertain
		case b.Columns[v.column] == v.organization:
			v.reading = graph.Printed
		}
		list[i] = v
	}
	return list, best
}

// rivalsOf returns the organizations that rival solutions put mark i of a row
// under, other than org.
func (t *alignTable) rivalsOf(a *rowFit, i, org int) []string {
	var names []string
	for _, s := range t.rivals {
		pattern, placed := s.placed[a]
		if !placed {
			continue
		}
		if o := t.patterns.cells[pattern][i].org; o != org {
			names = merged(names, []string{t.orgs[o]})
		}
	}
	return names
}

// merged appends to list what it does not contain.
func merged(list, more []string) []string {
	for _, s := range more {
		if !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}

func (a *rowFit) likeliest() int {
	best := 0
	for i, p := range a.posterior {
		if p > a.posterior[best] {
			best = i
		}
	}
	return best
}

// marginal returns the probability of each organization for mark i of a row.
func (t *alignTable) marginal(a *rowFit, i int) []float64 {
	p := make([]float64, len(t.orgs))
	for j, placed := range a.placements {
		p[t.patterns.cells[placed.pattern][i].org] += a.posterior[j]
	}
	return p
}

// others returns the possible organizations besides the given one, the most
// likely first, and at least one.
func (t *alignTable) others(p []float64, not int) []string {
	var list []int
	for o := range p {
		if o != not && p[o] > 0 {
			list = append(list, o)
		}
	}
	slices.SortStableFunc(list, func(x, y int) int {
		switch {
		case p[x] > p[y]:
			return -1
		case p[x] < p[y]:
			return 1
		}
		return 0
	})
	var names []string
	for i, o := range list {
		if i == 0 || p[o] >= possible {
			names = append(names, t.orgs[o])
		}
	}
	return names
}
