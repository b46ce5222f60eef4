package drillpack

import (
	"slices"

	"tasuki/analysis/drill"
	"tasuki/analysis/rules"
	"tasuki/render/document"
	"tasuki/render/report/ladder"
)

// otherwise says what the drill assumes of rules that nobody declared, and what
// it would be under others; nothing when they change nothing.
func (p driller) otherwise() string {
	inForce := p.plan.Escalation.Rules
	var list []rules.Instead[document.Phrase]
	for _, o := range p.plan.Otherwise {
		list = append(list, rules.Instead[document.Phrase]{Rules: o.Rules, Says: p.List(p.differs(o))})
	}
	list = p.Telling(inForce, nil, list)
	return p.Assumed(inForce, list).String()
}

// differs lists what is otherwise in a drill under other rules.
func (p driller) differs(o drill.Otherwise) []document.Phrase {
	var list []document.Phrase
	if !slices.Equal(o.Removed, p.plan.Escalation.Removed) {
		list = append(list, ladder.LeftOut(p.Printer, o.Removed))
	}
	var played []string
	for _, s := range p.plan.Steps {
		played = append(played, s.Task)
	}
	if !slices.Equal(o.Tasks, played) || o.Complete != p.plan.Complete {
		list = append(list, p.Say("the path is {1}", p.Way(o.Tasks)))
	}
	if took, takes := p.duration(p.plan.Takes), p.duration(o.Takes); took != takes {
		list = append(list, p.Say("handoffs and waits take {1}", takes))
	}
	return list
}
