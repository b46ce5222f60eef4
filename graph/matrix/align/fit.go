package align

import (
	"cmp"
	"math"
	"slices"
)

// fit estimates where every mark of the table belongs. What to take for
// granted of each block's headings is searched from several starts, each of
// which believes the headings of one block first; the one that explains the
// table best counts, the first of equals. Those that explain it nearly as well
// are its rivals.
//
// When all marks as printed explain the table nearly as well, they stay: drift
// must gain half the logarithm of the number of rows for each of the six
// quantities that describe it (Schwarz's criterion).
func (t *alignTable) fit() {
	rows := 0
	for _, b := range t.blocks {
		rows += len(b.rows)
	}
	if rows == 0 {
		return
	}
	printed := t.printed()
	var found []solution
	best := 0
	for i, first := range t.starts() {
		found = append(found, t.solution(first, t.search(first)))
		if found[i].score > found[best].score {
			best = i
		}
	}
	if found[best].score-printed <= 6.0/2*math.Log(float64(rows)) {
		t.printed()
		return
	}
	const near = 10 // in natural logarithms
	for _, s := range found {
		if s.score > found[best].score-near && !slices.Equal(s.assumptions, found[best].assumptions) {
			t.rivals = append(t.rivals, s)
		}
	}
	if best != len(found)-1 {
		t.search(found[best].first)
	}
	t.learn(12)
}

// solution is what a search found.
type solution struct {
	first       int // the block that it started from
	score       float64
	assumptions []assumption
	placed      map[*rowFit]int // the likeliest pattern of each row
}

func (t *alignTable) solution(first int, score float64) solution {
	s := solution{first: first, score: score, placed: map[*rowFit]int{}}
	for _, b := range t.blocks {
		s.assumptions = append(s.assumptions, b.assumption)
		for _, a := range b.rows {
			if len(a.placements) > 0 {
				s.placed[a] = a.placements[a.likeliest()].pattern
			}
		}
	}
	return s
}

// printed takes every mark as printed and returns the logarithm of the
// likelihood.
func (t *alignTable) printed() (score float64) {
	t.forget()
	t.rigid = true
	t.habits = habitCounts{}.rigid()
	for _, b := range t.blocks {
		b.assume(b.asPrinted())
		t.expectCounted(b)
		score -= b.cost
	}
	return score + t.learn(4)
}

// starts returns the blocks to start from: the six with most marked rows, in
// the order of the table.
func (t *alignTable) starts() []int {
	const most = 6
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
	t.rigid = false
	b := t.blocks[first]
	t.try(b, b.asPrinted(), 3)
	t.count(b, 1)
	for i, b := range t.blocks {
		if i != first {
			t.settle(b)
		}
	}
	score := t.learn(3)
	for pass := range 6 {
		if pass == 0 {
			t.reconsider()
		}
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
	}
	return score
}

// reconsider makes the next settling look at all assumptions again.
func (t *alignTable) reconsider() {
	for _, b := range t.blocks {
		b.promising = nil
	}
}

// forget drops all that was learned.
func (t *alignTable) forget() {
	t.patterns.clear()
	t.habits = habitCounts{}.habits()
	for _, b := range t.blocks {
		b.promising = nil
		for _, a := range b.rows {
			a.placements = nil
		}
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
			total.rows += c.rows
			total.novel += c.novel
		}
		t.habits = total.habits()
		if t.rigid {
			t.habits = total.rigid()
		}
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

// settle chooses, among the promising, the assumption under which the rest of
// the table explains the rows of b best, and reports whether it is another than
// before. The first time all are looked at, and the few best are promising.
func (t *alignTable) settle(b *alignBlock) bool {
	const few = 5
	t.count(b, -1)
	was := b.assumption
	if b.promising == nil {
		list := t.bestFirst(b, b.assumptions(), 1)
		b.promising = list[:min(few, len(list))]
	}
	b.promising = t.bestFirst(b, b.promising, 3)
	t.try(b, b.promising[0], 3)
	t.count(b, 1)
	return b.assumption != was
}

// bestFirst sorts assumptions by how well they explain the rows of b, with what
// they cost, after some rounds.
func (t *alignTable) bestFirst(b *alignBlock, list []assumption, rounds int) []assumption {
	scores := map[assumption]float64{}
	for _, a := range list {
		scores[a] = t.try(b, a, rounds) - a.cost
	}
	return slices.SortedStableFunc(slices.Values(list), func(x, y assumption) int { return cmp.Compare(scores[y], scores[x]) })
}

// try reads b under an assumption, its own rows teaching it for some rounds,
// and returns the logarithm of the likelihood. It leaves the patterns as they
// were.
func (t *alignTable) try(b *alignBlock, a assumption, rounds int) float64 {
	b.assume(a)
	score := 0.0
	for range rounds {
		score, _ = t.expectCounted(b)
	}
	t.count(b, -1)
	return score
}
