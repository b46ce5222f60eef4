package align

import (
	"math"
)

// neighbourhood is how many rows before and after a row are its neighbours.
const neighbourhood = 5

// expect sets the posterior of every placement of b's rows, given the table's
// patterns without b's own rows counted twice: each row is judged by the
// others. It returns the logarithm of the likelihood and the expected counts.
func (t *alignTable) expect(b *alignBlock) (float64, habitCounts) {
	const noPlace = -20 // of the logarithm, for each row that has no placement
	var chain []*rowFit
	for _, a := range b.rows {
		if len(a.placements) > 0 {
			chain = append(chain, a)
		}
	}
	unplaced := noPlace * float64(len(b.rows)-len(chain))
	if len(chain) == 0 {
		return unplaced, habitCounts{}
	}
	weights, emit := t.weigh(chain)
	links, logLikelihood := t.forward(b, chain, emit)
	var counts habitCounts
	drift := t.backward(b, chain, links, &counts)
	for i, a := range chain {
		for j, p := range a.placements {
			a.posterior[j] = 0
			if e := emit[i][p.drift+maxDrift]; e > 0 {
				a.posterior[j] = drift[i][p.drift+maxDrift] * weights[i][j] / e
			}
			counts.novel += a.posterior[j] * a.novel[j]
			if p.gap != 0 {
				counts.bent += a.posterior[j]
			}
		}
		counts.kept += float64(len(a.marks) - 1)
	}
	counts.kept -= counts.bent
	return logLikelihood + unplaced, counts
}

// weigh returns the likelihood of each placement of each row, and their sums by
// displacement. Neighbours of a row drift with it, so that they are no
// witnesses of its place: the rows elsewhere judge it.
func (t *alignTable) weigh(chain []*rowFit) (weights [][]float64, emit [][drifts]float64) {
	weights = make([][]float64, len(chain))
	emit = make([][drifts]float64, len(chain))
	reach := min(neighbourhood, int(t.patterns.rows)/8)
	for _, a := range chain[:min(reach, len(chain))] {
		t.patterns.add(a, -1)
	}
	for i, a := range chain {
		if i+reach < len(chain) {
			t.patterns.add(chain[i+reach], -1)
		}
		weights[i] = make([]float64, len(a.placements))
		for j, p := range a.placements {
			table, own := t.patterns.likelihood(p.pattern, a.alike)
			own *= t.habits.novel
			w := (1-t.habits.novel)*table + own
			a.novel[j] = own / w
			w *= t.habits.distances(len(a.marks), p.gap)
			weights[i][j] = w
			emit[i][p.drift+maxDrift] += w
		}
		if i-reach >= 0 {
			t.patterns.add(chain[i-reach], 1)
		}
	}
	for _, a := range chain[max(0, len(chain)-reach):] {
		t.patterns.add(a, 1)
	}
	return weights, emit
}

// link is what the chain knows of a row: the probability of each displacement
// given the rows before it, and given also the row itself.
type link struct {
	predicted, filtered [drifts]float64
}

// forward works the chain up from its first row, before which all stood where
// the block does, and returns the logarithm of the likelihood.
func (t *alignTable) forward(b *alignBlock, chain []*rowFit, emit [][drifts]float64) ([]link, float64) {
	links := make([]link, len(chain))
	before := startOf(b)
	logLikelihood := 0.0
	for i, a := range chain {
		step := t.habits.step(b.base, a.push, pushBefore(chain, i))
		l := &links[i]
		total := 0.0
		for d := range drifts {
			p := step.here[d] + step.stay*before[d] + step.stayText*at(before, d-step.push)
			for from, q := range before {
				p += step.jump * q * spread(d-from)
			}
			l.predicted[d] = p
			l.filtered[d] = p * emit[i][d]
			total += l.filtered[d]
		}
		for d := range drifts {
			l.filtered[d] /= total
		}
		logLikelihood += math.Log(total)
		before = l.filtered
	}
	return links, logLikelihood
}

// backward works the chain down from its last row, and returns, by row, the
// probability of each displacement given all rows. It adds up by which way
// each came about.
func (t *alignTable) backward(b *alignBlock, chain []*rowFit, links []link, counts *habitCounts) [][drifts]float64 {
	drift := make([][drifts]float64, len(chain))
	drift[len(chain)-1] = links[len(chain)-1].filtered
	for i := len(chain) - 1; i >= 0; i-- {
		before := startOf(b)
		if i > 0 {
			before = links[i-1].filtered
		}
		step := t.habits.step(b.base, chain[i].push, pushBefore(chain, i))
		var ratio [drifts]float64 // of a displacement's probability to what was predicted
		anyway := 0.0
		for d := range drifts {
			if p := links[i].predicted[d]; p > 0 {
				ratio[d] = drift[i][d] / p
			}
			anyway += ratio[d] * step.here[d]
		}
		counts.way[likeBlock] += t.habits.way[likeBlock] * at(ratio, b.base+maxDrift)
		counts.way[likeText] += t.habits.way[likeText] * at(ratio, b.base+chain[i].push+maxDrift)
		for from, q := range before {
			jump := 0.0
			for d, r := range ratio {
				jump += step.jump * r * spread(d-from)
			}
			stay, stayText := step.stay*ratio[from], step.stayText*at(ratio, from+step.push)
			counts.way[likeBefore] += q * stay
			counts.way[likeBeforeText] += q * stayText
			if i > 0 {
				drift[i-1][from] = q * (anyway + stay + stayText + jump)
			}
		}
		counts.rows++
	}
	rest := counts.rows
	for _, n := range counts.way[:byItself] {
		rest -= n
	}
	counts.way[byItself] = math.Max(rest, 0)
	return drift
}

// startOf is the displacement before the first row of a block.
func startOf(b *alignBlock) (p [drifts]float64) {
	p[b.base+maxDrift] = 1
	return p
}

// at returns the probability of a displacement, which may be out of reach.
func at(p [drifts]float64, d int) float64 {
	if d < 0 || d >= drifts {
		return 0
	}
	return p[d]
}

func pushBefore(chain []*rowFit, i int) int {
	if i == 0 {
		return 0
	}
	return chain[i-1].push
}
