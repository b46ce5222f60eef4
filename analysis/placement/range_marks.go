package placement

import (
	"tasuki/analysis/exact"
	"tasuki/analysis/workload"
	"tasuki/graph"
)

// MarkRanges returns the range of each organization's lead marks over all
// readings.
func MarkRanges(g *graph.Graph, leads []Group) []MarkRange {
	list := []MarkRange{}
	lo, hi := WorkloadBounds(g, leads)
	for org, o := range g.Organizations() {
		list = append(list, MarkRange{o.ID, len(g.Led(org)), lo.MarksOf(org), hi.MarksOf(org), Exact(leads)})
	}
	return list
}

// WorkloadBounds returns the least and the largest workload that each
// organization has in any reading. Different organizations reach theirs in
// different readings.
func WorkloadBounds(g *graph.Graph, leads []Group) (lo, hi workload.Workload) {
	lo, hi = CertainWorkload(g, leads), CertainWorkload(g, leads)
	for _, gr := range leads {
		most := len(gr.Fixed) + len(gr.Choices)
		fewest := most
		if gr.Varies() {
			fewest = 1
			now := len(gr.Holders(gr.Current()))
			for _, org := range gr.Fixed {
				lo.Add(org, now, -1)
				lo.Add(org, most, 1)
				hi.Add(org, now, -1)
				hi.Add(org, fewest, 1)
			}
		}
		for org := range g.Organizations() {
			always, sometimes := gr.Presence(org)
			if always {
				lo.Add(org, most, 1)
			}
			if sometimes {
				hi.Add(org, fewest, 1)
			}
		}
	}
	return lo, hi
}

// CertainWorkload returns the workload of all tasks, less the uncertain marks.
func CertainWorkload(g *graph.Graph, leads []Group) workload.Workload {
	w := workload.New(g, workload.Scopes(g)[0].Tasks)
	for _, gr := range leads {
		now := len(gr.Holders(gr.Current()))
		for _, org := range gr.Current() {
			if org != exact.Nobody {
				w.Add(org, now, -1)
			}
		}
	}
	return w
}

// Exact reports whether the outcomes of every group are known.
func Exact(groups []Group) bool {
	for _, gr := range groups {
		if gr.Outcomes == nil {
			return false
		}
	}
	return true
}
