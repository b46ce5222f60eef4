package assistant

import (
	"context"
	"slices"

	"tasuki/analysis/escalation"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/render/document"
	"tasuki/render/messages"
	"tasuki/render/report/ladder"
	"tasuki/render/report/section"
)

// mostPaths is how many paths from a start may be asked for.
const mostPaths = 10

func (s *server) way() tool {
	return tool{
		name: "way", title: s.Plain("The way between two tasks"),
		says: s.Plain("The shortest path of work from one task to another, or from the start to the goal of a flow, with its alternates: who hands what to whom."),
		params: []param{
			{name: "flow", kind: aText, says: s.Plain("The ID or name of a flow; left out: every flow that has both ends.")},
			{name: "from", kind: aText, says: s.Plain("The task at which it begins, by ID or words of its name; left out: the starts of the flow.")},
			{name: "to", kind: aText, says: s.Plain("The task to be reached, by ID or words of its name; left out: the goals of the flow.")},
			{name: "paths", kind: aNumber, min: 1, max: mostPaths, says: s.Plain("How many paths from each start are listed; 3 unless given.")},
		},
		run: func(_ context.Context, a arguments) (answer, error) {
			if !a.given("flow") && !a.given("from") && !a.given("to") {
				return answer{}, said.New("way needs two ends: give flow, or from and to")
			}
			list, err := s.escalations(a, "from", "to", nil)
			if err != nil {
				return answer{}, err
			}
			out := answer{result: list}
			list = slices.Clone(list)
			slices.SortStableFunc(list, func(a, b escalation.Escalation) int { return rank(a) - rank(b) })
			for _, e := range list {
				out.lines = append(out.lines, s.wayLines(e)...)
				out.rests.add(e)
			}
			return out, nil
		},
	}
}

// rank puts flows in which there is a way before the others.
func rank(e escalation.Escalation) int {
	if e.Best() == nil {
		return 1
	}
	return 0
}

// escalations returns the paths that a call asks for, in one flow or in all. The names are
// those of its arguments for the two ends.
func (s *server) escalations(a arguments, from, to string, without []string) ([]escalation.Escalation, error) {
	o := escalation.EscalationOptions{Options: rules.Options{Paths: a.number("paths", 3)}, Without: without}
	for _, end := range []struct {
		name string
		id   *string
	}{{from, &o.From}, {to, &o.To}} {
		if text := a.text(end.name); text != "" {
			id, err := s.one(aTask, text)
			if err != nil {
				return nil, err
			}
			*end.id = id
		}
	}
	if len(s.Graph.Flows()) == 0 {
		return nil, said.New("no flow is declared, so that no way is known: handoffs come from declarations, never from the order of rows; declare one")
	}
	if text := a.text("flow"); text != "" {
		id, err := s.one(aFlow, text)
		if err != nil {
			return nil, err
		}
		e, err := escalation.Escalations(s.Graph, id, o)
		return []escalation.Escalation{e}, err
	}
	return escalation.AllEscalations(s.Graph, o)
}

// add notes the steps of all paths: their leads, and the handoffs between them.
func (r *grounds) add(e escalation.Escalation) {
	r.judged, r.roles = r.judged || len(e.Without) > 0, []graph.Role{graph.Lead}
	r.tasks = append(r.tasks, e.Removed...)
	for _, l := range e.Ladders {
		for _, p := range l.Paths {
			r.tasks = append(r.tasks, ladder.TasksOf(p)...)
			for i := range p.Steps {
				for _, a := range p.Arrivals(i) {
					r.handoffs = append(r.handoffs, a.Handoffs...)
				}
			}
		}
	}
	r.handoffs = distinct(r.handoffs)
}

// wayLines says the paths of a flow.
func (s *server) wayLines(e escalation.Escalation) []string {
	lines := []string{say(s.FlowTitle(e.Flow))}
	if e.HasOpenLeads() {
		lines = append(lines, messages.OpenLeadNote(s.Language))
	}
	for _, l := range e.Ladders {
		switch {
		case l.Lost:
			lines = append(lines, s.sentences(s.Plain("From {1} there is no way: the task itself is lost.", l.Start), s.before(l)))
		case len(l.Paths) == 0:
			lines = append(lines, s.blocked(l))
		}
		for i, p := range l.Paths {
			head := s.Count(p.Length(), "From {2}, the shortest path, {1} step: {3}", "From {2}, the shortest path, {1} steps: {3}", l.Start, ladder.Way(s.Printer, p).String())
			if i > 0 {
				head = s.Count(p.Length(), "Alternate {2}, {1} step: {3}", "Alternate {2}, {1} steps: {3}", i, ladder.Way(s.Printer, p).String())
			}
			lines = append(lines, head)
			if i == 0 {
				lines = append(lines, s.stepLines(p)...)
			}
		}
		switch {
		case l.More:
			lines = append(lines, s.Plain("There are other paths from {1}; ask for more.", l.Start))
		case len(l.Paths) > 0:
			lines = append(lines, s.Plain("There is no other path from {1}.", l.Start))
		}
	}
	return lines
}

// blocked says why no goal can be reached from a start.
func (s *server) blocked(l escalation.Ladder) string {
	reached := l.Block.Reached[:min(shownEvidence, len(l.Block.Reached))]
	if len(reached) < len(l.Block.Reached) {
		reached = append(slices.Clone(reached), "…")
	}
	line := s.Plain("From {1} there is no way. Work reaches {2}, and nothing further.", l.Start, s.joined(reached))
	if len(l.Block.Stuck) > 0 {
		line = s.Plain("From {1} there is no way. These tasks cannot be brought to an end: {2}.", l.Start, s.joined(reached))
	}
	return s.sentences(line, s.before(l))
}

// before says which path there was from a start with nobody absent.
func (s *server) before(l escalation.Ladder) string {
	if l.Absence == nil || l.Absence.Before == nil {
		return ""
	}
	return s.Plain("With everybody present, the shortest path is {1}.", ladder.Way(s.Printer, *l.Absence.Before).String())
}

// stepLines says step by step who has the work, and what comes with it.
func (s *server) stepLines(p escalation.Path) []string {
	var lines []string
	for i, step := range p.Steps {
		line := s.Plain("{1}: {2}", say(slices.Concat(s.Task(step.Task), s.OpenLead(step.Open))), s.leads(step.Organizations))
		var comes []document.Phrase
		for _, a := range p.Arrivals(i) {
			comes = append(comes, messages.Each(a.Handoffs, func(h graph.Handoff) document.Phrase { return section.HandedOver(s.Printer, h) })...)
		}
		if len(comes) > 0 {
			line = s.Plain("{1}; receives {2}", line, s.List(comes).String())
		}
		lines = append(lines, "- "+line)
	}
	return lines
}

// leads names who leads; nobody is said, too.
func (s *server) leads(ids []string) string {
	if len(ids) == 0 {
		return s.Plain("nobody leads it")
	}
	return s.organizations(ids)
}
