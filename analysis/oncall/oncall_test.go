package oncall

import (
	"fmt"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/graph/hours"
)

// TestLevels asks about one organization at hours of a working day, a night, and a
// holiday, by flow and severity.
func TestLevels(t *testing.T) {
	day := graph.Hours("Mo-Fr 08:30-18:00; PH off")
	g, err := graph.New(graph.Dataset{
		Calendars:  []graph.Calendar{{ID: "c", Zone: "Asia/Tokyo", Holidays: []graph.Date{"2026-11-23"}}},
		Severities: []graph.Term{{ID: "major", Name: graph.Text("Major")}},
		Organizations: []graph.Organization{{ID: "o", Name: graph.Text("O"),
			Contacts: []graph.Contact{
				{Name: graph.Text("desk"), Hours: day, WaitMinutes: 5, Repeats: 2},
				{Name: graph.Text("other desk"), Hours: "Mo-Su 08:00-20:00", Parallel: true, WaitMinutes: 20},
				{Name: graph.Text("manager"), Hours: day, Deputy: graph.Deputy{Name: graph.Text("guard"), Hours: "24/7"}, WaitMinutes: 7},
				{Name: graph.Text("chief")},
			},
			ContactLists: []graph.ContactList{{Severity: "major", Contacts: []graph.Contact{{Name: graph.Text("chief"), Hours: "24/7"}}}},
		}},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ at, severity, want string }{
		{"", "", "1: desk, other desk (20); 2: manager (7); 3: chief (0)"},
		{"2026-11-24T10:00", "", "1: desk, other desk (20); 2: manager (7); 3: chief? (0)"},
		{"2026-11-24T19:00", "", "1: other desk (20); 2: guard (7); 3: chief? (0)"},
		{"2026-11-24T02:00", "", "1: (0); 2: guard (7); 3: chief? (0)"},
		{"2026-11-23T10:00", "", "1: other desk (20); 2: guard (7); 3: chief? (0)"},
		{"2026-11-23T10:00", "major", "1: chief (0)"},
	} {
		var at *hours.Moment
		if c.at != "" {
			m, err := g.Calendar(0).Moment(c.at)
			if err != nil {
				t.Fatal(err)
			}
			at = &m
		}
		var levels []string
		for _, l := range Levels(g, 0, "", c.severity, at) {
			var names []string
			for _, p := range l.Reached() {
				name, _ := p.Called()
				text := name.EN
				if p.Standing == Undeclared {
					text += "?"
				}
				names = append(names, text)
			}
			levels = append(levels, strings.TrimSuffix(fmt.Sprintf("%d: %s", l.Number, strings.Join(names, ", ")), " ")+fmt.Sprintf(" (%d)", l.Wait()))
		}
		if got := strings.Join(levels, "; "); got != c.want {
			t.Errorf("at %q, severity %q: %s, want %s", c.at, c.severity, got, c.want)
		}
	}
}
