package messages

import (
	"fmt"
	"strconv"
	"strings"

	"tasuki/analysis/findings"
	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/render/messages/catalogue"
)

// Statement returns what a statement says as one text, without a full stop.
func (p Printer) Statement(s findings.Statement) string {
	return strings.Join(p.Clauses(s), p.betweenClauses())
}

// Closed returns a statement as a whole sentence.
func (p Printer) Closed(s findings.Statement) string {
	return p.Plain("{1}.", p.Statement(s))
}

func (p Printer) betweenClauses() string { return p.Plain("; ||between clauses") }

// Clauses returns what a statement says clause by clause, without what stands
// between them or ends them. What adds to the clause before it is a clause of its
// own where the language says so by beginning it with what stands between clauses.
func (p Printer) Clauses(s findings.Statement) []string {
	var clauses []string
	for _, c := range s {
		text, adds := p.clause(c)
		rest, apart := strings.CutPrefix(text, p.betweenClauses())
		if last := len(clauses) - 1; adds && !apart && last >= 0 {
			clauses[last] += text
		} else {
			clauses = append(clauses, rest)
		}
	}
	return clauses
}

// clause returns what a clause says, and whether it adds to the one before it.
func (p Printer) clause(c findings.Clause) (text string, adds bool) {
	switch c.Code {
	case findings.TheSame, findings.First:
		return p.sureness(c), false
	case findings.Assumes:
		return p.instead(c.Args), false
	case findings.StopsInstead:
		return p.stopsInstead(c.Args[0].(int), c.Args[1].(int)), false
	case findings.StopsBetween:
		r := rules.Rules{Leads: graph.LeadRule(c.Args[1].(string)), Support: graph.SupportRule(c.Args[2].(string))}
		return p.Plain("flows that stop even if their ends are spared: {1} ({2}, {3})", c.Args[0], p.premise(leadPremise(r)).String(), p.premise(supportPremise(r)).String()), false
	case findings.FirstInstead:
		return p.Plain("most by {1}: {2}", p.named(c.Args[0].(rules.Subject)), p.stopsInstead(c.Args[1].(int), c.Args[2].(int))), false
	}
	if text := p.headline(c); text != "" {
		return text, false
	}
	var values []any
	for _, arg := range c.Args {
		values = append(values, p.argument(arg))
	}
	if form := addition(c.Code); form != "" {
		return p.Plain(form, values...), true
	}
	for _, form := range []string{statedOfFlows(c.Code), statedOfMarks(c.Code), statedOfLeads(c.Code), statedOfContacts(c.Code)} {
		if form != "" {
			return p.Plain(form, values...), false
		}
	}
	panic(fmt.Sprintf("messages: nothing is said for the code %q", c.Code))
}

// argument returns an argument of a clause as it is written.
func (p Printer) argument(arg any) any {
	switch arg := arg.(type) {
	case rules.Subject:
		return p.named(arg)
	case findings.Percent:
		return Percentage(float64(arg))
	case findings.Given:
		return strconv.FormatFloat(float64(arg), 'g', -1, 64)
	case findings.Share:
		return wholePercentage(float64(arg))
	case graph.Name:
		return arg.In(p.Lang)
	case float64:
		return Tenths(arg)
	}
	return arg
}

// named returns the name of what a statement is about, as text.
func (p Printer) named(s rules.Subject) string {
	if s.Kind == rules.AboutFlow {
		return p.FlowTitle(s.ID).String()
	}
	return p.Organization(s.ID).String()
}

// addition returns what is said behind a clause.
func addition(code findings.Code) string {
	switch code {
	case findings.MostMarks:
		return catalogue.Key(", more than any other organization")
	case findings.SupporterLimit:
		return catalogue.Key(" (the limit is {1})")
	}
	return ""
}

func statedOfFlows(code findings.Code) string {
	switch code {
	case findings.PassesHandoffs:
		return catalogue.Key("{1} of {3} handoffs come to it or leave it and {2} stay within it, each shared equally among joint leads (number {4} by both together)")
	case findings.StopsFlows:
		return catalogue.Key("Without {1}, {2} of {3} flows stop: no way is left from start to goal")
	case findings.StopsAlways:
		return catalogue.Key("flows that it stops in every reading: {1}")
	case findings.StopsAtLeast:
		return catalogue.Key("flows that it stops in every reading: at least {1}")
	case findings.StopsSomeStart:
		return catalogue.Key("other flows that it stops from some of their starts: {1}")
	case findings.StartsNeed:
		return catalogue.Key("more tasks that it takes to work from every start: {1}")
	case findings.UnavoidableTasks:
		return catalogue.Key("Tasks between the ends of flow {1} that every way passes, in this order: {2}")
	case findings.NeededTasks:
		return catalogue.Key("Tasks between the ends of flow {1} that every solution needs: {2}")
	case findings.DeadEnds:
		return catalogue.Key("Tasks that flow {1} reaches, but from where it reaches no goal: {2}")
	case findings.NoFlows:
		return catalogue.Key("No flow is declared, so single points of failure and escalation paths are unknown")
	case findings.DeclareFlows:
		return catalogue.Key("fill in the table that tasuki propose handoffs writes, put it into one folder with the matrix, and name the folder")
	case findings.ToNobody:
		return catalogue.Key("Tasks that receive a handoff although nobody has a mark on them: {1} of {2}")
	}
	return ""
}

