package drill

import (
	"strings"

	"tasuki/analysis/escalation"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/graph/said"
)

// choose returns the ladder that is drilled and notes the starts of the others.
// Somebody present must do its start. Of those it takes the first that reaches a
// goal, or else the first that would with everybody present, or else the first.
func (p *Plan) choose(g *graph.Graph) (escalation.Ladder, error) {
	ladders := p.Escalation.Ladders
	begins := func(l escalation.Ladder) bool { return !l.Lost && len(p.present(g, l.Start)) > 0 }
	chosen := -1
	for _, better := range []func(escalation.Ladder) bool{
		func(l escalation.Ladder) bool { return len(l.Paths) > 0 },
		func(l escalation.Ladder) bool { return fullPath(l) != nil },
		func(escalation.Ladder) bool { return true },
	} {
		for i, l := range ladders {
			if chosen < 0 && begins(l) && better(l) {
				chosen = i
			}
		}
	}
	if chosen < 0 {
		return escalation.Ladder{}, p.nobodyBegins()
	}
	for i, l := range ladders {
		if i != chosen {
			p.Starts = append(p.Starts, l.Start)
		}
	}
	return ladders[chosen], nil
}

// nobodyBegins says why no start can be drilled.
func (p *Plan) nobodyBegins() error {
	var lost, unled []string
	for _, l := range p.Escalation.Ladders {
		if l.Lost {
			lost = append(lost, l.Start)
		} else {
			unled = append(unled, l.Start)
		}
	}
	if len(lost) == 0 {
		return said.Errorf("nobody leads the %s; declare who does, or begin at another task (--from)", startTasks(unled))
	}
	are := "is"
	if len(lost) > 1 {
		are = "are"
	}
	return said.Errorf("nobody present can begin it: without %s the %s %s lost; leave out fewer organizations, or begin at another task (--from)",
		strings.Join(p.Escalation.Without, ", "), startTasks(lost), are)
}

func startTasks(ids []string) string {
	if len(ids) == 1 {
		return "start task " + ids[0]
	}
	return "start tasks " + strings.Join(ids, ", ")
}

// present returns the organizations that do a task without those who are out.
func (p *Plan) present(g *graph.Graph, task string) []string {
	return rules.Present(g, p.Escalation.Rules, task, p.Escalation.Without)
}
