package escalation

import (
	"reflect"

	"tasuki/analysis/rules"
)

// Otherwise says whom to call next under other rules, which may hold since nobody
// declared them.
type Otherwise struct {
	Rules   rules.Rules `json:"rules"`
	Removed []string    `json:"removed"`  // tasks of the flow that are lost with those who are absent, by ID
	MayLose []string    `json:"may_lose"` // other tasks that are lost with them in another reading of the uncertain marks, or in one that is not known, by ID
	Ways    []OtherWay  `json:"ways"`     // the best path from each start, by ID of the start
}

// OtherWay is the best path from a start under other rules.
type OtherWay struct {
	Start string   `json:"start"`
	Tasks []string `json:"tasks"` // in the order of the path; empty when no goal can be reached
	Best  *Minutes `json:"best"`  // until the goal is reached and answers, in the best case; null when no organization declares contacts
	Worst *Minutes `json:"worst"` // in the worst case
}

// otherwise returns what differs under rules that nobody declared.
func (e *escalator) otherwise() []Otherwise {
	if len(e.absent) == 0 && !e.contacts {
		return nil
	}
	var list []Otherwise
	now := e.under(e.rules)
	for _, r := range rules.Undeclared(e.g, e.options.Options) {
		if o := e.under(r); !o.same(now) {
			list = append(list, o)
		}
	}
	return list
}

// under returns the facts under rules.
func (e *escalator) under(r rules.Rules) Otherwise {
	other := *e
	other.rules = r
	removed := other.removed()
	o := Otherwise{Rules: r, Removed: other.p.Masked(removed), MayLose: other.mayLose(), Ways: []OtherWay{}}
	for _, start := range other.p.Starts {
		way := OtherWay{Start: other.p.Tasks[start], Tasks: []string{}}
		if best := other.best(start, removed); best != nil {
			path := other.path(*best, removed, other.isAbsent)
			for _, s := range path.Steps {
				way.Tasks = append(way.Tasks, s.Task)
			}
			if path.Timeline != nil {
				way.Best, way.Worst = &path.Timeline.Best, &path.Timeline.Worst
			}
		}
		o.Ways = append(o.Ways, way)
	}
	return o
}

// same reports whether both say the same, whatever the rules.
func (o Otherwise) same(x Otherwise) bool {
	o.Rules = x.Rules
	return reflect.DeepEqual(o, x)
}
