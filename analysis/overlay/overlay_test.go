package overlay_test

import (
	"reflect"
	"strings"
	"testing"

	"tasuki/analysis/overlay"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/graphtext"
	"tasuki/internal/seeds"
)

const service = `
rules each none
org ops
org hw escalates=ops
org dev < ops
1: ops* hw
2: ops* hw* dev~
3: hw*?ops ops
4:
flow fault from 1 to 3: 1 -> 2 -> 3, 1 -> 4 -> 3
handoffs: 3 -> 4
`

// parsed returns changes from their texts.
func parsed(t *testing.T, texts ...string) (changes []overlay.Change) {
	t.Helper()
	for _, text := range texts {
		c, err := overlay.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		changes = append(changes, c)
	}
	return changes
}

// marks returns the marks of a dataset in few words, and what else changes.
func marks(d graph.Dataset) string {
	sign := map[graph.Role]string{graph.Lead: "*", graph.Informed: "~", graph.Accountable: "!"}
	var words []string
	for _, a := range d.Canonical().Assignments {
		words = append(words, a.Task+a.Organization+sign[a.Role])
	}
	return strings.Join(words, " ")
}

func TestApply(t *testing.T) {
	d := graphtext.Graph(t, service).Dataset()
	for _, c := range []struct{ changes, present, left string }{
		{"", "1ops* 1hw 2dev~ 2hw* 2ops* 3hw* 3ops", "1ops* 1hw 2dev~ 2hw* 2ops* 3hw* 3ops"},
		{"without=ops", "1ops* 1hw 2dev~ 2hw* 2ops* 3hw* 3ops", "1hw 2dev~ 2hw* 3hw*"},
		{"lead=1=ops:hw", "1hw* 2dev~ 2hw* 2ops* 3hw* 3ops", "1hw* 2dev~ 2hw* 2ops* 3hw* 3ops"},
		{"without=ops lead=1=ops:hw", "1hw* 2dev~ 2hw* 2ops* 3hw* 3ops", "1hw* 2dev~ 2hw* 3hw*"},
		{"lead=4=dev", "1ops* 1hw 2dev~ 2hw* 2ops* 3hw* 3ops 4dev*", "1ops* 1hw 2dev~ 2hw* 2ops* 3hw* 3ops 4dev*"},
		{"supporter=2=dev", "1ops* 1hw 2hw* 2ops* 2dev 3hw* 3ops", "1ops* 1hw 2hw* 2ops* 2dev 3hw* 3ops"},
		{"merge=ops:hw", "1hw* 2dev~ 2hw* 3hw*", "1hw* 2dev~ 2hw* 3hw*"},
		{"merge=dev:ops merge=ops:hw without=hw", "1hw* 2hw* 3hw*", ""},
		{"without-task=2", "1ops* 1hw 2dev~ 2hw* 2ops* 3hw* 3ops", "1ops* 1hw 3hw* 3ops"},
	} {
		o, err := overlay.Apply(d, parsed(t, strings.Fields(c.changes)...))
		if err != nil {
			t.Fatal(err)
		}
		if got := marks(o.Present); got != c.present {
			t.Errorf("%s: with everybody %s, want %s", c.changes, got, c.present)
		}
		if got := marks(o.Dataset); got != c.left {
			t.Errorf("%s: left is %s, want %s", c.changes, got, c.left)
		}
	}
}

func TestApplyElsewhere(t *testing.T) {
	d := graphtext.Graph(t, service).Dataset()
	o, err := overlay.Apply(d, parsed(t, "merge=ops:hw", "leads=any", "support=fallback"))
	if err != nil {
		t.Fatal(err)
	}
	want := []graph.Organization{d.Organizations[0], d.Organizations[1]}
	for i := range want {
		want[i].Parent, want[i].EscalatesTo = "", ""
		if want[i].ID == "dev" {
			want[i].Parent = "hw"
		}
	}
	if !reflect.DeepEqual(o.Dataset.Organizations, want) || o.Merged["ops"] != "hw" {
		t.Errorf("merged are %+v %v", o.Dataset.Organizations, o.Merged)
	}
	if o.Dataset.Rules.Leads != graph.AnyLead || o.Dataset.Rules.Support != graph.Fallback {
		t.Errorf("the rules are %+v", o.Dataset.Rules)
	}
	for text, flows := range map[string]int{"without-task=3": 0, "without-task=4": 1, "without-handoff=1:2": 1, "without-handoff=3:4": 1, "without-task=1": 0} {
		o, err := overlay.Apply(d, parsed(t, text))
		if err != nil {
			t.Fatal(err)
		}
		if len(o.Dataset.Flows) != flows || len(o.Present.Flows) != 1 {
			t.Errorf("%s: the flows left are %v", text, o.Dataset.Flows)
		}
	}
}

