package files

import (
	"context"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/graph/numbers"
	"tasuki/internal/graphtext"
)

const numbersText = `control: {phone: 03-0000-0001, mail: control@example.jp}
lines:
  - {name: {ja: 通訳, en: Interpreter}, phone: 0300000002}
contacts:
  - {organization: a, level: 1, name: Sato, phone: 03-0000-0003, night: 090-0000-0004, mail: a@example.jp, chat: "@a"}
`

func openNumbers(t *testing.T, text string) (NumbersFile, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "n.yaml")
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return OpenNumbers(path)
}

func TestNumbers(t *testing.T) {
	g := graphtext.Graph(t, "org a\n1: a*")
	file, err := openNumbers(t, numbersText)
	if err != nil {
		t.Fatal(err)
	}
	got, err := file.For(g)
	want := numbers.File{
		Control: numbers.Reach{Phone: "03-0000-0001", Mail: "control@example.jp"},
		Lines:   []numbers.Line{{Name: graph.Name{JA: "通訳", EN: "Interpreter"}, Reach: numbers.Reach{Phone: "0300000002"}}},
		Contacts: []numbers.Contact{
			{Organization: "a", Level: 1, Name: graph.Text("Sato"), Reach: numbers.Reach{Phone: "03-0000-0003", Night: "090-0000-0004", Mail: "a@example.jp", Chat: "@a"}},
		},
	}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestNumbersNameEveryFault(t *testing.T) {
	g := graphtext.Graph(t, "org a\n1: a*")
	file, err := openNumbers(t, "control: {phone: 0312345670, fax: x}\ncontacts:\n  - {organization: b, level: 0}\n  - {organization: c, level: 1, phone: \"0\\t1\"}\nlines:\n  - {name: {en: \"x\\ay\"}, phone: \"1\"}\n")
	if err == nil {
		_, err = file.For(g)
	}
	if err == nil {
		t.Fatal("faults were taken")
	}
	for _, want := range []string{"n.yaml:1:30", "fax", "n.yaml:3", `"b"`, "n.yaml:4", `"c"`, "control character", "n.yaml:6"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q is not said:\n%v", want, err)
		}
	}
}

// TestNumbersBeyondTheLevels wants the levels of the list that is meant, and nothing of an
// organization that declares none.
func TestNumbersBeyondTheLevels(t *testing.T) {
	post := graph.Contact{Name: graph.Text("P")}
	together := post
	together.Parallel = true
	g, err := graph.New(graph.Dataset{
		Organizations: []graph.Organization{
			{ID: "a", Name: graph.Text("A"), Contacts: []graph.Contact{post, together}, ContactLists: []graph.ContactList{{Severity: "s", Contacts: []graph.Contact{post, post, together}}}},
			{ID: "b", Name: graph.Text("B")},
		},
		Severities: []graph.Term{{ID: "s", Name: graph.Text("S")}},
	})
	if err != nil {
		t.Fatal(err)
	}
	for text, says := range map[string]string{
		"{organization: a, level: 1}": "", "{organization: a, severity: s, level: 2}": "", "{organization: b, level: 3}": "",
		"{organization: a, level: 2}":              `n.yaml:2:30: "2": is beyond the levels of a, which has 1`,
		"{organization: a, severity: s, level: 3}": `"3": is beyond the levels of a, which has 2`,
	} {
		file, err := openNumbers(t, "contacts:\n  - "+text+"\n")
		if err == nil {
			_, err = file.For(g)
		}
		if (err == nil) != (says == "") || err != nil && !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// TestNumbersAreNoFacts puts numbers where facts are read, under every name.
func TestNumbersAreNoFacts(t *testing.T) {
	const facts = "organizations: [{id: a, name: A}]\ntasks: [{id: \"1\", name: T}]\n"
	secret := func(text string) bool { return strings.Contains(text, "0000") || strings.Contains(text, "example.jp") }
	for name, taken := range map[string]bool{"numbers.yaml": true, "night.Numbers.YML": true, "phones.yaml": false} {
		folder := t.TempDir()
		for file, text := range map[string]string{"dataset.yaml": facts, name: numbersText} {
			if err := os.WriteFile(filepath.Join(folder, file), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		g, err := Open(context.Background(), folder, Options{})
		switch {
		case taken && err != nil:
			t.Errorf("%s in the folder: %v", name, err)
		case !taken && (err == nil || !strings.Contains(err.Error(), "--numbers") || secret(err.Error())):
			t.Errorf("%s in the folder: %v", name, err)
		case taken:
			var b strings.Builder
			if err := graph.Encode(&b, g.Dataset()); err != nil || secret(b.String()) {
				t.Errorf("%s was read: %v\n%s", name, err, b.String())
			}
		}
		if _, err := Open(context.Background(), filepath.Join(folder, name), Options{}); err == nil || !strings.Contains(err.Error(), "--numbers") || secret(err.Error()) {
			t.Errorf("%s as a dataset: %v", name, err)
		}
	}
}
