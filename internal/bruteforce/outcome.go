package bruteforce

import (
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

// FlowOutcome says what becomes of a flow by trying every solution.
func (r Remains) FlowOutcome(g *graph.Graph, inForce rules.Rules, org int) rules.Outcome {
	p := r.p
	avoidLost, avoidBoth := p.Avoiding(), p.Avoiding()
	for v, task := range p.Index {
		f := TaskOutcome(g, inForce, task, org)
		avoidLost[v], avoidBoth[v] = f == rules.Lost, f != rules.Kept
	}
	switch {
	case r.Starts(avoidBoth) > 0:
		return rules.Kept
	case r.Starts(avoidLost) > 0:
		return rules.Degraded
	}
	return rules.Lost
}

// FlowOutcome says what becomes of a flow by trying every solution.
func FlowOutcome(g *graph.Graph, p flow.Graph, inForce rules.Rules, org int) rules.Outcome {
	return NewRemains(p).FlowOutcome(g, inForce, org)
}
