package diagram

import (
	"maps"
	"slices"

	"tasuki/analysis/bottleneck"
	"tasuki/analysis/spof"
	"tasuki/graph"
)

// Overlay says what drawings highlight. The zero Overlay highlights nothing.
type Overlay struct {
	Flows      int                 // how many flows Stops is about
	Tasks      map[string][]string // flow -> the tasks that are its single points of failure
	Stops      map[string][]string // organization -> the flows that its loss stops
	Bottleneck string              // an organization; empty: none has more lead marks than all others
	Assumed    map[string]bool     // flow -> what Stops says of it rests on rules that nobody declared
}

// OverlayOf returns the overlay of results: the single points of failure of
// flows, and as the bottleneck the organization with the most lead marks, if no other
// has as many.
func OverlayOf(spofs []spof.FlowSPOF, b bottleneck.Bottleneck) Overlay {
	o := Overlay{Flows: len(spofs), Tasks: map[string][]string{}, Stops: map[string][]string{}, Assumed: map[string]bool{}}
	for _, s := range spofs {
		o.Tasks[s.Flow] = s.Tasks
		if len(s.Otherwise) > 0 {
			o.Assumed[s.Flow] = true
		}
		for _, org := range s.Organizations {
			o.Stops[org.Organization] = append(o.Stops[org.Organization], s.Flow)
		}
	}
	// The ranking begins with the most marks, and who has as many as the first follows it.
	if all := b.Organizations; len(all) > 0 && all[0].LeadMarks > 0 && (len(all) == 1 || all[1].RankByLeadMarks > 1) {
		o.Bottleneck = all[0].Organization
	}
	return o
}

// FlowsOf returns the flows of which each task is a single point of failure, in
// their order; only the named flow, when one is named.
func (o Overlay) FlowsOf(flow string) map[string][]string {
	flows := map[string][]string{}
	for _, f := range slices.SortedFunc(maps.Keys(o.Tasks), graph.Compare) {
		for _, task := range o.Tasks[f] {
			if flow == "" || f == flow {
				flows[task] = append(flows[task], f)
			}
		}
	}
	return flows
}

// StopsFlow reports whether the loss of an organization stops a flow.
func (o Overlay) StopsFlow(org, flow string) bool { return slices.Contains(o.Stops[org], flow) }
