package drillpack

import (
	"slices"
	"strings"

	"tasuki/analysis/drill"
	"tasuki/analysis/escalation"
	"tasuki/render/document"
	"tasuki/render/report/ladder"
	"tasuki/render/report/section"
)

// event names an event.
func (p driller) event(e drill.Event) string {
	switch e.Kind {
	case drill.StartEvent:
		return p.Plain("StartEx: start the exercise with {1}", p.taskTitle(e.Task))
	case drill.HandoffEvent:
		return p.Plain("Work reaches {1}", p.taskTitle(e.Task))
	case drill.AbsenceEvent:
		return p.Plain("Nobody answers for {1}", p.names([]string{e.Absent}))
	case drill.NoticeEvent:
		return p.Plain("{1} is found not to answer", p.names([]string{e.Absent}))
	case drill.NoWayEvent:
		return p.Plain("No declared way on")
	case drill.EndEvent:
		return p.Plain("EndEx")
	}
	return e.Stated.Event.In(p.Lang)
}

// inject says what is brought in.
func (p driller) inject(e drill.Event) string {
	switch e.Kind {
	case drill.StartEvent:
		begin := p.Say("This is an exercise. You have reason to begin: {1}.", p.taskTitle(e.Task))
		if !p.plan.Scenario.Situation.IsZero() {
			begin = p.Sentences(document.Words(p.plan.Scenario.Situation.In(p.Lang)), begin)
		}
		return begin.String()
	case drill.HandoffEvent:
		return p.received(e)
	case drill.AbsenceEvent:
		return p.silence(e)
	case drill.NoticeEvent:
		return p.Plain("Nothing is brought in: the players find it out.")
	case drill.NoWayEvent:
		return p.Plain("Only if they have not said by then that the work stands still: “{1}”", p.halted(e))
	case drill.EndEvent:
		over := p.Say("The exercise is over. Stop all calls, and hand in your logs.")
		if words := p.plan.Scenario.End.Words; !words.IsZero() {
			over = p.Sentences(p.Say("When the stated end has come ({1}):", words.In(p.Lang)), over)
		}
		return over.String()
	}
	return e.Stated.Inject.In(p.Lang)
}

// halted says why needed work goes no further.
func (p driller) halted(e drill.Event) string {
	switch {
	case len(e.Halt.Lost) > 0:
		var gone, partly []string
		for _, id := range e.Halt.Lost {
			if t, _ := p.Graph.TaskIndex(id); slices.ContainsFunc(p.Graph.Leads(t), p.present) {
				partly = append(partly, p.taskTitle(id))
				continue
			}
			gone = append(gone, p.taskTitle(id))
		}
		var all, part document.Phrase
		if len(gone) > 0 {
			all = p.Say("Whoever could take on {1} is out. Nobody further is named.", strings.Join(gone, p.Plain(", ")))
		}
		if len(partly) > 0 {
			part = p.Say("Of {1} only a part can be done: somebody who leads another part of it does not answer.", strings.Join(partly, p.Plain(", ")))
		}
		return p.Sentences(all, part).String()
	case e.Halt.Back:
		return p.Plain("From {1} the work could only go back to where it has come from. Nobody further is named.", p.taskTitle(e.Task))
	}
	return p.Plain("Nothing is declared to follow {1}, and no goal is reached.", p.taskTitle(e.Task))
}

// present reports whether an organization is not out.
func (p driller) present(org int) bool {
	return !slices.Contains(p.plan.Escalation.Without, p.Graph.Organizations()[org].ID)
}

// silence instructs the controllers about an organization that is out: from when they answer
// nobody who calls it, how long its levels are tried, and what they may say.
func (p driller) silence(e drill.Event) string {
	name, from := p.names([]string{e.Absent}), p.scenarioTime(e.Minute)
	var said document.Phrase
	if from == "" {
		said = p.Say("Controllers only: from now until the end, answer no call and no message for {1}.", name)
	} else {
		said = p.Say("Controllers only: from {2} until the end, answer no call and no message for {1}.", name, from)
	}
	switch {
	case e.Uncalled:
		return p.Sentences(said, p.Say("The expected path calls nobody there.")).String()
	case e.Wait == nil || e.Wait.AtLeast+e.Wait.Unknown == 0:
		return p.Sentences(said, p.Say("Tell nobody that it is out.")).String()
	}
	said = p.Sentences(said, p.Say("All its levels are tried in {1}; say nothing of it before, and afterwards only, when asked: “Nobody has answered.”", ladder.Minutes(p.Printer, *e.Wait)))
	return said.String()
}

// received says what comes by a handoff, and from whom.
func (p driller) received(e drill.Event) string {
	var things []document.Phrase
	for _, h := range e.Handoffs {
		things = append(things, section.HandedOver(p.Printer, h))
	}
	what := p.List(things)
	if e.Unled {
		return p.Plain("Nobody is named to receive: {1}.", what)
	}
	if len(e.From) > 0 && slices.Equal(e.From, e.To) {
		return p.Plain("The work stays with {1} and comes to {2}: {3}.", p.names(e.To), p.taskTitle(e.Task), what)
	}
	return p.Plain("{1} receives from {2}: {3}.", p.names(e.To), p.names(e.From), what)
}

// fromParty names who brings an event in.
func (p driller) fromParty(e drill.Event, apart string) string {
	switch {
	case e.Kind == drill.HandoffEvent:
		return p.apart(e.From, apart)
	case e.Kind == drill.NoticeEvent:
		return p.apart(e.To, apart)
	case e.Stated != nil && e.Stated.From != "":
		return p.party(e.Stated.From)
	}
	return p.Plain("Exercise control")
}

