package files

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tasuki/graph"
)

const (
	pension = "../../examples/pension"
	seed    = "../../../shared/seed"
)

func mustOpen(t *testing.T, path string, o Options) *graph.Graph {
	t.Helper()
	g, err := Open(context.Background(), path, o)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestPension(t *testing.T) {
	d := mustOpen(t, pension, Options{}).Dataset()
	a := *d.Account
	if a.Rows != (graph.RowCount{In: 245, Loaded: 245}) {
		t.Errorf("rows = %+v", a.Rows)
	}
	if a.Marks != (graph.MarkCount{In: 514, Printed: 288, Realigned: 188, Uncertain: 38}) {
		t.Errorf("marks = %+v", a.Marks)
	}
	if len(d.Supplies) != 8 || !slices.Equal(a.WithoutMarks, []string{"data-entry", "lan"}) {
		t.Errorf("%d supplies, without marks %v", len(d.Supplies), a.WithoutMarks)
	}
	leads := map[string]int{}
	for _, x := range d.Assignments {
		if x.Role == graph.Lead {
			leads[x.Organization]++
			leads[""]++
		}
	}
	if leads["ops"] != 154 || leads[""] != 350 {
		t.Errorf("ops leads %d of %d", leads["ops"], leads[""])
	}
	for _, task := range d.Tasks {
		if task.Name.JA == "" || task.Name.EN == "" || task.Category == "" || task.Phase == "" {
			t.Errorf("task %s lacks a name, a category or a phase: %+v", task.ID, task)
		}
	}
}

// TestPensionAgainstItsSource compares every mark with the reading of the
// scanned text, for the example's matrix and for the text itself.
func TestPensionAgainstItsSource(t *testing.T) {
	want := tsv(t, filepath.Join(seed, "reading.tsv"), "item", "line", "column", "role", "organization", "reading", "alternatives")
	supplies := tsv(t, filepath.Join(seed, "reading-table1.tsv"), "environment", "site", "component", "organization", "reading")
	text := filepath.Join(seed, "000_c42eb293b9e4d808.txt")
	for _, g := range []*graph.Graph{
		mustOpen(t, pension, Options{}),
		mustOpen(t, text, Options{Reading: filepath.Join(pension, "reading.yaml")}),
	} {
		var got []string
		for _, a := range g.Assignments() {
			alternatives := slices.Clone(a.Alternatives)
			slices.Sort(alternatives)
			got = append(got, fmt.Sprint([]any{a.Task, a.Source.Line, a.Source.Column, a.Role, a.Organization, a.Reading, strings.Join(alternatives, ",")}))
		}
		diff(t, got, want)
		got = nil
		for _, s := range g.Dataset().Supplies {
			got = append(got, fmt.Sprint([]any{s.Environment, s.Site, s.Component, s.Organization, s.Reading}))
		}
		diff(t, got, supplies)
	}
}

// tsv returns the named columns of a table, each row printed as a list.
func tsv(t *testing.T, path string, columns ...string) []string {
	t.Helper()
	f, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		t.Skipf("the scanned source is not here (%s)", path)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = '\t', true, -1
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, row := range rows[1:] {
		var cells []any
		for _, c := range columns {
			cell := ""
			if i := slices.Index(rows[0], c); i < len(row) {
				cell = row[i]
			}
			parts := strings.Split(cell, ",")
			slices.Sort(parts)
			cells = append(cells, strings.Join(parts, ","))
		}
		list = append(list, fmt.Sprint(cells))
	}
	return list
}

func diff(t *testing.T, got, want []string) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%d facts, want %d", len(got), len(want))
	}
	for _, w := range want {
		if !slices.Contains(got, w) {
			t.Errorf("missing %s", w)
		}
	}
}

