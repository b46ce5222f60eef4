package files

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tasuki/graph"
)

const branches = `
organizations: [{id: ops, name: Ops}]
tasks:
  - {id: "1", name: a}
  - {id: "2", name: b}
  - {id: "3", name: c}
  - {id: "4", name: d}
flows:
  - id: f
    name: F
    start: ["1"]
    goal: ["4"]
    forks: {2: all}
    handoffs:
      - {from: "1", to: "2", kind: sequence, branch: 1.10}
      - {from: "1", to: "3", kind: report, branch: " tell ", optional: true, when: {ja: 重大なとき, en: if severe}}
      - {from: "2", to: "4", kind: sequence}
      - {from: "3", to: "4", kind: sequence}
      - {from: "2", to: "3", kind: sequence}
`

func openBranches(t *testing.T, text string) (*graph.Graph, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "dataset.yaml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return Open(t.Context(), path, Options{})
}

func TestBranchesInYAML(t *testing.T) {
	g, err := openBranches(t, branches)
	if err != nil {
		t.Fatal(err)
	}
	forks := graph.Forks(g.Flows()[0])
	if len(forks) != 3 || len(forks[0].Branches) != 2 || len(forks[1].Branches) != 2 || forks[1].Branches[0].Name != "3" {
		t.Fatalf("got %+v", forks)
	}
	tell := forks[0].Branches[1]
	if h := tell.Handoffs[0]; tell.Name != "tell" || !tell.Optional || h.When.JA != "重大なとき" || h.When.EN != "if severe" || forks[0].Branches[0].Name != "1.10" {
		t.Errorf("got %+v", forks[0])
	}
}

func TestBranchProblemsNameTheirPlace(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"{2: all}", "{2: all, 9: all}", `dataset.yaml:13:24: "9": is not the ID of any task`},
		{"{2: all}", "{2: both}", `dataset.yaml:13:16: "both": `},
		{"optional: true", "optional: maybe", `dataset.yaml:16:`},
		{`{from: "3", to: "4", kind: sequence}`, `{from: "3", to: "1", kind: sequence}`, `dataset.yaml:19:9: "3": is a needed branch of task 2 that comes to no goal of flow f`},
		{`      - {from: "3", to: "4", kind: sequence}` + "\n", "", `dataset.yaml:18:9: "3": is a needed branch of task 2 that reaches no goal of flow f`},
		{`{from: "2", to: "4", kind: sequence}`, `{from: "2", to: "4", kind: sequence, branch: x}`, `dataset.yaml:17:54: "x": the fork of task 2 says all`},
	} {
		text := strings.Replace(branches, c.old, c.new, 1)
		if text == branches {
			t.Fatalf("%q is not in the text", c.old)
		}
		if _, err := openBranches(t, text); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %s", c.new, err, c.want)
		}
	}
}
