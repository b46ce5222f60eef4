package readiness

import (
	"reflect"
	"slices"

	"tasuki/graph"
	"tasuki/graph/hours"
)

// timetable is whom the calls of an organization get to in the week.
type timetable struct {
	chain   chain
	changes []hours.Moment // at which reach may change, the first of them the start of the week
	spans   []ReachSpan
	hours   []Hourly
	counts  HourCounts
}

// asked is what a timetable is of. The flow is empty where nobody declares a list for it.
type asked struct {
	org  int
	flow string
}

// asker finds who is reached in a week.
type asker struct {
	g     *graph.Graph
	w     *Week
	found map[asked]timetable
}

// timetable returns that of an organization about a flow.
func (a *asker) timetable(org int, flow string) timetable {
	if !slices.ContainsFunc(a.g.Organizations(), func(o graph.Organization) bool {
		return slices.ContainsFunc(o.ContactLists, func(l graph.ContactList) bool { return l.Flow == flow })
	}) {
		flow = ""
	}
	key := asked{org, flow}
	if t, ok := a.found[key]; ok {
		return t
	}
	t := timetable{chain: newChain(a.g, org, flow, a.w.Severity, a.g.Calendar)}
	t.changes = t.chain.changes(a.w.start, a.w.end)
	reaches := make([]Reach, len(t.changes))
	for i, m := range t.changes {
		reaches[i] = t.chain.at(m)
		if last := len(t.spans) - 1; last >= 0 && reflect.DeepEqual(t.spans[last].Reach, reaches[i]) {
			continue
		}
		t.spans = append(t.spans, ReachSpan{Reach: reaches[i], Stretch: Stretch{From: m}})
	}
	t.hours = make([]Hourly, len(a.w.Hours))
	for i, s := range t.spans {
		to := a.w.end
		if i+1 < len(t.spans) {
			to = t.spans[i+1].From
		}
		t.spans[i].Stretch = a.w.stretch(s.From, to)
		a.w.hoursIn(s.From, to, func(h int) {
			if t.hours[h].Standing == "" || s.Standing.Worse(t.hours[h].Standing) {
				t.hours[h] = Hourly{a.w.Hours[h].Start, s.Reach}
			}
		})
	}
	var all []Standing
	for _, h := range t.hours {
		all = append(all, h.Standing)
	}
	t.counts = counted(all)
	a.found[key] = t
	return t
}

// standing returns how far calls of the organization get at a moment.
func (t timetable) standing(m hours.Moment) Standing {
	i, found := slices.BinarySearchFunc(t.spans, m, func(s ReachSpan, m hours.Moment) int { return int(s.From - m) })
	if !found {
		i--
	}
	return t.spans[i].Standing
}

// flow finds who is reached about a flow.
func (a *asker) flow(f graph.Flow) FlowWeek {
	out := FlowWeek{Flow: f.ID, Leaderless: []string{}, Gaps: []Unreached{}, Alone: []Alone{}, Parties: []Party{}, Hours: make([]Standing, len(a.w.Hours))}
	var groups []group
	var leads []int
	for _, id := range graph.FlowTasks(f) {
		task, _ := a.g.TaskIndex(id)
		orgs := a.g.Leads(task)
		if len(orgs) == 0 {
			out.Leaderless = append(out.Leaderless, id)
			continue
		}
		leads = append(leads, orgs...)
		i := slices.IndexFunc(groups, func(x group) bool { return slices.Equal(x.leads, orgs) })
		if i < 0 {
			i, groups = len(groups), append(groups, group{leads: orgs})
		}
		groups[i].tasks = append(groups[i].tasks, id)
	}
	slices.Sort(leads)
	leads = slices.Compact(leads)
	tables := map[int]timetable{}
	var changes []hours.Moment
	for _, org := range leads {
		tables[org] = a.timetable(org, f.ID)
		for _, s := range tables[org].spans {
			changes = append(changes, s.From)
		}
		out.Parties = append(out.Parties, a.party(org, groups, tables[org]))
	}
	slices.Sort(changes)
	a.judge(&out, groups, tables, slices.Compact(changes))
	slices.SortFunc(out.Leaderless, graph.Compare)
	out.Alone = a.alone(leads, tables)
	return out
}

// group is the tasks that the same organizations lead.
type group struct {
	leads []int
	tasks []string
}

// party is a timetable as that of who leads tasks of a flow.
func (a *asker) party(org int, groups []group, t timetable) Party {
	p := Party{Organization: a.g.Organizations()[org].ID, Tasks: []string{}, Counts: t.counts, Spans: t.spans, Hours: t.hours}
	for _, x := range groups {
		if slices.Contains(x.leads, org) {
			p.Tasks = append(p.Tasks, x.tasks...)
		}
	}
	slices.SortFunc(p.Tasks, graph.Compare)
	return p
}

// judge finds the standing of each hour for the flow, and its gaps.
func (a *asker) judge(out *FlowWeek, groups []group, tables map[int]timetable, changes []hours.Moment) {
	gaps := make([]map[Standing]*times, len(groups))
	for i := range gaps {
		gaps[i] = map[Standing]*times{}
	}
	for i := range out.Hours {
		out.Hours[i] = First
	}
	for n, from := range changes {
		to := a.w.end
		if n+1 < len(changes) {
			to = changes[n+1]
		}
		for i, x := range groups {
			s := a.taskStanding(x, tables, from)
			a.w.hoursIn(from, to, func(h int) { out.Hours[h] = worst([]Standing{out.Hours[h], s}) })
			if s.Reached() {
				continue
			}
			if gaps[i][s] == nil {
				gaps[i][s] = &times{}
			}
			gaps[i][s].add(from, to)
		}
	}
	if len(groups) > 0 {
		out.Counts = counted(out.Hours)
	} else {
		out.Hours = []Standing{}
	}
	for _, s := range []Standing{Nobody, Unlisted, Undeclared} {
		for i, x := range groups {
			if when := gaps[i][s]; when != nil {
				out.Gaps = append(out.Gaps, a.gap(x, s, *when))
			}
		}
	}
}

// taskStanding is the standing of tasks at a moment, by the rule for several leads.
func (a *asker) taskStanding(x group, tables map[int]timetable, m hours.Moment) Standing {
	var all []Standing
	for _, org := range x.leads {
		all = append(all, tables[org].standing(m))
	}
	if a.w.Rules.Leads == graph.AnyLead {
		return best(all)
	}
	return worst(all)
}

func (a *asker) gap(x group, s Standing, when times) Unreached {
	p := Unreached{Tasks: slices.Clone(x.tasks), Leads: a.ids(x.leads), Standing: s, Hours: when.hours(a.w), Spans: when.stretches(a.w)}
	slices.SortFunc(p.Tasks, graph.Compare)
	return p
}

// ids returns organizations by their IDs, in their order.
func (a *asker) ids(orgs []int) []string {
	list := []string{}
	for _, org := range orgs {
		list = append(list, a.g.Organizations()[org].ID)
	}
	return list
}