// copyOf returns a copy of the example folder, changed by edit: file name ->
// old text, new text.
func copyOf(t *testing.T, edit map[string][2]string) string {
	t.Helper()
	folder := t.TempDir()
	entries, err := os.ReadDir(pension)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		text, err := os.ReadFile(filepath.Join(pension, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		if e, ok := edit[e.Name()]; ok {
			if !bytes.Contains(text, []byte(e[0])) {
				t.Fatalf("%q is not in the file", e[0])
			}
			text = bytes.ReplaceAll(text, []byte(e[0]), []byte(e[1]))
		}
		if err := os.WriteFile(filepath.Join(folder, e.Name()), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

func export(t *testing.T, path string) string {
	t.Helper()
	var b bytes.Buffer
	if err := graph.Encode(&b, mustOpen(t, path, Options{}).Dataset()); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestLookAlikesGiveTheSameDataset(t *testing.T) {
	want := export(t, pension)
	for _, e := range [][2]string{{"\t○", "\t〇"}, {"\t△", "\t▲"}, {"\t△", "\t∆"}, {"\t○", "\t◯"}} {
		if got := export(t, copyOf(t, map[string][2]string{"matrix.tsv": e})); got != want {
			t.Errorf("with %q for %q the dataset differs", e[1], e[0])
		}
	}
}

func TestOpenRefusesBadData(t *testing.T) {
	for _, c := range []struct {
		name, file, old, new string
		says                 string
	}{
		{"unknown glyph", "matrix.tsv", "\n1\t導入作業管理\t導入全体管理\t導入の進捗管理と統括\t\t○", "\n1\t導入作業管理\t導入全体管理\t導入の進捗管理と統括\t\t◇", `matrix.tsv:18:6: "◇"`},
		{"dangling handoff", "flows.yaml", "to: 3-80\n", "to: 9-80\n", `"9-80": is not the ID of any task`},
		{"unknown kind", "flows.yaml", "kind: decision", "kind: decree", `"decree": is not one of request`},
		{"unknown task in names", "names.yaml", "    2-1: ", "    2-999: ", `names.yaml:4:5: "2-999": is not the ID of anything under tasks`},
		{"unknown organization", "reading.yaml", "alternatives: {8: [storage]}", "alternatives: {8: [nobody]}", `"nobody": is not the ID of any organization`},
		{"missing matrix", "reading.yaml", "matrix: matrix.tsv", "matrix: other.tsv", `reading.yaml:2:9: "other.tsv": no such file`},
	} {
		t.Run(c.name, func(t *testing.T) {
			folder := copyOf(t, map[string][2]string{c.file: {c.old, c.new}})
			_, err := Open(context.Background(), folder, Options{})
			if err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("Open = %v, want an error with %q", err, c.says)
			}
		})
	}
}

// TestOpenReportsAllKindsOfFaultsAtOnce breaks the schema and a reference in one
// file, and a name in another.
func TestOpenReportsAllKindsOfFaultsAtOnce(t *testing.T) {
	folder := copyOf(t, map[string][2]string{
		"flows.yaml": {"kind: decision", "kind: decree"},
		"names.yaml": {"    2-1: ", "    2-999: "},
	})
	path := filepath.Join(folder, "flows.yaml")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, bytes.Replace(text, []byte("to: 3-80\n"), []byte("to: 9-80\n"), 1), 0o644); err != nil {
		t.Fatal(err)
	}
	_, err = Open(t.Context(), folder, Options{})
	for _, want := range []string{"decree", "9-80", "2-999"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Open = %v, want an error with %q", err, want)
		}
	}
	var ps graph.Problems
	if errors.As(err, &ps) {
		seen := map[string]bool{}
		for _, p := range ps {
			if key := fmt.Sprint(p.Source, p.Value); seen[key] {
				t.Errorf("reported twice: %v", p)
			} else {
				seen[key] = true
			}
		}
	}
}

// TestDeclaredRulesAreNotAssumed reads a matrix by a proposal beside a file that
// declares the rules, and a note that is no matrix.
func TestDeclaredRulesAreNotAssumed(t *testing.T) {
	folder := t.TempDir()
	for name, text := range map[string]string{
		"m.tsv":      "task\tOps team\tDev team\nBuild\t○\t△\nRun\t△\t○\n",
		"rules.yaml": "rules: {leads: each}\n",
		"notes.txt":  "not a matrix\n",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	g := mustOpen(t, folder, Options{})
	if g.Rules().Leads != graph.EachLead {
		t.Errorf("rules = %+v", g.Rules())
	}
	var assumed []string
	for _, a := range g.Dataset().Account.Assumptions {
		if strings.HasPrefix(a.String(), "rules:") {
			assumed = append(assumed, a.String())
		}
	}
	if len(assumed) != 1 || !strings.Contains(assumed[0], "support not declared") || g.Rules().Support != "" {
		t.Errorf("rules %+v, assumed %q: want the rule for supporters alone", g.Rules(), assumed)
	}
}

// TestProposedRulesStayUndeclared holds a proposal to what is known: it declares no
// rule, shows where to declare them, and what it writes loads with none declared,
// also through JSON.
func TestProposedRulesStayUndeclared(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "m.csv")
	if err := os.WriteFile(path, []byte("No,Task,North,South\n1,Plan,R,R\n2,Build,R,S\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	draft, err := Propose(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"# rules:\n", "#   leads: each # or any", "#   support: none # or fallback"} {
		if !strings.Contains(string(draft), line) {
			t.Errorf("the proposal does not hold %q:\n%s", line, draft)
		}
	}
	for name, text := range map[string]string{"m.reading.yaml": string(draft), "declared.yaml": strings.NewReplacer("# rules:", "rules:", "#   leads", "  leads", "#   support", "  support").Replace(string(draft))} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if rules := mustOpen(t, path, Options{}).Rules(); rules != (graph.Rules{}) {
		t.Errorf("a proposal declares %+v", rules)
	}
	jsonPath := filepath.Join(folder, "m.json")
	if err := os.WriteFile(jsonPath, []byte(export(t, path)), 0o644); err != nil {
		t.Fatal(err)
	}
	if rules := mustOpen(t, jsonPath, Options{}).Rules(); rules != (graph.Rules{}) {
		t.Errorf("JSON declares %+v", rules)
	}
	declared := mustOpen(t, path, Options{Reading: filepath.Join(folder, "declared.yaml")})
	if rules := declared.Rules(); rules.Leads != graph.EachLead || rules.Support != graph.NoSupport {
		t.Errorf("with the signs removed: %+v", rules)
	}
	for _, a := range declared.Dataset().Account.Assumptions {
		if strings.HasPrefix(a.String(), "rules:") {
			t.Errorf("assumed although declared: %s", a)
		}
	}
}

func TestOpenExplains(t *testing.T) {
	empty := t.TempDir()
	other := filepath.Join(empty, "x.bmp")
	if err := os.WriteFile(other, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for path, says := range map[string]string{
		filepath.Join(empty, "none"): "no such file",
		empty:                        "holds no dataset",
		other:                        "is no folder, matrix",
	} {
		if _, err := Open(context.Background(), path, Options{}); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("Open(%s) = %v, want an error with %q", path, err, says)
		}
	}
}

// folderOf writes files into a folder: name -> text.
func folderOf(t *testing.T, texts map[string]string) string {
	t.Helper()
	folder := t.TempDir()
	for name, text := range texts {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

const (
	tiny        = "Task\tOps\tDev\nReport\tR\tC\nFix\tC\tR\n"
	tinyReading = "name: Declared\norganizations: [{id: o, name: Ops}, {id: d, name: Dev}]\nglyphs: {lead: [R], support: [C]}\n" +
		"blocks: [{id: b, lines: 2-, headings: 1, label: 1, columns: {2: o, 3: d}}]\n"
)

func TestReadingBesideAMatrix(t *testing.T) {
	for _, name := range []string{"m.reading.yaml", "m.reading.yml", "reading.yaml", "reading.yml"} {
		folder := folderOf(t, map[string]string{"m.tsv": tiny, name: "matrix: m.tsv\n" + tinyReading})
		if d := mustOpen(t, filepath.Join(folder, "m.tsv"), Options{}).Dataset(); d.Name.EN != "Declared" {
			t.Errorf("%s was not read: the dataset is called %q", name, d.Name.EN)
		}
	}
	folder := folderOf(t, map[string]string{"m.tsv": tiny, "reading.yaml": "matrix: m.tsv\nname: [\n"})
	if _, err := Open(context.Background(), filepath.Join(folder, "m.tsv"), Options{}); err == nil || !strings.Contains(err.Error(), "reading.yaml") {
		t.Errorf("Open = %v, want an error that names the broken reading", err)
	}
}

func TestMatricesOfOneFolderShareOrganizations(t *testing.T) {
	other := strings.NewReplacer("Report", "Plan", "Fix", "Build").Replace(tiny)
	for name, folder := range map[string]string{
		"declared": folderOf(t, map[string]string{
			"a.tsv": tiny, "b.tsv": other,
			"a.reading.yaml": "matrix: a.tsv\n" + tinyReading, "b.reading.yaml": "matrix: b.tsv\n" + tinyReading,
		}),
		"proposed":       folderOf(t, map[string]string{"a.tsv": tiny, "b.tsv": other}),
		"proposed, name": folderOf(t, map[string]string{"a.tsv": tiny, "b.tsv": other, "more.yaml": "name: Declared\n"}),
	} {
		d := mustOpen(t, folder, Options{}).Dataset()
		if len(d.Organizations) != 2 || len(d.Tasks) != 4 || len(d.Assignments) != 8 {
			t.Errorf("%s: %d organizations, %d tasks, %d marks; want 2, 4, 8", name, len(d.Organizations), len(d.Tasks), len(d.Assignments))
		}
		if name != "proposed" && d.Name.EN != "Declared" {
			t.Errorf("%s: the dataset is called %q", name, d.Name.EN)
		}
		if _, organizations, err := Account(context.Background(), folder, Options{}); err != nil || len(organizations) != 2 {
			t.Errorf("%s: Account names the organizations %v, %v", name, organizations, err)
		}
	}
}

func TestWorkbooksWithMacrosAreNotPassedOver(t *testing.T) {
	folder := folderOf(t, map[string]string{"a.tsv": tiny, "b.xlsm": "no workbook"})
	if _, err := Open(context.Background(), folder, Options{}); err == nil || !strings.Contains(err.Error(), "the file ends in .xlsm, but it holds csv") {
		t.Errorf("Open = %v, want an error about the workbook", err)
	}
}

func TestOpenStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Open(ctx, pension, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("Open = %v, want context.Canceled", err)
	}
}

func TestJSONIsADatasetToo(t *testing.T) {
	want := export(t, pension)
	path := filepath.Join(t.TempDir(), "pension.json")
	if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
		t.Fatal(err)
	}
	if got := export(t, path); got != want {
		t.Error("a dataset read from its canonical JSON differs")
	}
}

func TestAccountCountsWithoutKeeping(t *testing.T) {
	n := 0
	a, _, err := Account(context.Background(), pension, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := Marks(context.Background(), pension, Options{}, func(graph.Assignment) error { n++; return nil }); err != nil {
		t.Fatal(err)
	}
	if d := mustOpen(t, pension, Options{}).Dataset(); n != 514 || a.Marks != d.Account.Marks || a.Rows != d.Account.Rows {
		t.Errorf("account = %+v with %d marks", a, n)
	}
}

// TestTwoMatricesShareOrganizations reads a folder with two matrices, each with
// a reading of its own that names the same organizations.
func TestTwoMatricesShareOrganizations(t *testing.T) {
	folder := t.TempDir()
	reading := func(block, columns, extra string) string {
		return "organizations:\n  - {id: a, name: A}\n  - {id: b, name: B}\n" + extra +
			"blocks:\n  - {id: " + block + ", lines: 2-, headings: 1, item: 1, task: \"" + block + "-{item}\", columns: " + columns + "}\n"
	}
	for name, text := range map[string]string{
		"one.tsv": "No\tTask\tA\tB\n1\tDo\t○\t\n", "one.reading.yaml": "matrix: one.tsv\n" + reading("one", "{3: a, 4: b}", ""),
		"two.tsv": "No\tTask\tA\tB\tC\n1\tDo\t△\t\t○\n", "two.reading.yaml": "matrix: two.tsv\n" + reading("two", "{3: a, 4: b, 5: c}", "  - {id: c, name: C, parent: a}\n"),
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	g := mustOpen(t, folder, Options{})
	account := g.Dataset().Account
	if len(g.Organizations()) != 3 || account.Marks.In != 3 || !slices.Equal(account.WithoutMarks, []string{"b"}) {
		t.Errorf("%d organizations, account %+v", len(g.Organizations()), account)
	}
	second := filepath.Join(folder, "two.reading.yaml")
	text, err := os.ReadFile(second)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(second, bytes.Replace(text, []byte("parent: a"), []byte("parent: z"), 1), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), folder, Options{}); err == nil || !strings.Contains(err.Error(), `two.reading.yaml:5:30: "z"`) {
		t.Errorf("Open = %v, want the place of the unknown parent", err)
	}
}
