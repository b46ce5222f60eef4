package ladder

import (
	"slices"

	"tasuki/analysis/escalation"
	"tasuki/analysis/rules"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// escalationOtherwise says what differs in the ladders of a flow under other
// rules.
func escalationOtherwise(p messages.Printer, e escalation.Escalation) document.Phrase {
	var list []rules.Instead[document.Phrase]
	for _, o := range e.Otherwise {
		var differs []document.Phrase
		switch {
		case !slices.Equal(o.Removed, e.Removed):
			differs = append(differs, LeftOut(p, o.Removed))
		case !slices.Equal(o.MayLose, e.MayLose):
			differs = append(differs, p.Many(len(o.MayLose), "uncertain marks may lose {1} more task: {2}", "uncertain marks may lose {1} more tasks: {2}", p.List(messages.Each(o.MayLose, p.TaskID))))
		}
		for _, way := range o.Ways {
			differs = append(differs, wayOtherwise(p, e, way)...)
		}
		if len(differs) > 0 {
			list = append(list, rules.Instead[document.Phrase]{Rules: o.Rules, Says: p.List(differs)})
		}
	}
	return p.Assumed(e.Rules, p.Telling(e.Rules, nil, list))
}

// LeftOut says which tasks are left out of a flow under other rules.
func LeftOut(p messages.Printer, ids []string) document.Phrase {
	if len(ids) == 0 {
		return p.Say("no task is left out")
	}
	return p.Many(len(ids), "{1} task is left out: {2}", "{1} tasks are left out: {2}", p.List(messages.Each(ids, p.TaskID)))
}

// branched reports whether the paths of a flow have branches, so that the order of their
// tasks is no way.
func branched(e escalation.Escalation) bool {
	return slices.ContainsFunc(e.Ladders, func(l escalation.Ladder) bool {
		return len(l.Paths) > 0 && l.Paths[0].Branches != nil || len(l.Paths) == 0 && l.Block != nil && len(l.Block.Stuck) > 0
	})
}

// wayOtherwise says what differs in the best path from a start.
func wayOtherwise(p messages.Printer, e escalation.Escalation, way escalation.OtherWay) []document.Phrase {
	at := slices.IndexFunc(e.Ladders, func(l escalation.Ladder) bool { return l.Start == way.Start })
	if at < 0 {
		return nil
	}
	var now escalation.OtherWay
	if paths := e.Ladders[at].Paths; len(paths) > 0 {
		now.Tasks = TasksOf(paths[0])
		if t := paths[0].Timeline; t != nil {
			now.Best, now.Worst = &t.Best, &t.Worst
		}
	}
	start := p.TaskID(way.Start)
	var differs []document.Phrase
	switch {
	case slices.Equal(now.Tasks, way.Tasks):
	case len(way.Tasks) == 0:
		return []document.Phrase{p.Say("from {1} no goal can be reached", start)}
	case branched(e):
		differs = append(differs, p.Say("the best path from {1} takes {2}", start, p.List(messages.Each(way.Tasks, p.TaskID))))
	default:
		differs = append(differs, p.Say("the best path from {1} is {2}", start, p.Way(way.Tasks)))
	}
	if way.Best != nil && (now.Best == nil || Minutes(p, *way.Best).String() != Minutes(p, *now.Best).String() || Minutes(p, *way.Worst).String() != Minutes(p, *now.Worst).String()) {
		differs = append(differs, p.Say("from {1} until the goal has answered {2} at best and {3} at worst", start, Minutes(p, *way.Best), Minutes(p, *way.Worst)))
	}
	return differs
}
