package drillpack

import (
	"slices"
	"strconv"
	"strings"

	"tasuki/analysis/drill"
	"tasuki/analysis/escalation"
	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages"
	"tasuki/render/report/ladder"
)

// DrillFacilitator returns the sheet of those who run the drill: what is
// drilled, what it is to find out, and how to run it.
func DrillFacilitator(g *graph.Graph, plan drill.Plan, lang messages.Language) document.Sheet {
	p := drillerOf(g, plan, lang)
	s := document.Sheet{Title: p.Plain("Facilitator sheet: {1}", p.drillTitle()), Parts: []document.SheetPart{
		{Text: p.Plain("Do not hand this to players: it says what is expected of them, and what comes next.")},
		{Head: p.Plain("What is drilled")},
		{Table: p.drillFacts()},
		{Note: p.whatCounts()},
	}}
	if !plan.Scenario.Situation.IsZero() {
		s.Parts = append(s.Parts, document.SheetPart{Head: p.Plain("Opening situation")}, document.SheetPart{Text: plan.Scenario.Situation.In(p.Lang)})
	}
	s.Parts = slices.Concat(s.Parts, p.list(p.Plain("What players know"), plan.Scenario.Known), p.list(p.Plain("What players must find out"), plan.Scenario.Unknown))
	s.Parts = append(s.Parts, document.SheetPart{Head: p.Plain("What the exercise is to find out")}, document.SheetPart{Table: p.objectives()})
	s.Parts = append(append(s.Parts, p.staff()...), p.howTo()...)
	s.Parts = append(s.Parts, p.reports()...)
	s.Parts = append(s.Parts, p.unexercised()...)
	if len(plan.Starts) > 0 {
		var starts []string
		for _, id := range plan.Starts {
			starts = append(starts, p.taskTitle(id))
		}
		s.Parts = append(s.Parts, document.SheetPart{Note: p.Plain("The flow has other starts, each a drill of its own (--from): {1}.", strings.Join(starts, p.Plain(", ")))})
	}
	return p.sheet(s)
}

// objectives lists what the drill is to find out, with the core capabilities that are stated.
func (p driller) objectives() *document.SheetTable {
	t := &document.SheetTable{Text: true, Columns: []document.SheetColumn{{Head: p.Plain("No."), Share: 1}, {Head: p.Plain("Objective"), Share: 14}}}
	stated := slices.ContainsFunc(p.plan.Objectives, func(o drill.Objective) bool { return !o.Capability.IsZero() })
	if stated {
		t.Columns[1].Share = 10
		t.Columns = append(t.Columns, document.SheetColumn{Head: p.Plain("Core capability"), Share: 4})
	}
	for i, o := range p.plan.Objectives {
		t.Rows = append(t.Rows, []string{strconv.Itoa(i + 1), p.objectiveText(o), o.Capability.In(p.Lang)}[:len(t.Columns)])
	}
	return t
}

// howTo says how to run the drill.
func (p driller) howTo() []document.SheetPart {
	return []document.SheetPart{
		{Head: p.Plain("How to run it")},
		{Items: []string{
			p.Plain("Before: fill in and try the contact list; tell everybody outside that there is an exercise; hand out the participant sheets only."),
			p.Plain("Bring in each event of the list in its order, at its time or, where the time is empty, when the one before is done."),
			p.Plain("Play every party that does not take part. An organization that is out answers nobody: the list says from when, and no player is told."),
			p.Plain("What is expected is not brought in: note when players do it. A contingency is brought in only when they do not get there."),
			p.Plain("If the players leave the expected path, let them, and note where. Bring them back only when the time runs out."),
			p.Plain("The evaluator writes into the last column of the list, and marks each handoff on the evaluation sheet."),
			p.Plain("After: ask every party at once what worked and what did not; then record each handoff."),
		}},
	}
}

