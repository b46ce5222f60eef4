package graphtext_test

import (
	"bytes"
	"reflect"
	"testing"

	"tasuki/graph"
	"tasuki/internal/graphtext"
)

const sample = `
rules each none
org ops vendor "Operations" < group   # a remark
category c < b
1 phase=p category=c timing=daily "Report": ops* hw dev~ hw!
2: ops*?hw|dev
3:
flow f from 1 to 3: 1 -> 2 -> 3, 1 -report-> 3 "fault slip"
handoffs: 3 -> 1
`

func TestParse(t *testing.T) {
	g := graphtext.Graph(t, sample)
	var b bytes.Buffer
	if err := graph.Encode(&b, g.Dataset()); err != nil {
		t.Fatal(err)
	}
	const want = `{"rules":{"leads":"each","support":"none"},` +
		`"organizations":[{"id":"dev","name":{"en":"dev"}},{"id":"group","name":{"en":"group"}},{"id":"hw","name":{"en":"hw"}},` +
		`{"id":"ops","name":{"en":"Operations"},"kind":"vendor","parent":"group"}],` +
		`"phases":[{"id":"p","name":{"en":"p"}}],` +
		`"categories":[{"id":"b","name":{"en":"b"}},{"id":"c","name":{"en":"c"},"parent":"b"}],` +
		`"tasks":[{"id":"1","name":{"en":"Report"},"phase":"p","category":"c","timing":"daily"},{"id":"2","name":{"en":"2"}},{"id":"3","name":{"en":"3"}}],` +
		`"assignments":[{"task":"1","organization":"hw","role":"accountable","reading":"printed"},` +
		`{"task":"1","organization":"dev","role":"informed","reading":"printed"},` +
		`{"task":"1","organization":"ops","role":"lead","reading":"printed"},` +
		`{"task":"1","organization":"hw","role":"support","reading":"printed"},` +
		`{"task":"2","organization":"ops","role":"lead","reading":"uncertain","alternatives":["dev","hw"]}],` +
		`"handoffs":[{"from":"3","to":"1","kind":"sequence"}],` +
		`"flows":[{"id":"f","name":{"en":"f"},"start":["1"],"goal":["3"],"handoffs":[` +
		`{"from":"1","to":"2","kind":"sequence"},{"from":"1","to":"3","kind":"report","artifact":{"en":"fault slip"}},` +
		`{"from":"2","to":"3","kind":"sequence"}]}]}` + "\n"
	if got := b.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestParseWhatIsDeclaredBesides(t *testing.T) {
	g := graphtext.Graph(t, `
org ops vendor subst=highly-complex contacts=Desk/15,/30,Manager escalates=hw "Operations" < group
flow f tier=critical objective=120 "Fault" from 1 to 3: 1 -report:10-> 2 -:5-> 3
1:
2:
3:
org hw
`)
	o := g.Organizations()[2]
	o.Name, o.Parent = graph.Name{}, ""
	want := graph.Organization{
		ID: "ops", Kind: graph.Vendor, Substitutability: graph.HighlyComplex, EscalatesTo: "hw",
		Contacts: []graph.Contact{{Name: graph.Text("Desk"), WaitMinutes: 15}, {WaitMinutes: 30}, {Name: graph.Text("Manager")}},
	}
	if !reflect.DeepEqual(o, want) {
		t.Errorf("got %+v, want %+v", o, want)
	}
	f := g.Flows()[0]
	if f.Tier != graph.Critical || f.ObjectiveMinutes != 120 || f.Name.EN != "Fault" ||
		f.Handoffs[0].Kind != graph.Report || f.Handoffs[0].Minutes != 10 || f.Handoffs[1].Kind != graph.Sequence || f.Handoffs[1].Minutes != 5 {
		t.Errorf("got flow %+v", f)
	}
}

func TestParseErrors(t *testing.T) {
	for _, text := range []string{
		"rules each", "org", "org a b c", "org a b contacts=Desk/x", "category", "task without colon", "1 size=3:", "1: *", "1: a*b",
		"flow f: 1 -> 2", "flow f from 1 to 2: 1", "handoffs: 1",
	} {
		if _, err := graphtext.Parse(text); err == nil {
			t.Errorf("Parse(%q) reports no error", text)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(sample)
	f.Add("flow f from 1 to 2: 1 -> 2 \"x")
	f.Fuzz(func(t *testing.T, text string) {
		d, err := graphtext.Parse(text)
		if err != nil {
			return
		}
		if g, err := graph.New(d); err == nil && len(g.Tasks()) != len(d.Tasks) {
			t.Errorf("%d tasks became %d", len(d.Tasks), len(g.Tasks()))
		}
	})
}
