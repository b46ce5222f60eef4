package drillpack

import (
	"fmt"
	"strings"

	"tasuki/analysis/drill"
	"tasuki/analysis/escalation"
	"tasuki/analysis/placement"
	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages"
	"tasuki/render/report/ladder"
)

// driller writes about one drill.
type driller struct {
	messages.Printer
	plan drill.Plan
	open map[string]placement.OpenLead
}

func drillerOf(g *graph.Graph, plan drill.Plan, lang messages.Language) driller {
	return driller{messages.Printer{Graph: g, Language: lang}, plan, placement.OpenLeads(g)}
}

// unsure says who else may lead a task; nothing when its lead is certain.
func (p driller) unsure(task string) string {
	if o, ok := p.open[task]; ok {
		return messages.OpenLead(p.Graph, &o, p.Language)
	}
	return ""
}

// mselColumns returns the columns of the master scenario events list on paper: on A4 the
// evaluator's notes have 40 mm.
func (p driller) mselColumns() []document.SheetColumn {
	return []document.SheetColumn{
		{Head: p.Plain("No."), Share: 2.8}, {Head: p.Plain("Planned time"), Share: 5.2}, {Head: p.Plain("Actual time"), Share: 5}, {Head: p.Plain("Type||of an event"), Share: 8.4},
		{Head: p.Plain("Event"), Share: 9.2}, {Head: p.Plain("Inject"), Share: 13.7}, {Head: p.Plain("From"), Share: 7.5}, {Head: p.Plain("To"), Share: 7.5}, {Head: p.Plain("Responsible controller"), Share: 7},
		{Head: p.Plain("Expected action"), Share: 14.5}, {Head: p.Plain("Objective"), Share: 7}, {Head: p.Plain("Evaluator notes"), Share: 16},
	}
}

// printed returns an event as a line of the list on paper: its means stand below what is
// brought in, its core capability below the number of the objective. Actual time and notes
// are empty. Organizations stand one below the other.
func (p driller) printed(e drill.Event) []string {
	return []string{
		fmt.Sprint(e.Number), p.scenarioTime(e.Minute), "", p.eventType(e), p.event(e), below(p.inject(e), p.inBrackets(p.eventMeans(e))), p.fromParty(e, "\n"), p.toParty(e, "\n"), p.controller(e),
		p.expected(e), below(objectiveNumber(e), p.capability(e)), "",
	}
}

// below puts a text on a line below another, if there is one.
func below(text, more string) string { return strings.TrimSuffix(text+"\n"+more, "\n") }

func (p driller) inBrackets(text string) string {
	if text == "" {
		return ""
	}
	return p.Plain("({1})", text)
}

func objectiveNumber(e drill.Event) string {
	if e.Objective == 0 {
		return ""
	}
	return fmt.Sprint(e.Objective)
}

// capability names the core capability that an event tests; nothing when none is stated.
func (p driller) capability(e drill.Event) string {
	if e.Objective == 0 {
		return ""
	}
	return p.plan.Objectives[e.Objective-1].Capability.In(p.Lang)
}

// notesColumn is where evaluators write into the list.
const notesColumn = 13

// DrillEvents returns the master scenario events list of a drill: one row for each thing that
// happens, also for what is expected of the players alone, so that an evaluator can tick it.
// Behind the columns of HSEEP stands why a time is not known. Actual times and notes are empty.
func DrillEvents(g *graph.Graph, plan drill.Plan, lang messages.Language) document.Listing {
	p := drillerOf(g, plan, lang)
	t := document.Listing{Name: "MSEL", Rows: [][]any{}, WriteIn: []int{notesColumn}, Columns: []string{
		p.Plain("No."), p.Plain("Planned time"), p.Plain("Actual time"), p.Plain("Type||of an event"), p.Plain("Event"), p.Plain("Inject"), p.Plain("Means"), p.Plain("From"), p.Plain("To"),
		p.Plain("Responsible controller"), p.Plain("Expected action"), p.Plain("Objective"), p.Plain("Core capability"), p.Plain("Evaluator notes"), p.Plain("Why the time is not known"),
	}}
	for _, e := range plan.Events {
		var objective any
		if e.Objective > 0 {
			objective = e.Objective
		}
		mark := lang.Plain(", ")
		t.Rows = append(t.Rows, []any{
			e.Number, p.scenarioTime(e.Minute), nil, p.eventType(e), p.event(e), p.inject(e), p.eventMeans(e), p.fromParty(e, mark), p.toParty(e, mark),
			p.controller(e), p.expected(e), objective, p.capability(e), nil, p.whyNoTime(e),
		})
	}
	return t
}

// scenarioTime writes a minute as a time of day, or since the start; an unknown
// one is empty.
func (p driller) scenarioTime(minute *int) string {
	if minute == nil {
		return ""
	}
	if p.plan.Clock == nil {
		return fmt.Sprintf("T+%d:%02d", *minute/60, *minute%60)
	}
	at := *p.plan.Clock + *minute
	text := fmt.Sprintf("%02d:%02d", at/60%24, at%60)
	if days := at / (24 * 60); days > 0 {
		text = p.Plain("day {2}, {1}", text, days+1)
	}
	return text
}

// whyNoTime names what keeps the time of an event from being known.
func (p driller) whyNoTime(e drill.Event) string {
	var pairs []string
	for _, u := range e.Undeclared {
		pairs = append(pairs, u[0]+" → "+u[1])
	}
	switch {
	case e.Minute != nil:
		return ""
	case e.Kind == drill.InjectEvent:
		return p.Plain("The scenario gives this inject no time.")
	case len(pairs) == 0 && len(e.Unwaited) == 0:
		return p.Plain("The scenario gives an inject before it no time.")
	}
	var handoffs, waits document.Phrase
	if len(pairs) > messages.LongList {
		handoffs = p.Say("The minutes of {1} handoffs are not declared.", len(pairs))
	} else if len(pairs) > 0 {
		handoffs = p.Say("Minutes not declared: {1}.", strings.Join(pairs, p.Plain(", ")))
	}
	if len(e.Unwaited) > 0 {
		waits = p.Say("A level without a declared wait: {1}.", p.names(e.Unwaited))
	}
	return p.Sentences(handoffs, waits).String()
}

// names lists organizations by name.
func (p driller) names(ids []string) string {
	return messages.OrganizationNames(p.Graph, ids, p.Language)
}

// apart lists organizations by name with a mark between them.
func (p driller) apart(ids []string, mark string) string {
	if len(ids) == 0 {
		return p.Plain("nobody")
	}
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = p.names([]string{id})
	}
	return strings.Join(list, mark)
}

// taskTitle is a task's ID and name.
func (p driller) taskTitle(id string) string { return messages.TaskName(p.Graph, id, p.Lang) }

// duration says how long the handoffs of the drill take.
func (p driller) duration(m escalation.Minutes) string { return ladder.Minutes(p.Printer, m).String() }
