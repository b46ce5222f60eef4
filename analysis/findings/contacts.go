package findings

import (
	"slices"

	"tasuki/analysis/placement"
	"tasuki/analysis/readiness"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// nightFindings is about critical flows with tasks for whose leads nobody is reached at
// night, by the rule for several leads. Who declares no hours is not known to be reached:
// where that is all, the finding is info.
func nightFindings(l *linter, c check) []Finding {
	if !readiness.Declares(l.g) {
		return nil
	}
	var list []Finding
	for _, flow := range l.g.Flows() {
		if flow.Tier != graph.Critical {
			continue
		}
		standings := map[int]readiness.Standing{}
		var nobody, unknown []string
		led := 0
		for _, id := range graph.FlowTasks(flow) {
			task, _ := l.g.TaskIndex(id)
			leads := l.g.Leads(task)
			if len(leads) == 0 {
				continue
			}
			led++
			for _, org := range leads {
				if _, ok := standings[org]; !ok {
					standings[org] = readiness.Night(l.g, org, flow.ID)
				}
			}
			switch s := l.atNight(leads, standings); {
			case s == readiness.Nobody:
				nobody = append(nobody, id)
			case !s.Reached():
				unknown = append(unknown, id)
			}
		}
		list = append(list, l.night(c, flow.ID, led, nobody, unknown)...)
	}
	return list
}

// atNight is the standing of a task with some leads.
func (l *linter) atNight(leads []int, standings map[int]readiness.Standing) readiness.Standing {
	s := standings[leads[0]]
	for _, org := range leads[1:] {
		if other := standings[org]; other.Worse(s) == (l.Rules.Leads != graph.AnyLead) {
			s = other
		}
	}
	return s
}

func (l *linter) night(c check, flow string, led int, nobody, unknown []string) []Finding {
	about := rules.Subject{Kind: rules.AboutFlow, ID: flow}
	slices.SortFunc(nobody, graph.Compare)
	slices.SortFunc(unknown, graph.Compare)
	var f Finding
	switch {
	case len(nobody) > 0:
		if f = c.finding(about, nobody, says(NoNight, about, len(nobody), led)); len(unknown) > 0 {
			f.Message = f.Message.and(NightAlso, len(unknown))
		}
	case len(unknown) > 0:
		f = c.finding(about, unknown, says(NightUnknown, about, len(unknown), led))
		f.Severity = Info
	default:
		return nil
	}
	for _, gr := range l.groups {
		if id := l.g.Tasks()[gr.Task].ID; gr.Role == graph.Lead && slices.Contains(f.Evidence, id) && !slices.Contains(f.DependsOn, id) {
			f.DependsOn, f.Certainty = append(f.DependsOn, id), placement.Depends
		}
	}
	slices.SortFunc(f.DependsOn, graph.Compare)
	return []Finding{f}
}

// circleFindings names each circle of organizations that escalate to one another once, at
// its first by ID. An organization escalates to one at most, so circles have none in common.
func circleFindings(l *linter, c check) []Finding {
	var list []Finding
	orgs := l.g.Organizations()
	done := make([]bool, len(orgs))
	for first := range orgs {
		var walked []int
		at, known := first, true
		for known && !done[at] {
			done[at] = true
			walked = append(walked, at)
			at, known = l.g.OrganizationIndex(orgs[at].EscalatesTo)
		}
		from := slices.Index(walked, at)
		if !known || from < 0 {
			continue
		}
		circle := walked[from:]
		begin := slices.Index(circle, slices.Min(circle))
		message := says(Circle, len(circle))
		for i := range circle {
			o := orgs[circle[(begin+i)%len(circle)]]
			message = message.and(CircleLink, party(o.ID), party(o.EscalatesTo), max(1, o.EscalatesToLevel))
		}
		list = append(list, c.finding(party(orgs[circle[begin]].ID), []string{}, message))
	}
	slices.SortStableFunc(list, func(a, b Finding) int { return graph.Compare(a.Subject.ID, b.Subject.ID) })
	return list
}

func party(id string) rules.Subject { return rules.Subject{Kind: rules.AboutOrganization, ID: id} }

// levelFindings is about organizations in a list of which a level calls more posts at once
// than the one before.
func levelFindings(l *linter, c check) []Finding {
	var list []Finding
	for _, o := range l.g.Organizations() {
		var message Statement
		more := 0
		for _, contacts := range append([]graph.ContactList{{Contacts: o.Contacts}}, o.ContactLists...) {
			levels := graph.Levels(contacts.Contacts)
			for i := 1; i < len(levels); i++ {
				switch a, b := len(levels[i-1]), len(levels[i]); {
				case b <= a:
				case message == nil:
					message = says(LevelMore, party(o.ID), i+1, b, i, a)
				default:
					more++
				}
			}
		}
		if more > 0 {
			message = message.and(LevelMoreToo, more)
		}
		if message != nil {
			list = append(list, c.finding(party(o.ID), []string{}, message))
		}
	}
	return list
}

// deputyFindings is about posts that stand in for several others, each at the first
// organization that names it; of one organization the one that stands in for most.
func deputyFindings(l *linter, c check) []Finding {
	var list []Finding
	for _, d := range readiness.Deputies(l.g, func(int, graph.ContactList) bool { return true }) {
		about := party(d.Posts[0].Organization)
		if slices.ContainsFunc(list, func(f Finding) bool { return f.Subject == about }) {
			continue
		}
		message := says(DeputyOf, d.Name, len(d.Posts))
		if d.Organizations > 1 {
			message = message.and(DeputyAcross, d.Organizations)
		}
		list = append(list, c.finding(about, []string{}, message))
	}
	slices.SortStableFunc(list, func(a, b Finding) int { return graph.Compare(a.Subject.ID, b.Subject.ID) })
	return list
}
