package explorer

import (
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/internal/graphtext"
)

// TestOrganizationShowsWhomToCall looks for all that is declared about contacts on the
// page of their organization.
func TestOrganizationShowsWhomToCall(t *testing.T) {
	d := graphtext.Graph(t, relay).Dataset()
	d.Severities = []graph.Term{{ID: "s", Name: graph.Text("Major")}}
	d.Organizations[0].Contacts = []graph.Contact{
		{Name: graph.Text("Desk"), Means: []graph.Means{graph.Chat, graph.Phone}, Hours: "Mo-Fr 09:00-17:00", WaitMinutes: 5, Repeats: 2, Deputy: graph.Deputy{Name: graph.Text("Lodge"), Hours: "24/7", Means: []graph.Means{graph.Radio}}},
		{Parallel: true}, {Name: graph.Text("Manager")},
	}
	d.Organizations[0].ContactLists = []graph.ContactList{
		{Flow: "f", Contacts: []graph.Contact{{Name: graph.Text("Flow desk")}}}, {Severity: "s", Contacts: []graph.Contact{{Name: graph.Text("Crisis desk")}}},
		{Flow: "f", Severity: "s", Contacts: []graph.Contact{{Name: graph.Text("Both desk")}}},
	}
	g, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	page, err := written(t, NewModel(g, "relay", graph.English, 1), "/organization/a")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"Desk", "chat, phone", "09:00", "5 × 3", "deputy: Lodge", "radio", "no post is named", ">2<", "Manager",
		"Contacts in the flow", "Flow desk", "Contacts at the severity Major", "Crisis desk", "at the severity Major", "Both desk",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
}
