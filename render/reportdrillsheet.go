package render

import (
	"slices"

	"tasuki/analysis/drill"
	"tasuki/analysis/escalation"
	"tasuki/graph"
)

// DrillParticipant returns the sheet of the players: the opening situation, the
// rules, who takes part, and a log to fill in. It says nothing of what follows,
// nor of who is out, nor of what is expected.
func DrillParticipant(g *graph.Graph, plan drill.Plan, lang graph.Lang) Sheet {
	p := driller{reporter{g, lang}, plan}
	start := plan.Events[0]
	s := Sheet{Title: p.plain("Participant sheet: {1}", p.drillTitle())}
	s.Parts = append(s.Parts,
		SheetPart{Head: p.plain("Opening situation")},
		SheetPart{Text: p.plain("{1} — {2}: {3}", p.startsAt(), p.apart(p.starters(), listComma.In(lang)), p.inject(start))},
		SheetPart{Head: p.plain("Rules of the exercise")},
		SheetPart{Items: []string{
			p.plain("Begin and end every call and message with: “Exercise, exercise, exercise.”"),
			p.plain("Act as you would on a real day, with the means of a real day. What exercise control tells you is so."),
			p.plain("Do not act on real systems, and call nobody who is not taking part, unless exercise control says so."),
			p.plain("A real incident comes first: say “No play”, and the exercise pauses."),
			p.plain("Write every call and message into the log, with the time; also what did not work."),
		}},
		SheetPart{Head: p.plain("Who takes part")},
		SheetPart{Text: p.parties()},
		SheetPart{Head: p.plain("Log")},
		SheetPart{Table: p.log()},
	)
	return s
}

// starters are the leads of the start task, also those who are out: players do
// not know yet that they are.
func (p driller) starters() []string {
	var ids []string
	t, _ := p.g.TaskIndex(p.plan.Start)
	for _, i := range p.g.Leads(t) {
		ids = append(ids, p.g.Organizations()[i].ID)
	}
	return ids
}

// drillTitle is the title of the scenario, or the flow's name.
func (p driller) drillTitle() string {
	if !p.plan.Title.IsZero() {
		return p.plan.Title.In(p.lang)
	}
	return p.flowName()
}

func (p driller) flowName() string {
	f, _ := p.g.Flow(p.plan.Flow)
	return f.Name.In(p.lang)
}

// startsAt says when the drill begins.
func (p driller) startsAt() string {
	if p.plan.Clock == nil {
		return p.plain("At the start")
	}
	zero := 0
	return p.scenarioTime(&zero)
}

// parties names the organizations that lead or support a task of the flow, by
// ID.
func (p driller) parties() string {
	var ids []string
	for _, i := range p.partyIndexes() {
		ids = append(ids, p.g.Organizations()[i].ID)
	}
	return p.names(ids)
}

func (p driller) partyIndexes() []int {
	f, _ := p.g.Flow(p.plan.Flow)
	var orgs []int
	for _, id := range graph.FlowTasks(f) {
		t, _ := p.g.TaskIndex(id)
		orgs = slices.Concat(orgs, p.g.Leads(t), p.g.Supports(t))
	}
	slices.Sort(orgs)
	return slices.Compact(orgs)
}

// logRows is how many lines of the log fit what the first page leaves free.
const logRows = 17

func (p driller) log() *SheetTable {
	t := &SheetTable{Roomy: true, Columns: []SheetColumn{
		{p.plain("Time"), 3}, {p.plain("From whom"), 5}, {p.plain("What came in"), 10}, {p.plain("What we did, and to whom we handed on"), 12},
	}}
	for range logRows {
		t.Rows = append(t.Rows, make([]string, len(t.Columns)))
	}
	return t
}

// DrillEventSheet returns the master scenario events list as a sheet.
func DrillEventSheet(g *graph.Graph, plan drill.Plan, lang graph.Lang) Sheet {
	p := driller{reporter{g, lang}, plan}
	t := &SheetTable{Columns: p.mselColumns()}
	blank := false
	for _, e := range plan.Events {
		t.Rows = append(t.Rows, printed(p.cells(e, "\n")))
		blank = blank || e.Minute == nil
	}
	s := Sheet{Title: p.plain("Master scenario events list: {1}", p.drillTitle()), Turned: true, Parts: []SheetPart{{Table: t}}}
	if blank {
		s.Parts = append(s.Parts, SheetPart{Note: p.plain("Where the scenario time is empty it is not known, for minutes of a handoff or a wait up to there are not declared; set it by hand.")})
	}
	return s
}

// DrillRecordSheet returns the sheet on which an evaluator marks what became of
// each handoff that the players should try, those to the absent too, with the
// command that records it. Dataset are the flags of that command that name the
// dataset, and flow the flow, as a shell takes them.
func DrillRecordSheet(g *graph.Graph, plan drill.Plan, dataset, flow string, lang graph.Lang) Sheet {
	p := driller{reporter{g, lang}, plan}
	t := &SheetTable{Roomy: true, Columns: []SheetColumn{
		{p.plain("Handoff"), 5.6}, {p.plain("From"), 9.8}, {p.plain("To"), 9.8}, {p.plain("Confirmed"), 5}, {p.plain("Inconclusive"), 5.6}, {p.plain("Not performed"), 5.2}, {p.plain("Time"), 3.6}, {p.plain("Note"), 5.6},
	}}
	tried := map[[2]string]bool{}
	for _, e := range plan.Events {
		if e.Next == nil || tried[[2]string{e.Task, e.Next.Task}] {
			continue
		}
		tried[[2]string{e.Task, e.Next.Task}] = true
		t.Rows = append(t.Rows, []string{e.Task + " → " + e.Next.Task, p.apart(e.To, "\n"), p.apart(e.Next.Organizations, "\n"), "□", "□", "□", "", ""})
	}
	return Sheet{Title: p.plain("Evaluation: {1}", p.drillTitle()), Parts: []SheetPart{
		{Items: []string{
			p.plain("Confirmed: it was done, and works."),
			p.plain("Inconclusive: it was done, and does not show whether it works."),
			p.plain("Not performed: it was not done."),
		}},
		{Table: t},
		{Note: p.plain("Afterwards, one line for each: tasuki drill record RECORD.csv {1} --time 2026-03-04T10:15 --flow {2} --from TASK --to TASK --outcome confirmed --note TEXT", dataset, flow)},
	}}
}

// objectiveText says what an objective of a drill is.
func (p driller) objectiveText(o drill.Objective) string {
	e := p.plan.Escalation
	switch o.Kind {
	case drill.OnPath:
		return p.plain("Everybody on the path knows to whom to hand on, and reaches them.")
	case drill.OnAbsence:
		return p.plain("It is noticed that {1} cannot be reached, and nobody waits longer than declared.", p.names(p.plan.Absent))
	case drill.OnTime:
		return p.many(*e.Objective, "The goal is reached within {1} minute.", "The goal is reached within {1} minutes.").String()
	case drill.OnBlockage:
		return p.plain("It is known who decides where no declared way is left.")
	}
	return o.Text.In(p.lang)
}

// goal is the last task of the drill.
func goal(steps []escalation.Step) string { return steps[len(steps)-1].Task }
