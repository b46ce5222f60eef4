package drill

import (
	"cmp"
	"slices"

	"tasuki/analysis/escalation"
	"tasuki/graph"
)

// absence is one organization that turns out to be out.
type absence struct {
	organization string
	uncalled     bool                // nobody hands on to it
	wait         *escalation.Minutes // for all its levels; nil: nobody calls it, or nobody needs its answer
	branch       *string             // on a path with branches, the branch that hands on to it; nil: any
	leads        []string            // of the task on the path that is left for which it is called; nil: it is called for one on the path with everybody present
}

// parties returns the organizations of a list that lead or support a task of the
// flow, in the order of the list; never nil.
func parties(g *graph.Graph, flow string, list []string) []string {
	f, _ := g.Flow(flow)
	in := map[int]bool{}
	for _, id := range graph.FlowTasks(f) {
		if t, ok := g.TaskIndex(id); ok {
			for _, org := range slices.Concat(g.Leads(t), g.Supports(t)) {
				in[org] = true
			}
		}
	}
	parties := []string{}
	for _, id := range list {
		if org, ok := g.OrganizationIndex(id); ok && in[org] {
			parties = append(parties, id)
		}
	}
	return parties
}

// absences returns, for each step, the organizations whose absence shows there:
// where the path with everybody present comes to the first task that they lead,
// or where it leaves the path that is left if that is before. One that is not met
// so shows where the path that is left comes to the first task that it leads, and
// otherwise at the start.
//
// Who is to have the work next is called, all levels one after the other, and
// the work goes on when none has answered. Nobody waits for one that has
// nothing on these paths, or only their start, nor for one of several leads of
// whom another answers and suffices.
func (p *Plan) absences(g *graph.Graph, full []escalation.Step) [][]absence {
	out, common := make([][]absence, len(p.Steps)), 0
	for common < min(len(full), len(p.Steps)) && full[common].Task == p.Steps[common].Task {
		common++
	}
	for _, org := range p.Absent {
		a := absence{organization: org}
		at := slices.IndexFunc(full, func(s escalation.Step) bool { return has(s.Organizations, org) })
		if at > 0 && !(p.Escalation.Rules.Leads == graph.AnyLead && len(without(full[at].Organizations, p.Absent)) > 0) {
			wait := p.Escalation.Unanswered(g, org)
			a.wait = &wait
		}
		a.uncalled = at <= 0
		shows := max(0, min(at, common)-1)
		if left, leads := p.met(g, org); left > 0 && (at < 0 || at > common) {
			a.leads, a.uncalled, shows = leads, false, left-1
			if wait := p.Escalation.Unanswered(g, org); !(p.Escalation.Rules.Leads == graph.AnyLead && len(without(leads, p.Absent)) > 0) {
				a.wait = &wait
			}
		}
		out[shows] = append(out[shows], a)
	}
	return out
}

// met returns the first step of the path that is left whose task an organization
// leads, with all its leads; -1 when there is none.
func (p *Plan) met(g *graph.Graph, id string) (int, []string) {
	org, _ := g.OrganizationIndex(id)
	for i, s := range p.Steps {
		task, _ := g.TaskIndex(s.Task)
		if leads := g.Leads(task); slices.Contains(leads, org) {
			var ids []string
			for _, lead := range leads {
				ids = append(ids, g.Organizations()[lead].ID)
			}
			return i, ids
		}
	}
	return -1, nil
}

// inTurn parts those who are called for the next task of the path with everybody
// present from those who are called for that of the path that is left, later.
func inTurn(out []absence) (first, then []absence) {
	for _, a := range out {
		if a.leads == nil {
			first = append(first, a)
		} else {
			then = append(then, a)
		}
	}
	return first, then
}

// waitsFor adds the waits of a drill. Those who are called for one task are
// called at the same time, so the longest counts.
func waitsFor(out [][]absence) escalation.Minutes {
	sum, unknown := 0, 0
	for _, list := range out {
		first, then := inTurn(list)
		for _, called := range [][]absence{first, then} {
			longest := 0
			for _, a := range called {
				if a.wait != nil {
					longest, unknown = max(longest, a.wait.AtLeast), unknown+a.wait.Unknown
				}
			}
			sum += longest
		}
	}
	return total(sum, unknown)
}

// outage returns the instruction to the controllers, from a moment on, that an organization is
// out. What is not about it stands in e.
func (e Event) outage(a absence, from Moment) Event {
	e.Kind, e.Moment, e.Absent, e.Wait, e.Uncalled, e.Next = AbsenceEvent, from, a.organization, a.wait, a.uncalled, nil
	return e
}

// notice returns the event that players have tried all levels of an organization that they
// have called since a moment, and go on.
func (e Event) notice(a absence, since Moment) Event {
	e.Kind, e.Moment, e.Absent, e.Wait = NoticeEvent, since.waited([]absence{a}), a.organization, a.wait
	return e
}

// byWait returns those absences of a list that are noticed, in the order in which they are
// when all are called at the same time: those for whom a wait is not known last.
func byWait(list []absence) []absence {
	wait := func(a absence) (unknown, minutes int) {
		if a.wait == nil {
			return 0, 0
		}
		return min(a.wait.Unknown, 1), a.wait.AtLeast
	}
	list = slices.DeleteFunc(slices.Clone(list), func(a absence) bool { return a.uncalled })
	slices.SortStableFunc(list, func(a, b absence) int {
		unknownA, minutesA := wait(a)
		unknownB, minutesB := wait(b)
		return cmp.Or(cmp.Compare(unknownA, unknownB), cmp.Compare(minutesA, minutesB))
	})
	return list
}

// missed returns the events of organizations that turn out to be out when the
// work is where an event says.
func (p *Plan) missed(at int, now Event, out []absence) []Event {
	var events []Event
	first, then := inTurn(out)
	for _, called := range [][]absence{first, then} {
		next := p.next(at)
		if len(called) > 0 && called[0].leads == nil && len(then) > 0 {
			believed := *next
			believed.Organizations = without(then[0].leads, organizations(first))
			next = &believed
		}
		of := Event{Task: now.Task, To: now.To, Next: steps(next), Objective: p.objective(OnAbsence)}
		for _, a := range called {
			events = append(events, of.outage(a, now.Moment))
		}
		noticed := byWait(called)
		for i, a := range noticed {
			e := of.notice(a, now.Moment)
			if i < len(noticed)-1 { // the work goes on when all have been tried
				e.Next = nil
			}
			events = append(events, e)
		}
		now.Moment = now.Moment.waited(called)
	}
	return events
}

// fullPath returns the steps of the path with everybody present.
func fullPath(l escalation.Ladder) []escalation.Step {
	if l.Absence == nil || l.Absence.Before == nil {
		return nil
	}
	return l.Absence.Before.Steps
}

// organizations returns the IDs of absences, in their order.
func organizations(out []absence) []string {
	var ids []string
	for _, a := range out {
		ids = append(ids, a.organization)
	}
	return ids
}