func TestApplyNamesWhatIsUnknown(t *testing.T) {
	d := graphtext.Graph(t, service).Dataset()
	_, err := overlay.Apply(d, parsed(t, "without=opps", "lead=33=dev", "lead=1=hw:dev", "lead=1=ops", "supporter=1=hw", "merge=hw:hw",
		"without-handoff=2:4", "without-handoff=3:1", "without-task=5", "merge=dev:hw", "without=dev"))
	if err == nil {
		t.Fatal("nothing is wrong")
	}
	for _, want := range []string{
		`without=opps: no organization is called "opps"; use the nearest of 2, ops, hw, or another`,
		`lead=33=dev: no task is called "33"; use the nearest of 4, 3, 1, 2, or another`,
		"lead=1=hw:dev: hw does not lead task 1 (ops); name who does",
		"lead=1=ops: ops leads task 1 already",
		"supporter=1=hw: hw leads or supports task 1 already",
		"merge=hw:hw: an organization is a part of itself already",
		"task 2 hands nothing on to 4; use the nearest of 1, 3, or another",
		"task 3 hands nothing on to 1; use the nearest of 1, 4, or another",
		`without-task=5: no task is called "5"`,
		`without=dev: "dev" is a part of "hw" by another change`,
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%v\ndoes not say %s", err, want)
		}
	}
}

// TestApplyIsACopy holds on random datasets that the facts stay as they are, that what
// comes of any changes can be reviewed, and that no change changes nothing.
func TestApplyIsACopy(t *testing.T) {
	for seed := range seeds.Each(bruteforce.Rounds) {
		d := bruteforce.WithParties(bruteforce.WithBranches(bruteforce.RandomDataset(seed, bruteforce.Small), seed), seed)
		g, err := graph.New(d)
		if err != nil {
			t.Fatal(err)
		}
		d = g.Dataset()
		before, err := graph.Hash(d)
		if err != nil {
			t.Fatal(err)
		}
		changes := bruteforce.RandomChanges(d, seed)
		o, err := overlay.Apply(d, changes)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		for _, d := range []graph.Dataset{o.Present, o.Dataset} {
			if _, err := graph.New(d); err != nil {
				t.Fatalf("seed %d: %v: %v", seed, changes, err)
			}
		}
		if after, _ := graph.Hash(d); after != before {
			t.Fatalf("seed %d: %v changed the facts", seed, changes)
		}
		left, _ := graph.Hash(o.Dataset)
		if len(changes) == 0 && left != before {
			t.Fatalf("seed %d: no change changed the facts", seed)
		}
	}
}

// TestWithoutBranch takes a branch out: its handoffs are gone, and nothing waits for it.
func TestWithoutBranch(t *testing.T) {
	const text = "1: a*\n2: a*\n3: b*\n4: a*\nflow f from 1 to 3,4 all 1: 1 -> 2 -> 4, 1 -> 3"
	d := graphtext.Graph(t, text).Dataset()
	name := ""
	for _, h := range d.WithBranches().Flows[0].Handoffs {
		if h.From == "1" && h.To == "3" {
			name = h.Branch
		}
	}
	o, err := overlay.Apply(d, []overlay.Change{{Kind: overlay.WithoutBranch, Task: "1", To: name}})
	if err != nil {
		t.Fatal(err)
	}
	if len(o.Handoffs) != 1 || o.Handoffs[0].To != "3" {
		t.Errorf("%v are taken out, want 1 -> 3", o.Handoffs)
	}
	for _, h := range o.Present.Flows[0].Handoffs {
		if h.Optional != (h.To == "3") {
			t.Errorf("%s -> %s: optional is %v", h.From, h.To, h.Optional)
		}
	}
	for _, c := range []struct{ task, branch, want string }{
		{"1", "nix", "has no branch"}, {"2", "nix", "has no branches"}, {"9", "nix", "no task is called"},
	} {
		if _, err := overlay.Apply(d, []overlay.Change{{Kind: overlay.WithoutBranch, Task: c.task, To: c.branch}}); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s=%s: got %v, want %q", c.task, c.branch, err, c.want)
		}
	}
	both := []overlay.Change{{Kind: overlay.WithoutBranch, Task: "1", To: name}, {Kind: overlay.WithoutBranch, Task: "1", To: "2"}}
	if _, err := overlay.Apply(d, both); err == nil || !strings.Contains(err.Error(), "reach no goal") {
		t.Errorf("both branches are taken out: %v", err)
	}
}
