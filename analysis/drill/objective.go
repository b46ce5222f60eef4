package drill

import (
	"slices"

	"tasuki/analysis/escalation"
	"tasuki/graph"
)

// objectives returns those that the scenario states, then those that follow
// from the flow.
func (p *Plan) objectives(s graph.Scenario) []Objective {
	list := []Objective{}
	for _, text := range s.Objectives {
		list = append(list, Objective{Stated, text.Text, text.Capability})
	}
	list = append(list, Objective{Kind: OnPath})
	if len(p.Absent) > 0 {
		list = append(list, Objective{Kind: OnAbsence})
	}
	if !p.Complete {
		list = append(list, Objective{Kind: OnBlockage})
	} else if p.timed() {
		list = append(list, Objective{Kind: OnTime})
	}
	return list
}

// timed reports whether the objective of the flow is about the path that is
// drilled: one from a start of the flow to a goal of it.
func (p *Plan) timed() bool {
	at := slices.IndexFunc(p.Escalation.Ladders, func(l escalation.Ladder) bool { return l.Start == p.Start })
	return p.Complete && p.Escalation.Ladders[at].Paths[0].Objective != escalation.NoVerdict
}

// objective returns the number of the objective of a kind, or 0.
func (p *Plan) objective(kind ObjectiveKind) int {
	return 1 + slices.IndexFunc(p.Objectives, func(o Objective) bool { return o.Kind == kind })
}

// has reports whether an ID is in a list.
func has(list []string, id string) bool { return slices.Contains(list, id) }

// without returns the IDs of a list that are not in another; never nil.
func without(list, gone []string) []string {
	left := []string{}
	for _, id := range list {
		if !has(gone, id) {
			left = append(left, id)
		}
	}
	return left
}
