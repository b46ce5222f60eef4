package drill

import (
	"fmt"
	"slices"
	"strconv"

	"tasuki/graph"
)

// RecordCoverage says which handoffs drills have tested. A handoff is a pair of tasks
// in a flow, however many kinds of handoff are declared between them; the same
// pair in two flows is two. Handoffs that belong to no flow are not counted.
type RecordCoverage struct {
	Counts
	On         string         `json:"on"`         // the day on which a year is counted back, as 2026-03-04
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
	OverAYear    int `json:"over_a_year"`   // of those tested, last more than a year ago
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
	Entries    int    `json:"entries"`                    // about it
	Last       *Entry `json:"last"`                       // the latest entry, of several of one time the one that stands last; nil: never recorded
	LastTested *Entry `json:"last_tested"`                // the latest that is confirmed or inconclusive; nil: never tested
	OverAYear  bool   `json:"over_a_year"`                // it was last tested more than a year ago
	Minutes    int    `json:"declared_minutes,omitempty"` // as [DeclaredMinutes] has them; 0: not declared
	Measured   int    `json:"measured_minutes,omitempty"` // of the latest entry that has any; 0: never measured
	measured   *Entry
}

// MoreThanAYear reports whether a time of a record lies more than a year before a day: the
// day of the same date in the year after it has passed. The year after 29 February ends
// with 28 February.
func MoreThanAYear(time, on string) bool {
	if len(time) < 10 || len(on) < 10 {
		return false
	}
	year, err := strconv.Atoi(time[:4])
	return err == nil && fmt.Sprintf("%04d%s", year+1, time[4:10]) < on[:10]
}

// DeclaredMinutes returns the minutes that a flow declares of the handoff between two tasks,
// of several kinds the most; 0 where it declares none, or none of one of them.
func DeclaredMinutes(f graph.Flow, from, to string) int {
	most, known := 0, true
	for _, h := range f.Handoffs {
		if h.From == from && h.To == to {
			most, known = max(most, h.Minutes), known && h.Minutes > 0
		}
	}
	if !known {
		return 0
	}
	return most
}

// CoverageOf compares a record with the handoffs of the flows; on is the day, as
// 2026-03-04, on which that is asked. It takes time O(n log n) in entries and O(n²) in the
// handoffs of a flow, and that of [UnplayedHandoffs].
func CoverageOf(g *graph.Graph, record []Entry, on string) RecordCoverage {
	c := coverageOf(g, record, on)
	c.Unplayed = UnplayedHandoffs(g)
	return c
}

// coverageOf is [CoverageOf] without what no drill can play.
func coverageOf(g *graph.Graph, record []Entry, on string) RecordCoverage {
	c := RecordCoverage{On: on, Entries: len(record), Flows: []FlowCoverage{}, Undeclared: []Entry{}}
	at := map[[3]string][2]int{}
	for i, f := range g.Flows() {
		flow := FlowCoverage{Flow: f.ID, List: []HandoffCoverage{}}
		for _, h := range f.Handoffs {
			key := [3]string{f.ID, h.From, h.To}
			if _, known := at[key]; !known {
				at[key] = [2]int{i, len(flow.List)}
				flow.List = append(flow.List, HandoffCoverage{From: h.From, To: h.To, Minutes: DeclaredMinutes(f, h.From, h.To)})
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
		for j := range c.Flows[i].List {
			h := &c.Flows[i].List[j]
			h.OverAYear = h.LastTested != nil && MoreThanAYear(h.LastTested.Time, on)
			c.Flows[i].count(*h)
			c.count(*h)
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
	if e.Minutes > 0 && (h.measured == nil || e.Time >= h.measured.Time) {
		h.measured, h.Measured = e, e.Minutes
	}
}

func (c *Counts) count(h HandoffCoverage) {
	c.Handoffs++
	if h.LastTested != nil {
		c.Tested++
	} else {
		c.Untested++
	}
	if h.OverAYear {
		c.OverAYear++
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
