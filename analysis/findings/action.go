package findings

import (
	"cmp"
	"slices"

	"tasuki/analysis/placement"
	"tasuki/graph"
)

// ActionKind says what is to be done.
type ActionKind string

// The kinds of actions. Of equal damage, the first comes first.
const (
	AgreeDeputy    ActionKind = "agree-deputy"    // for tasks of an organization each of which stops flows
	AgreeSuccessor ActionKind = "agree-successor" // for what flows lose with an organization that stops them by no single task
	NameLead       ActionKind = "name-lead"       // for tasks that nobody leads
	ShareWork      ActionKind = "share-work"      // for tasks of an organization that leads too much, and that nobody can take over
	FindDetour     ActionKind = "find-detour"     // round tasks that stop flows whoever leads them
	DeclareRules   ActionKind = "declare-rules"   // that decide a headline
	ConfirmMarks   ActionKind = "confirm-marks"   // on which a headline depends
	NameSupporter  ActionKind = "name-supporter"  // for tasks without one
	DeclareFlow    ActionKind = "declare-flow"    // as there is none
)

// Action is one thing to do next.
type Action struct {
	Kind         ActionKind `json:"kind"`
	Severity     Severity   `json:"severity"`     // of what it is to mend
	Organization string     `json:"organization"` // whose work it is about; empty: no one's
	Tasks        []string   `json:"tasks"`        // that it is about; those that stop most flows first, then by ID
	Flows        []string   `json:"flows"`        // that stop by these tasks, by ID
	Helpers      []Helper   `json:"helpers"`      // other organizations with a part in these tasks, those in most first, then by ID
}

// Helper is an organization that leads or supports tasks already.
type Helper struct {
	Organization string `json:"organization"`
	Tasks        int    `json:"tasks"`
}

// Actions returns the three things to do that mend most damage, or fewer when there are
// not as many: the severest first, then those that stop most flows, then those about most
// tasks; of equal ones, by kind in the order of the constants and by the organization's ID.
func Actions(g *graph.Graph, r Review) []Action {
	stopping := deputies(g, r)
	list := slices.Concat(stopping, leaderless(g, r), overloaded(g, r, stopping), detours(g, r, stopping), settled(r), lesser(g, r, stopping))
	slices.SortStableFunc(list, func(a, b Action) int {
		return cmp.Or(cmp.Compare(severity(b.Severity), severity(a.Severity)), cmp.Compare(len(b.Flows), len(a.Flows)), cmp.Compare(len(b.Tasks), len(a.Tasks)))
	})
	return append([]Action{}, list[:min(3, len(list))]...)
}

// newAction returns an action about tasks by the flows that each of them stops.
func newAction(g *graph.Graph, kind ActionKind, s Severity, organization string, stopped map[string][]string) Action {
	a := Action{Kind: kind, Severity: s, Organization: organization, Tasks: []string{}, Flows: []string{}, Helpers: []Helper{}}
	parts := map[string]int{}
	for id, flows := range stopped {
		a.Tasks, a.Flows = append(a.Tasks, id), append(a.Flows, flows...)
		task, _ := g.TaskIndex(id)
		with := slices.Concat(g.Leads(task), g.Supports(task))
		slices.Sort(with)
		for _, org := range slices.Compact(with) {
			parts[g.Organizations()[org].ID]++
		}
	}
	delete(parts, organization)
	for id, n := range parts {
		a.Helpers = append(a.Helpers, Helper{id, n})
	}
	slices.SortFunc(a.Tasks, func(x, y string) int {
		return cmp.Or(cmp.Compare(len(stopped[y]), len(stopped[x])), graph.Compare(x, y))
	})
	slices.SortFunc(a.Flows, graph.Compare)
	a.Flows = slices.Compact(a.Flows)
	slices.SortFunc(a.Helpers, func(x, y Helper) int {
		return cmp.Or(cmp.Compare(y.Tasks, x.Tasks), graph.Compare(x.Organization, y.Organization))
	})
	return a
}

// deputies are the actions about organizations that stop flows between their ends.
func deputies(g *graph.Graph, r Review) []Action {
	var list []Action
	for _, s := range stopsByOrganization(&r, g, r.Rules.Rules) {
		single, lost := map[string][]string{}, map[string][]string{}
		for _, f := range r.FlowSPOFs {
			if !slices.Contains(s.between, f.Flow) {
				continue
			}
			for _, o := range f.Organizations {
				if o.Organization != s.organization {
					continue
				}
				for _, id := range o.Lost {
					lost[id] = append(lost[id], f.Flow)
					if slices.Contains(f.Tasks, id) {
						single[id] = append(single[id], f.Flow)
					}
				}
			}
		}
		switch {
		case len(s.between) == 0:
		case len(single) > 0:
			list = append(list, newAction(g, AgreeDeputy, High, s.organization, single))
		default:
			list = append(list, newAction(g, AgreeSuccessor, High, s.organization, lost))
		}
	}
	slices.SortStableFunc(list, func(a, b Action) int { return graph.Compare(a.Organization, b.Organization) })
	return list
}

