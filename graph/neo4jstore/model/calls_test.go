package model

import (
	"slices"
	"strings"
	"testing"

	"tasuki/graph"
)

// TestContactIDsDiffer takes organizations, flows and severities whose IDs run into one
// another.
func TestContactIDsDiffer(t *testing.T) {
	parts := []string{"", "a", "/", "a/", "/a", "a/1", "1", "%", "%2F", "%25", "a//1", "//"}
	seen := map[string]string{}
	for _, o := range parts[1:] {
		for _, flow := range parts {
			for _, severity := range parts {
				for _, position := range []int{1, 11} {
					id := contactID(o, graph.ContactList{Flow: flow, Severity: severity}, position)
					of := strings.Join([]string{o, flow, severity, string(rune('0' + position))}, "\x00")
					if other, ok := seen[id]; ok {
						t.Errorf("%q and %q have the ID %s", other, of, id)
					}
					seen[id] = of
				}
			}
		}
	}
}

// TestAssembleRefusesDoubtfulContacts expects that no contact is left out or put in
// another's place where people have changed the database.
func TestAssembleRefusesDoubtfulContacts(t *testing.T) {
	dataset := func() graph.Dataset {
		return graph.Dataset{
			Organizations: []graph.Organization{{ID: "o"}, {ID: "p"}}, Flows: []graph.Flow{{ID: "f"}, {ID: "g"}},
			OutsideReports: []graph.OutsideReport{{ID: "r"}},
		}
	}
	maker := []membership{{"r", "o"}}
	for says, f := range map[string]Facts{
		"one of no organization":        {contacts: []contact{{id: "c", position: 1}}, makers: maker},
		"two values of organization":    {contacts: []contact{{id: "c", position: 1}}, calls: []membership{{"c", "o"}, {"c", "p"}}, makers: maker},
		"two values of flow":            {contacts: []contact{{id: "c", position: 1}}, calls: []membership{{"c", "o"}}, contactFlows: []membership{{"c", "f"}, {"c", "g"}}, makers: maker},
		"has no position":               {contacts: []contact{{id: "c"}}, calls: []membership{{"c", "o"}}, makers: maker},
		"have the same position":        {contacts: []contact{{id: "c", position: 2}, {id: "d", position: 2}}, calls: []membership{{"c", "o"}, {"d", "o"}}, makers: maker},
		"made by no organization":       {},
		`there is no node "s"`:          {makers: maker, reportFlows: []membership{{"s", "f"}}},
		"at two levels, 1 and 2":        {makers: maker, escalations: []escalation{{"o", "p", 1}, {"o", "p", 2}}},
		"two values of calendar":        {makers: maker, clocks: []membership{{"o", "x"}, {"o", "y"}}},
		"from an earlier version, in":   {contacts: []contact{{id: "c", position: 1}}, calls: []membership{{"c", "q"}}, makers: maker},
		"two values of next organizati": {makers: maker, escalations: []escalation{{"o", "p", 0}, {"o", "q", 0}}},
	} {
		f.Dataset = dataset()
		f.Organizations = append(f.Organizations, graph.Organization{ID: "q", Contacts: []graph.Contact{{WaitMinutes: 1}}})
		if _, err := f.Assemble(); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("assemble: %v, want an error that says %q", err, says)
		}
	}
}

// TestFormerContacts reads an organization as an earlier version wrote it, and expects
// that its properties are taken away by the next load.
func TestFormerContacts(t *testing.T) {
	for _, s := range Shapes() {
		if s.Kind != "Organization" {
			continue
		}
		if s.Former != 3 {
			t.Fatalf("%d former columns, want 3", s.Former)
		}
		row := make([]any, len(s.Columns))
		row[0] = "o"
		copy(row[len(row)-3:], []any{[]any{"当番", ""}, []any{"", "Duty"}, []any{int64(15), int64(0)}})
		f := new(Facts)
		if err := s.Get(f, nil, row); err != nil {
			t.Fatal(err)
		}
		d, err := f.Assemble()
		if err != nil {
			t.Fatal(err)
		}
		want := []graph.Contact{{Name: graph.Name{JA: "当番"}, WaitMinutes: 15}, {Name: graph.Name{EN: "Duty"}}}
		if got := d.Organizations[0].Contacts; !slices.EqualFunc(got, want, func(a, b graph.Contact) bool { return a.Name == b.Name && a.WaitMinutes == b.WaitMinutes }) {
			t.Errorf("read %v, want %v", got, want)
		}
		taken, err := Take(d)
		if err != nil {
			t.Fatal(err)
		}
		if !s.Differs(taken, 0, row) {
			t.Error("the properties of the earlier version stay")
		}
		if _, written := s.Put(taken, 0); slices.ContainsFunc(written[len(row)-3:], func(v any) bool { return v != nil }) {
			t.Errorf("writes %v", written)
		}
	}
	for _, p := range Parts() {
		for _, name := range p.Properties {
			if strings.HasPrefix(name, "contacts_") {
				t.Errorf("%s is said to have %s", p.Name, name)
			}
		}
	}
}
