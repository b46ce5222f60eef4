package matrix

import "math"

// neighbourhood is how many rows before and after a row are its neighbours.
const neighbourhood = 5

// expect sets the posterior of every placement of b's rows, given the table's
// patterns without b's own rows counted twice: each row is judged by the
// others. It returns the logarithm of the likelihood and the expected counts.
func (t *alignTable) expect(b *alignBlock) (float64, habitCounts) {
	var chain []*alignRow // rows that can be placed at all
	for _, a := range b.rows {
		if len(a.placements) > 0 {
			chain = append(chain, a)
		}
	}
	if len(chain) == 0 {
		return 0, habitCounts{}
	}
	weights, emit := t.weigh(chain)
	forward, logLikelihood := t.forward(b, chain, emit)
	var counts habitCounts
	drift := t.backward(b, chain, emit, forward, &counts)
	for i, a := range chain {
		for j, p := range a.placements {
			a.posterior[j] = 0
			if e := emit[i][p.drift+maxDrift]; e > 0 {
				a.posterior[j] = drift[i][p.drift+maxDrift] * weights[i][j] / e
			}
			if p.gap != 0 {
				counts.bent += a.posterior[j]
			}
		}
		counts.kept += float64(len(a.marks) - 1)
	}
	counts.kept -= counts.bent
	return logLikelihood, counts
}

// weigh returns the likelihood of each placement of each row, and their sums by
// displacement. Neighbours of a row drift with it, so that they are no
// witnesses of its place: the rows elsewhere judge it.
func (t *alignTable) weigh(chain []*alignRow) (weights [][]float64, emit [][drifts]float64) {
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
			w := t.patterns.likelihood(p.pattern) * t.habits.distances(len(a.marks), p.gap)
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

// forward returns, by row and displacement, the probability of the displacement
// given the rows up to it.
func (t *alignTable) forward(b *alignBlock, chain []*alignRow, emit [][drifts]float64) ([][drifts]float64, float64) {
	f := make([][drifts]float64, len(chain))
	logLikelihood := 0.0
	for i, a := range chain {
		total := 0.0
		for d := range f[i] {
			for before := range drifts {
				if p := came(f, i, before, b.base); p > 0 {
					_, step := t.habits.step(d-maxDrift, b.base, before-maxDrift, a.push, pushBefore(chain, i))
					f[i][d] += p * step
				}
			}
			f[i][d] *= emit[i][d]
			total += f[i][d]
		}
		for d := range f[i] {
			f[i][d] /= total
		}
		logLikelihood += math.Log(total)
	}
	return f, logLikelihood
}

// came returns the probability that the row before row i is displaced by state
// before; before the first row, all stand where the block does.
func came(f [][drifts]float64, i, before, base int) float64 {
	if i > 0 {
		return f[i-1][before]
	}
	if before-maxDrift == base {
		return 1
	}
	return 0
}

func pushBefore(chain []*alignRow, i int) int {
	if i == 0 {
		return 0
	}
	return chain[i-1].push
}

// backward returns, by row and displacement, the probability of the
// displacement given all rows, and adds up by which way it came about.
func (t *alignTable) backward(b *alignBlock, chain []*alignRow, emit, f [][drifts]float64, counts *habitCounts) [][drifts]float64 {
	drift := make([][drifts]float64, len(chain))
	drift[len(chain)-1] = f[len(chain)-1]
	for i := len(chain) - 1; i >= 0; i-- {
		for d, after := range drift[i] {
			if after == 0 {
				continue
			}
			// How d was reached, by the state before and the way.
			var reached [drifts][ways]float64
			var from [drifts]float64
			total := 0.0
			for before := range drifts {
				if p := came(f, i, before, b.base); p > 0 {
					by, step := t.habits.step(d-maxDrift, b.base, before-maxDrift, chain[i].push, pushBefore(chain, i))
					reached[before], from[before] = by, p*step
					for way := range by {
						reached[before][way] *= p
					}
					total += from[before]
				}
			}
			for before := range drifts {
				for way := range reached[before] {
					counts.way[way] += after * reached[before][way] / total
				}
				if i > 0 {
					drift[i-1][before] += after * from[before] / total
				}
			}
		}
	}
	return drift
}
