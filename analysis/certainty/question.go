package certainty

import (
	"slices"

	"tasuki/analysis/placement"
	"tasuki/graph"
)

// question is a conclusion, asked of every reading.
type question interface {
	// asRead returns the answer of the dataset.
	asRead() []int

	// answer returns that of a reading, which gives each group an outcome.
	answer(outcomes [][]int) []int

	// touches reports whether the answer can depend on the reading of a group.
	touches(group int) bool

	// count returns the verdict over all readings of what touches it, or false
	// when they are too many.
	Count() (placement.Verdict, bool)

	// settle is count over the readings that read one mark of a group as org's.
	settle(group, mark, org int) (placement.Verdict, bool)

	// changes returns readings with another answer, those first that move the
	// fewest marks. Without any, open says that there may be one.
	Changes() (list []change, open bool)

	// holds returns in how many readings an organization, or a level, is in the
	// answer, or nil when that was not counted.
	holds(org int) *placement.Proportion
}

// change is a reading in which an answer is another than the dataset's.
type change struct {
	org      int              // whose place in the answer it changes, where it was looked for so
	moves    int              // marks that it moves
	picks    []placement.Pick // of which groups
	smallest bool             // no reading that moves fewer marks does it
}

// outcomesOf returns the outcome of every group, those of the picks as picked and
// the others as the dataset reads.
func outcomesOf(groups []placement.Group, picks []placement.Pick) [][]int {
	list := make([][]int, len(groups))
	for i, gr := range groups {
		list[i] = gr.Current()
	}
	for _, p := range picks {
		list[p.Group] = p.Outcome
	}
	return list
}

// moved returns the marks that picks read otherwise than the dataset.
func moved(g *graph.Graph, groups []placement.Group, picks []placement.Pick) []placement.Move {
	list := []placement.Move{}
	for _, p := range picks {
		list = append(list, groups[p.Group].Moves(g, p.Outcome)...)
	}
	return list
}

// moves returns how many marks picks read otherwise than the dataset.
func moves(groups []placement.Group, picks []placement.Pick) int {
	n := 0
	for _, p := range picks {
		n += groups[p.Group].Changes(p.Outcome)
	}
	return n
}

// picksOf returns the outcomes of a reading that move a mark.
func picksOf(groups []placement.Group, outcomes [][]int) []placement.Pick {
	var picks []placement.Pick
	for i, gr := range groups {
		if gr.Changes(outcomes[i]) > 0 {
			picks = append(picks, placement.Pick{Group: i, Outcome: outcomes[i]})
		}
	}
	return picks
}

// shrunk returns a part of the picks, each of another group, that still changes the answer, but none of
// whose parts does with one pick fewer.
func shrunk(q question, groups []placement.Group, picks []placement.Pick) []placement.Pick {
	outcomes := outcomesOf(groups, picks)
	var kept []placement.Pick
	for _, p := range slices.Backward(picks) {
		outcomes[p.Group] = groups[p.Group].Current()
		if slices.Equal(q.answer(outcomes), q.asRead()) {
			outcomes[p.Group] = p.Outcome
			kept = append(kept, p)
		}
	}
	slices.Reverse(kept)
	return kept
}
