package readiness

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/graph/hours"
	"tasuki/internal/seeds"
)

var someHours = []string{"", "24/7", "Mo-Fr 08:30-18:00; PH off", "Mo-Su 22:00-06:00", "Sa,Su 00:00-24:00", "Mo-Fr 00:30-02:30", "Mo-Su,PH off", "Mo 09:15-09:45; PH 10:00-11:00"}

// randomContacts is a dataset of one flow whose leads are called at random hours.
func randomContacts(seed uint64) graph.Dataset {
	r := rand.New(rand.NewPCG(seed, 7))
	d := graph.Dataset{
		Rules:     graph.Rules{Leads: []graph.LeadRule{graph.AnyLead, graph.EachLead}[r.IntN(2)]},
		Calendars: []graph.Calendar{{ID: "d", Zone: "Europe/Dublin", Holidays: []graph.Date{"2026-10-23"}}, {ID: "t", Zone: "Asia/Tokyo", Holidays: []graph.Date{"2026-10-22"}}},
	}
	n := 1 + r.IntN(4)
	contacts := func() []graph.Contact {
		var list []graph.Contact
		for i := range r.IntN(4) {
			c := graph.Contact{Name: graph.Text(fmt.Sprint("p", r.IntN(3))), Hours: graph.Hours(someHours[r.IntN(len(someHours))]), WaitMinutes: r.IntN(3), Repeats: r.IntN(2), Parallel: i > 0 && r.IntN(3) == 0}
			if r.IntN(3) == 0 {
				c.Deputy = graph.Deputy{Name: graph.Text(fmt.Sprint("q", r.IntN(2))), Hours: graph.Hours(someHours[r.IntN(len(someHours))])}
			}
			list = append(list, c)
		}
		return list
	}
	for i := range n {
		o := graph.Organization{ID: fmt.Sprint("o", i), Name: graph.Text(fmt.Sprint("O", i)), Calendar: []string{"d", "t"}[r.IntN(2)], Contacts: contacts()}
		if to := r.IntN(n + 1); to < n && to != i {
			o.EscalatesTo = fmt.Sprint("o", to)
		}
		if list := contacts(); r.IntN(4) == 0 && len(list) > 0 {
			o.ContactLists = []graph.ContactList{{Flow: "f", Contacts: list}}
		}
		d.Organizations = append(d.Organizations, o)
	}
	for i := range 3 {
		id := fmt.Sprint(i + 1)
		d.Tasks = append(d.Tasks, graph.Task{ID: id, Name: graph.Text(id)})
		for o := range n {
			if r.IntN(2) == 0 {
				d.Assignments = append(d.Assignments, graph.Assignment{Task: id, Organization: fmt.Sprint("o", o), Role: graph.Lead, Reading: graph.Printed})
			}
		}
	}
	d.Flows = []graph.Flow{{ID: "f", Name: graph.Text("F"), Start: []string{"1"}, Goal: []string{"3"}, Handoffs: []graph.Handoff{{From: "1", To: "2", Kind: graph.Report}, {From: "2", To: "3", Kind: graph.Report}}}}
	return d
}

// naive is whom the calls of an organization get to at a minute, from what is declared: the
// standing, everybody who is reached, and how long was waited before the first.
func naive(t *testing.T, d graph.Dataset, clocks map[string]hours.Calendar, parsed map[graph.Hours]*hours.Rules, org string, m hours.Moment) (standing Standing, first string) {
	t.Helper()
	open := func(o graph.Organization, text graph.Hours) int { // 0 closed, 1 open, 2 undeclared
		if text == "" {
			return 2
		}
		if parsed[text] == nil {
			r, err := hours.Parse(string(text))
			if err != nil {
				t.Fatal(err)
			}
			parsed[text] = &r
		}
		c, r := clocks[o.Calendar], parsed[text]
		if r.Open(c, m) {
			return 1
		}
		return 0
	}
	var visited []string
	declared, maybe, wait, unknown := 0, false, 0, false
	for id := org; id != "" && !slices.Contains(visited, id); {
		visited = append(visited, id)
		o := d.Organizations[slices.IndexFunc(d.Organizations, func(o graph.Organization) bool { return o.ID == id })]
		list := o.Contacts
		for _, l := range o.ContactLists {
			list = l.Contacts
		}
		for i := 0; i < len(list); {
			end := i + 1
			for end < len(list) && list[end].Parallel {
				end++
			}
			declared++
			sure, longest, silent, names := false, 0, false, ""
			for _, c := range list[i:end] {
				state, name := open(o, c.Hours), c.Name.EN
				if state == 0 && !c.Deputy.IsZero() {
					state, name = open(o, c.Deputy.Hours), c.Deputy.Name.EN
				}
				if state > 0 {
					names += " " + name + []string{"", "", "?"}[state]
					silent = silent || c.WaitMinutes == 0
					longest = max(longest, c.WaitMinutes*(1+c.Repeats))
				}
				sure = sure || state == 1
			}
			if names != "" && first == "" {
				if first = fmt.Sprint(id, names, " ", wait); unknown {
					first = fmt.Sprint(id, names, " unknown")
				}
			}
			maybe = maybe || names != ""
			if sure && declared == 1 && id == org {
				return First, first
			}
			if sure {
				return Later, first
			}
			if silent {
				unknown = true
			} else {
				wait += longest
			}
			i = end
		}
		id = o.EscalatesTo
	}
	switch {
	case maybe:
		return Undeclared, first
	case declared > 0:
		return Nobody, ""
	}
	return Unlisted, ""
}

