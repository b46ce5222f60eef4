package ladder

import (
	"slices"

	"tasuki/analysis/escalation"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// answerParties is how many of those who are called later, and of the tasks before which
// work stops, the first line names.
const answerParties = 3

// EscalationsAnswered returns the ladders below what a terminal says first: whom to call now,
// in one line; of several flows one each.
func EscalationsAnswered(p messages.Printer, list []escalation.Escalation) []document.Block {
	var lines []document.Phrase
	for _, e := range list {
		if a := e.Answer(p.Graph); a != nil && len(list) == 1 {
			lines = append(lines, p.Say("Now at {1}.", answer(p, e, *a)))
		} else if a != nil {
			lines = append(lines, p.Say("{1}: now at {2}.", p.FlowName(e.Flow), answer(p, e, *a)))
		}
	}
	blocks := Escalations(p, list, nil)
	switch len(lines) {
	case 0:
		return blocks
	case 1:
		return slices.Insert(blocks, 0, document.Block{Text: lines[0]})
	}
	return slices.Insert(blocks, 0, document.Block{Text: p.Say("Whom to call next, flow by flow:")}, document.Block{Items: lines})
}

// answer says where the work is, whom to call next and then, and how long the rest takes.
func answer(p messages.Printer, e escalation.Escalation, a escalation.Answer) document.Phrase {
	at := p.Task(a.Task)
	if len(a.Holders) == 0 {
		at = p.Say("{1}, which nobody leads", at)
	}
	if a.Path == nil {
		return p.Say("{1}: {2}", at, stopped(p, e, a))
	}
	said := p.Say("nobody else need be called")
	if slices.ContainsFunc(a.Path.Steps, func(s escalation.Step) bool { return s.Open != nil }) {
		said = p.Say("as the marks are read, nobody else need be called")
	}
	switch later := fewOf(p, messages.Each(a.Then, p.Organization)); {
	case len(a.Calls) > 0 && len(a.Then) > 0:
		said = p.Say("next call {1}, then {2}", calls(p, a.Calls), later)
	case len(a.Calls) > 0:
		said = p.Say("next call {1}", calls(p, a.Calls))
	}
	if left := left(p, e, *a.Path); len(left) > 0 {
		said = p.Say("{1}; {2}", said, left)
	}
	return p.Say("{1}: {2}", at, said)
}

// calls names those who are called next, with the level that answers first.
func calls(p messages.Printer, list []escalation.Call) document.Phrase {
	var said document.Phrase
	for i, c := range list {
		one := p.Organization(c.Organization)
		switch {
		case c.Organization == "":
			one = p.Say("whoever takes on {1}, which nobody leads", p.Task(c.Task))
		case c.Unreached:
			one = p.Say("{1}, where nobody is reached at that hour", one)
		case c.Contact.IsZero():
		case c.Wait == nil:
			one = p.Say("{1}, {2}||whom to call", through(p, c), who(p, c))
		default:
			one = p.Many(*c.Wait, "{2}, {3} (wait {1} minute)", "{2}, {3} (wait {1} minutes)", through(p, c), who(p, c))
		}
		if said = p.Say("{1} and {2}", said, one); i == 0 {
			said = one
		}
	}
	return said
}

// through names an organization that is called, or the one that it escalates to where nobody
// of its own is reached.
func through(p messages.Printer, c escalation.Call) document.Phrase {
	if c.At == nil || c.At.Organization == c.Organization {
		return p.Organization(c.Organization)
	}
	return p.Say("{1} by way of {2}", p.Organization(c.Organization), p.Organization(c.At.Organization))
}

// who names the posts that are called first.
func who(p messages.Printer, c escalation.Call) string {
	if c.At == nil || len(c.At.Posts) == 0 {
		return c.Contact.In(p.Lang)
	}
	first := *c.At
	first.Posts = slices.DeleteFunc(slices.Clone(first.Posts), func(x escalation.Called) bool { return x.Calls == 0 || x.After > 0 })
	return posts(p, first)
}

// left says how long the rest takes, of how much, and whether that is too late.
func left(p messages.Printer, e escalation.Escalation, path escalation.Path) document.Phrase {
	best, worst, early, late := path.Minutes, path.Minutes, path.Objective, path.Objective
	if t := path.Timeline; t != nil {
		best, worst, early, late = t.Best, t.Worst, t.BestObjective, t.WorstObjective
	}
	if best.AtLeast+worst.AtLeast == 0 {
		return nil
	}
	said := p.Say("{1} to go", Minutes(p, best))
	switch {
	case e.To != nil || e.Objective == nil:
	case best.Total == nil:
		said = p.Say("{1} to go, of {2}", Minutes(p, best), Objective(p, e))
	default:
		said = p.Many(*e.Objective, "{2} of {1} minute to go", "{2} of {1} minutes to go", *best.Total)
	}
	tooLate := func(said document.Phrase, v escalation.Verdict) document.Phrase {
		if v == escalation.Over {
			return p.Say("{1} ({2})", said, verdict(p, v))
		}
		return said
	}
	said = tooLate(said, early)
	if Minutes(p, worst).String() != Minutes(p, best).String() {
		said = p.Say("{1}, at worst {2}", said, tooLate(Minutes(p, worst), late))
	}
	return said
}

// stopped says that no goal can be reached, and before whose tasks work stops.
func stopped(p messages.Printer, e escalation.Escalation, a escalation.Answer) document.Phrase {
	if len(a.Stops) == 0 {
		return p.Say("no goal can be reached from there")
	}
	stops := messages.Each(a.Stops, func(s escalation.Stop) document.Phrase {
		absent := slices.DeleteFunc(slices.Clone(s.Leads), func(id string) bool { return !slices.Contains(e.Without, id) })
		return p.Say("{1} (absent: {2})", p.Task(s.Task), p.OrganizationList(absent))
	})
	return p.Say("no goal can be reached; work stops at {1}", fewOf(p, stops))
}

// fewOf lists the first of some phrases, and says how many more there are.
func fewOf(p messages.Printer, list []document.Phrase) document.Phrase {
	if more := len(list) - answerParties; more > 0 {
		return p.Say("{1} and {2} more", p.List(list[:answerParties]), more)
	}
	return p.List(list)
}
