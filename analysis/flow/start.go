package flow

import "slices"

// From returns the flow with one of its starts alone.
func (p Graph) From(start int) Graph {
	p.Starts, p.Flow.Start = []int{start}, []string{p.Tasks[start]}
	return p
}

// FailedStarts returns the starts from which the loss of the given vertices leaves
// nothing, where something is left from another start; by ID.
func (p Graph) FailedStarts(avoid []bool) []string {
	if len(p.Starts) < 2 || !slices.Contains(avoid, true) {
		return nil
	}
	before, now := p.Evaluate(p.Avoiding()), p.Evaluate(avoid)
	if !now.Works() {
		return nil
	}
	var failed []string
	for _, v := range p.Starts {
		if before.Succeeds(v) && !now.Succeeds(v) {
			failed = append(failed, p.Tasks[v])
		}
	}
	return failed
}
