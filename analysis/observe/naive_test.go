package observe_test

import (
	"maps"
	"slices"
	"testing"

	"tasuki/analysis/observe"
	"tasuki/graph"
	"tasuki/graph/eventlog"
	"tasuki/internal/logtext"
)

// standing says what the definition says of an organization and a task, mark by mark.
func standing(g *graph.Graph, task, org string) observe.Standing {
	order := []graph.Role{graph.Lead, graph.Support, graph.Accountable, graph.Informed}
	names := []observe.Standing{observe.Lead, observe.Support, observe.Accountable, observe.Informed, observe.Unmarked}
	sure, any := 4, 4
	for _, a := range g.Assignments() {
		place := slices.Index(order, a.Role)
		if a.Task != task || a.Organization != org && !slices.Contains(a.Alternatives, org) {
			continue
		}
		any = min(any, place)
		if a.Organization == org && a.Reading != graph.Uncertain {
			sure = min(sure, place)
		}
	}
	if any < sure {
		return observe.Uncertain
	}
	return names[sure]
}

// TestPerformersBruteForce asks for each event for its standing.
func TestPerformersBruteForce(t *testing.T) {
	eachRandomLog(t, 300, func(t *testing.T, g *graph.Graph, l *logtext.Log) {
		r := compare(t, g, l)
		want, byTask, pairs := map[observe.Standing]int{}, map[string]int{}, map[[2]string]int{}
		outside := 0
		for _, c := range l.List() {
			ids, events := mapped(g, l, c)
			for i, e := range events {
				s := observe.Nobody
				if e.Performer != eventlog.Nobody {
					name := l.Names().Performers[e.Performer]
					switch _, ok := g.OrganizationIndex(name); {
					case ok:
						s = standing(g, ids[i], name)
						pairs[[2]string{ids[i], name}]++
					case name == "-out":
						s = observe.Ignored
					default:
						s = observe.Unknown
					}
				}
				want[s]++
				byTask[ids[i]]++
				if e.Time == eventlog.NoTime {
					outside++
				}
			}
		}
		if got := byStanding(r.Performers.Counts); !maps.Equal(got, want) {
			t.Fatalf("standings %v, want %v", got, want)
		}
		got := map[string]int{}
		for _, x := range r.Performers.Tasks {
			got[x.Task] = x.Events
		}
		if !maps.Equal(got, byTask) {
			t.Fatalf("events by task %v, want %v", got, byTask)
		}
		gotPairs, parts := map[[2]string]int{}, 0
		for _, x := range r.Performers.Pairs {
			gotPairs[[2]string{x.Task, x.Organization}] = x.Events
			if want := standing(g, x.Task, x.Organization); x.Standing != want {
				t.Fatalf("%s on %s is %s, want %s", x.Organization, x.Task, x.Standing, want)
			}
		}
		if !maps.Equal(gotPairs, pairs) {
			t.Fatalf("events by task and organization %v, want %v", gotPairs, pairs)
		}
		for _, p := range r.Performers.Drift.Parts {
			for _, n := range byStanding(p.Counts) {
				parts += n
			}
		}
		if parts+r.Performers.Drift.Outside != r.Log.Mapped || r.Performers.Drift.Outside != outside {
			t.Fatalf("%d events in periods and %d outside, want %d and %d", parts, r.Performers.Drift.Outside, r.Log.Mapped-outside, outside)
		}
	})
}

func byStanding(c observe.Counts) map[observe.Standing]int {
	all := map[observe.Standing]int{}
	for i, n := range []int{c.Lead, c.Support, c.Accountable, c.Informed, c.Unmarked, c.Uncertain, c.Unmapped, c.Ignored, c.Nobody} {
		if n > 0 {
			all[observe.Standings()[i]] = n
		}
	}
	return all
}

// TestFootprintsBruteForce looks at all pairs of neighbours, and tells tasks that run side by
// side by trying every way between them.
func TestFootprintsBruteForce(t *testing.T) {
	eachRandomLog(t, 300, func(t *testing.T, g *graph.Graph, l *logtext.Log) {
		r := compare(t, g, l)
		follows := map[[2]string]int{}
		for _, c := range l.List() {
			ids, _ := mapped(g, l, c)
			for i := 1; i < len(ids); i++ {
				follows[[2]string{ids[i-1], ids[i]}]++
			}
		}
		got := map[[2]string]int{}
		for _, x := range r.Footprints.Tasks.Follows {
			got[[2]string{x.From, x.To}] = x.Count
		}
		if !maps.Equal(got, follows) {
			t.Fatalf("%v follow each other, want %v", got, follows)
		}
		handoffs := map[[2]string]bool{}
		for _, h := range g.Handoffs() {
			handoffs[[2]string{h.From, h.To}] = true
		}
		marks, agree := []observe.Footmark{}, 0
		for i, x := range g.Tasks() {
			for _, y := range g.Tasks()[i+1:] {
				a, b := x.ID, y.ID
				observed := relation(follows[[2]string{a, b}] > 0, follows[[2]string{b, a}] > 0)
				declared := relation(handoffs[[2]string{a, b}], handoffs[[2]string{b, a}])
				if observed == observe.Neither && declared == observe.Neither {
					continue
				}
				if declared == observe.Neither && slices.ContainsFunc(g.Flows(), func(f graph.Flow) bool { return beside(f, a, b) }) {
					declared = observe.Beside
				}
				if declared == observed {
					agree++
				} else {
					marks = append(marks, observe.Footmark{A: a, B: b, Declared: declared, Observed: observed})
				}
			}
		}
		if s := r.Footprints.Agreement; !slices.Equal(r.Footprints.Compared, marks) || s.Part != agree || s.Whole != agree+len(marks) {
			t.Fatalf("footprints differ in %v, %d of %d agree; want %v and %d", r.Footprints.Compared, s.Part, s.Whole, marks, agree)
		}
	})
}