// toParty names who gets it.
func (p driller) toParty(e drill.Event, apart string) string {
	switch {
	case e.Kind == drill.AbsenceEvent:
		return p.controller(e)
	case e.Kind == drill.NoticeEvent:
		return p.names([]string{e.Absent})
	case len(e.To) == 0:
		return p.Plain("All")
	}
	to := p.apart(e.To, apart)
	if e.Kind == drill.StartEvent || e.Kind == drill.HandoffEvent {
		to += p.unsure(e.Task)
	}
	return to
}

// expected says what the players should do then.
func (p driller) expected(e drill.Event) string {
	switch e.Kind {
	case drill.StartEvent, drill.HandoffEvent:
		if len(e.Await) > 0 {
			return p.Plain("Waits: {1} is done when the work from {2} has come, too.", p.taskTitle(e.Task), strings.Join(e.Await, p.Plain(", ")))
		}
		return p.Sentences(p.takesOn(e), p.lacks(e), p.handOn(e)).String()
	case drill.NoticeEvent:
		said := p.Sentences(p.misses(e), p.handOn(e))
		if at := p.scenarioTime(e.Minute); at != "" && e.Wait != nil {
			said = p.Sentences(said, p.Say("No later than {1}.", at))
		}
		return said.String()
	case drill.NoWayEvent:
		return p.Plain("Says who decides what happens now, and whom to call. Whatever is found is written down.")
	case drill.EndEvent, drill.AbsenceEvent:
		return ""
	}
	return e.Stated.ExpectedAction.In(p.Lang)
}

// takesOn says what to do about the task that the work has reached.
func (p driller) takesOn(e drill.Event) document.Phrase {
	done := p.Say("Confirms that {1} is done, and reports to exercise control when.", p.taskTitle(e.Task))
	switch last := len(e.Next) == 0 && p.plan.Complete; {
	case e.Optional && p.isOptional(e.Task):
		return p.Say("Takes on {1}, which is optional: nothing that is needed waits for it.", p.taskTitle(e.Task))
	case e.Optional:
		return p.Say("Takes note: nothing that is needed waits for it.")
	case e.Other:
		return p.Say("Takes note: the work goes on without waiting for it.")
	case e.Unled && last:
		return p.Sentences(p.leaderless(e.Task), done)
	case e.Unled:
		return p.leaderless(e.Task)
	case last:
		return done
	}
	return p.Say("Takes on {1}.", p.taskTitle(e.Task))
}

// lacks says which work the task does without, since nobody is left who could bring it.
func (p driller) lacks(e drill.Event) document.Phrase {
	if len(e.Lacks) == 0 {
		return nil
	}
	return p.Say("The work from {1} does not come.", strings.Join(e.Lacks, p.Plain(", ")))
}

// isOptional reports whether the drill can do without a task that it plays.
func (p driller) isOptional(task string) bool {
	return slices.ContainsFunc(p.plan.Steps, func(s escalation.Step) bool { return s.Task == task && s.Optional })
}

// misses says what to do about an organization that is out.
func (p driller) misses(e drill.Event) document.Phrase {
	switch {
	case e.Wait != nil && e.Wait.AtLeast > 0:
		return p.Say("Calls all levels of {1}, waits {2} in all, and notes the absence and who was tried.", p.names([]string{e.Absent}), ladder.Minutes(p.Printer, *e.Wait))
	case len(e.Next) == 0:
		return p.Say("Notes the absence and who was tried.")
	}
	return p.Say("Notes the absence, and does not wait.")
}

// handOn says to whom the work should go next, as what, and whom to call there; of
// several branches, all.
func (p driller) handOn(e drill.Event) document.Phrase {
	var said document.Phrase
	for _, s := range e.Next {
		said = p.Sentences(said, p.handOnTo(e, s))
	}
	if slices.ContainsFunc(e.Next, func(s escalation.Step) bool { return s.Other }) && !p.follows(e.Task) {
		said = p.Sentences(p.Say("The flow cannot be completed, so every alternative is tried."), said)
	}
	if len(e.Next) > 1 {
		said = p.Sentences(p.Say("Does all of what follows, at the same time, but for what is optional."), said)
	}
	return said
}

// follows reports whether work comes to a task by a further alternative alone, so that what
// follows there is no choice between alternatives.
func (p driller) follows(task string) bool {
	return slices.ContainsFunc(p.plan.Steps, func(s escalation.Step) bool { return s.Task == task && s.Other })
}

func (p driller) handOnTo(e drill.Event, next escalation.Step) document.Phrase {
	var things []document.Phrase
	for _, h := range next.Handoffs {
		things = append(things, section.HandedOver(p.Printer, h))
	}
	to := next.Organizations
	if len(to) > 0 && slices.Equal(to, e.To) {
		return p.Say("Goes on with {1}: {2}.", p.taskTitle(next.Task)+p.unsure(next.Task), p.List(things))
	}
	if len(to) == 0 {
		return p.leaderless(next.Task)
	}
	said := p.Say("Hands on to {1}, for {2}: {3}.", p.names(to)+p.unsure(next.Task), p.taskTitle(next.Task), p.List(things))
	if calls := p.firstCalls(e, next); calls != "" {
		said = p.Sentences(said, p.Say("Calls first: {1}.", calls))
	}
	return said
}

// leaderless says what to do about a task that nobody leads.
func (p driller) leaderless(task string) document.Phrase {
	return p.Say("Finds that nobody is named for {1}, and says who takes it on.", p.taskTitle(task))
}
