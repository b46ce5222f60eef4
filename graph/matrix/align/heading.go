package align

import (
	"math"
)

// assumption is what is taken for granted of the headings of a block.
type assumption struct {
	headings *headingGuess
	base     int     // how far the marks of the block stand right of its headings
	cost     float64 // how unlikely it is, in natural logarithms
}

// headingGuess is one way to read a block's headings.
type headingGuess struct {
	slots      slots
	cost       float64
	placements [][]placement // of each row
}

// What an assumption costs: that the marks are off the headings, each column
// that they are, a heading that lacks, a free column without heading, and each
// column between the text and the first organization, since tables leave none
// free there.
const (
	costOff     = 12
	costColumn  = 4
	costLacking = 8
	costFree    = 12
	costApart   = 3
)

// guess lists the ways to read the headings of b: as printed, with a column
// for an organization of the table that they lack, or with a free column.
func (t *alignTable) guess(b *alignBlock) {
	printed := t.printedSlots(b)
	b.guesses = []*headingGuess{{slots: printed}}
	for o, column := range printed {
		g := &headingGuess{slots: printed.widen(o), cost: costFree}
		if column == 0 {
			g = &headingGuess{slots: printed.insert(o), cost: costLacking}
		}
		if g.slots != nil {
			b.guesses = append(b.guesses, g)
		}
	}
	for _, g := range b.guesses {
		for _, a := range b.rows {
			g.placements = append(g.placements, t.place(a, g.slots))
		}
	}
}

// asPrinted assumes nothing but what is printed.
func (b *alignBlock) asPrinted() assumption {
	return assumption{headings: b.guesses[0], cost: b.apart(b.guesses[0], 0)}
}

// assumptions lists what may be assumed of b, as printed first.
func (b *alignBlock) assumptions() []assumption {
	const reach = 3
	list := []assumption{b.asPrinted()}
	for i, g := range b.guesses {
		for base := -reach; base <= reach; base++ {
			cost := g.cost + b.apart(g, base)
			if base != 0 {
				cost += costOff + costColumn*float64(abs(base))
			}
			if i > 0 || base != 0 {
				list = append(list, assumption{g, base, cost})
			}
		}
	}
	return list
}

// apart is the cost of the columns between the text and the organizations.
func (b *alignBlock) apart(g *headingGuess, base int) float64 {
	text := usualText(b.rows)
	if text == 0 {
		return 0
	}
	return costApart * math.Min(2, float64(abs(g.slots.first()+base-text-1)))
}

// assume takes an assumption for granted and forgets where the rows of b were.
func (b *alignBlock) assume(a assumption) {
	b.assumption = a
	for i, row := range b.rows {
		row.placements = a.headings.placements[i]
		row.posterior = zeros(row.posterior, len(row.placements))
		row.novel = zeros(row.novel, len(row.placements))
	}
}

// zeros returns n zeros, in the memory of s when it suffices.
func zeros(s []float64, n int) []float64 {
	if cap(s) < n {
		return make([]float64, n)
	}
	s = s[:n]
	clear(s)
	return s
}

func abs(n int) int { return max(n, -n) }
