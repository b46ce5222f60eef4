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

// mselColumns returns the columns of the master scenario events list.
func (p driller) mselColumns() []document.SheetColumn {
	return []document.SheetColumn{
		{Head: p.Plain("No."), Share: 3}, {Head: p.Plain("Scenario time"), Share: 6}, {Head: p.Plain("Event"), Share: 11.5}, {Head: p.Plain("Inject"), Share: 17.5}, {Head: p.Plain("From"), Share: 13}, {Head: p.Plain("To"), Share: 13},
		{Head: p.Plain("Expected action"), Share: 20}, {Head: p.Plain("Objective"), Share: 6}, {Head: p.Plain("Evaluator notes"), Share: 10},
	}
}

// cells returns an event as a line of the list; the evaluator's notes are empty.
// Organizations stand apart by a mark.
func (p driller) cells(e drill.Event, apart string) []any {
	var objective any
	if e.Objective > 0 {
		objective = e.Objective
	}
	return []any{e.Number, p.scenarioTime(e.Minute), p.event(e), p.inject(e), p.fromParty(e, apart), p.toParty(e, apart), p.expected(e), objective, nil}
}

// DrillEvents returns the master scenario events list of a drill. Behind the
// columns of HSEEP stands why a time is not known.
func DrillEvents(g *graph.Graph, plan drill.Plan, lang messages.Language) document.Listing {
	p := drillerOf(g, plan, lang)
	t := document.Listing{Name: "MSEL", Rows: [][]any{}}
	for _, c := range p.mselColumns() {
		t.Columns = append(t.Columns, c.Head)
	}
	t.Columns = append(t.Columns, p.Plain("Why the time is not known"))
	for _, e := range plan.Events {
		t.Rows = append(t.Rows, append(p.cells(e, lang.Plain(", ")), p.whyNoTime(e)))
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
