package graph

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"tasuki/internal/seeds"
)

// sample is a valid dataset with an entry in every list.
func sample() Dataset {
	return Dataset{
		Name:          Text("Sample"),
		Rules:         Rules{Leads: EachLead, Support: NoSupport, Basis: Text("stated")},
		Organizations: []Organization{{ID: "ops", Name: Text("Ops"), Kind: Vendor, Parent: "group", Aliases: []string{"運用", "O"}}, {ID: "group", Name: Text("Group")}, {ID: "hw", Name: Text("Hardware")}},
		Phases:        []Term{{ID: "p", Name: Text("Phase")}},
		Categories:    []Term{{ID: "c", Name: Text("Category")}, {ID: "d", Name: Text("Below"), Parent: "c"}},
		Environments:  []Term{{ID: "production", Name: Text("Production")}},
		Sites:         []Term{{ID: "center", Name: Text("Center")}},
		Components:    []Term{{ID: "disk", Name: Text("Disk")}},
		Tasks: []Task{
			{ID: "1-10", Name: Name{JA: "復旧", EN: "Recover"}, Phase: "p", Category: "d", Timing: AsNeeded, Source: Source{File: "m.tsv", Line: 11}},
			{ID: "1-2", Name: Text("Report")}, {ID: "1-3", Name: Text("Analyse")},
		},
		Assignments: []Assignment{
			{Task: "1-10", Organization: "ops", Role: Lead, Reading: Printed, Source: Source{File: "m.tsv", Line: 11, Column: 3, Mark: "○"}},
			{Task: "1-2", Organization: "hw", Role: Support, Reading: Uncertain, Alternatives: []string{"ops", "group"}, Reason: Text("drift")},
			{Task: "1-2", Organization: "ops", Role: Lead, Reading: Realigned},
			{Task: "1-3", Organization: "hw", Role: Informed, Reading: Printed},
		},
		Handoffs: []Handoff{{From: "1-3", To: "1-2", Kind: Decision}},
		Flows: []Flow{{ID: "fault", Name: Text("Fault"), Start: []string{"1-2"}, Goal: []string{"1-10"}, Handoffs: []Handoff{
			{From: "1-3", To: "1-10", Kind: Delivery, Artifact: Text("Parts"), Basis: Basis{Rows: []string{"1-10", "1-3"}, Says: Text("parts"), Inferred: true}},
			{From: "1-2", To: "1-3", Kind: Report},
		}}},
		Supplies: []Supply{{Environment: "production", Site: "center", Component: "disk", Organization: "hw", Reading: Printed}},
		Account:  &Account{Rows: RowCount{In: 3, Loaded: 3}, WithoutMarks: []string{"group"}},
	}
}

// shuffle puts every list of d into another order.
func shuffle(d Dataset, seed uint64) Dataset {
	r := rand.New(rand.NewPCG(seed, 1))
	v := reflect.ValueOf(&d).Elem()
	for i := range v.NumField() {
		if f := v.Field(i); f.Kind() == reflect.Slice {
			list := reflect.MakeSlice(f.Type(), f.Len(), f.Len())
			reflect.Copy(list, f)
			swap := reflect.Swapper(list.Interface())
			r.Shuffle(list.Len(), swap)
			f.Set(list)
		}
	}
	for i := range d.Flows {
		d.Flows[i].Handoffs = slices.Clone(d.Flows[i].Handoffs)
		slices.Reverse(d.Flows[i].Handoffs)
	}
	return d
}

