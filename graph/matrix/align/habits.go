package align

import (
	"math"
)

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

	novel float64 // probability that a row's pattern is none of the table
}

// habitCounts are expected numbers of rows by way, and of distances kept and
// not kept.
type habitCounts struct {
	way        [ways]float64
	kept, bent float64

	rows, novel float64
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
	h.novel = (c.novel + 2) / (c.rows + 6)
	h.gap = (c.bent + 0.3) / (c.bent + c.kept + 30)
	return h
}

// rigid returns the habits of rows that do not drift.
func (c habitCounts) rigid() habits {
	const never = 1e-9
	h := habits{gap: never, novel: c.habits().novel}
	h.way[likeBlock], h.way[byItself] = 1-never, never
	return h
}

// spread returns the probability of a displacement by d columns among all that
// are not 0: each further column is a quarter as likely.
func spread(d int) float64 {
	if d == 0 {
		return 0
	}
	return 1.5 / float64(int64(1)<<(2*abs(d)))
}

// distances returns the probability of the distances between the marks of a
// row with n marks, one of which differs by gap.
func (h habits) distances(n, gap int) float64 {
	if gap == 0 {
		return math.Pow(1-h.gap, float64(n-1))
	}
	return h.gap * spread(gap) * math.Pow(1-h.gap, float64(n-2))
}

// step is how the displacement of a row follows from that of the row before.
// Displacements count from 0 for -maxDrift.
type step struct {
	here           [drifts]float64 // probability of each, whatever was before
	stay, stayText float64         // that it is the same, or the same but for push
	push           int             // how far the text moved since the row before
	jump           float64         // that it is another, times spread of the distance
}

// step returns the step to a row whose text is pushed by push, when its block
// is displaced by base.
func (h habits) step(base, push, pushBefore int) step {
	s := step{stay: h.way[likeBefore], stayText: h.way[likeBeforeText], push: push - pushBefore, jump: h.way[byItself] / 2}
	for d := range s.here {
		s.here[d] = h.way[byItself] / 2 * spread(d-maxDrift-base)
	}
	s.here[base+maxDrift] += h.way[likeBlock]
	if d := base + push + maxDrift; 0 <= d && d < drifts {
		s.here[d] += h.way[likeText]
	}
	return s
}
