package findings

import (
	"slices"

	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// takeover counts the tasks of one organization of which another is ready to take over
// when it drops out; without one, the tasks of all, whoever of their leads drops out.
type takeover struct {
	g     *graph.Graph
	about rules.Subject
	org   int
}

// takenOver says for how many tasks of the organization that leads most another is ready
// to take over, under the rules in force; where no one leads most, for how many of all.
func takenOver(g *graph.Graph, r Review, most []Headline) []Headline {
	if len(most) == 0 {
		return nil
	}
	t := takeover{g: g, about: most[0].Subject}
	t.org, _ = g.OrganizationIndex(t.about.ID)
	led, ready := t.count(r.Rules.Rules)
	var otherwise []rules.Instead[Statement]
	for _, under := range r.Certainties.Undeclared {
		_, n := t.count(under)
		otherwise = append(otherwise, rules.Instead[Statement]{Rules: under, Says: says(ReadyInstead, n)})
	}
	otherwise = rules.Telling(r.Rules.Rules, says(ReadyInstead, ready), otherwise, func(a, b Statement) bool { return a[0].Args[0] == b[0].Args[0] })
	sure, least, greatest, dependsOn := t.byReading(r.Rules.Rules, ready)
	why := sureness(nil, r, TheSame, sure, dependsOn)
	if least < greatest {
		why = why.and(TasksByReading, least, greatest)
	}
	if helped := t.helped(); helped > ready && len(otherwise) == 0 {
		why = why.and(HelpedBy, helped, string(r.Rules.Leads), string(r.Rules.Support))
	}
	why = why.assuming(r.Rules.Rules, otherwise)
	if len(otherwise) > 0 && sure != placement.Depends {
		sure = placement.Assumed
	}
	code := TakeOver
	if t.about.Kind == rules.AboutDataset {
		code = TakeOverAny
	}
	return []Headline{{"take-over", t.about, says(code, t.about, ready, led), why, sure, rulesOf(otherwise)}}
}

// leads reports whether a task is one of those counted.
func (t takeover) leads(who rules.Roles, task int) bool {
	return len(who.Leads(task)) > 0 && (t.about.Kind == rules.AboutDataset || slices.Contains(who.Leads(task), t.org))
}

// ready reports whether another is ready to take over a task.
func (t takeover) ready(who rules.Roles, task int, inForce rules.Rules) bool {
	if !t.leads(who, task) {
		return false
	}
	if t.about.Kind != rules.AboutDataset {
		return inForce.OutcomeOf(who, task, rules.Only(t.org)) != rules.Lost
	}
	return !slices.ContainsFunc(who.Leads(task), func(org int) bool { return inForce.OutcomeOf(who, task, rules.Only(org)) == rules.Lost })
}

// count returns how many tasks are counted, and for how many of them another is ready.
func (t takeover) count(inForce rules.Rules) (led, ready int) {
	for task := range t.g.Tasks() {
		if t.leads(t.g, task) {
			led++
		}
		if t.ready(t.g, task, inForce) {
			ready++
		}
	}
	return led, ready
}

// helped returns how many tasks another leads too, or supports, whatever the rules say.
func (t takeover) helped() int {
	_, n := t.count(rules.Rules{Leads: graph.AnyLead, Support: graph.Fallback})
	return n
}

// byReading returns between which bounds the number of tasks lies over all readings, and
// the tasks on whose marks it depends, by ID. The marks of each task move by themselves,
// so that the bounds are sums.
func (t takeover) byReading(inForce rules.Rules, ready int) (sure placement.Certainty, least, most int, dependsOn []string) {
	sure, least, most, dependsOn = placement.Holds, ready, ready, []string{}
	groups := placement.UncertainGroups(t.g)
	var tasks []int
	for _, gr := range groups {
		if gr.Role.TakesPart() && !slices.Contains(tasks, gr.Task) {
			tasks = append(tasks, gr.Task)
		}
	}
	readings := placement.VariantsOf(t.g, tasks, groups)
	for _, task := range tasks {
		now, open := t.ready(t.g, task, inForce), len(readings[task]) == 0
		differs := slices.ContainsFunc(readings[task], func(x placement.Variant) bool { return t.ready(x, task, inForce) != now })
		switch {
		case open && sure == placement.Holds:
			sure = placement.NotComputed
		case differs:
			sure, dependsOn = placement.Depends, append(dependsOn, t.g.Tasks()[task].ID)
		}
		switch {
		case (open || differs) && now:
			least--
		case open || differs:
			most++
		}
	}
	return sure, least, most, dependsOn
}