func relation(forth, back bool) observe.Relation {
	return map[[2]bool]observe.Relation{{true, true}: observe.Beside, {true, false}: observe.Before, {false, true}: observe.After, {}: observe.Neither}[[2]bool{forth, back}]
}

// beside reports whether work comes to a and b by different branches of a task, and without
// passing that again from neither to the other.
func beside(f graph.Flow, a, b string) bool {
	comes := func(from, to, without string) bool {
		var walk func(at string, passed []string) bool
		walk = func(at string, passed []string) bool {
			if at == without || slices.Contains(passed, at) {
				return false
			}
			if at == to {
				return true
			}
			if slices.Contains(f.Goal, at) {
				return false
			}
			for _, h := range f.Handoffs {
				if h.From == at && walk(h.To, append(slices.Clone(passed), at)) {
					return true
				}
			}
			return false
		}
		return walk(from, nil)
	}
	in := graph.FlowTasks(f)
	for _, k := range graph.Forks(f) {
		if slices.Contains(f.Goal, k.Task) || !slices.Contains(in, a) || !slices.Contains(in, b) || comes(a, b, k.Task) || comes(b, a, k.Task) {
			continue
		}
		to := func(br graph.Branch, id string) bool {
			return slices.ContainsFunc(br.Next(), func(n string) bool { return comes(n, id, k.Task) })
		}
		for i, x := range k.Branches {
			for j, y := range k.Branches {
				if i != j && to(x, a) && to(y, b) {
					return true
				}
			}
		}
	}
	return false
}

// TestNetworkBruteForce follows seen handoffs from event to event, and takes every
// organization out once to see what falls apart.
func TestNetworkBruteForce(t *testing.T) {
	eachRandomLog(t, 300, func(t *testing.T, g *graph.Graph, l *logtext.Log) {
		r := compare(t, g, l)
		all, edges := sets(g), map[[2]string]int{}
		within, unknown := 0, 0
		pass := func(a, b eventlog.Event) {
			from, to := organization(g, l, a), organization(g, l, b)
			switch {
			case from == "" || to == "":
				unknown++
			case from == to:
				within++
			default:
				edges[[2]string{from, to}]++
			}
		}
		for _, c := range l.List() {
			ids, events := mapped(g, l, c)
			for j, b := range ids {
				led := false
				for pair, alternatives := range all {
					if i := slices.Index(reversed(ids[:j]), pair[0]); pair[1] == b && i >= 0 && slices.ContainsFunc(alternatives, func(set []string) bool {
						return !slices.ContainsFunc(ids[j-i:j], func(id string) bool { return slices.Contains(set, id) })
					}) {
						led = true
						pass(events[j-1-i], events[j])
					}
				}
				if j > 0 && !led && ids[j-1] != b {
					pass(events[j-1], events[j])
				}
			}
		}
		got := map[[2]string]int{}
		for _, e := range r.Network.Edges {
			got[[2]string{e.From, e.To}] = e.Count
		}
		if !maps.Equal(got, edges) || r.Network.Within != within || r.Network.Unknown != unknown {
			t.Fatalf("edges %v, %d within, %d unknown; want %v, %d, %d", got, r.Network.Within, r.Network.Unknown, edges, within, unknown)
		}
		for _, o := range r.Network.Organizations {
			if want := parts(edges, o.Organization) > parts(edges, ""); o.Articulation != want && o.In+o.Out > 0 {
				t.Fatalf("%s is a single point: %v, want %v in %v", o.Organization, o.Articulation, want, edges)
			}
		}
	})
}

func reversed(list []string) []string {
	list = slices.Clone(list)
	slices.Reverse(list)
	return list
}

func organization(g *graph.Graph, l *logtext.Log, e eventlog.Event) string {
	if e.Performer == eventlog.Nobody {
		return ""
	}
	name := l.Names().Performers[e.Performer]
	if _, ok := g.OrganizationIndex(name); !ok {
		return ""
	}
	return name
}

// parts returns into how many parts the organizations with an edge fall without one of them.
func parts(edges map[[2]string]int, without string) (n int) {
	label := map[string]string{}
	for e := range edges {
		label[e[0]], label[e[1]] = e[0], e[1]
	}
	delete(label, without)
	for range len(label) + 1 {
		for e := range edges {
			if e[0] != without && e[1] != without {
				least := min(label[e[0]], label[e[1]])
				label[e[0]], label[e[1]] = least, least
			}
		}
	}
	for v, l := range label {
		if v == l {
			n++
		}
	}
	return n
}