func encode(t *testing.T, d Dataset) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Encode(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestEncodeIsCanonical(t *testing.T) {
	want := encode(t, sample())
	for seed := range seeds.Each(20) {
		if got := encode(t, shuffle(sample(), seed)); !bytes.Equal(got, want) {
			t.Fatalf("shuffled facts encode differently:\n%s\n%s", got, want)
		}
	}
	back, err := Decode(bytes.NewReader(want))
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(back, sample().Canonical()) {
		t.Errorf("Decode(Encode(d)) = %+v", back)
	}
	if again := encode(t, back); !bytes.Equal(again, want) {
		t.Errorf("encoding what was decoded differs:\n%s\n%s", again, want)
	}
}

func TestCanonicalLeavesItsInputAlone(t *testing.T) {
	d := sample()
	d.Canonical()
	if !reflect.DeepEqual(d, sample()) {
		t.Error("Canonical changed the dataset it was called on")
	}
}

func TestDecodeRefuses(t *testing.T) {
	for _, text := range []string{``, `[]`, `{"tasks":[{"id":1}]}`, `{"colour":"red"}`, `{} {}`, `{"tasks":`, `{"tasks":[],"tasks":[]}`, `{"tasks":[{"id":"1","name":{"ja":"x","ja":"y"}}]}`, `{"tasks":[],"Tasks":[]}`} {
		if _, err := Decode(strings.NewReader(text)); err == nil {
			t.Errorf("Decode(%q) succeeded", text)
		}
	}
}

func TestDecodeNamesWhatIsNoUTF8(t *testing.T) {
	_, err := Decode(strings.NewReader("{\"organizations\": [\n{\"id\": \"a\", \"name\": \"\xff\"}]}"))
	if err == nil || !strings.Contains(err.Error(), "line 2 is not valid UTF-8") {
		t.Errorf("Decode = %v, want an error that names line 2", err)
	}
}

func FuzzDecode(f *testing.F) {
	var b bytes.Buffer
	if err := Encode(&b, sample()); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add([]byte(`{"name":"x","tasks":[{"id":"1","name":{"ja":"あ"}}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := Decode(bytes.NewReader(data))
		if err != nil {
			return
		}
		if _, err := New(d); err != nil {
			var ps Problems
			if !errors.As(err, &ps) {
				t.Errorf("New failed with %T, not Problems", err)
			}
			return
		}
		first := encode(t, d)
		back, err := Decode(bytes.NewReader(first))
		if err != nil {
			t.Fatal(err)
		}
		if second := encode(t, back); !bytes.Equal(first, second) {
			t.Errorf("encode(decode(x)) differs:\n%s\n%s", first, second)
		}
	})
}

func TestGraph(t *testing.T) {
	g, err := New(shuffle(sample(), 7))
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, task := range g.Tasks() {
		ids = append(ids, task.ID)
	}
	if want := []string{"1-2", "1-3", "1-10"}; !slices.Equal(ids, want) {
		t.Errorf("Tasks = %v, want %v", ids, want)
	}
	// group 0, hw 1, ops 2; tasks 1-2 0, 1-3 1, 1-10 2.
	for _, c := range []struct {
		what string
		got  []int
		want []int
	}{
		{"Leads(1-2)", g.Leads(0), []int{2}},
		{"Supports(1-2)", g.Supports(0), []int{1}},
		{"Leads(1-3)", g.Leads(1), nil},
		{"Led(ops)", g.Led(2), []int{0, 2}},
		{"Supported(hw)", g.Supported(1), []int{0}},
		{"Marks", []int{g.Marks(0), g.Marks(1), g.Marks(2)}, []int{0, 2, 2}},
		{"Root", []int{g.Root(2), g.Root(1)}, []int{0, 1}},
	} {
		if !slices.Equal(c.got, c.want) {
			t.Errorf("%s = %v, want %v", c.what, c.got, c.want)
		}
	}
	flow, ok := g.Flow("fault")
	if !ok || !slices.Equal(FlowTasks(flow), []string{"1-2", "1-3", "1-10"}) {
		t.Errorf("Flow(fault) = %+v, %v", flow, ok)
	}
	if _, ok := g.Flow("none"); ok {
		t.Error("Flow(none) was found")
	}
	if n := len(g.Handoffs()); n != 3 {
		t.Errorf("%d handoffs, want 3", n)
	}
}

func TestNewNamesEveryFault(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(*Dataset)
		path  string
		value string
		says  string
	}{
		{"dangling task", func(d *Dataset) { d.Assignments[0].Task = "9-9" }, "/assignments/0/task", "9-9", "not the ID of any task"},
		{"dangling organization", func(d *Dataset) { d.Assignments[0].Organization = "nobody" }, "/assignments/0/organization", "nobody", "not the ID of any organization"},
		{"dangling handoff", func(d *Dataset) { d.Flows[0].Handoffs[0].To = "9-9" }, "/flows/0/handoffs/0/to", "9-9", "not the ID of any task"},
		{"dangling basis", func(d *Dataset) { d.Flows[0].Handoffs[0].Basis.Rows[0] = "9-9" }, "/flows/0/handoffs/0/basis/rows/0", "9-9", "not the ID of any task"},
		{"dangling phase", func(d *Dataset) { d.Tasks[0].Phase = "x" }, "/tasks/0/phase", "x", "not the ID of any phase"},
		{"dangling component", func(d *Dataset) { d.Supplies[0].Component = "x" }, "/supplies/0/component", "x", "not the ID of any component"},
		{"duplicate ID", func(d *Dataset) { d.Tasks[1].ID = "1-10" }, "/tasks/1/id", "1-10", "the ID of two entries"},
		{"empty ID", func(d *Dataset) { d.Organizations[0].ID = " " }, "/organizations/0/id", " ", "empty ID"},
		{"duplicate assignment", func(d *Dataset) { d.Assignments = append(d.Assignments, d.Assignments[0]) }, "/assignments/4", "1-10 ops lead", "stands at"},
		{"duplicate handoff", func(d *Dataset) { d.Flows[0].Handoffs[1] = d.Flows[0].Handoffs[0] }, "/flows/0/handoffs/1", "1-3 1-10 delivery", "stands at"},
		{"shared alias", func(d *Dataset) { d.Organizations[1].Aliases = []string{"O"} }, "/organizations/1/aliases/0", "O", "stands at"},
		{"unknown role", func(d *Dataset) { d.Assignments[0].Role = "boss" }, "/assignments/0/role", "boss", "use one of lead, accountable, support, informed"},
		{"unknown timing", func(d *Dataset) { d.Tasks[0].Timing = "often" }, "/tasks/0/timing", "often", "use one of daily"},
		{"unknown rule", func(d *Dataset) { d.Rules.Leads = "most" }, "/rules/leads", "most", "use one of any, each"},
		{"unknown kind", func(d *Dataset) { d.Flows[0].Handoffs[0].Kind = "gift" }, "/flows/0/handoffs/0/kind", "gift", "use one of request"},
		{"empty name", func(d *Dataset) { d.Tasks[1].Name = Name{JA: "  "} }, "/tasks/1/name", "  ", "empty name"},
		{"control character", func(d *Dataset) { d.Tasks[1].Name.EN = "a\x1b[2Jb" }, "/tasks/1/name/en", "a\x1b[2Jb", "control character"},
		{"bad UTF-8", func(d *Dataset) { d.Tasks[1].Name.EN = "\xff" }, "/tasks/1/name/en", "\xff", "UTF-8"},
		{"handoff to itself", func(d *Dataset) { d.Handoffs[0].To = "1-3" }, "/handoffs/0/to", "1-3", "handed off to itself"},
		{"parents in a circle", func(d *Dataset) { d.Organizations[1].Parent = "ops" }, "/organizations/0/parent", "ops", "own ancestor"},
		{"categories in a circle", func(d *Dataset) { d.Categories[0].Parent = "d" }, "/categories/0/parent", "c", "own ancestor"},
		{"goal out of reach", func(d *Dataset) { d.Flows[0].Handoffs = d.Flows[0].Handoffs[:1] }, "/flows/0/goal/0", "1-10", "cannot be reached"},
		{"flow without start", func(d *Dataset) { d.Flows[0].Start = nil }, "/flows/0/start", "", "no start"},
		{"alternatives of a certain mark", func(d *Dataset) { d.Assignments[1].Reading = Printed }, "/assignments/1/alternatives", "ops, group", "only an uncertain reading has alternatives"},
		{"unread mark of no task", func(d *Dataset) {
			d.Account = &Account{Marks: MarkCount{Unread: 1}, Unread: []UnreadMark{{Task: "none"}}}
		}, "/account/unread/0/task", "none", "is not the ID of any task"},
		{"unread marks miscounted", func(d *Dataset) { d.Account = &Account{Marks: MarkCount{Unread: 2}} }, "/account/marks/unread", "2", "is not the number of marks listed"},
		{"unknown tier", func(d *Dataset) { d.Flows[0].Tier = "vital" }, "/flows/0/tier", "vital", "use one of critical, important, other"},
		{"negative objective", func(d *Dataset) { d.Flows[0].ObjectiveMinutes = -1 }, "/flows/0/objective_minutes", "-1", "use 1 or more"},
		{"negative minutes", func(d *Dataset) { d.Flows[0].Handoffs[0].Minutes = -5 }, "/flows/0/handoffs/0/minutes", "-5", "use 1 or more"},
		{"negative wait", func(d *Dataset) { d.Organizations[0].Contacts = []Contact{{}, {WaitMinutes: -2}} }, "/organizations/0/contacts/1/wait_minutes", "-2", "use 1 or more"},
		{"unknown substitutability", func(d *Dataset) { d.Organizations[0].Substitutability = "hard" }, "/organizations/0/substitutability", "hard", "use one of not-substitutable"},
		{"dangling escalation", func(d *Dataset) { d.Organizations[0].EscalatesTo = "nobody" }, "/organizations/0/escalates_to", "nobody", "not the ID of any organization"},
		{"escalation to itself", func(d *Dataset) { d.Organizations[0].EscalatesTo = d.Organizations[0].ID }, "/organizations/0/escalates_to", sample().Organizations[0].ID, "escalates to itself"},
		{"own alternative", func(d *Dataset) { d.Assignments[1].Alternatives = []string{"hw"} }, "/assignments/1/alternatives", "hw", "its own alternative"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := sample()
			c.spoil(&d)
			_, err := New(d)
			var ps Problems
			if !errors.As(err, &ps) {
				t.Fatalf("New = %v, want problems", err)
			}
			if !slices.ContainsFunc(ps, func(p Problem) bool {
				return p.Path == c.path && p.Value == c.value && strings.Contains(p.Message, c.says)
			}) {
				t.Errorf("no problem at %s with value %q that says %q in:\n%v", c.path, c.value, c.says, ps)
			}
		})
	}
}

func TestNewReportsAllFaultsAtOnce(t *testing.T) {
	d := sample()
	d.Assignments[0].Task = "9-9"
	d.Tasks[1].Timing = "often"
	d.Rules.Support = "maybe"
	_, err := New(d)
	var ps Problems
	if !errors.As(err, &ps) || len(ps) != 3 {
		t.Errorf("New = %v, want three problems", err)
	}
}

func TestText(t *testing.T) {
	if got := Text("運用"); got != (Name{JA: "運用"}) || got.In(English) != "運用" {
		t.Errorf("Text(運用) = %+v", got)
	}
	if got := Text("Ops"); got != (Name{EN: "Ops"}) || got.In(Japanese) != "Ops" {
		t.Errorf("Text(Ops) = %+v", got)
	}
}

func TestSourceString(t *testing.T) {
	for want, s := range map[string]Source{
		"":                              {},
		"m.tsv:3":                       {File: "m.tsv", Line: 3},
		"m.tsv:3:7":                     {File: "m.tsv", Line: 3, Column: 7},
		`m.xlsx, sheet "A", cell AB3`:   {File: "m.xlsx", Sheet: "A", Line: 3, Column: 28},
		`m.xlsx, sheet "A", cell XFD10`: {File: "m.xlsx", Sheet: "A", Line: 10, Column: 16384},
	} {
		if got := s.String(); got != want {
			t.Errorf("%+v prints %q, want %q", s, got, want)
		}
	}
}
