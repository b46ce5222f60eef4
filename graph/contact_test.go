package graph

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestContactFaults names each fault of what is declared about calls, and refuses none of
// what is right.
func TestContactFaults(t *testing.T) {
	post := Text("post")
	good := Dataset{
		Severities:     []Term{{ID: "major", Name: Text("Major")}},
		Calendars:      []Calendar{{ID: "c", Zone: "Europe/Dublin", Holidays: []Date{"2026-12-25"}}},
		Tasks:          []Task{{ID: "1", Name: Text("a")}, {ID: "2", Name: Text("b")}},
		Flows:          []Flow{{ID: "f", Name: Text("F"), Start: []string{"1"}, Goal: []string{"2"}, Handoffs: []Handoff{{From: "1", To: "2", Kind: Report}}}},
		Organizations:  []Organization{{ID: "o", Name: Text("O"), Contacts: []Contact{{Name: post, Hours: "Mo-Fr 09:00-17:00; PH off", Means: []Means{Phone, Chat}}, {Name: post, Parallel: true}, {Name: post}}}, {ID: "p", Name: Text("P")}},
		OutsideReports: []OutsideReport{{ID: "r", Name: Text("R"), Organization: "o", Flows: []string{"f"}, Severities: []string{"major"}, WithinMinutes: 60}},
	}
	for _, c := range []struct {
		change func(d *Dataset)
		want   string
	}{
		{func(d *Dataset) {}, "[]"},
		{func(d *Dataset) { d.Organizations[0].Contacts[0].Parallel = true }, "[/organizations/0/contacts/0/parallel]"},
		{func(d *Dataset) { d.Organizations[0].Contacts[2].Repeats = 101 }, "[/organizations/0/contacts/2/repeats]"},
		{func(d *Dataset) { d.Organizations[0].Contacts[2].WaitMinutes = -1 }, "[/organizations/0/contacts/2/wait_minutes]"},
		{func(d *Dataset) { d.Organizations[0].Contacts[2].Means = []Means{Phone, "fax", Phone} }, "[/organizations/0/contacts/2/means/1 /organizations/0/contacts/2/means/2]"},
		{func(d *Dataset) { d.Organizations[0].Contacts[2].Hours = "office hours" }, "[/organizations/0/contacts/2/hours]"},
		{func(d *Dataset) { d.Organizations[0].Contacts[2].Deputy = Deputy{Hours: "25:00"} }, "[/organizations/0/contacts/2/deputy /organizations/0/contacts/2/deputy/hours]"},
		{func(d *Dataset) { d.Calendars = nil }, "[/organizations/0/contacts/0/hours]"},
		{func(d *Dataset) { d.Calendars = append(d.Calendars, Calendar{ID: "d"}) }, "[/organizations/0/contacts/0/hours]"},
		{func(d *Dataset) { d.Calendars[0].Zone = "Mars/Olympus" }, "[/calendars/0]"},
		{func(d *Dataset) { d.Organizations[1].Calendar = "d" }, "[/organizations/1/calendar]"},
		{func(d *Dataset) { d.Organizations[1].EscalatesTo, d.Organizations[1].EscalatesToLevel = "o", 2 }, "[]"},
		{func(d *Dataset) { d.Organizations[1].EscalatesTo, d.Organizations[1].EscalatesToLevel = "o", 3 }, "[/organizations/1/escalates_to_level]"},
		{func(d *Dataset) { d.Organizations[1].EscalatesToLevel = 1 }, "[/organizations/1/escalates_to_level]"},
		{func(d *Dataset) {
			d.Organizations[1].ContactLists = []ContactList{{Flow: "f", Contacts: []Contact{{Name: post}}}, {Severity: "major", Flow: "f", Contacts: []Contact{{Name: post}}}}
		}, "[]"},
		{func(d *Dataset) {
			d.Organizations[1].ContactLists = []ContactList{{}, {Flow: "g", Severity: "x", Contacts: []Contact{{Name: post}}}}
		}, "[/organizations/1/contact_lists/0 /organizations/1/contact_lists/0/contacts /organizations/1/contact_lists/1/flow /organizations/1/contact_lists/1/severity]"},
		{func(d *Dataset) {
			d.Organizations[1].ContactLists = []ContactList{{Flow: "f", Contacts: []Contact{{Name: post}}}, {Flow: "f", Contacts: []Contact{{Name: post}}}}
		}, "[/organizations/1/contact_lists/1]"},
		{func(d *Dataset) {
			d.OutsideReports[0] = OutsideReport{ID: "r", Organization: "x", Flows: []string{"f", "f"}, Severities: []string{"y"}, WithinMinutes: -1}
		}, "[/outside_reports/0/flows/1 /outside_reports/0/name /outside_reports/0/organization /outside_reports/0/severities/0 /outside_reports/0/within_minutes]"},
	} {
		d := good
		d.Organizations = slices.Clone(good.Organizations)
		d.Organizations[0].Contacts = slices.Clone(good.Organizations[0].Contacts)
		d.Calendars, d.OutsideReports = slices.Clone(good.Calendars), slices.Clone(good.OutsideReports)
		c.change(&d)
		paths := []string{}
		for _, p := range validate(d) {
			paths = append(paths, p.Path)
		}
		slices.Sort(paths)
		if got := fmt.Sprint(slices.Compact(paths)); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}

// TestContactsFor wants the list that says most about what is asked.
func TestContactsFor(t *testing.T) {
	list := func(name string) []Contact { return []Contact{{Name: Text(name)}} }
	o := Organization{Contacts: list("any"), ContactLists: []ContactList{
		{Severity: "s", Contacts: list("s")}, {Flow: "f", Contacts: list("f")}, {Flow: "f", Severity: "s", Contacts: list("both")},
	}}
	for ask, want := range map[[2]string]string{{"", ""}: "any", {"f", ""}: "f", {"", "s"}: "s", {"f", "s"}: "both", {"g", "s"}: "s", {"g", "t"}: "any", {"f", "t"}: "f"} {
		if got := o.ContactsFor(ask[0], ask[1])[0].Name.EN; got != want {
			t.Errorf("for %v: %s, want %s", ask, got, want)
		}
	}
}

// TestOneCalendarTwice expects that a calendar which two files declare is said to be so,
// and that nobody is asked which of the two is meant.
func TestOneCalendarTwice(t *testing.T) {
	_, err := New(Dataset{
		Calendars:     []Calendar{{ID: "c", Zone: "Asia/Tokyo"}, {ID: "c", Zone: "Asia/Tokyo"}},
		Organizations: []Organization{{ID: "o", Name: Text("o"), Contacts: []Contact{{Name: Text("x"), Hours: "Mo-Fr 09:00-17:00"}}}},
	})
	if err == nil || !strings.Contains(err.Error(), "two entries") || strings.Contains(err.Error(), "may be meant") {
		t.Errorf("got %v", err)
	}
}
