package schema

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"tasuki/graph"
)

func TestCheckNamesEveryFault(t *testing.T) {
	for _, c := range []struct {
		name, schema, text string
		want               []string
	}{
		{"valid", "dataset", "organizations:\n  - {id: a, name: A}\n", nil},
		{"empty", "dataset", "", nil},
		{"syntax", "dataset", "a: [1,\nb", []string{"is not valid YAML"}},
		{"unknown key", "dataset", "organizations:\n  - {id: a, nmae: A, name: B}\n", []string{`x.yaml:2:13: "nmae": is not a key that belongs here`}},
		{"missing key", "dataset", "organizations:\n  - id: a\n", []string{`x.yaml:2`, `the key "name" is missing here`}},
		{"truth value for ID", "dataset", "tasks:\n  - {id: true, name: A}\n", []string{`x.yaml:2:10: "true"`, "put it in quotes"}},
		{"unknown word", "dataset", "rules:\n  leads: most\n", []string{`x.yaml:2:10: "most": is not one of any, each`}},
		{"empty text", "dataset", "organizations:\n  - {id: a, name: \"\"}\n", []string{`x.yaml:2:19`, "is empty"}},
		{"key twice", "dataset", "name: A\nname: B\n", []string{`x.yaml:2:1: "name": this key stands twice`}},
		{"all at once", "dataset", "rules: {leads: most, support: some}\nfoo: 1\n", []string{"most", "some", "foo"}},
		{"bad lines", "reading", "blocks:\n  - {id: a, lines: x-y, columns: {1: a}}\n", []string{`x.yaml:2:20: "x-y"`}},
		{"bad column", "reading", "blocks:\n  - {id: a, lines: 1-2, columns: {0: a}}\n", []string{`x.yaml:2:35: "0": is not a key that belongs here`}},
		{"two documents", "dataset", "name: A\n---\nname: B\n", []string{"second document"}},
		{"no UTF-8", "dataset", "name:\n  en: \xff\n", []string{"x.yaml:2: ", "is not valid UTF-8"}},
		{"no anchor", "dataset", "name: *x\n", []string{"refers to no anchor"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Parse("x.yaml", []byte(c.text)).Check(c.schema).Error()
			for _, want := range c.want {
				if !strings.Contains(got, want) {
					t.Errorf("problems %q lack %q", got, want)
				}
			}
			if len(c.want) == 0 && got != "" {
				t.Errorf("problems %q, want none", got)
			}
		})
	}
}

func TestAnchors(t *testing.T) {
	d := Parse("x.yaml", []byte("a: &x {id: 1}\nb: *x\n"))
	if got := fmt.Sprint(d.value); got != "map[a:map[id:1] b:map[id:1]]" || d.faults.Count() > 0 {
		t.Errorf("got %s", got)
	}
	bomb := "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
	for i := range 8 {
		bomb += fmt.Sprintf("a%d: &a%[1]d [%s]\n", i+1, strings.Repeat(fmt.Sprintf("*a%d, ", i), 10))
	}
	if d := Parse("x.yaml", []byte(bomb)); d.faults.Count() != 1 || !strings.Contains(d.faults.Problems()[0].Message, "write them out") {
		t.Errorf("faults %v of aliases that repeat aliases, want one", d.faults.Problems())
	}
	loop := Parse("x.yaml", []byte("a: &x [*x, *x]\n"))
	if loop.faults.Count() != 2 {
		t.Errorf("%d faults in an anchor that contains itself twice, want 2", loop.faults.Count())
	}
}

func TestLocate(t *testing.T) {
	d := Parse("x.yaml", []byte("flows:\n  - id: f\n    handoffs:\n      - {from: a, to: b}\n      - from: c\n        to: d\n"))
	for pointer, want := range map[string]string{
		"/flows/0/handoffs/1/to":       "x.yaml:6:13",
		"/flows/0/handoffs/0/from":     "x.yaml:4:16",
		"/flows/0/handoffs/0/artifact": "x.yaml:4:9",
		"/flows/0/id":                  "x.yaml:2:9",
	} {
		if got := d.Locate(pointer).String(); got != want {
			t.Errorf("%s is at %s, want %s", pointer, got, want)
		}
	}
}

// TestSchemasKnowTheTypes fails when a type has a key that its schema lacks.
func TestSchemasKnowTheTypes(t *testing.T) {
	for _, kind := range Kinds() {
		text, err := Of(kind)
		if err != nil {
			t.Fatal(err)
		}
		if !json.Valid(text) {
			t.Errorf("schema %s is not valid JSON", kind)
		}
	}
	var b strings.Builder
	d := graph.Dataset{
		Name:          graph.Text("N"),
		Rules:         graph.Rules{Leads: graph.AnyLead, Support: graph.NoSupport, Basis: graph.Text("b")},
		Organizations: []graph.Organization{{ID: "a", Name: graph.Text("A"), Kind: graph.Vendor, Parent: "b", Aliases: []string{"x"}}},
		Phases:        []graph.Term{{ID: "p", Name: graph.Text("P"), Parent: "q"}},
		Tasks:         []graph.Task{{ID: "1", Name: graph.Text("T"), Phase: "p", Category: "c", Timing: graph.Daily, Source: graph.Source{File: "f", Sheet: "s", Line: 1, Column: 1, Mark: "○"}}},
		Assignments:   []graph.Assignment{{Task: "1", Organization: "a", Role: graph.Lead, Reading: graph.Uncertain, Alternatives: []string{"b"}, Reason: graph.Text("r")}},
		Flows: []graph.Flow{{ID: "f", Name: graph.Text("F"), Start: []string{"1"}, Goal: []string{"1"}, Handoffs: []graph.Handoff{
			{From: "1", To: "2", Kind: graph.Report, Artifact: graph.Text("a"), Basis: graph.Basis{Rows: []string{"1"}, Says: graph.Text("s"), Inferred: true}}}}},
		Supplies: []graph.Supply{{Environment: "e", Site: "s", Component: "c", Organization: "a", Reading: graph.Printed, Reason: graph.Text("r")}},
		Account:  &graph.Account{},
	}
	if err := graph.Encode(&b, d); err != nil {
		t.Fatal(err)
	}
	if ps := Parse("x.json", []byte(b.String())).Check("dataset"); len(ps) > 0 {
		t.Errorf("canonical JSON does not fit the schema: %v", ps)
	}
}

func FuzzParse(f *testing.F) {
	for _, text := range []string{"a: 1\n", "- {a: [b, c]}\n", "a: &x b\nc: *x\n", "a: |\n  b\n", "? a\n: b\n", "<<: {a: 1}\n", "!!int 3", "a: 'x", "\t", "a: [", "--- a\n--- b"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, kind := range Kinds() {
			Parse("x.yaml", text).Check(kind)
		}
	})
}
