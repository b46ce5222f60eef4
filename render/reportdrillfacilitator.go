package render

import (
	"slices"
	"strconv"
	"strings"

	"tasuki/analysis/drill"
	"tasuki/analysis/escalation"
	"tasuki/graph"
)

// DrillFacilitator returns the sheet of those who run the drill: what is
// drilled, what it is to find out, and how to run it.
func DrillFacilitator(g *graph.Graph, plan drill.Plan, lang graph.Lang) Sheet {
	p := driller{reporter{g, lang}, plan}
	objectives := &SheetTable{Columns: []SheetColumn{{p.plain("No."), 1}, {p.plain("Objective"), 14}}}
	for i, o := range plan.Objectives {
		objectives.Rows = append(objectives.Rows, []string{strconv.Itoa(i + 1), p.objectiveText(o)})
	}
	s := Sheet{Title: p.plain("Facilitator sheet: {1}", p.drillTitle()), Parts: []SheetPart{
		{Text: p.plain("Do not hand this to players: it says what is expected of them, and what comes next.")},
		{Head: p.plain("What is drilled")},
		{Table: p.drillFacts()},
		{Note: p.whatCounts()},
		{Head: p.plain("What the exercise is to find out")},
		{Table: objectives},
		{Head: p.plain("How to run it")},
		{Items: []string{
			p.plain("Before: fill in and try the contact list; tell everybody outside that there is an exercise; hand out the participant sheets only."),
			p.plain("Bring in each event of the list in its order, at its time or, where the time is empty, when the one before is done."),
			p.plain("Play every party that does not take part. An organization that is out answers nobody."),
			p.plain("If the players leave the expected path, let them, and note where. Bring them back only when the time runs out."),
			p.plain("The evaluator writes into the last column of the list, and marks each handoff on the evaluation sheet."),
			p.plain("After: ask every party at once what worked and what did not; then record each handoff."),
		}},
	}}
	if len(plan.Starts) > 0 {
		var starts []string
		for _, id := range plan.Starts {
			starts = append(starts, p.taskTitle(id))
		}
		s.Parts = append(s.Parts, SheetPart{Note: p.plain("The flow has other starts, each a drill of its own (--from): {1}.", strings.Join(starts, listComma.In(p.lang)))})
	}
	return s
}

// drillFacts says what is drilled, under which assumptions, and how long it
// takes.
func (p driller) drillFacts() *SheetTable {
	e := p.plan.Escalation
	t := &SheetTable{Columns: []SheetColumn{{p.plain("What"), 3}, {p.plain("Value"), 12}}}
	add := func(what, value string) { t.Rows = append(t.Rows, []string{what, value}) }
	add(p.plain("Flow"), p.flowTitle(p.plan.Flow).String())
	add(p.plain("Starts at"), p.startsAt()+listComma.In(p.lang)+p.taskTitle(p.plan.Start))
	switch last := p.taskTitle(goal(p.plan.Steps)); {
	case p.plan.Complete:
		add(p.plain("Ends at"), last)
	default:
		add(p.plain("Ends at"), p.plain("{1}: no declared way is left from there", last))
	}
	add(p.plain("Absent"), p.whoIsOut())
	if len(e.Removed) > 0 {
		add(p.plain("Tasks lost with them"), p.list(each(e.Removed, p.task)).String())
	}
	add(p.plain("Rules in force"), p.sentences(p.leadRule(e.Rules.Leads), p.supportRule(e.Rules.Support)).String())
	add(p.plain("Path"), p.way(tasksOf(escalation.Path{Steps: p.plan.Steps})).String())
	if before := p.before(); before != nil {
		add(p.plain("Path with everybody present"), p.way(tasksOf(*before)).String())
	}
	p.times(add)
	if e.Objective != nil {
		add(p.plain("Objective of the flow"), p.objective(e).String())
	}
	return t
}

// whoIsOut names those who are out, and which of them the flow does without
// anyhow.
func (p driller) whoIsOut() string {
	out := p.plan.Escalation.Without
	var names []phrase
	for _, id := range out {
		name := words(p.names([]string{id}))
		if !slices.Contains(p.plan.Absent, id) {
			name = p.say("{1} (no part in this flow)", name)
		}
		names = append(names, name)
	}
	if len(out) == 0 {
		return p.plain("nobody")
	}
	return p.list(names).String()
}

// times says how long the drill takes: its handoffs, and the waits for those who
// are out.
func (p driller) times(add func(what, value string)) {
	if len(p.plan.Steps) > 1 {
		takes := p.plain("not declared")
		if p.plan.Minutes.AtLeast > 0 {
			takes = p.duration(p.plan.Minutes)
		}
		add(p.plain("Its handoffs take"), takes)
	}
	if p.plan.Waits.AtLeast+p.plan.Waits.Unknown > 0 {
		add(p.plain("Waits for those who are out"), p.duration(p.plan.Waits))
		add(p.plain("Handoffs and waits"), p.duration(p.plan.Takes))
	}
}

// whatCounts says what is in the times of the drill.
func (p driller) whatCounts() string {
	if len(p.plan.Absent) == 0 {
		return p.plain("Times count the declared minutes of the handoffs. Waits for an answer are not counted: everybody answers the first call.")
	}
	return p.plain("Times count the declared minutes of the handoffs and, for those who are out, the declared waits at all their levels, one after the other; those who turn out to be out at the same point are called at the same time. Waits for those who are present are not counted: they answer the first call. The ladder takes it as known who is out: its times leave these waits out.")
}

// before returns the path with everybody present where it is another one, or
// nil.
func (p driller) before() *escalation.Path {
	for _, l := range p.plan.Escalation.Ladders {
		if l.Start == p.plan.Start && l.Absence != nil && l.Absence.Before != nil {
			if p.way(tasksOf(*l.Absence.Before)).String() != p.way(tasksOf(escalation.Path{Steps: p.plan.Steps})).String() {
				return l.Absence.Before
			}
		}
	}
	return nil
}
