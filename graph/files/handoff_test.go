package files

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/internal/booktext"
)

// relay is a matrix of three tasks.
const relay = "No,Task,Desk,Vendor\n1-1,Report the fault,R,I\n1-2,Triage,C,R\n1-3,Recover,,R\n"

func workbookOf(t *testing.T, sheets ...booktext.Table) []byte {
	t.Helper()
	return booktext.Tables(t, sheets...)
}

func linesOf(csv string) [][]string {
	var rows [][]string
	for _, line := range strings.Split(strings.TrimSpace(csv), "\n") {
		rows = append(rows, strings.Split(line, ","))
	}
	return rows
}

const relayHandoffs = "Flow,From,To,Kind,What\nFault,Report the fault,1-2,report,Notice\nFault,1-2,1-3 Recover,instruction,Order\n"

const relayFlow = `Fault Fault [1-1]-[1-3] 1-1>1-2 report Notice, 1-2>1-3 instruction Order`

func flowsOf(g *graph.Graph) string {
	var list []string
	for _, f := range g.Flows() {
		var hs []string
		for _, h := range f.Handoffs {
			hs = append(hs, fmt.Sprintf("%s>%s %s %s", h.From, h.To, h.Kind, h.Artifact.In(graph.English)))
		}
		list = append(list, fmt.Sprintf("%s %s %v-%v %s", f.ID, f.Name.In(graph.English), f.Start, f.Goal, strings.Join(hs, ", ")))
	}
	return strings.Join(list, "; ")
}

// A table of handoffs stands in a folder, or as a sheet in the workbook.
func TestHandoffsInAFolder(t *testing.T) {
	tsv := strings.ReplaceAll(relayHandoffs, ",", "\t")
	book := workbookOf(t, booktext.Table{Name: "Any", Rows: linesOf(relayHandoffs)})
	reading := "matrix: m.csv\norganizations: [{id: desk, name: Desk}, {id: vendor, name: Vendor}]\nglyphs: {lead: [R], support: [C], informed: [I]}\nblocks: [{id: b, lines: 2-4, headings: 1, item: 1, label: 2, columns: {3: desk, 4: vendor}}]\n"
	tasks := "tasks: [{id: 1-1, name: Report the fault}, {id: 1-2, name: Triage}, {id: 1-3, name: Recover}]\n"
	for name, texts := range map[string]map[string]string{
		"csv":        {"m.csv": relay, "handoffs.csv": relayHandoffs},
		"tsv":        {"m.csv": relay, "Hand-offs.tsv": tsv},
		"of a name":  {"m.csv": relay, "m.handoffs.csv": relayHandoffs},
		"Japanese":   {"m.csv": relay, "引き継ぎ.csv": relayHandoffs},
		"xlsx":       {"m.csv": relay, "handoffs.xlsx": string(book)},
		"a reading":  {"m.csv": relay, "reading.yaml": reading, "handoffs.csv": relayHandoffs},
		"no matrix":  {"tasks.yaml": tasks, "handoffs.csv": relayHandoffs},
		"only sheet": {"m.csv": relay, "filled.xlsx": string(workbookOf(t, booktext.Table{Name: "Handoffs", Rows: linesOf(relayHandoffs)}))},
	} {
		g := mustOpen(t, folderOf(t, texts), Options{})
		if got := flowsOf(g); got != relayFlow {
			t.Errorf("%s: %s", name, got)
		}
		if a := g.Dataset().Account; a == nil || !strings.Contains(strings.Join(said.Texts(a.Assumptions), "\n"), `flows: "Fault" is declared by`) {
			t.Errorf("%s: the account does not say so: %+v", name, a)
		}
		if unread, err := Unread(folderOf(t, texts)); err != nil || len(unread) > 0 {
			t.Errorf("%s: unread %v, %v", name, unread, err)
		}
	}
}

