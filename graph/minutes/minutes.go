// Package minutes gives handoffs that are declared the minutes that others state for them,
// such as those that an event log shows. It adds no handoff.
package minutes

import (
	"slices"

	"tasuki/graph"
)

// Entry is what is stated for a declared handoff: for all that have its flow, ends, kind and
// branch.
type Entry struct {
	Flow     string            `json:"flow,omitempty"` // empty: a handoff of no flow
	From     string            `json:"from"`
	To       string            `json:"to"`
	Kind     graph.HandoffKind `json:"kind"`
	Branch   string            `json:"branch,omitempty"`
	Minutes  int               `json:"minutes"`            // 1 or more
	Replaces int               `json:"replaces,omitempty"` // the minutes that the handoff declares, and does not keep; 0: it declares none
	Basis    graph.Name        `json:"basis,omitzero"`     // what the minutes rest on
}

// Apply gives the handoffs of d the minutes of entries, and adds what these rest on to their
// basis. Problems are entries of which no handoff is declared, which stand twice, or whose
// handoff declares other minutes than those that they replace: nothing is replaced in
// silence. Each has the place that at returns of its entry. Slices of d that others hold
// are left alone. It takes time in proportion to the handoffs and entries.
func Apply(d *graph.Dataset, entries []Entry, at func(entry int) graph.Source) graph.Problems {
	if len(entries) == 0 {
		return nil
	}
	d.Flows, d.Handoffs = slices.Clone(d.Flows), slices.Clone(d.Handoffs)
	declared := map[Entry][]*graph.Handoff{}
	add := func(flow string, list []graph.Handoff) {
		for i := range list {
			h := &list[i]
			k := Entry{Flow: flow, From: h.From, To: h.To, Kind: h.Kind, Branch: h.Branch}
			declared[k] = append(declared[k], h)
		}
	}
	for i, f := range d.Flows {
		d.Flows[i].Handoffs = slices.Clone(f.Handoffs)
		add(f.ID, d.Flows[i].Handoffs)
	}
	add("", d.Handoffs)
	var faults graph.Problems
	done := map[Entry]bool{}
	for i, e := range entries {
		k := Entry{Flow: e.Flow, From: e.From, To: e.To, Kind: e.Kind, Branch: e.Branch}
		fault := func(format string, args ...any) {
			faults = append(faults, graph.Problem{Source: at(i), Value: e.From + " → " + e.To}.Saying(format, args...))
		}
		switch list := declared[k]; {
		case len(list) == 0:
			fault("is no declared handoff of this flow, kind and branch; correct the entry or take it out")
		case done[k]:
			fault("has minutes in two entries; keep one")
		default:
			done[k] = true
			for _, h := range list {
				if h.Minutes != e.Replaces {
					fault("declares minutes: %d, and the entry replaces %d; correct replaces (leave it out where none are declared), or take the entry out", h.Minutes, e.Replaces)
					break
				}
				h.Minutes = e.Minutes
				h.Basis.Says = joined(h.Basis.Says, e.Basis)
			}
		}
	}
	return faults
}

// joined returns two texts in one, in each language.
func joined(a, b graph.Name) graph.Name {
	if a.IsZero() || b.IsZero() {
		if a.IsZero() {
			return b
		}
		return a
	}
	in := func(lang graph.Lang) string { return a.In(lang) + " / " + b.In(lang) }
	return graph.Name{JA: in(graph.Japanese), EN: in(graph.English)}
}
