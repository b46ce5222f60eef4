package matrix

import "math"

// The ways in which a row's displacement comes about.
const (
	likeBlock      = iota // that of its block
	likeText              // that of its block, and moved with its text
	likeBefore            // that of the row before
	likeBeforeText        // that of the row before, and moved with the text since
	byItself              // any other
	ways
)

// habits says how the rows of a table drift.
type habits struct {
	way [ways]float64 // probability of each way
	gap float64       // probability that the distance of two marks is not the headings'
}

// habitCounts are expected numbers of rows by way, and of distances kept and
// not kept.
type habitCounts struct {
	way        [ways]float64
	kept, bent float64
}

// habits returns the probabilities that the counts and a belief held before
// any count amount to. The belief, in rows: most stand where their block does;
// in distances: one in a hundred is not kept.
func (c habitCounts) habits() habits {
	belief := [ways]float64{likeBlock: 8, likeText: 0.7, likeBefore: 0.7, likeBeforeText: 0.3, byItself: 0.3}
	var h habits
	total := 0.0
	for i := range belief {
		h.way[i] = belief[i] + c.way[i]
		total += h.way[i]
	}
	for i := range h.way {
		h.way[i] /= total
	}
	h.gap = (c.bent + 0.3) / (c.bent + c.kept + 30)
	return h
}

// spread returns the probability of a displacement by d columns among all that
// are not 0: each further column is a third as likely.
func spread(d int) float64 {
	const decay = 1.0 / 3
	if d == 0 {
		return 0
	}
	return (1 - decay) / (2 * decay) * math.Pow(decay, math.Abs(float64(d)))
}

// distances returns the probability of the distances between the marks of a
// row with n marks, one of which differs by gap.
func (h habits) distances(n, gap int) float64 {
	if gap == 0 {
		return math.Pow(1-h.gap, float64(n-1))
	}
	return h.gap * math.Pow(1-h.gap, float64(n-2)) * spread(gap)
}

// step returns the probabilities, by way, that a row is displaced by drift when
// its block is by base and the row before by before; push is how far the row's
// text is, and pushBefore that of the row before.
func (h habits) step(drift, base, before, push, pushBefore int) (p [ways]float64, total float64) {
	for way, target := range [...]int{
		likeBlock:      base,
		likeText:       base + push,
		likeBefore:     before,
		likeBeforeText: before + push - pushBefore,
	} {
		if drift == target {
			p[way] = h.way[way]
			total += p[way]
		}
	}
	p[byItself] = h.way[byItself] * spread(drift-base)
	return p, total + p[byItself]
}
