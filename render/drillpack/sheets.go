package drillpack

import (
	"slices"

	"tasuki/analysis/drill"
	"tasuki/analysis/escalation"
	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// DrillParticipant returns the sheet of the players: the opening situation, the
// rules, who takes part, and a log to fill in. It says nothing of what follows,
// nor of who is out, nor of what is expected.
func DrillParticipant(g *graph.Graph, plan drill.Plan, lang messages.Language) document.Sheet {
	p := drillerOf(g, plan, lang)
	return p.participant(p.opening())
}

// opening says how the drill begins, to those who begin it.
func (p driller) opening() string {
	return p.Plain("{1} — {2}: {3}", p.startsAt(), p.apart(p.starters(), p.Plain(", ")), p.inject(p.plan.Events[0]))
}

// participant is the sheet of players for whom the drill begins as the opening says.
func (p driller) participant(opening string) document.Sheet {
	s := document.Sheet{Title: p.Plain("Participant sheet: {1}", p.drillTitle())}
	s.Parts = append(p.occasion(),
		document.SheetPart{Head: p.Plain("Opening situation")},
		document.SheetPart{Text: opening},
	)
	s.Parts = append(s.Parts, p.list(p.Plain("What is known"), p.plan.Scenario.Known)...)
	s.Parts = append(s.Parts,
		document.SheetPart{Head: p.Plain("Rules of the exercise")},
		document.SheetPart{Items: []string{
			p.Plain("Begin and end every call and message with: “Exercise, exercise, exercise.”"),
			p.Plain("Act as you would on a real day, with the means of a real day. What exercise control tells you is so."),
			p.Plain("Do not act on real systems, and call nobody who is not taking part, unless exercise control says so."),
			p.Plain("A real incident comes first: say “No play”, and the exercise pauses."),
			p.Plain("Write every call and message into the log, with the time; also what did not work."),
		}},
		document.SheetPart{Head: p.Plain("Who takes part")},
		document.SheetPart{Text: p.parties()},
	)
	if played := p.simulated(); played != "" {
		s.Parts = append(s.Parts, document.SheetPart{Text: p.Plain("{1}: {2}", p.Plain("Played by exercise control"), played)})
	}
	s.Parts = append(s.Parts,
		document.SheetPart{Head: p.Plain("Log")},
		document.SheetPart{Table: p.log()},
	)
	return p.sheet(s)
}

// sheet sets the size of the running text of a sheet on paper. That of Japanese is what
// offices print.
func (p driller) sheet(s document.Sheet) document.Sheet {
	s.Size = p.size()
	return s
}

func (p driller) size() float64 {
	if p.Lang == graph.Japanese {
		return 10.5
	}
	return 10
}

// starters are the leads of the start task, also those who are out: players do
// not know yet that they are.
func (p driller) starters() []string {
	var ids []string
	t, _ := p.Graph.TaskIndex(p.plan.Start)
	for _, i := range p.Graph.Leads(t) {
		ids = append(ids, p.Graph.Organizations()[i].ID)
	}
	return ids
}

// drillTitle is the title of the scenario, or the flow's name.
func (p driller) drillTitle() string {
	if !p.plan.Title.IsZero() {
		return p.plan.Title.In(p.Lang)
	}
	return p.flowName()
}

func (p driller) flowName() string {
	f, _ := p.Graph.Flow(p.plan.Flow)
	return f.Name.In(p.Lang)
}

// startsAt says when the drill begins.
func (p driller) startsAt() string {
	if p.plan.Clock == nil {
		return p.Plain("At the start")
	}
	zero := 0
	return p.scenarioTime(&zero)
}

// parties names the organizations that lead or support a task of the flow, by
// ID, and that controllers do not play.
func (p driller) parties() string {
	var ids []string
	for _, i := range p.partyIndexes() {
		if id := p.Graph.Organizations()[i].ID; !p.plan.Scenario.Simulates(id) {
			ids = append(ids, id)
		}
	}
	return p.apart(ids, p.Plain(", "))
}

func (p driller) partyIndexes() []int {
	f, _ := p.Graph.Flow(p.plan.Flow)
	var orgs []int
	for _, id := range graph.FlowTasks(f) {
		t, _ := p.Graph.TaskIndex(id)
		orgs = slices.Concat(orgs, p.Graph.Leads(t), p.Graph.Supports(t))
	}
	slices.Sort(orgs)
	return slices.Compact(orgs)
}

// logRows is how many lines the log has on a page without an end.
const logRows = 17

func (p driller) log() *document.SheetTable {
	t := &document.SheetTable{Roomy: true, Fill: true, Columns: []document.SheetColumn{
		{Head: p.Plain("Time"), Share: 3}, {Head: p.Plain("From whom"), Share: 5}, {Head: p.Plain("What came in"), Share: 10}, {Head: p.Plain("What we did, and to whom we handed on"), Share: 12},
	}}
	scenario := p.plan.Scenario
	for range max(1, logRows-(len(p.occasion())+len(scenario.Known)+min(len(scenario.Known), 1)+min(len(scenario.Simulated), 1)+1)/2) {
		t.Rows = append(t.Rows, make([]string, len(t.Columns)))
	}
	return t
}

// DrillEventSheet returns the master scenario events list as a sheet.
func DrillEventSheet(g *graph.Graph, plan drill.Plan, lang messages.Language) document.Sheet {
	p := drillerOf(g, plan, lang)
	t := &document.SheetTable{Columns: p.mselColumns()}
	blank := false
	for _, e := range plan.Events {
		t.Rows = append(t.Rows, p.printed(e))
		blank = blank || e.Minute == nil
	}
	s := document.Sheet{Title: p.Plain("Master scenario events list: {1}", p.drillTitle()), Turned: true}
	if blank {
		s.Parts = append(s.Parts, document.SheetPart{Note: p.Plain("Where the scenario time is empty it is not known, for minutes of a handoff or a wait up to there are not declared; set it by hand.")})
	}
	s.Parts = append(s.Parts, document.SheetPart{Table: t})
	return p.sheet(s)
}

// DrillRecordSheet returns the sheet on which an evaluator marks what became of
// each handoff that the players should try, those to the absent too, with the
// command that records it. Dataset are the flags of that command that name the
// dataset, and flow the flow, as a shell takes them.
func DrillRecordSheet(g *graph.Graph, plan drill.Plan, dataset, flow string, lang messages.Language) document.Sheet {
	p := drillerOf(g, plan, lang)
	t := &document.SheetTable{Roomy: true, Columns: []document.SheetColumn{
		{Head: p.Plain("Handoff"), Share: 5.6}, {Head: p.Plain("From"), Share: 9.8}, {Head: p.Plain("To"), Share: 9.8}, {Head: p.Plain("Confirmed"), Share: 5}, {Head: p.Plain("Inconclusive"), Share: 5.6}, {Head: p.Plain("Not performed"), Share: 5.2}, {Head: p.Plain("Time"), Share: 3.6}, {Head: p.Plain("Note"), Share: 5.6},
	}}
	tried := map[[2]string]bool{}
	for _, e := range plan.Events {
		for _, next := range e.Next {
			if tried[[2]string{e.Task, next.Task}] {
				continue
			}
			tried[[2]string{e.Task, next.Task}] = true
			way := e.Task + " → " + next.Task
			if next.Optional {
				way += p.Plain(" (optional)")
			}
			t.Rows = append(t.Rows, []string{way, p.apart(e.To, "\n") + p.unsure(e.Task), p.apart(next.Organizations, "\n") + p.unsure(next.Task), "□", "□", "□", "", ""})
		}
	}
	return p.sheet(document.Sheet{Title: p.Plain("Evaluation: {1}", p.drillTitle()), Parts: []document.SheetPart{
		{Items: []string{
			p.Plain("Confirmed: it was done, and works."),
			p.Plain("Inconclusive: it was done, and does not show whether it works."),
			p.Plain("Not performed: it was not done."),
		}},
		{Table: t},
		{Note: p.Plain("Afterwards, one line for each: tasuki drill record RECORD.csv {1} --time 2026-03-04T10:15 --flow {2} --from TASK --to TASK --outcome confirmed --note TEXT", dataset, flow)},
	}})
}

// objectiveText says what an objective of a drill is.
func (p driller) objectiveText(o drill.Objective) string {
	e := p.plan.Escalation
	switch o.Kind {
	case drill.OnPath:
		return p.Plain("Everybody on the path knows to whom to hand on, and reaches them.")
	case drill.OnAbsence:
		return p.Plain("It is noticed that {1} cannot be reached, and nobody waits longer than declared.", p.names(p.plan.Absent))
	case drill.OnTime:
		return p.Many(*e.Objective, "The goal is reached within {1} minute.", "The goal is reached within {1} minutes.").String()
	case drill.OnBlockage:
		return p.Plain("It is known who decides where no declared way is left.")
	}
	return o.Text.In(p.Lang)
}

// goal is the last task of the drill.
func goal(steps []escalation.Step) string { return steps[len(steps)-1].Task }
