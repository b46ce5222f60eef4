package ladder

import (
	"slices"

	"tasuki/analysis/escalation"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// hasTimes reports whether anything is declared of when somebody is reached.
func hasTimes(p messages.Printer) bool {
	return slices.ContainsFunc(p.Graph.Organizations(), func(o graph.Organization) bool { return len(o.Contacts) > 0 }) ||
		slices.ContainsFunc(p.Graph.Handoffs(), func(h graph.Handoff) bool { return h.Minutes > 0 })
}

// Minutes says how long something takes.
func Minutes(p messages.Printer, m escalation.Minutes) document.Phrase {
	if m.Total != nil {
		return p.Many(*m.Total, "{1} minute", "{1} minutes")
	}
	return p.Many(m.AtLeast, "at least {1} minute ({2} not declared)", "at least {1} minutes ({2} not declared)", m.Unknown)
}

// times says how long the best path from a start takes, and whether that keeps
// to the objective.
func times(p messages.Printer, e escalation.Escalation, start string, path escalation.Path) []document.Block {
	t := path.Timeline
	switch {
	case t != nil && path.Objective != escalation.NoVerdict:
		return []document.Block{{Text: p.Say("From {1} until the goal has answered, best case {2}: {3}; worst case {4}: {5}. The objective is {6}.", p.TaskID(start),
			Minutes(p, t.Best), verdict(p, t.BestObjective), Minutes(p, t.Worst), verdict(p, t.WorstObjective), Objective(p, e))}}
	case t != nil:
		return []document.Block{{Text: p.Say("From {1} until the goal has answered, best case {2}; worst case {3}.", p.TaskID(start), Minutes(p, t.Best), Minutes(p, t.Worst))}}
	case path.Minutes.AtLeast == 0:
		return nil
	case path.Objective != escalation.NoVerdict:
		return []document.Block{{Text: p.Say("From {1} the handoffs to the goal take {2}: {3}. The objective is {4}. Whom to call and how long to wait for an answer is not declared.",
			p.TaskID(start), Minutes(p, path.Minutes), verdict(p, path.Objective), Objective(p, e))}}
	}
	return []document.Block{{Text: p.Say("From {1} the handoffs to the goal take {2}. Whom to call and how long to wait for an answer is not declared.", p.TaskID(start), Minutes(p, path.Minutes))}}
}

// Objective says within which time a flow is to end.
func Objective(p messages.Printer, e escalation.Escalation) document.Phrase {
	return p.Many(*e.Objective, "{1} minute", "{1} minutes")
}

// verdict says whether a time keeps to an objective.
func verdict(p messages.Printer, v escalation.Verdict) document.Phrase {
	switch v {
	case escalation.Within:
		return messages.Strong(p.Say("in time"))
	case escalation.Over:
		return messages.Strong(p.Say("too late"))
	}
	return p.Say("not known whether in time")
}

// dryRun tells the best path from a start by the clock, on demand.
func dryRun(p messages.Printer, e escalation.Escalation, start string, path escalation.Path) []document.Block {
	if path.Timeline == nil {
		return nil
	}
	t := &document.Table{
		Caption: p.Plain("Minutes after the report. At best the first level answers at once, at worst only the last. No minute: it does not happen; ≥: at least, for something is not declared."),
		Columns: []document.Column{p.Right("At best"), p.Right("At worst"), p.Wide("What happens"), p.Wide("Why")},
	}
	if e.At != nil {
		t.Columns = append(slices.Insert(t.Columns, 2, p.Left("Clock at best"), p.Left("Clock at worst")), p.Left("Declared at"))
	}
	events := path.Timeline.Events
	for i, event := range events {
		cells := []document.Cell{
			document.Text(minute(event.Best)), document.Text(minute(event.Worst)), {Text: happens(p, e, path, event)}, {Text: p.Sentences(because(p, e, path, events, i), byRule(p, e, event))},
		}
		if e.At != nil {
			cells = append(slices.Insert(cells, 2, clocked(p, e, event, event.BestAt), clocked(p, e, event, event.WorstAt)), document.Text(declaredAt(event)))
		}
		t.Rows = append(t.Rows, document.Row{Cells: cells})
	}
	return []document.Block{{Group: &document.Group{Title: p.Say("Dry run from {1}: who is reached when, and why", p.TaskID(start)), Folded: true, Blocks: []document.Block{{Table: t}}}}}
}

// minute is a time on the clock.
func minute(m *escalation.Minutes) string {
	switch {
	case m == nil:
		return ""
	case m.Total != nil:
		return messages.Whole(*m.Total)
	}
	return "≥ " + messages.Whole(m.AtLeast)
}

// happens says what an event is.
func happens(p messages.Printer, e escalation.Escalation, path escalation.Path, event escalation.Event) document.Phrase {
	org := p.Organization(event.Organization)
	switch event.Rule {
	case escalation.EventStart:
		return p.Say("{1} has the work: {2}", p.OrganizationList(reporters(e, path)), stepTask(p, path.Steps[0]))
	case escalation.EventHandoff:
		at := slices.IndexFunc(path.Steps, func(s escalation.Step) bool { return s.Task == event.Task })
		return p.Say("Work reaches {1}: {2}", p.OrganizationList(path.Steps[at].Organizations), stepTask(p, path.Steps[at]))
	case escalation.EventNoContacts:
		return p.Say("{1}: no contact is declared", org)
	case escalation.EventAbsent:
		return p.Say("{1}: absent, nobody is called", org)
	case escalation.EventLoop:
		return p.Say("{1}: has been called already, there is nobody further", org)
	case escalation.EventNobodyLeads:
		return p.Say("Nobody leads it, so nobody can be called")
	case escalation.EventAnswer:
		return messages.Strong(p.Say("Answered: the work goes on"))
	}
	if event.Rule == escalation.EventClosed {
		return p.Say("{1}, level {2}: nobody is reached at that hour: {3}", org, event.Level, posts(p, event))
	}
	if event.Contact.IsZero() {
		return p.Say("{1}, level {2}: nobody is named", org, event.Level)
	}
	return p.Say("Call {1}, level {2}: {3}", org, event.Level, posts(p, event))
}

// reporters are the organizations that have the work when the clock begins.
func reporters(e escalation.Escalation, path escalation.Path) []string {
	if e.From != nil && e.From.Kind == rules.AboutOrganization {
		return []string{e.From.ID}
	}
	return path.Steps[0].Organizations
}

// because names the rule of an event and what it declares.
func because(p messages.Printer, e escalation.Escalation, path escalation.Path, events []escalation.Event, i int) document.Phrase {
	event := events[i]
	switch event.Rule {
	case escalation.EventStart:
		return p.Say("The clock begins with the report.")
	case escalation.EventHandoff:
		return handoffTakes(p, path, event)
	case escalation.EventCall:
		return p.Say("Work reaches it for the first time.")
	case escalation.EventNextLevel:
		if afterClosed(events, i) {
			return p.Say("The level before is not reached: the next level.")
		}
		return unanswered(p, event, p.Say("the next level."))
	case escalation.EventEscalation:
		to := p.Say("{1} escalates to {2}.", p.Organization(events[i-1].Organization), p.Organization(event.Organization))
		if events[i-1].Level == 0 || afterClosed(events, i) {
			return to
		}
		return unanswered(p, event, to)
	case escalation.EventNobodyLeads:
		return p.Say("Until somebody takes it, time passes that nobody knows.")
	case escalation.EventAnswer:
		return answered(p, e, events, i)
	}
	return nil
}

func handoffTakes(p messages.Printer, path escalation.Path, event escalation.Event) document.Phrase {
	at := slices.IndexFunc(path.Steps, func(s escalation.Step) bool { return s.Task == event.Task })
	var kinds []document.Phrase
	for _, a := range path.Arrivals(at) {
		if a.From == event.From {
			kinds = append(kinds, handedOver(p, a.Handoffs)...)
		}
	}
	way := p.Way([]string{event.From, event.Task})
	if event.Minutes == nil {
		return p.Say("Handoff {1}, {2}: its minutes are not declared.", way, p.List(kinds))
	}
	return p.Many(*event.Minutes, "Handoff {2}, {3}: takes {1} minute.", "Handoff {2}, {3}: takes {1} minutes.", way, p.List(kinds))
}

// unanswered says how long the level before was waited for.
func unanswered(p messages.Printer, event escalation.Event, then document.Phrase) document.Phrase {
	if event.Minutes == nil {
		return p.Say("No answer, and no waiting time is declared: {1}", then)
	}
	return p.Many(*event.Minutes, "No answer in {1} minute: {2}", "No answer in {1} minutes: {2}", then)
}

// answered says whose answers count.
func answered(p messages.Printer, e escalation.Escalation, events []escalation.Event, i int) document.Phrase {
	for called := ""; i > 0 && events[i-1].For != ""; i-- {
		if called != "" && called != events[i-1].For {
			if e.Rules.Leads == graph.AnyLead {
				return p.Say("One of those who were called is enough.")
			}
			return p.Say("All who were called are needed.")
		}
		called = events[i-1].For
	}
	return nil
}

// gaps lists what keeps times from being known, on demand.
func gaps(p messages.Printer, list []escalation.Gap) []document.Block {
	if len(list) == 0 {
		return nil
	}
	var items []document.Phrase
	for _, gap := range list {
		items = append(items, gapPhrase(p, gap))
	}
	return []document.Block{{Group: &document.Group{
		Title:  p.Many(len(list), "{1} gap in what is declared on these paths", "{1} gaps in what is declared on these paths"),
		Folded: true, Blocks: []document.Block{{Items: items}},
	}}}
}

func gapPhrase(p messages.Printer, g escalation.Gap) document.Phrase {
	org := p.Organization(g.Organization)
	switch g.Kind {
	case escalation.GapNobodyToCall:
		return p.Say("{1}: no level names anybody, neither there nor where it escalates to.", org)
	case escalation.GapNobodyReached:
		return p.Say("{1}: at the hour of the call nobody is reached, neither there nor where it escalates to.", org)
	case escalation.GapNobodyLeads:
		return p.Say("{1}: nobody leads it, so nobody can be called.", p.Task(g.Task))
	case escalation.GapEscalationLoop:
		circle := append(slices.Clone(g.Circle), g.Circle[0])
		return p.Say("Escalation runs in a circle: {1}.", arrows(p, messages.Each(circle, p.Organization)))
	case escalation.GapNoContacts:
		return p.Say("{1}: no contact is declared.", org)
	case escalation.GapUnnamedLevel:
		return p.Say("{1}, level {2}: nobody is named.", org, g.Level)
	case escalation.GapUnknownWait:
		return p.Say("{1}, level {2}: how long to wait for an answer is not declared.", org, g.Level)
	}
	return p.Say("Handoff {1}: its minutes are not declared.", p.Way([]string{g.From, g.Task}))
}

// arrows joins phrases with arrows.
func arrows(p messages.Printer, items []document.Phrase) document.Phrase {
	var all document.Phrase
	for i, item := range items {
		if i > 0 {
			all = append(all, document.Piece{Text: " → "})
		}
		all = append(all, item...)
	}
	return all
}
