package sarif

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"tasuki/analysis"
	"tasuki/analysis/findings"
	"tasuki/analysis/lint"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/graph/acceptance"
	"tasuki/graph/files"
	"tasuki/graph/redact"
	"tasuki/internal/bruteforce"
	"tasuki/render/messages"
)

// standard returns the schema of the format, which stands in the source of the library.
func standard(t *testing.T) *jsonschema.Schema {
	t.Helper()
	dir, err := exec.Command("go", "list", "-f", "{{.Dir}}", "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif").Output()
	if err != nil {
		t.Fatal(err)
	}
	source, err := parser.ParseFile(token.NewFileSet(), filepath.Join(strings.TrimSpace(string(dir)), "schema.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var text string
	ast.Inspect(source, func(n ast.Node) bool {
		if l, ok := n.(*ast.BasicLit); ok && l.Kind == token.STRING {
			text, err = strconv.Unquote(l.Value)
		}
		return err == nil
	})
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("sarif.json", doc); err != nil {
		t.Fatal(err)
	}
	return c.MustCompile("sarif.json")
}

// file is what the tests look at.
type file struct {
	Runs []struct {
		Language string
		Tool     struct {
			Driver struct {
				Rules []struct {
					ID   string
					Help struct{ Text string }
				}
			}
		}
		Results []struct {
			RuleID, Level, Kind string
			RuleIndex           int
			Message             struct{ Text string }
			PartialFingerprints map[string]string
			Suppressions        []struct{ Kind, Status, Justification string }
			Locations           []struct {
				PhysicalLocation struct {
					ArtifactLocation struct{ URI string }
					Region           struct{ StartLine int }
				}
				LogicalLocations []struct{ Name string }
			}
		}
		Properties struct{ SwitchedOff map[string]int }
	}
}

// written writes findings, and holds them to the schema and to what every file must keep.
func written(t *testing.T, s *jsonschema.Schema, g *graph.Graph, list []findings.Finding, from Origin, lang graph.Lang) (file, string) {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, g, list, from, messages.In(lang)); err != nil {
		t.Fatal(err)
	}
	text := b.String()
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Validate(value); err != nil {
		t.Errorf("it does not fit the schema: %v", err)
	}
	var f file
	if err := json.Unmarshal([]byte(text), &f); err != nil || len(f.Runs) != 1 {
		t.Fatalf("got %+v, %v", f, err)
	}
	run, seen := f.Runs[0], map[string]bool{}
	listed := slices.DeleteFunc(slices.Clone(list), func(x findings.Finding) bool { return x.Severity == findings.Off })
	if len(run.Results) != len(listed) {
		t.Fatalf("%d results of %d findings", len(run.Results), len(listed))
	}
	for i, r := range run.Results {
		id := r.PartialFingerprints[Fingerprint]
		if seen[id] || id != listed[i].ID || r.Message.Text == "" || run.Tool.Driver.Rules[r.RuleIndex].ID != r.RuleID || run.Tool.Driver.Rules[r.RuleIndex].Help.Text == "" {
			t.Errorf("result %d is %+v", i, r)
		}
		seen[id] = true
		if r.Suppressions == nil {
			t.Errorf("%s has no suppressions, not even none", id)
		}
		accepted := listed[i].Acceptance != nil && listed[i].Acceptance.State != findings.Expired
		if accepted != (len(r.Suppressions) == 1 && r.Suppressions[0].Status == "accepted" && r.Suppressions[0].Justification != "") {
			t.Errorf("%s is accepted %t and has %+v", id, accepted, r.Suppressions)
		}
		if want := map[findings.Severity]string{findings.High: "error", findings.Medium: "warning", findings.Low: "note", findings.Info: "note"}[listed[i].Severity]; r.Level != want {
			t.Errorf("%s is %s, want %s", id, r.Level, want)
		}
		for _, l := range r.Locations {
			if uri := l.PhysicalLocation.ArtifactLocation.URI; uri == "" || strings.HasPrefix(uri, "/") || strings.Contains(uri, "://") || strings.Contains(uri, "..") {
				t.Errorf("%s lies at %q", id, uri)
			}
		}
	}
	return f, text
}

// decisions accept some findings, expire others and switch a rule off.
func decisions(list []findings.Finding) acceptance.File {
	f := acceptance.File{Severity: []acceptance.Setting{{Rule: "no-supporter", Severity: "off"}, {Rule: "no-flows", Severity: "high"}}}
	for i, x := range list {
		if i%3 < 2 {
			f.Accept = append(f.Accept, acceptance.Entry{Finding: x.ID, Reason: graph.Name{JA: "契約による", EN: "By contract"}, Owner: graph.Text("Jo"), Expires: []acceptance.Date{"2026-12-31", "2025-12-31"}[i%3]})
		}
	}
	return f
}

func TestExamples(t *testing.T) {
	s := standard(t)
	for _, example := range []string{"pension", "helpdesk"} {
		g, err := files.Open(t.Context(), "../../examples/"+example, files.Options{})
		if err != nil {
			t.Fatal(err)
		}
		r := analysis.Analyze(g, rules.Options{})
		decided := lint.Apply(&r, g, decisions(r.Findings), "2026-06-01").Findings
		from := Origin{"1.2.3", "examples/" + example, "examples/" + example}
		for _, lang := range []graph.Lang{graph.English, graph.Japanese} {
			f, first := written(t, s, g, decided, from, lang)
			if _, again := written(t, s, g, decided, from, lang); again != first {
				t.Error("the same findings are written otherwise")
			}
			if japanese := strings.Contains(f.Runs[0].Results[0].Message.Text, "。"); japanese != (lang == graph.Japanese) || f.Runs[0].Language != map[graph.Lang]string{graph.English: "en-US", graph.Japanese: "ja"}[lang] {
				t.Errorf("in %s it says %q", lang, f.Runs[0].Results[0].Message.Text)
			}
			if f.Runs[0].Properties.SwitchedOff["no-supporter"] != 1 {
				t.Errorf("of what is switched off it says %v", f.Runs[0].Properties)
			}
			if example != "pension" {
				if uri := f.Runs[0].Results[0].Locations[0].PhysicalLocation.ArtifactLocation.URI; uri != "examples/helpdesk" {
					t.Errorf("without a place of its own, it lies at %s", uri)
				}
				continue
			}
			at := f.Runs[0].Results[0].Locations[0]
			if at.PhysicalLocation.ArtifactLocation.URI != "examples/pension/matrix.tsv" || at.PhysicalLocation.Region.StartLine == 0 || at.LogicalLocations[0].Name == "" {
				t.Errorf("the first finding lies at %+v", at)
			}
		}
	}
}

func TestRandomData(t *testing.T) {
	s := standard(t)
	bruteforce.EachRandom(t, 60, func(t *testing.T, seed uint64, g *graph.Graph) {
		r := analysis.Analyze(g, rules.Options{})
		list := lint.Apply(&r, g, decisions(r.Findings), "2026-06-01").Findings
		for _, lang := range []graph.Lang{graph.English, graph.Japanese} {
			written(t, s, g, list, Origin{}, lang)
		}
	})
}

// TestPseudonymsNameNobody wants no name of an organization, and no owner.
func TestPseudonymsNameNobody(t *testing.T) {
	g, err := files.Open(t.Context(), "../../examples/pension", files.Options{})
	if err != nil {
		t.Fatal(err)
	}
	redactor := redact.New(g.Dataset(), nil)
	d, err := redactor.Dataset()
	if err != nil {
		t.Fatal(err)
	}
	hidden, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	r := analysis.Analyze(g, rules.Options{})
	decided := decisions(r.Findings)
	for i := range decided.Accept {
		decided.Accept[i].Reason = graph.Text("as " + g.Organizations()[0].Name.EN + " wants")
	}
	r = analysis.Analyze(hidden, rules.Options{})
	list := lint.Apply(&r, hidden, lint.Redacted(g.Dataset(), decided, redactor), "2026-06-01").Findings
	for _, lang := range []graph.Lang{graph.English, graph.Japanese} {
		f, text := written(t, standard(t), hidden, list, Origin{}, lang)
		for _, o := range g.Organizations() {
			for _, name := range append([]string{o.Name.JA, o.Name.EN}, o.Aliases...) {
				if name != "" && strings.Contains(text, name) {
					t.Errorf("it names %s", name)
				}
			}
		}
		if strings.Contains(text, "Jo") || !slices.ContainsFunc(list, func(x findings.Finding) bool { return x.Acceptance != nil }) || len(f.Runs[0].Results) == 0 {
			t.Error("it names the owner, or nothing is accepted")
		}
	}
}

func TestPlaces(t *testing.T) {
	for _, c := range []struct {
		s          graph.Source
		base, want string
	}{
		{graph.Source{File: "m.csv", Line: 3, Column: 2}, "a b", "a%20b/m.csv"}, {graph.Source{File: "../../etc/m.csv"}, "", "etc/m.csv"}, {graph.Source{File: "/shared/m.csv"}, "d", "d/shared/m.csv"},
		{graph.Source{File: "a:b.csv"}, "", "./a:b.csv"}, {graph.Source{File: "分担表.xlsx", Sheet: "S", Line: 1, Column: 3}, "", "%E5%88%86%E6%8B%85%E8%A1%A8.xlsx"},
	} {
		l := location(c.s, c.base)
		if got := *l.PhysicalLocation.ArtifactLocation.URI; got != c.want {
			t.Errorf("%+v is at %s, want %s", c.s, got, c.want)
		}
		if (l.PhysicalLocation.Region == nil) != (c.s.Line == 0) {
			t.Errorf("%+v has the region %+v", c.s, l.PhysicalLocation.Region)
		}
	}
}
