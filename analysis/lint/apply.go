package lint

import (
	"tasuki/analysis/findings"
	"tasuki/graph"
	"tasuki/graph/acceptance"
)

// Result is what is found, as a team has decided to see it.
type Result struct {
	Findings []findings.Finding // severest first, those that are switched off last
	Idle     []int              // positions of acceptances that are about no finding
}

// Apply does what a file decides about the findings of a review. Of several decisions about
// one thing the closest counts: the ID of a finding before a scope, a task before its
// heading, a heading before those over it, any scope before the rule as a whole. A finding
// about tasks is divided where decisions about its tasks differ. An acceptance holds up to
// and including the day on which it expires; without a date, on is empty and all are taken
// to hold, and say that this was not judged. The decisions are some that [Check] finds
// nothing wrong with. It takes the time of [findings.Divider.Part] for each part, of which a
// rule has at most one more than there are decisions about it.
func Apply(r *findings.Review, g *graph.Graph, f acceptance.File, on acceptance.Date) Result {
	x, used := newIndex(g.Dataset(), f), map[int]bool{}
	divider := findings.NewDivider(r, g)
	list, entries := []findings.Finding{}, []int{}
	for _, found := range r.Findings {
		for _, p := range x.parts(divider, g, found) {
			if p.setting != none {
				p.Finding = p.severity(findings.Severity(f.Severity[p.setting].Severity))
			}
			list, entries = append(list, p.Finding), append(entries, p.entry)
		}
	}
	findings.Identify(list, findings.Identifier)
	byID := map[string]int{}
	for i, e := range f.Accept {
		if _, known := byID[e.Finding]; e.Finding != "" && !known {
			byID[e.Finding] = i
		}
	}
	for i, found := range list {
		at, named := byID[found.ID]
		if !named {
			at = entries[i]
		}
		if at != none {
			used[at], list[i].Acceptance = true, accepted(f.Accept[at], on)
		}
	}
	findings.Sort(list)
	out := Result{Findings: list}
	for i := range f.Accept {
		if !used[i] {
			out.Idle = append(out.Idle, i)
		}
	}
	return out
}

func accepted(e acceptance.Entry, on acceptance.Date) *findings.Acceptance {
	a := &findings.Acceptance{Reason: e.Reason, Owner: e.Owner, Expires: e.Expires, State: findings.Accepted}
	switch {
	case on == "":
		a.State = findings.NotJudged
	case e.Expires.Before(on):
		a.State = findings.Expired
	}
	return a
}

// decided is a finding, or a part of one, with what is decided about it.
type decided struct {
	findings.Finding
	decision
}

func (d decided) severity(s findings.Severity) findings.Finding {
	f := d.Finding
	if f.Severity != s {
		f.Usual, f.Severity = f.Severity, s
	}
	return f
}

// parts returns a finding, divided where decisions about its tasks differ; parts in the
// order of their first tasks.
func (x index) parts(divider *findings.Divider, g *graph.Graph, f findings.Finding) []decided {
	if about(f.Rule) != findings.Tasks || !x.divides(f.Rule) {
		return []decided{{f, x.ofSubject(f.Rule, f.Subject)}}
	}
	partOf, number, first := make([]int, len(g.Tasks())), map[string]int{}, map[string]decision{}
	for i, t := range g.Tasks() {
		part := x.part(x.ofTask(f.Rule, t.ID))
		if _, known := number[part]; !known {
			number[part] = len(number)
		}
		partOf[i] = number[part]
	}
	var order []string
	for _, id := range f.Evidence {
		at := x.ofTask(f.Rule, id)
		part := x.part(at)
		if _, known := first[part]; !known {
			first[part], order = at, append(order, part)
		}
	}
	var list []decided
	for _, part := range order {
		for _, p := range divider.Part(f.Rule, part, func(task int) bool { return partOf[task] == number[part] }) {
			list = append(list, decided{p, first[part]})
		}
	}
	return list
}

// about returns what a finding of a rule is about.
func about(rule string) findings.About {
	for _, r := range findings.LintRules() {
		if r.ID == rule {
			return r.About
		}
	}
	return ""
}
