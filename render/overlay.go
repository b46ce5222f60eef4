package render

import "tasuki/analysis"

// Overlay says what a drawing highlights. The zero Overlay highlights nothing.
type Overlay struct {
	Tasks       map[string]bool // single points of failure among the tasks
	Stops       map[string]int  // organization -> how many of the flows shown its loss stops
	Flows       int             // how many flows Stops is counted over
	Bottlenecks map[string]bool // organizations
}

// OverlayOf returns the overlay of results: the single points of failure of the
// given flows, and as bottlenecks the organizations of rank 1.
func OverlayOf(spofs []analysis.FlowSPOF, b analysis.Bottleneck) Overlay {
	o := Overlay{Tasks: map[string]bool{}, Stops: map[string]int{}, Bottlenecks: map[string]bool{}, Flows: len(spofs)}
	for _, s := range spofs {
		for _, id := range s.Tasks {
			o.Tasks[id] = true
		}
		for _, org := range s.Organizations {
			o.Stops[org.Organization]++
		}
	}
	for _, load := range b.Organizations {
		if load.Rank == 1 {
			o.Bottlenecks[load.Organization] = true
		}
	}
	return o
}
