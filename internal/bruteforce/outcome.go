package bruteforce

import (
	"slices"

	"tasuki/analysis/flow"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// TaskOutcome states the rules of definitions in other words than OutcomeOf.
func TaskOutcome(g *graph.Graph, inForce rules.Rules, task, org int) rules.Outcome {
	left, gone := 0, 0
	for _, o := range g.Leads(task) {
		if o == org {
			gone++
		} else {
			left++
		}
	}
	if gone == 0 || inForce.Leads == graph.AnyLead && left > 0 {
		return rules.Kept
	}
	for _, o := range g.Supports(task) {
		if o != org && inForce.Support == graph.Fallback {
			return rules.Degraded
		}
	}
	return rules.Lost
}

// FlowOutcome says what becomes of a flow by trying every path or, where handoffs have
// branches, every solution.
func FlowOutcome(g *graph.Graph, p flow.Graph, inForce rules.Rules, org int) rules.Outcome {
	left := func(avoid []bool) bool { return WayExists(p, avoid) }
	if slices.ContainsFunc(p.Flow.Handoffs, func(h graph.Handoff) bool { return h.Branch != "" || h.Optional }) {
		left = NewRemains(p).Some
	}
	return outcome(g, p, inForce, org, left)
}

// FlowOutcome says what becomes of the flow by its solutions.
func (r Remains) FlowOutcome(g *graph.Graph, inForce rules.Rules, org int) rules.Outcome {
	return outcome(g, r.p, inForce, org, r.Some)
}

func outcome(g *graph.Graph, p flow.Graph, inForce rules.Rules, org int, left func(avoid []bool) bool) rules.Outcome {
	avoidLost, avoidBoth := p.Avoiding(), p.Avoiding()
	for v, task := range p.Index {
		f := TaskOutcome(g, inForce, task, org)
		avoidLost[v], avoidBoth[v] = f == rules.Lost, f != rules.Kept
	}
	switch {
	case left(avoidBoth):
		return rules.Kept
	case left(avoidLost):
		return rules.Degraded
	}
	return rules.Lost
}
