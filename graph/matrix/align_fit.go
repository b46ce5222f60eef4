package matrix

import (
	"math"
	"slices"
)

// fit estimates where every mark of the table belongs. What to take for
// granted of each block's headings is searched from several starts, each of
// which believes the headings of one block first; the one that explains the
// table best counts, the first of equals.
func (t *alignTable) fit() {
	best, bestScore, last := 0, math.Inf(-1), 0
	for _, first := range t.starts() {
		if score := t.search(first); score > bestScore {
			best, bestScore = first, score
		}
		last = first
	}
	if best != last {
		t.search(best)
	}
	t.learn(12)
}

// starts returns the blocks to start from: the ten with most marked rows, in
// the order of the table.
func (t *alignTable) starts() []int {
	const most = 10
	var starts []int
	for i := range t.blocks {
		starts = append(starts, i)
	}
	slices.SortStableFunc(starts, func(i, j int) int { return len(t.blocks[j].rows) - len(t.blocks[i].rows) })
	starts = starts[:min(most, len(starts))]
	slices.Sort(starts)
	return starts
}

// search settles the blocks one after another, the given one first, until none
// changes, and returns the logarithm of the likelihood less what the
// assumptions cost.
func (t *alignTable) search(first int) float64 {
	t.forget()
	b := t.blocks[first]
	t.try(b, assumption{slots: t.printedSlots(b)}, 3)
	t.count(b, 1)
	for i, b := range t.blocks {
		if i != first {
			t.settle(b)
		}
	}
	score := t.learn(3)
	for range 6 {
		changed := false
		for _, b := range t.blocks {
			changed = t.settle(b) || changed
		}
		score = t.learn(3)
		if !changed {
			break
		}
	}
	for _, b := range t.blocks {
		score -= b.cost
		if debugAlign {
			print(" ", b.base, "/", int(b.cost))
		}
	}
	if debugAlign {
		println(" start", first, "score", int(score))
	}
	return score
}

// forget drops all that was learned.
func (t *alignTable) forget() {
	t.patterns = newPatterns(len(t.orgs))
	t.habits = habitCounts{}.habits()
	for _, b := range t.blocks {
		for _, a := range b.rows {
			a.placements, a.posterior = nil, nil
		}
	}
}

func (t *alignTable) placeAll(b *alignBlock) {
	for _, a := range b.rows {
		t.place(a, b.slots)
	}
}

// count adds the rows of b to the patterns, sign times.
func (t *alignTable) count(b *alignBlock, sign float64) {
	for _, a := range b.rows {
		t.patterns.add(a, sign)
	}
}

// learn runs n rounds of expectation maximization and returns the logarithm of
// the likelihood.
func (t *alignTable) learn(n int) (logLikelihood float64) {
	for range n {
		var total habitCounts
		logLikelihood = 0
		for _, b := range t.blocks {
			l, c := t.expectCounted(b)
			logLikelihood += l
			for way := range c.way {
				total.way[way] += c.way[way]
			}
			total.kept += c.kept
			total.bent += c.bent
		}
		t.habits = total.habits()
	}
	return logLikelihood
}

// expectCounted is expect with the patterns kept in step.
func (t *alignTable) expectCounted(b *alignBlock) (float64, habitCounts) {
	before := make([][]float64, len(b.rows))
	for i, a := range b.rows {
		before[i] = slices.Clone(a.posterior)
	}
	logLikelihood, c := t.expect(b)
	for i, a := range b.rows {
		after := a.posterior
		a.posterior = before[i]
		t.patterns.add(a, -1)
		a.posterior = after
		t.patterns.add(a, 1)
	}
	return logLikelihood, c
}

// assumption is what may be taken for granted of a block's headings.
type assumption struct {
	slots slots
	base  int
	cost  float64 // in natural logarithms of likelihood
}

// settle chooses the assumption under which the rest of the table explains the
// rows of b best, and reports whether it is another than before.
func (t *alignTable) settle(b *alignBlock) bool {
	t.count(b, -1)
	was := b.assumption
	var best assumption
	bestScore := 0.0
	for i, a := range t.assumptions(b) {
		if score := t.try(b, a, 3) - a.cost; i == 0 || score > bestScore {
			best, bestScore = a, score
		}
	}
	t.try(b, best, 3)
	t.count(b, 1)
	return best.base != was.base || !slices.Equal(best.slots, was.slots)
}

// try reads b under an assumption, its own rows teaching it for some rounds,
// and returns the logarithm of the likelihood. It leaves the patterns as they
// were.
func (t *alignTable) try(b *alignBlock, a assumption, rounds int) float64 {
	b.assumption = a
	t.placeAll(b)
	score := 0.0
	for range rounds {
		score, _ = t.expectCounted(b)
	}
	t.count(b, -1)
	return score
}

// assumptions lists what the headings of b may be: as printed, or with a column
// for an organization of the table that they lack, and off by some columns.
// Each column that they are off costs, and so does each between the text and
// the first organization: tables leave none free there.
func (t *alignTable) assumptions(b *alignBlock) []assumption {
	const off, perColumn, lacking, apart = 4, 2, 4, 3
	printed := t.printedSlots(b)
	layouts := []slots{printed}
	for o, column := range printed {
		s := printed.widen(o)
		if column == 0 {
			s = printed.insert(o)
		}
		if s != nil {
			layouts = append(layouts, s)
		}
	}
	text := usualText(b.rows)
	var list []assumption
	for i, s := range layouts {
		for base := -3; base <= 3; base++ {
			cost := perColumn * float64(abs(base))
			if base != 0 {
				cost += off
			}
			if i > 0 {
				cost += lacking
			}
			if text > 0 {
				cost += apart * math.Min(2, float64(abs(s.first()+base-text-1)))
			}
			list = append(list, assumption{s, base, cost})
		}
	}
	return list
}

func abs(n int) int { return max(n, -n) }

var debugAlign = true
