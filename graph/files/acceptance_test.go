package files

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/graph/acceptance"
)

// decisions writes a folder with a dataset and a file of decisions, and reads the latter.
func decisions(t *testing.T, text string) (AcceptanceFile, error) {
	t.Helper()
	folder := t.TempDir()
	for name, text := range map[string]string{"d.yaml": "name: D\n", AcceptanceName: text} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := Open(t.Context(), folder, Options{}); err != nil {
		t.Errorf("decisions are taken for facts: %v", err)
	}
	return OpenAcceptance("", folder, Options{})
}

func TestAcceptance(t *testing.T) {
	f, err := decisions(t, `severity:
  - {rule: no-supporter, severity: off}
  - {rule: no-supporter, task: 1.10, severity: high}
accept:
  - finding: bottleneck-0123abcd
    reason: {ja: 契約, en: Contract}
    owner: Operations
    expires: 2027-03-31
`)
	want := acceptance.File{
		Severity: []acceptance.Setting{{Rule: "no-supporter", Severity: "off"}, {Rule: "no-supporter", Scope: acceptance.Scope{Task: "1.10"}, Severity: "high"}},
		Accept:   []acceptance.Entry{{Finding: "bottleneck-0123abcd", Reason: graph.Name{JA: "契約", EN: "Contract"}, Owner: graph.Text("Operations"), Expires: "2027-03-31"}},
	}
	if err != nil || !reflect.DeepEqual(f.File, want) || f.Faults(nil) != nil {
		t.Errorf("got %+v, %v, %v", f.File, err, f.Faults(nil))
	}
	for _, none := range []string{t.TempDir(), Stdin, filepath.Join(t.TempDir(), "m.csv"), "neo4j://localhost/neo4j#d"} {
		if f, err := OpenAcceptance("", none, Options{}); err != nil || f.Faults(nil) != nil || !reflect.DeepEqual(f, AcceptanceFile{}) {
			t.Errorf("%s has decisions: %+v, %v", none, f, err)
		}
	}
	if _, err := OpenAcceptance(filepath.Join(t.TempDir(), "none.yaml"), "", Options{}); err == nil {
		t.Error("a file that is not there was read")
	}
}

// TestAcceptanceNamesEveryFault checks that what does not fit the schema and what does not
// fit the dataset are found at once, and each of them once.
func TestAcceptanceNamesEveryFault(t *testing.T) {
	f, err := decisions(t, "severity:\n  - {rule: x, severity: grave}\naccept:\n  - {finding: x, wine: red, reason: R}\n  - {rule: x, reason: R, owner: O, expires: 31.3.2027}\n")
	if err != nil {
		t.Fatal(err)
	}
	err = f.Faults(graph.Problems{{Path: "/severity/0/rule", Value: "x", Message: "is no rule"}, {Path: "/severity/0/severity", Value: "grave", Message: "again"}})
	var faults graph.Problems
	if !errors.As(err, &faults) {
		t.Fatalf("got %v", err)
	}
	for i, want := range []string{`:2:12: "x": is no rule`, `:2:25: "grave": is not one of info,`, `:4:5: "": the keys ["owner" "expires"] are missing here`, `:4:15: "x": is not of the form`, `:4:18: "wine": is not a key`, `:5:45: "31.3.2027": is not of the form`} {
		if i >= len(faults) || !strings.Contains(faults[i].String(), AcceptanceName+want) {
			t.Errorf("fault %d of %v, want %s", i+1, err, want)
		}
	}
	if len(faults) != 6 {
		t.Errorf("%d faults", len(faults))
	}
	if _, err := decisions(t, "accept: [\n"); err == nil || !strings.Contains(err.Error(), "is not valid YAML") {
		t.Errorf("of what is no YAML: %v", err)
	}
}

func TestOneAcceptanceFile(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"tasuki-accept.yaml", "tasuki-accept.yml"} {
		if err := os.WriteFile(filepath.Join(folder, name), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := OpenAcceptance("", folder, Options{}); err == nil {
		t.Error("one of two was taken")
	}
}