// unavoidable returns the flows that each of the tasks stops that keep.
func unavoidable(r Review, keep func(task string) bool) map[string][]string {
	stopped := map[string][]string{}
	for _, f := range r.FlowSPOFs {
		for _, id := range f.Tasks {
			if keep(id) {
				stopped[id] = append(stopped[id], f.Flow)
			}
		}
	}
	return stopped
}

// leaderless is the action about tasks that nobody leads.
func leaderless(g *graph.Graph, r Review) []Action {
	f, ok := r.finding("task-without-lead")
	if !ok {
		return nil
	}
	stopped := unavoidable(r, func(id string) bool { return slices.Contains(f.Evidence, id) })
	for _, id := range f.Evidence {
		stopped[id] = append([]string{}, stopped[id]...)
	}
	return []Action{newAction(g, NameLead, f.Severity, "", stopped)}
}

// overloaded are the actions about organizations that lead more than they should, though
// they stop no flow.
func overloaded(g *graph.Graph, r Review, stopping []Action) []Action {
	var list []Action
	for _, f := range r.Findings {
		known := func(a Action) bool { return a.Organization == f.Subject.ID }
		if f.Rule != "bottleneck" && f.Rule != "lead-limit" || slices.ContainsFunc(stopping, known) || slices.ContainsFunc(list, known) {
			continue
		}
		lost := map[string][]string{}
		for _, l := range r.Losses {
			for _, o := range l.Organizations {
				if l.InForce && o.Organization == f.Subject.ID {
					for _, id := range o.Lost {
						lost[id] = nil
					}
				}
			}
		}
		if len(lost) > 0 {
			list = append(list, newAction(g, ShareWork, f.Severity, f.Subject.ID, lost))
		}
	}
	return list
}

// detours is the action about tasks that stop flows, whoever leads them.
func detours(g *graph.Graph, r Review, stopping []Action) []Action {
	stopped := unavoidable(r, func(id string) bool {
		return !slices.ContainsFunc(stopping, func(a Action) bool { return slices.Contains(a.Tasks, id) })
	})
	if len(stopped) == 0 {
		return nil
	}
	return []Action{newAction(g, FindDetour, Medium, "", stopped)}
}

// settled are the actions that make headlines sure.
func settled(r Review) []Action {
	var list []Action
	has := func(c placement.Certainty) bool {
		return slices.ContainsFunc(r.Headlines, func(h Headline) bool { return h.Certainty == c })
	}
	if slices.ContainsFunc(r.Headlines, func(h Headline) bool { return len(h.Assumes) > 0 }) {
		list = append(list, Action{Kind: DeclareRules, Severity: Medium, Tasks: []string{}, Flows: []string{}, Helpers: []Helper{}})
	}
	if has(placement.Depends) {
		a := Action{Kind: ConfirmMarks, Severity: Medium, Tasks: []string{}, Flows: []string{}, Helpers: []Helper{}}
		for _, h := range r.Headlines {
			a.Tasks = append(a.Tasks, h.dependsOn()...)
		}
		slices.SortFunc(a.Tasks, graph.Compare)
		a.Tasks = slices.Compact(a.Tasks)
		list = append(list, a)
	}
	return list
}

// dependsOn returns the tasks on whose marks a headline depends.
func (h Headline) dependsOn() []string {
	for _, c := range h.Why {
		if c.Code == TheSame || c.Code == First {
			return c.Args[2].([]string)
		}
	}
	return nil
}

// lesser are the actions about what stops no work.
func lesser(g *graph.Graph, r Review, stopping []Action) []Action {
	var list []Action
	for _, f := range r.Findings {
		switch {
		case f.Rule == "no-supporter" && len(stopping) == 0:
			tasks := map[string][]string{}
			for _, id := range f.Evidence {
				tasks[id] = nil
			}
			list = append(list, newAction(g, NameSupporter, f.Severity, "", tasks))
		case f.Rule == "no-flows":
			list = append(list, newAction(g, DeclareFlow, f.Severity, "", nil))
		}
	}
	return list
}