func statedOfMarks(code findings.Code) string {
	switch code {
	case findings.WithoutLead:
		return catalogue.Key("Tasks without a lead: {1} of {2}")
	case findings.SeveralLeads:
		return catalogue.Key("Tasks with several leads: {1} of {2}; no rule says whether any one suffices or each covers its own part")
	case findings.BothMarks:
		return catalogue.Key("Tasks on which one organization has both the lead and the support mark: {1} of {2}")
	case findings.WithoutSupport:
		return catalogue.Key("Tasks without a supporter: {1} of {2}")
	case findings.ManySupporters:
		return catalogue.Key("Tasks with too many supporters: {1} of {2}")
	case findings.ManyAccountable:
		return catalogue.Key("Tasks for which several organizations are accountable: {1} of {2}")
	case findings.WithoutTiming:
		return catalogue.Key("Tasks whose timing is not known: {1} of {2}")
	case findings.WithoutMarks:
		return catalogue.Key("{1} has no mark")
	case findings.UncertainMarks:
		return catalogue.Key("Marks that are uncertain or could not be read: {1} of {2}")
	case findings.RulesAssumed:
		return catalogue.Key("The rules are not declared, so the strictest reading was taken; declare leads and support under rules")
	case findings.NoneUncertain:
		return catalogue.Key("no mark is uncertain")
	}
	return ""
}

func statedOfLeads(code findings.Code) string {
	switch code {
	case findings.LeadsTasks:
		return catalogue.Key("{1} leads {2} of {3} tasks ({4})")
	case findings.ShareOfMarks:
		return catalogue.Key("it has {1} of the {2} lead marks")
	case findings.OverLimit:
		return catalogue.Key("{1} leads {3} of the {2} led tasks, more than the limit of {4} %")
	case findings.FirstIn:
		return catalogue.Key("it is among the first in {1} of all readings")
	case findings.FirstInAbout:
		return catalogue.Key("it is among the first in about {1} of all readings")
	}
	return ""
}

func statedOfContacts(code findings.Code) string {
	switch code {
	case findings.NoNight:
		return catalogue.Key("Tasks of flow {1} for which nobody is reached at some hour of the night, 22:00 to 06:00: {2} of {3}")
	case findings.NightUnknown:
		return catalogue.Key("Tasks of flow {1} for which it is not known whether anybody is reached at night, 22:00 to 06:00: {2} of {3}")
	case findings.NightAlso:
		return catalogue.Key("tasks for which it is not known, as hours or contacts are not declared: {1}")
	case findings.Circle:
		return catalogue.Key("Organizations that escalate in a circle: {1}")
	case findings.CircleLink:
		return catalogue.Key("{1} escalates to {2}, level {3}")
	case findings.LevelMore:
		return catalogue.Key("{1} calls more posts at level {2} ({3}) than at level {4} ({5})")
	case findings.LevelMoreToo:
		return catalogue.Key("more levels of its lists that do: {1}")
	case findings.DeputyOf:
		return catalogue.Key("{1} is the deputy of {2} posts")
	case findings.DeputyAcross:
		return catalogue.Key("organizations that name it, taken for one since the name is the same: {1}")
	}
	return ""
}

// sureness says whether a claim holds in every reading of the uncertain marks.
func (p Printer) sureness(c findings.Clause) string {
	how, marks, tasks := c.Args[0].(placement.Certainty), c.Args[1].(int), c.Args[2].([]string)
	switch how {
	case placement.Holds:
		return p.alwaysHolds(c.Code, marks)
	case placement.Depends:
		return p.holdsAsRead(c.Code, marks, p.Count(len(tasks), "{1} task||counted", "{1} tasks||counted"))
	}
	return p.mayHold(c.Code, marks)
}

func (p Printer) alwaysHolds(claim findings.Code, marks int) string {
	if claim == findings.First {
		return p.Count(marks, "it leads most in every reading of the uncertain mark", "it leads most in every reading of the {1} uncertain marks")
	}
	return p.Count(marks, "the same in every reading of the uncertain mark", "the same in every reading of the {1} uncertain marks")
}

func (p Printer) holdsAsRead(claim findings.Code, marks int, tasks string) string {
	if claim == findings.First {
		return p.Count(marks, "it leads most as read, not in every reading of the uncertain mark ({2})", "it leads most as read, not in every reading of the {1} uncertain marks ({2})", tasks)
	}
	return p.Count(marks, "so as read, not in every reading of the uncertain mark ({2})", "so as read, not in every reading of the {1} uncertain marks ({2})", tasks)
}

func (p Printer) mayHold(claim findings.Code, marks int) string {
	if claim == findings.First {
		return p.Count(marks, "whether it leads most in every reading of the uncertain mark was not computed", "whether it leads most in every reading of the {1} uncertain marks was not computed")
	}
	return p.Count(marks, "whether it is so in every reading of the uncertain mark was not computed", "whether it is so in every reading of the {1} uncertain marks was not computed")
}

// few lists some names, and says how many more there are.
func (p Printer) few(ids []string) string {
	const shown = 5
	if len(ids) <= shown {
		return strings.Join(ids, ", ")
	}
	return p.Plain("{1} and {2} more", strings.Join(ids[:shown], ", "), len(ids)-shown)
}
