package drill

import (
	"slices"

	"tasuki/graph"
)

// RecordCoverage says which handoffs drills have tested. A handoff is a pair of tasks
// in a flow, however many kinds of handoff are declared between them; the same
// pair in two flows is two. Handoffs that belong to no flow are not counted.
type RecordCoverage struct {
	Counts
	Entries    int            `json:"entries"`    // how many the record holds
	Flows      []FlowCoverage `json:"flows"`      // every flow, by ID
	Undeclared []Entry        `json:"undeclared"` // entries about what the dataset does not declare, in the order of the record
	Unplayed   []Unplayed     `json:"unplayed"`   // handoffs that no drill of their flow can play, by flow and tasks
}

// Counts are numbers of handoffs. Tested + Untested = Handoffs, and Confirmed +
// Inconclusive + NotPerformed + NoEntry = Handoffs.
type Counts struct {
	Handoffs     int `json:"handoffs"`      // that are declared
	Tested       int `json:"tested"`        // of these, with an entry, ever, that is confirmed or inconclusive
	Untested     int `json:"untested"`      // of these, the others: an entry that is not-performed tests nothing
	Confirmed    int `json:"confirmed"`     // whose latest entry is confirmed
	Inconclusive int `json:"inconclusive"`  // whose latest entry is inconclusive
	NotPerformed int `json:"not_performed"` // whose latest entry is not-performed
	NoEntry      int `json:"no_entry"`      // without an entry
}

// FlowCoverage is the coverage of one flow.
type FlowCoverage struct {
	Flow string `json:"flow"`
	Counts
	List []HandoffCoverage `json:"list"` // its handoffs, by their tasks
}

// HandoffCoverage is what a record says of one handoff.
type HandoffCoverage struct {
	From       string `json:"from"`
	To         string `json:"to"`
	Entries    int    `json:"entries"`     // about it
	Last       *Entry `json:"last"`        // the latest entry, of several of one time the one that stands last; nil: never recorded
	LastTested *Entry `json:"last_tested"` // the latest that is confirmed or inconclusive; nil: never tested
}

// CoverageOf compares a record with the handoffs of the flows. It takes time
// O(n log n) in entries and handoffs, and that of [UnplayedHandoffs].
func CoverageOf(g *graph.Graph, record []Entry) RecordCoverage {
	c := RecordCoverage{Entries: len(record), Flows: []FlowCoverage{}, Undeclared: []Entry{}, Unplayed: UnplayedHandoffs(g)}
	at := map[[3]string][2]int{}
	for i, f := range g.Flows() {
		flow := FlowCoverage{Flow: f.ID, List: []HandoffCoverage{}}
		for _, h := range f.Handoffs {
			key := [3]string{f.ID, h.From, h.To}
			if _, known := at[key]; !known {
				at[key] = [2]int{i, len(flow.List)}
				flow.List = append(flow.List, HandoffCoverage{From: h.From, To: h.To})
			}
		}
		c.Flows = append(c.Flows, flow)
	}
	for i := range record {
		e := &record[i]
		if place, ok := at[[3]string{e.Flow, e.From, e.To}]; ok {
			c.Flows[place[0]].List[place[1]].add(e)
		} else {
			c.Undeclared = append(c.Undeclared, *e)
		}
	}
	for i := range c.Flows {
		for _, h := range c.Flows[i].List {
			c.Flows[i].count(h)
			c.count(h)
		}
	}
	return c
}

// add takes an entry. Times compare as texts: a day alone is before its times.
func (h *HandoffCoverage) add(e *Entry) {
	h.Entries++
	if h.Last == nil || e.Time >= h.Last.Time {
		h.Last = e
	}
	if e.Outcome != NotPerformed && (h.LastTested == nil || e.Time >= h.LastTested.Time) {
		h.LastTested = e
	}
}

func (c *Counts) count(h HandoffCoverage) {
	c.Handoffs++
	if h.LastTested != nil {
		c.Tested++
	} else {
		c.Untested++
	}
	switch {
	case h.Last == nil:
		c.NoEntry++
	case h.Last.Outcome == Confirmed:
		c.Confirmed++
	case h.Last.Outcome == Inconclusive:
		c.Inconclusive++
	default:
		c.NotPerformed++
	}
}

// Declared reports whether the graph declares the handoff of an entry.
func (e Entry) Declared(g *graph.Graph) bool {
	f, ok := g.Flow(e.Flow)
	return ok && slices.ContainsFunc(f.Handoffs, func(h graph.Handoff) bool { return h.From == e.From && h.To == e.To })
}