// drillFacts says what is drilled, under which assumptions, and how long it
// takes.
func (p driller) drillFacts() *document.SheetTable {
	e := p.plan.Escalation
	t := &document.SheetTable{Text: true, Columns: []document.SheetColumn{{Head: p.Plain("What"), Share: 3}, {Head: p.Plain("Value"), Share: 12}}}
	add := func(what, value string) { t.Rows = append(t.Rows, []string{what, value}) }
	p.facts(add)
	add(p.Plain("Flow||of a drill"), p.FlowTitle(p.plan.Flow).String())
	add(p.Plain("Starts at"), p.startsAt()+p.Plain(", ")+p.taskTitle(p.plan.Start))
	add(p.Plain("Ends at"), p.lastTasks())
	add(p.Plain("Absent"), p.whoIsOut())
	if len(e.Removed) > 0 {
		add(p.Plain("Tasks lost with them"), p.List(messages.Each(e.Removed, p.Task)).String())
	}
	if len(e.MayLose) > 0 {
		add(p.Plain("Tasks that may be lost with them ?"), p.List(messages.Each(e.MayLose, p.Task)).String())
	}
	add(p.Plain("Rules in force"), p.RulesInForce(p.plan.Rules).String())
	if otherwise := p.otherwise(); otherwise != "" {
		add(p.Plain("Rules that nobody declared"), otherwise)
	}
	add(p.Plain("Path"), ladder.Way(p.Printer, p.plan.Path()).String())
	if before := p.before(); before != nil {
		add(p.Plain("Path with everybody present"), ladder.Way(p.Printer, *before).String())
	}
	p.times(add)
	if e.Objective != nil {
		add(p.Plain("Objective of the flow"), ladder.Objective(p.Printer, e).String())
	}
	return t
}

// lastTasks names where the drill ends, and where work stops before that.
func (p driller) lastTasks() string {
	ends, stops := []string{goal(p.plan.Steps)}, []string{}
	if p.plan.Branches != nil {
		ends = p.plan.Branches.Ends
	}
	var titles []string
	for _, h := range p.plan.Stops {
		stops = append(stops, h.Task)
		titles = append(titles, p.Plain("{1}: no declared way is left from there", p.taskTitle(h.Task)))
	}
	for _, id := range ends {
		if !slices.Contains(stops, id) {
			titles = append(titles, p.taskTitle(id))
		}
	}
	return strings.Join(titles, p.Plain("; "))
}

// whoIsOut names those who are out, and which of them the flow does without
// anyhow.
func (p driller) whoIsOut() string {
	out := p.plan.Escalation.Without
	var names []document.Phrase
	for _, id := range out {
		name := document.Words(p.names([]string{id}))
		if !slices.Contains(p.plan.Absent, id) {
			name = p.Say("{1} (no part in this flow)", name)
		}
		names = append(names, name)
	}
	if len(out) == 0 {
		return p.Plain("nobody")
	}
	return p.List(names).String()
}

// times says how long the drill takes: its handoffs, and the waits for those who
// are out.
func (p driller) times(add func(what, value string)) {
	if len(p.plan.Steps) > 1 {
		takes := p.Plain("not declared")
		if p.plan.Minutes.AtLeast > 0 {
			takes = p.duration(p.plan.Minutes)
		}
		if add(p.Plain("Its handoffs take"), takes); p.plan.Branches != nil {
			add(p.Plain("Branches"), p.Plain("All are played. Work that several bring together waits for the last, so the times are those of the longest branch; nothing that is needed waits for an optional one."))
		}
	}
	if p.plan.Waits.AtLeast+p.plan.Waits.Unknown > 0 {
		add(p.Plain("Waits for those who are out"), p.duration(p.plan.Waits))
		add(p.Plain("Handoffs and waits"), p.duration(p.plan.Takes))
	}
}

// whatCounts says what is in the times of the drill.
func (p driller) whatCounts() string {
	if len(p.plan.Absent) == 0 {
		return p.Plain("Times count the declared minutes of the handoffs. Waits for an answer are not counted: everybody answers the first call.")
	}
	return p.Plain("Times count the declared minutes of the handoffs and, for those who are out, the declared waits at all their levels, one after the other; those who turn out to be out at the same point are called at the same time. Waits for those who are present are not counted: they answer the first call. The ladder takes it as known who is out: its times leave these waits out.")
}

// before returns the path with everybody present where it is another one, or
// nil.
func (p driller) before() *escalation.Path {
	for _, l := range p.plan.Escalation.Ladders {
		if l.Start == p.plan.Start && l.Absence != nil && l.Absence.Before != nil {
			if ladder.Way(p.Printer, *l.Absence.Before).String() != ladder.Way(p.Printer, p.plan.Path()).String() {
				return l.Absence.Before
			}
		}
	}
	return nil
}
