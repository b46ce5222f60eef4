package escalation

import (
	"slices"

	"tasuki/graph"
)

// Minutes is a sum of declared minutes, or the least that it can be. What is
// not declared is not zero: the sum is then known from below only.
type Minutes struct {
	Total   *int `json:"total"`    // nil: at least one part is not declared
	AtLeast int  `json:"at_least"` // the sum of the declared parts
	Unknown int  `json:"unknown"`  // how many parts are not declared
}

// Verdict says whether a time keeps to an objective.
type Verdict string

// The verdicts. A time that is known from below only can be over an objective,
// but not within it.
const (
	NoVerdict     Verdict = ""        // no objective is declared, or the path is not one of the flow from start to goal
	Within        Verdict = "within"  // not above the objective
	Over          Verdict = "over"    // above it
	VerdictUnsure Verdict = "unknown" // not above it as far as is declared
)

// duration is a sum of minutes with the number of parts that it lacks.
type duration struct{ atLeast, unknown int }

// plus adds a part; nil is one that is not known.
func (d duration) plus(minutes *int) duration {
	if minutes == nil {
		return duration{d.atLeast, d.unknown + 1}
	}
	return duration{d.atLeast + *minutes, d.unknown}
}

func (d duration) add(e duration) duration {
	return duration{d.atLeast + e.atLeast, d.unknown + e.unknown}
}

func (d duration) minutes() Minutes {
	m := Minutes{AtLeast: d.atLeast, Unknown: d.unknown}
	if total := d.atLeast; d.unknown == 0 {
		m.Total = &total
	}
	return m
}

// later returns the time at which both have passed.
func later(a, b duration) duration {
	return duration{max(a.atLeast, b.atLeast), a.unknown + b.unknown}
}

// earlier returns the time at which one of both has passed. It is known when
// the one that is known cannot be the later.
func earlier(a, b duration) duration {
	first, second := a, b
	if b.atLeast < a.atLeast || b.atLeast == a.atLeast && b.unknown < a.unknown {
		first, second = b, a
	}
	if first.unknown == 0 {
		return first
	}
	return duration{first.atLeast, max(first.unknown, second.unknown)}
}

// positive returns a number that is declared, or nil for 0.
func positive(n int) *int {
	if n == 0 {
		return nil
	}
	return &n
}

// declaresMinutes reports whether a handoff of some flow declares its minutes.
func declaresMinutes(g *graph.Graph) bool {
	return slices.ContainsFunc(g.Flows(), func(f graph.Flow) bool {
		return slices.ContainsFunc(f.Handoffs, func(h graph.Handoff) bool { return h.Minutes > 0 })
	})
}

// minutes returns the declared minutes of an edge; nil when there are none.
func (e *escalator) minutes(from, to int) *int { return positive(e.declared[[2]int{from, to}]) }

// verdict compares the time of a path with the objective of the flow, which is
// for the flow from a start to a goal of its own.
func (e *escalator) verdict(path Path, m Minutes) Verdict {
	objective, flow := e.p.Flow.ObjectiveMinutes, e.p.Flow
	foreign := func(goal string) bool { return !slices.Contains(flow.Goal, goal) }
	switch {
	case objective == 0 || !slices.Contains(flow.Start, path.Steps[0].Task) || slices.ContainsFunc(path.ends(), foreign):
		return NoVerdict
	case m.AtLeast > objective:
		return Over
	case m.Unknown > 0:
		return VerdictUnsure
	}
	return Within
}