func TestHandoffsInTheWorkbook(t *testing.T) {
	for _, sheet := range []string{"Handoffs", "引き継ぎ", "HAND-OFFS"} {
		for _, first := range []bool{true, false} {
			sheets := []booktext.Table{{Name: "RACI", Rows: linesOf(relay)}, {Name: sheet, Rows: linesOf(relayHandoffs)}}
			if first {
				sheets[0], sheets[1] = sheets[1], sheets[0]
			}
			dir := folderOf(t, map[string]string{"my.xlsx": string(workbookOf(t, sheets...))})
			file := filepath.Join(dir, "my.xlsx")
			for _, path := range []string{file, dir} {
				g := mustOpen(t, path, Options{})
				if got := flowsOf(g); got != relayFlow {
					t.Errorf("%s: %s", sheet, got)
				}
				if s := g.Flows()[0].Handoffs[1].Source; s != (graph.Source{File: "my.xlsx", Sheet: sheet, Line: 3}) {
					t.Errorf("%s: source %+v", sheet, s)
				}
				a, _, err := Account(t.Context(), path, Options{})
				if err != nil || a.Marks.In != 5 || !strings.Contains(strings.Join(said.Texts(a.Assumptions), "\n"), `flows: "Fault"`) {
					t.Errorf("%s: account %+v, %v", sheet, a, err)
				}
			}
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			piped, err := ReadPiped(bytes.NewReader(data), "")
			if err != nil {
				t.Fatal(err)
			}
			if got := flowsOf(mustOpen(t, Stdin, Options{Piped: piped})); got != relayFlow {
				t.Errorf("%s, piped: %s", sheet, got)
			}
		}
	}
}

// With a reading that names no sheet, the sheet with handoffs is not the one that is read.
func TestHandoffsBesideAReading(t *testing.T) {
	reading := "organizations: [{id: desk, name: Desk}, {id: vendor, name: Vendor}]\nglyphs: {lead: [R], support: [C], informed: [I]}\nblocks: [{id: b, lines: 2-4, headings: 1, item: 1, label: 2, columns: {3: desk, 4: vendor}}]\n"
	dir := folderOf(t, map[string]string{"my.reading.yaml": "matrix: my.xlsx\n" + reading, "my.xlsx": string(workbookOf(t, booktext.Table{Name: "Handoffs", Rows: linesOf(relayHandoffs)}, booktext.Table{Name: "RACI", Rows: linesOf(relay)}))})
	for _, path := range []string{dir, filepath.Join(dir, "my.xlsx"), filepath.Join(dir, "my.reading.yaml")} {
		g := mustOpen(t, path, Options{})
		if got := flowsOf(g); got != relayFlow || len(g.Organizations()) != 2 || g.Organizations()[0].ID != "desk" {
			t.Errorf("%s: %s", path, got)
		}
	}
}

// A sheet that is chosen is the matrix, whatever it is called.
func TestChosenSheetIsTheMatrix(t *testing.T) {
	dir := folderOf(t, map[string]string{"my.xlsx": string(workbookOf(t, booktext.Table{Name: "Handoffs", Rows: linesOf(relay)}, booktext.Table{Name: "Old", Rows: linesOf(relay)}))})
	g := mustOpen(t, filepath.Join(dir, "my.xlsx"), Options{Sheet: "handoffs"})
	if len(g.Tasks()) != 3 || g.Tasks()[0].Source.Sheet != "Handoffs" && g.Tasks()[0].Source.Sheet != "handoffs" || len(g.Flows()) > 0 {
		t.Errorf("%+v", g.Tasks())
	}
}

func TestFlowchartsInAFolder(t *testing.T) {
	const chart = "flowchart LR\n  a[Report the fault] -->|Notice| 1-2 -->|Order| c[Recover]\n"
	const want = `fault fault [1-1]-[1-3] 1-1>1-2 sequence Notice, 1-2>1-3 sequence Order`
	for name, text := range map[string]string{"fault.mmd": chart, "FAULT.MERMAID": chart, "fault.md": "text\n\n```mermaid\n" + chart + "```\n"} {
		dir := folderOf(t, map[string]string{"m.csv": relay, name: text, "notes.md": "# Notes\n\n```mermaid\nflowchart LR\n web --> db\n```\n"})
		g := mustOpen(t, dir, Options{})
		if got := strings.ReplaceAll(flowsOf(g), "FAULT", "fault"); got != want {
			t.Errorf("%s: %s", name, got)
		}
		if all := strings.Join(said.Texts(g.Dataset().Account.Assumptions), "\n"); !strings.Contains(all, "notes.md:4 names no task") {
			t.Errorf("%s: %s", name, all)
		}
		if unread, err := Unread(dir); err != nil || len(unread) > 0 {
			t.Errorf("%s: unread %v, %v", name, unread, err)
		}
	}
	if unread, err := Unread(folderOf(t, map[string]string{"m.csv": relay, "README.md": "# Mermaid\n```\nflowchart LR\n```\n"})); err != nil || len(unread) != 1 {
		t.Errorf("unread %v, %v", unread, err)
	}
}

