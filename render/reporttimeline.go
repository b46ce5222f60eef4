package render

import (
	"slices"

	"tasuki/analysis/escalation"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// hasTimes reports whether anything is declared of when somebody is reached.
func (p reporter) hasTimes() bool {
	return slices.ContainsFunc(p.g.Organizations(), func(o graph.Organization) bool { return len(o.Contacts) > 0 }) ||
		slices.ContainsFunc(p.g.Handoffs(), func(h graph.Handoff) bool { return h.Minutes > 0 })
}

// minutes says how long something takes.
func (p reporter) minutes(m escalation.Minutes) phrase {
	if m.Total != nil {
		return p.many(*m.Total, "{1} minute", "{1} minutes")
	}
	return p.many(m.AtLeast, "at least {1} minute ({2} not declared)", "at least {1} minutes ({2} not declared)", m.Unknown)
}

// times says how long the best path from a start takes, and whether that keeps
// to the objective.
func (p reporter) times(e escalation.Escalation, start string, path escalation.Path) []block {
	t := path.Timeline
	switch {
	case t != nil && path.Objective != escalation.NoVerdict:
		return []block{{Text: p.say("From {1} until the goal has answered, best case {2}: {3}; worst case {4}: {5}. The objective is {6}.", p.taskID(start),
			p.minutes(t.Best), p.verdict(t.BestObjective), p.minutes(t.Worst), p.verdict(t.WorstObjective), p.objective(e))}}
	case t != nil:
		return []block{{Text: p.say("From {1} until the goal has answered, best case {2}; worst case {3}.", p.taskID(start), p.minutes(t.Best), p.minutes(t.Worst))}}
	case path.Minutes.AtLeast == 0:
		return nil
	case path.Objective != escalation.NoVerdict:
		return []block{{Text: p.say("From {1} the handoffs to the goal take {2}: {3}. The objective is {4}. Whom to call and how long to wait for an answer is not declared.",
			p.taskID(start), p.minutes(path.Minutes), p.verdict(path.Objective), p.objective(e))}}
	}
	return []block{{Text: p.say("From {1} the handoffs to the goal take {2}. Whom to call and how long to wait for an answer is not declared.", p.taskID(start), p.minutes(path.Minutes))}}
}

func (p reporter) objective(e escalation.Escalation) phrase {
	return p.many(*e.Objective, "{1} minute", "{1} minutes")
}

// verdict says whether a time keeps to an objective.
func (p reporter) verdict(v escalation.Verdict) phrase {
	switch v {
	case escalation.Within:
		return strong(p.say("in time"))
	case escalation.Over:
		return strong(p.say("too late"))
	}
	return p.say("not known whether in time")
}

// dryRun tells the best path from a start by the clock, on demand.
func (p reporter) dryRun(e escalation.Escalation, start string, path escalation.Path) []block {
	if path.Timeline == nil {
		return nil
	}
	t := &table{
		Caption: p.plain("Minutes after the report. At best the first level answers at once, at worst only the last. No minute: it does not happen; ≥: at least, for something is not declared."),
		Columns: []column{p.right("At best"), p.right("At worst"), p.wide("What happens"), p.wide("Why")},
	}
	events := path.Timeline.Events
	for i, event := range events {
		t.Rows = append(t.Rows, row{Cells: []cell{
			text(minute(event.Best)), text(minute(event.Worst)), {Text: p.happens(e, path, event)}, {Text: p.because(e, path, events, i)},
		}})
	}
	return []block{{Group: &group{Title: p.say("Dry run from {1}: who is reached when, and why", p.taskID(start)), Folded: true, Blocks: []block{{Table: t}}}}}
}

// minute is a time on the clock.
func minute(m *escalation.Minutes) string {
	switch {
	case m == nil:
		return ""
	case m.Total != nil:
		return whole(*m.Total)
	}
	return "≥ " + whole(m.AtLeast)
}

// happens says what an event is.
func (p reporter) happens(e escalation.Escalation, path escalation.Path, event escalation.Event) phrase {
	org := p.organization(event.Organization)
	switch event.Rule {
	case escalation.EventStart:
		return p.say("{1} has the work: {2}", p.organizationList(reporters(e, path)), p.task(event.Task))
	case escalation.EventHandoff:
		at := slices.IndexFunc(path.Steps, func(s escalation.Step) bool { return s.Task == event.Task })
		return p.say("Work reaches {1}: {2}", p.organizationList(path.Steps[at].Organizations), p.task(event.Task))
	case escalation.EventNoContacts:
		return p.say("{1}: no contact is declared", org)
	case escalation.EventAbsent:
		return p.say("{1}: absent, nobody is called", org)
	case escalation.EventLoop:
		return p.say("{1}: has been called already, there is nobody further", org)
	case escalation.EventNobodyLeads:
		return p.say("Nobody leads it, so nobody can be called")
	case escalation.EventAnswer:
		return strong(p.say("Answered: the work goes on"))
	}
	if event.Contact.IsZero() {
		return p.say("{1}, level {2}: nobody is named", org, event.Level)
	}
	return p.say("Call {1}, level {2}: {3}", org, event.Level, event.Contact.In(p.lang))
}

// reporters are the organizations that have the work when the clock begins.
func reporters(e escalation.Escalation, path escalation.Path) []string {
	if e.From != nil && e.From.Kind == rules.AboutOrganization {
		return []string{e.From.ID}
	}
	return path.Steps[0].Organizations
}

// because names the rule of an event and what it declares.
func (p reporter) because(e escalation.Escalation, path escalation.Path, events []escalation.Event, i int) phrase {
	event := events[i]
	switch event.Rule {
	case escalation.EventStart:
		return p.say("The clock begins with the report.")
	case escalation.EventHandoff:
		return p.handoffTakes(path, event)
	case escalation.EventCall:
		return p.say("Work reaches it for the first time.")
	case escalation.EventNextLevel:
		return p.unanswered(event, p.say("the next level."))
	case escalation.EventEscalation:
		to := p.say("{1} escalates to {2}.", p.organization(events[i-1].Organization), p.organization(event.Organization))
		if events[i-1].Level == 0 {
			return to
		}
		return p.unanswered(event, to)
	case escalation.EventNobodyLeads:
		return p.say("Until somebody takes it, time passes that nobody knows.")
	case escalation.EventAnswer:
		return p.answered(e, events, i)
	}
	return nil
}

func (p reporter) handoffTakes(path escalation.Path, event escalation.Event) phrase {
	at := slices.IndexFunc(path.Steps, func(s escalation.Step) bool { return s.Task == event.Task })
	var kinds []phrase
	for _, h := range path.Steps[at].Handoffs {
		kinds = append(kinds, p.handedOver(h))
	}
	way := p.way([]string{event.From, event.Task})
	if event.Minutes == nil {
		return p.say("Handoff {1}, {2}: its minutes are not declared.", way, p.list(kinds))
	}
	return p.many(*event.Minutes, "Handoff {2}, {3}: takes {1} minute.", "Handoff {2}, {3}: takes {1} minutes.", way, p.list(kinds))
}

// unanswered says how long the level before was waited for.
func (p reporter) unanswered(event escalation.Event, then phrase) phrase {
	if event.Minutes == nil {
		return p.say("No answer, and no waiting time is declared: {1}", then)
	}
	return p.many(*event.Minutes, "No answer in {1} minute: {2}", "No answer in {1} minutes: {2}", then)
}

// answered says whose answers count.
func (p reporter) answered(e escalation.Escalation, events []escalation.Event, i int) phrase {
	for called := ""; i > 0 && events[i-1].For != ""; i-- {
		if called != "" && called != events[i-1].For {
			if e.Rules.Leads == graph.AnyLead {
				return p.say("One of those who were called is enough (leads: any).")
			}
			return p.say("All who were called are needed (leads: each).")
		}
		called = events[i-1].For
	}
	return nil
}

// gaps lists what keeps times from being known, on demand.
func (p reporter) gaps(list []escalation.Gap) []block {
	if len(list) == 0 {
		return nil
	}
	var items []phrase
	for _, gap := range list {
		items = append(items, p.gap(gap))
	}
	return []block{{Group: &group{
		Title:  p.many(len(list), "{1} gap in what is declared on these paths", "{1} gaps in what is declared on these paths"),
		Folded: true, Blocks: []block{{Items: items}},
	}}}
}

func (p reporter) gap(g escalation.Gap) phrase {
	org := p.organization(g.Organization)
	switch g.Kind {
	case escalation.GapNobodyToCall:
		return p.say("{1}: no level names anybody, neither there nor where it escalates to.", org)
	case escalation.GapNobodyLeads:
		return p.say("{1}: nobody leads it, so nobody can be called.", p.task(g.Task))
	case escalation.GapEscalationLoop:
		circle := append(slices.Clone(g.Circle), g.Circle[0])
		return p.say("Escalation runs in a circle: {1}.", p.arrows(each(circle, p.organization)))
	case escalation.GapNoContacts:
		return p.say("{1}: no contact is declared.", org)
	case escalation.GapUnnamedLevel:
		return p.say("{1}, level {2}: nobody is named.", org, g.Level)
	case escalation.GapUnknownWait:
		return p.say("{1}, level {2}: how long to wait for an answer is not declared.", org, g.Level)
	}
	return p.say("Handoff {1}: its minutes are not declared.", p.way([]string{g.From, g.Task}))
}

// arrows joins phrases with arrows.
func (p reporter) arrows(items []phrase) phrase {
	var all phrase
	for i, item := range items {
		if i > 0 {
			all = append(all, piece{Text: " → "})
		}
		all = append(all, item...)
	}
	return all
}
