package brief

import (
	"slices"

	"tasuki/analysis/findings"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// actions says what to do first, with whom and for which tasks.
func actions(p messages.Printer, r findings.Review) []document.Block {
	if len(r.Actions) == 0 {
		return nil
	}
	var steps []document.Phrase
	for _, a := range r.Actions {
		severity := document.Piece{Text: p.Capital(p.Plain(string(a.Severity))), Style: document.StrongStyle}
		if a.Severity == findings.High {
			severity.Style = document.UnsureStyle
		}
		steps = append(steps, p.Sentences(p.Say("{1}: {2}||severity", document.Phrase{severity}, what(p, a)), lesser(helpers(p, a))))
	}
	note := p.Say("The severest first, then what stops most flows, then what most tasks are about; equal ones in the order of their IDs.")
	if slices.ContainsFunc(r.Actions, func(a findings.Action) bool { return a.Kind == findings.AgreeDeputy }) {
		note = p.Sentences(note, p.Say("A flow stops while one of these tasks has no deputy; that all have one may not be enough."))
	}
	return []document.Block{{Head: p.Say("What to do first")}, {Steps: steps}, {Note: note}}
}

// what says what is to be done.
func what(p messages.Printer, a findings.Action) document.Phrase {
	n, first := len(a.Tasks), firstTasks(p, a.Tasks)
	flows := p.Many(len(a.Flows), "{1} flow||counted", "{1} flows||counted")
	switch a.Kind {
	case findings.AgreeDeputy:
		return p.Many(n, "Agree a deputy for the task of {2} that stops {3}: {4}.", "Agree a deputy for the {1} tasks of {2} that stop {3}, first {4}.", p.Party(a.Organization), flows, first)
	case findings.AgreeSuccessor:
		return p.Say("Agree who takes over what {1} lose with {2}, first {3}.", flows, p.Party(a.Organization), first)
	case findings.NameLead:
		return p.Many(n, "Decide who leads the task that nobody leads: {2}.", "Decide who leads the {1} tasks that nobody leads, first {2}.", first)
	case findings.ShareWork:
		return p.Many(n, "Agree who shares the task that {2} alone can do: {3}.", "Agree who shares the {1} tasks that {2} alone can do, first {3}.", p.Party(a.Organization), first)
	case findings.FindDetour:
		return p.Many(n, "Agree a way round the task that stops {2} whoever leads it: {3}.", "Agree a way round the {1} tasks that stop {2} whoever leads them, first {3}.", flows, first)
	case findings.DeclareRules:
		return p.Say("Ask the issuer whether one of several leads suffices and whether a supporter stands in, and declare it: what is said above may change.")
	case findings.ConfirmMarks:
		return p.Many(n, "Have the issuer confirm the uncertain marks of the task on which what is said above depends: {2}.", "Have the issuer confirm the uncertain marks of the {1} tasks on which what is said above depends, first {2}.", first)
	case findings.NameSupporter:
		return p.Many(n, "Name a supporter for the task that has none: {2}.", "Name a supporter for the {1} tasks that have none, first {2}.", first)
	case findings.DeclareFlow:
		return p.Say("Declare one flow from its start to its goal, beginning with the fault that would hurt most.")
	}
	return document.Words(messages.Unknown)
}

// How many tasks and helpers are named.
const (
	shownTasks   = 2
	shownHelpers = 2
)

// firstTasks names the first tasks.
func firstTasks(p messages.Printer, ids []string) document.Phrase {
	return p.List(messages.Each(ids[:min(shownTasks, len(ids))], p.ShortTask))
}

// helpers says who has a part in the tasks already, as whoever does is the first to ask.
func helpers(p messages.Printer, a findings.Action) document.Phrase {
	switch a.Kind {
	case findings.DeclareRules, findings.ConfirmMarks, findings.NameSupporter, findings.DeclareFlow:
		return nil
	}
	if len(a.Helpers) == 0 {
		return p.Say("Nobody else leads or supports any of it yet.")
	}
	names := p.List(messages.Each(a.Helpers[:min(shownHelpers, len(a.Helpers))], func(h findings.Helper) document.Phrase {
		return p.Say("{1} ({2})||helper", p.Party(h.Organization).String(), p.Many(h.Tasks, "{1} task||counted", "{1} tasks||counted"))
	}))
	if more := len(a.Helpers) - shownHelpers; more > 0 {
		names = p.Say("{1} and {2} more", names, more)
	}
	return p.Say("Already leading or supporting there: {1}.", names)
}