// What is wrong in several files is said at once, with its place.
func TestHandoffsNameEveryFault(t *testing.T) {
	book := workbookOf(t, booktext.Table{Name: "RACI", Rows: linesOf(relay)}, booktext.Table{Name: "Handoffs", Rows: linesOf("Flow,From,To\nFault,1-1,1-9\nFault,Triagge,1-2\n")})
	for name, c := range map[string]struct {
		path  string
		texts map[string]string
		want  []string
	}{
		"a sheet": {"my.xlsx", map[string]string{"my.xlsx": string(book)}, []string{`my.xlsx, sheet "Handoffs", cell C2: "1-9": is not the ID or the name of a task`, `cell B3: "Triagge"`, `"1-2 Triage"`}},
		"two files": {".", map[string]string{"m.csv": relay, "handoffs.csv": "Flow,From,To\nF,1-1,x\n", "f.mmd": "graph LR\n1-1 --> y\n", "g.yaml": "flows: [{id: g, name: G, start: [1-1], goal: [z]}]\n"},
			[]string{`handoffs.csv:2:3: "x"`, `f.mmd:2:9: "y"`, `g.yaml:1:47: "z"`}},
		"twice":                {".", map[string]string{"m.csv": relay, "handoffs.csv": "Flow,From,To\nF,1-1,1-2\nF,1-1,1-2\nF,1-2,1-2\n"}, []string{`handoffs.csv:3: "1-1 1-2 sequence": the same handoff of flow F stands at handoffs.csv:2 too`, `handoffs.csv:4: "1-2": is handed off to itself`}},
		"a goal out of reach":  {".", map[string]string{"m.csv": relay, "handoffs.csv": "Flow,From,To,Start,Goal\nF,1-1,1-2,yes,1-3\n"}, []string{`handoffs.csv:2:1: "1-3": cannot be reached from the start of flow F`}},
		"handoffs alone":       {"handoffs.csv", map[string]string{"handoffs.csv": relayHandoffs}, []string{"put both into one folder"}},
		"a flowchart alone":    {"f.mmd", map[string]string{"f.mmd": "graph LR\n1-->2\n"}, []string{"put both into one folder"}},
		"a workbook of them":   {"a.xlsx", map[string]string{"a.xlsx": string(workbookOf(t, booktext.Table{Name: "Handoffs", Rows: linesOf(relayHandoffs)}))}, []string{"put both into one folder"}},
		"a folder of handoffs": {".", map[string]string{"handoffs.csv": relayHandoffs}, []string{"put both into one folder"}},
	} {
		_, err := Open(t.Context(), filepath.Join(folderOf(t, c.texts), c.path), Options{})
		for _, want := range c.want {
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("%s: %v\nlacks %s", name, err, want)
			}
		}
	}
}

// A flow that is merged over its rows holds in each of them.
func TestMergedFlowOfHandoffs(t *testing.T) {
	f := excelize.NewFile()
	for i, row := range [][]any{{"Our handoffs"}, {}, {"TO", "Flow", "FROM"}, {"Triage", "Fault", "Report the fault"}, {"Recover", nil, "1-2"}} {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("B%d", i+2), &row); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(f.MergeCell("Sheet1", "C5", "C6"), f.SetSheetName("Sheet1", "handoffs")); err != nil {
		t.Fatal(err)
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	g := mustOpen(t, folderOf(t, map[string]string{"m.csv": relay, "x.xlsx": b.String()}), Options{})
	if got := flowsOf(g); got != `Fault Fault [1-1]-[1-3] 1-1>1-2 sequence , 1-2>1-3 sequence ` {
		t.Error(got)
	}
}

// What a text needs to be read is found as for a matrix.
func TestHandoffsInOtherText(t *testing.T) {
	g := mustOpen(t, folderOf(t, map[string]string{"m.csv": relay, "handoffs.csv": "\xef\xbb\xbf" + strings.ReplaceAll(relayHandoffs, ",", ";")}), Options{})
	if got := flowsOf(g); got != relayFlow {
		t.Error(got)
	}
	g = mustOpen(t, folderOf(t, map[string]string{"m.csv": relay, "handoffs.md": "# Handoffs\n\n| Flow | From | To | Kind | What |\n|---|---|---|---|---|\n| Fault | Report the fault | 1-2 | report | Notice |\n| Fault | 1-2 | Recover | instruction | Order |\n"}), Options{})
	if got := flowsOf(g); got != relayFlow {
		t.Error(got)
	}
}
