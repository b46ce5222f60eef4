package numbers

import (
	"testing"

	"tasuki/graph"
	"tasuki/internal/graphtext"
)

// Numbers of one list of contacts are those of no other.
func TestNumbersAreOfOneList(t *testing.T) {
	d := graphtext.Graph(t, "org a contacts=base\norg b\n1: a*\n2: b*\nflow f from 1 to 2: 1 -> 2").Dataset()
	d.Organizations[0].ContactLists = []graph.ContactList{{Flow: "f", Contacts: []graph.Contact{{Name: graph.Text("flow post")}}}}
	g, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	base := Contact{Organization: "a", Level: 1, Reach: Reach{Phone: "1"}}
	own := Contact{List: List{Flow: "f"}, Organization: "a", Level: 1, Reach: Reach{Phone: "2"}}
	f := File{Contacts: []Contact{base, own}}
	o := g.Organizations()[0]
	if got := f.Of("a", For(o, "f"), 1); len(got) != 1 || got[0].Phone != "2" {
		t.Errorf("for the flow: %v", got)
	}
	if got := f.Of("a", For(o, "g"), 1); len(got) != 1 || got[0].Phone != "1" {
		t.Errorf("for another: %v", got)
	}
	if faults := f.Check(g); len(faults) > 0 {
		t.Error(faults)
	}
	own.Severity = "major"
	if faults := (File{Contacts: []Contact{own}}).Check(g); len(faults) != 1 {
		t.Errorf("a list that is not there: %v", faults)
	}
}
