package files

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/graph/bpmn"
)

const lift = "../bpmn/testdata/repair.bpmn"

// TestModelsAreDatasets opens a model by itself, by another ending, from a pipe, and several in
// a folder beside a file of facts.
func TestModelsAreDatasets(t *testing.T) {
	ctx := context.Background()
	text, err := os.ReadFile(lift)
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	piped, err := ReadPiped(strings.NewReader(string(text)), "")
	if err != nil {
		t.Fatal(err)
	}
	for path, o := range map[string]Options{lift: {}, write("lift.xml", string(text)): {}, Stdin: {Piped: piped}} {
		g, err := Open(ctx, path, o)
		if err != nil {
			t.Fatal(err)
		}
		if n := len(g.Tasks()); n != 15 {
			t.Errorf("%s: %d tasks, want 15", path, n)
		}
		a, _, err := Account(ctx, path, o)
		if err != nil || len(a.Elements) == 0 {
			t.Errorf("%s: an account of %d types, %v", path, len(a.Elements), err)
		}
	}
	write("second.bpmn", string(text))
	write("notes.yaml", "rules: {leads: any, support: fallback}\n")
	g, err := Open(ctx, folder, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if n, orgs := len(g.Tasks()), len(g.Organizations()); n != 30 || orgs != 5 {
		t.Errorf("two models in a folder have %d tasks and %d organizations, want 30 and 5", n, orgs)
	}
	if a, _, err := Account(ctx, folder, Options{}); err != nil || a.Elements[0].In != 2 {
		t.Errorf("the account of a folder: %v %v", a.Elements, err)
	}
	if list, err := Unread(folder); err != nil || len(list) > 0 {
		t.Errorf("not read are %q, %v", list, err)
	}
	write("third.xml", "<a/>")
	if list, _ := Unread(folder); len(list) != 1 {
		t.Errorf("not read are %q, want third.xml", list)
	}
	write("broken.bpmn", "<a/>")
	if _, err := Open(ctx, folder, Options{}); err == nil || !strings.Contains(err.Error(), "broken.bpmn:1") {
		t.Errorf("a broken model beside others: %v", err)
	}
}

// TestExamplesComeBack writes the examples as models, and reads them back from a pipe.
func TestExamplesComeBack(t *testing.T) {
	for _, name := range []string{"helpdesk", "pension"} {
		g, err := Open(context.Background(), filepath.Join("../../examples", name), Options{})
		if err != nil {
			t.Fatal(err)
		}
		text, err := bpmn.Write(g, graph.English)
		if err != nil {
			t.Fatal(err)
		}
		piped, err := ReadPiped(bytes.NewReader(text), "")
		if err != nil {
			t.Fatal(err)
		}
		back, err := Open(context.Background(), Stdin, Options{Piped: piped})
		if err != nil {
			t.Fatal(err)
		}
		var texts []string
		for _, d := range []graph.Dataset{g.Dataset(), back.Dataset()} {
			account := graph.Account{WithoutMarks: []string{}, UnusedHeadings: []graph.Heading{}}
			if d.Account != nil {
				account = *d.Account
			}
			account.Elements = nil
			d.Account = &account
			var b bytes.Buffer
			if err := graph.Encode(&b, d); err != nil {
				t.Fatal(err)
			}
			texts = append(texts, b.String())
		}
		if texts[0] != texts[1] {
			t.Errorf("%s does not come back as it was", name)
		}
	}
}
