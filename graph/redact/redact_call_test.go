package redact

import (
	"slices"
	"testing"

	"tasuki/graph"
)

// TestRedactLeavesHours names organizations like days, zones and holidays, and a post,
// an outside report and a calendar after organizations.
func TestRedactLeavesHours(t *testing.T) {
	var d graph.Dataset
	d.Organizations = []graph.Organization{
		{ID: "mo", Name: graph.Name{EN: "PH"}, Aliases: []string{"Tokyo", "2026-11-23"}, Calendar: "mo-days", Contacts: []graph.Contact{{
			Name: graph.Name{JA: "当番", EN: "PH duty"}, Hours: "Mo-Fr 09:00-17:00; PH off", Deputy: graph.Deputy{Name: graph.Text("Lodge"), Hours: "PH 09:00-17:00"},
		}}},
		{ID: "hw", Name: graph.Text("Hardware")},
	}
	d.Calendars = []graph.Calendar{{ID: "mo-days", Zone: "Asia/Tokyo", Holidays: []graph.Date{"2026-11-23"}}, {ID: "other"}}
	d.Severities = []graph.Term{{ID: "mo", Name: graph.Text("Major")}}
	d.OutsideReports = []graph.OutsideReport{{
		ID: "r", Name: graph.Text("First report of PH"), To: graph.Text("Police"), Organization: "mo", Severities: []string{"mo"},
	}}
	r := New(d, nil)
	redacted, err := r.Dataset()
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(redacted.Organizations, func(o graph.Organization) bool { return len(o.Contacts) > 0 })
	o := redacted.Organizations[at]
	c, calendar, report := o.Contacts[0], redacted.Calendars[0], redacted.OutsideReports[0]
	for _, x := range []struct{ got, want string }{
		{string(c.Hours), "Mo-Fr 09:00-17:00; PH off"}, {string(c.Deputy.Hours), "PH 09:00-17:00"}, {string(calendar.Zone), "Asia/Tokyo"}, {string(calendar.Holidays[0]), "2026-11-23"},
		{c.Name.JA, "当番"}, {c.Name.EN, "Party 2 duty"}, {c.Deputy.Name.In(graph.English), "Lodge"}, {o.Calendar, calendar.ID}, {o.Calendar, "party-2-days"},
		{report.Organization, "party-2"}, {report.To.In(graph.English), "Police"}, {report.Name.In(graph.English), "First report of Party 2"},
		{report.Severities[0], redacted.Severities[0].ID}, {r.ID("mo"), "party-2"},
	} {
		if x.got != x.want {
			t.Errorf("got %q, want %q", x.got, x.want)
		}
	}
}
