package analysis_test

import (
	"slices"
	"strings"
	"testing"

	"tasuki/analysis"
	"tasuki/analysis/findings"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// contactful is a dataset of one critical flow, whose two tasks a and b lead.
func contactful(t *testing.T, change func(orgs []graph.Organization, d *graph.Dataset)) []findings.Finding {
	t.Helper()
	d := graph.Dataset{
		Rules:     graph.Rules{Leads: graph.EachLead},
		Calendars: []graph.Calendar{{ID: "t", Zone: "Asia/Tokyo", Holidays: []graph.Date{"2026-01-12"}}, {ID: "n", Zone: "America/New_York"}},
		Tasks:     []graph.Task{{ID: "1", Name: graph.Text("1")}, {ID: "2", Name: graph.Text("2")}},
		Assignments: []graph.Assignment{
			{Task: "1", Organization: "a", Role: graph.Lead, Reading: graph.Printed},
			{Task: "2", Organization: "b", Role: graph.Lead, Reading: graph.Printed},
		},
		Flows: []graph.Flow{{ID: "f", Name: graph.Text("F"), Tier: graph.Critical, Start: []string{"1"}, Goal: []string{"2"}, Handoffs: []graph.Handoff{{From: "1", To: "2", Kind: graph.Report}}}},
	}
	for _, id := range []string{"a", "b", "c"} {
		d.Organizations = append(d.Organizations, graph.Organization{ID: id, Name: graph.Text(id), Calendar: "t"})
	}
	change(d.Organizations, &d)
	g, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(analysis.Findings(g, rules.Options{}), func(f findings.Finding) bool {
		return !slices.Contains([]string{"no-night-contact", "escalation-circle", "level-reaches-more", "shared-deputy"}, f.Rule)
	})
}

func at(name string, open graph.Hours) graph.Contact {
	return graph.Contact{Name: graph.Text(name), Hours: open}
}

// TestContactFindings breaks each rule about contacts, and almost does.
func TestContactFindings(t *testing.T) {
	always, day := at("guard", "24/7"), at("desk", "Mo-Fr 08:30-18:00")
	beside := func(c graph.Contact) graph.Contact { c.Parallel = true; return c }
	with := func(name, deputy string) graph.Contact {
		c := at(name, "24/7")
		c.Deputy = graph.Deputy{Name: graph.Text(deputy)}
		return c
	}
	type orgs = []graph.Organization
	for name, c := range map[string]struct {
		change func(o orgs, d *graph.Dataset)
		want   string
	}{
		"no contacts at all": {func(orgs, *graph.Dataset) {}, ""},
		"all at night": {func(o orgs, _ *graph.Dataset) {
			o[0].Contacts, o[1].Contacts = []graph.Contact{always}, []graph.Contact{day, always}
		}, ""},
		"one by day only": {func(o orgs, _ *graph.Dataset) {
			o[0].Contacts, o[1].Contacts = []graph.Contact{day}, []graph.Contact{always}
		}, "no-night-contact f medium 1"},
		"by day and undeclared": {func(o orgs, _ *graph.Dataset) {
			o[0].Contacts, o[1].Contacts = []graph.Contact{day}, []graph.Contact{at("x", "")}
		}, "no-night-contact f medium 1"},
		"undeclared and unlisted": {func(o orgs, _ *graph.Dataset) { o[0].Contacts = []graph.Contact{at("x", "")} }, "no-night-contact f info 1 2"},
		"a holiday is no night off": {func(o orgs, _ *graph.Dataset) {
			o[0].Contacts, o[1].Contacts = []graph.Contact{at("x", "24/7; PH off")}, []graph.Contact{always}
		}, ""},
		"one minute short": {func(o orgs, _ *graph.Dataset) {
			o[0].Contacts, o[1].Contacts = []graph.Contact{at("x", "Mo-Su 22:00-05:59")}, []graph.Contact{always}
		}, "no-night-contact f medium 1"},
		"not on Saturdays": {func(o orgs, _ *graph.Dataset) {
			o[0].Contacts, o[1].Contacts = []graph.Contact{at("x", "Mo-Fr,Su 22:00-06:00")}, []graph.Contact{always}
		}, "no-night-contact f medium 1"},
		"day on the other side": {func(o orgs, _ *graph.Dataset) {
			o[0].Contacts, o[0].EscalatesTo, o[1].Contacts = []graph.Contact{day}, "c", []graph.Contact{always}
			o[2].Calendar, o[2].Contacts = "n", []graph.Contact{at("x", "Mo-Su 08:00-17:00")} // 22:00-07:00 in Tokyo, in summer 21:00-06:00
		}, ""},
		"not of the highest tier": {func(o orgs, d *graph.Dataset) {
			o[0].Contacts = []graph.Contact{day}
			d.Flows[0].Tier = graph.Important
		}, ""},
		"a list for a severity": {func(o orgs, d *graph.Dataset) {
			d.Severities = []graph.Term{{ID: "major", Name: graph.Text("Major")}}
			o[0].Contacts, o[1].Contacts = []graph.Contact{day}, []graph.Contact{always}
			o[0].ContactLists = []graph.ContactList{{Severity: "major", Contacts: []graph.Contact{always}}}
		}, ""},
		"any lead suffices": {func(o orgs, d *graph.Dataset) {
			d.Rules.Leads = graph.AnyLead
			d.Assignments = append(d.Assignments, graph.Assignment{Task: "1", Organization: "b", Role: graph.Lead, Reading: graph.Printed})
			o[0].Contacts, o[1].Contacts = []graph.Contact{day}, []graph.Contact{always}
		}, ""},
		"a circle of two and one before it": {func(o orgs, _ *graph.Dataset) { o[0].EscalatesTo, o[1].EscalatesTo, o[2].EscalatesTo = "b", "c", "b" }, "escalation-circle b low"},
		"a line":                            {func(o orgs, _ *graph.Dataset) { o[0].EscalatesTo, o[1].EscalatesTo = "b", "c" }, ""},
		"a wider level": {func(o orgs, _ *graph.Dataset) {
			o[0].Contacts, o[1].Contacts = []graph.Contact{always, at("y", "24/7"), beside(at("z", "24/7"))}, []graph.Contact{always}
		}, "level-reaches-more a low"},
		"levels that are equal": {func(o orgs, _ *graph.Dataset) {
			o[0].Contacts, o[1].Contacts = []graph.Contact{always, beside(at("z", "24/7")), at("y", "24/7")}, []graph.Contact{always}
		}, ""},
		"one deputy": {func(o orgs, _ *graph.Dataset) {
			o[0].Contacts, o[1].Contacts = []graph.Contact{with("x", "d"), with("y", "d")}, []graph.Contact{always}
		}, "shared-deputy a low"},
		"one name in two": {func(o orgs, _ *graph.Dataset) {
			o[0].Contacts, o[1].Contacts = []graph.Contact{with("x", "d")}, []graph.Contact{with("x", "d")}
		}, "shared-deputy a low"},
		"two deputies": {func(o orgs, _ *graph.Dataset) {
			o[0].Contacts, o[1].Contacts = []graph.Contact{with("x", "d"), with("y", "e")}, []graph.Contact{always}
		}, ""},
		"one post in two lists": {func(o orgs, _ *graph.Dataset) {
			o[0].Contacts, o[1].Contacts = []graph.Contact{with("x", "d")}, []graph.Contact{always}
			o[0].ContactLists = []graph.ContactList{{Flow: "f", Contacts: []graph.Contact{with("x", "d")}}}
		}, ""},
	} {
		var got []string
		for _, f := range contactful(t, c.change) {
			got = append(got, strings.Join(append([]string{f.Rule, f.Subject.ID, string(f.Severity)}, f.Evidence...), " "))
		}
		if text := strings.Join(got, "; "); text != c.want {
			t.Errorf("%s: %q, want %q", name, text, c.want)
		}
	}
}
