package files

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/graph/eventlog"
	"tasuki/graph/eventlog/mapping"
)

func mappedGraph(t testing.TB) *graph.Graph {
	t.Helper()
	g, err := graph.New(graph.Dataset{Organizations: []graph.Organization{{ID: "ops", Name: graph.Text("ops")}}, Tasks: []graph.Task{{ID: "1.10", Name: graph.Text("receive")}}})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestMappingFilesNameTheirFaults(t *testing.T) {
	path := filepath.Join(t.TempDir(), "log.mapping.yaml")
	for _, c := range []struct{ text, want string }{
		{"activities:\n  A: 1.10 # a task\n  B:\nperformers:\n# none yet\n", `log.mapping.yaml:3:5`},
		{"activities:\n  A: 1.10\nperformers:\nnobody: [EMPTY, 0]\n", ""},
		{"activities:\n  A: 1.1\nperformers:\n  u: op\nzone: Tokyo\ntimeLayout: us\n", `log.mapping.yaml:2:6: 1.1`},
		{"activities:\n  A: 1.1\nperformers:\n  u: op\nzone: Tokyo\ntimeLayout: us\n", `log.mapping.yaml:4:6: op`},
		{"activities:\n  A: 1.1\nperformers:\n  u: op\nzone: Tokyo\ntimeLayout: us\n", `because of 4 problems`},
		{"tasks:\n  A: 1.10\n", "is not a key that belongs here; tasuki schema mapping"},
		{"activities: {A: 1.10, A: 1.10}\n", "stands twice"},
		{"activities: [A]\n", "is of type array here"},
		{"{", "is not valid YAML"},
		{"", ""},
	} {
		if err := os.WriteFile(path, []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		f, err := OpenMapping(path)
		if err == nil {
			_, err = f.For(mappedGraph(t))
		}
		if fmt.Sprint(err) == "<nil>" != (c.want == "") || err != nil && !strings.Contains(strings.ReplaceAll(err.Error(), `"`, ""), c.want) {
			t.Errorf("%q: %v, want %s", c.text, err, c.want)
		}
	}
	if _, err := OpenMapping("/nowhere"); err == nil {
		t.Error("a file that is not there was read")
	}
}

// draftOf drafts a mapping for a log with one case of one event.
func draftOf(activity, performer, title string, g *graph.Graph) []byte {
	names := &eventlog.Names{Activities: []string{activity}, Performers: []string{performer}}
	a := eventlog.Account{Format: "csv", Layout: "iso", Zone: "UTC", Rows: 1, Events: 1, Cases: 1, Columns: eventlog.Columns{Case: title}}
	return mapping.Draft(title, a, names, mapping.Counts{Events: 1, Activities: []int64{1}, Performers: []int64{1}}, g)
}

// FuzzMapping holds that no file stops the program, and that each draft can be read,
// whatever the texts of the log are, and says what it says.
func FuzzMapping(f *testing.F) {
	f.Add([]byte("activities:\n  A: 1.10\n"), "A", "EMPTY", "case id")
	f.Add([]byte("nobody: [a]\n"), "receive", "ops", "x: # \u0085\u2028")
	g := mappedGraph(f)
	f.Fuzz(func(t *testing.T, data []byte, activity, performer, title string) {
		if m, err := parseMapping("m.yaml", data); err == nil {
			_, _ = m.For(g)
		}
		text := func(s string) string { return strings.TrimSpace(strings.ToValidUTF8(s, "?")) }
		activity, performer, title = text(activity), text(performer), text(title)
		if activity == "" || performer == "" || title == "" || len(activity+performer+title) > 10_000 {
			return
		}
		draft := draftOf(activity, performer, title, g)
		m, err := parseMapping("m.yaml", draft)
		if err == nil {
			_, err = m.For(g)
		}
		if err != nil {
			t.Fatalf("%s\n%v", draft, err)
		}
		if m.Columns.Case != title || len(m.Nobody) > 0 && m.Nobody[0] != performer {
			t.Fatalf("%s\n%+v", draft, m.File)
		}
	})
}