// TestBruteForce compares weeks of random datasets with a look at every minute.
func TestBruteForce(t *testing.T) {
	seen := map[Standing]int{}
	for seed := range seeds.Each(90) {
		d := randomContacts(seed)
		g, err := graph.New(d)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		w, err := Of(g, Options{Day: "2026-10-20", Calendar: []string{"d", "t"}[seed%2]})
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		compareWeek(t, seed, g, d, w, seen)
		if t.Failed() {
			return
		}
	}
	for _, s := range Standings() {
		if seeds.All() && seen[s] < 100 {
			t.Errorf("%s was seen %d times", s, seen[s])
		}
	}
}

func compareWeek(t *testing.T, seed uint64, g *graph.Graph, d graph.Dataset, w Week, seen map[Standing]int) {
	t.Helper()
	f := w.Flows[0]
	inForce := rules.InForce(g, rules.Options{})
	clocks, parsed := map[string]hours.Calendar{}, map[graph.Hours]*hours.Rules{}
	for _, c := range d.Calendars {
		clocks[c.ID], _ = clockOf(c)
	}
	hourly, flow := map[string][]Standing{}, make([]Standing, len(w.Hours))
	for _, p := range f.Parties {
		hourly[p.Organization] = make([]Standing, len(w.Hours))
	}
	for h, hour := range w.Hours {
		flow[h] = First
		for m := hour.At; m < hour.At+hours.Moment(hour.Minutes); m++ {
			now := map[string]Standing{}
			for _, p := range f.Parties {
				want, first := naive(t, d, clocks, parsed, p.Organization, m)
				now[p.Organization] = want
				if old := hourly[p.Organization][h]; old == "" || want.Worse(old) {
					hourly[p.Organization][h] = want
				}
				i := slices.IndexFunc(p.Spans, func(s ReachSpan) bool { return s.From <= m && m < s.To })
				got, by := p.Spans[i].Standing, ""
				if c := p.Spans[i].First; c != nil {
					for _, x := range c.Posts {
						if by += " " + x.Name.EN; x.Undeclared {
							by += "?"
						}
					}
					wait := "unknown"
					if c.WaitMinutes != nil {
						wait = fmt.Sprint(*c.WaitMinutes)
					}
					by = c.Organization + by + " " + wait
				}
				if got != want || by != first {
					t.Fatalf("seed %d, %s at %s: %s %q, want %s %q", seed, p.Organization, w.told(m), got, by, want, first)
				}
				seen[want]++
			}
			for i := range g.Tasks() {
				var leads []Standing
				for _, org := range g.Leads(i) {
					leads = append(leads, now[g.Organizations()[org].ID])
				}
				if len(leads) == 0 {
					continue
				}
				s := worst(leads)
				if inForce.Leads == graph.AnyLead {
					s = best(leads)
				}
				flow[h] = worst([]Standing{flow[h], s})
			}
		}
	}
	for _, p := range f.Parties {
		for h, want := range hourly[p.Organization] {
			if p.Hours[h].Standing != want {
				t.Fatalf("seed %d, %s, hour %s: %s, want %s", seed, p.Organization, w.Hours[h].Start, p.Hours[h].Standing, want)
			}
		}
	}
	if len(f.Parties) > 0 && !slices.Equal(flow, f.Hours) {
		t.Fatalf("seed %d: hours of the flow %v, want %v", seed, f.Hours, flow)
	}
}
