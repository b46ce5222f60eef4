package analysis

import "tasuki/graph"

// markRanges returns the range of each organization's lead marks over all
// readings.
func markRanges(g *graph.Graph, leads []group) []MarkRange {
	list := []MarkRange{}
	lo, hi := workloadBounds(g, leads)
	for org, o := range g.Organizations() {
		list = append(list, MarkRange{o.ID, len(g.Led(org)), lo.marksOf(org), hi.marksOf(org), exact(leads)})
	}
	return list
}

// workloadBounds returns the least and the largest workload that each
// organization has in any reading. Different organizations reach theirs in
// different readings.
func workloadBounds(g *graph.Graph, leads []group) (lo, hi workload) {
	lo, hi = certainWorkload(g, leads), certainWorkload(g, leads)
	for _, gr := range leads {
		k := len(gr.fixed) + len(gr.choices)
		for org := range g.Organizations() {
			always, sometimes := gr.presence(org)
			if always {
				lo.add(org, k, 1)
			}
			if sometimes {
				hi.add(org, k, 1)
			}
		}
	}
	return lo, hi
}

// certainWorkload returns the workload of all tasks, less the uncertain marks.
func certainWorkload(g *graph.Graph, leads []group) workload {
	w := newWorkload(g, scopes(g)[0].tasks)
	for _, gr := range leads {
		for _, org := range gr.current() {
			w.add(org, len(gr.fixed)+len(gr.choices), -1)
		}
	}
	return w
}

// exact reports whether the outcomes of every group are known.
func exact(groups []group) bool {
	for _, gr := range groups {
		if gr.outcomes == nil {
			return false
		}
	}
	return true
}
