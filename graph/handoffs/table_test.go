package handoffs

import (
	"fmt"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/graph/matrix/table"
	"tasuki/graph/said"
	"tasuki/internal/matrixtext"
	"tasuki/internal/seeds"
)

// rows returns a table whose lines are texts with | between cells.
func rows(lines string) table.Rows {
	var list []table.Row
	for i, line := range strings.Split(lines, "\n") {
		cells := strings.Split(line, "|")
		list = append(list, table.Row{Line: i + 1, Cells: cells})
	}
	return matrixtext.RowsOf(list)
}

// help is a dataset of some tasks.
func help() graph.Dataset {
	return graph.Dataset{Tasks: []graph.Task{
		{ID: "1", Name: graph.Name{EN: "Report", JA: "申告"}}, {ID: "2", Name: graph.Text("Triage")}, {ID: "3", Name: graph.Text("Recover the service")},
		{ID: "4", Name: graph.Text("Close")}, {ID: "5", Name: graph.Text("close")}, {ID: "Ask", Name: graph.Text("Ask")},
	}}
}

// state reads a table and adds it to a dataset.
func state(t *testing.T, d graph.Dataset, lines string) (graph.Dataset, []string, error) {
	t.Helper()
	s, err := Read(rows(lines), graph.Source{File: "handoffs.csv"})
	if err != nil {
		return d, nil, err
	}
	added, faults := Add(&d, []Stated{s})
	return d, said.Texts(added.Notes), faults.Err()
}

// sketch writes the flows of a dataset in short.
func sketch(d graph.Dataset) string {
	var b strings.Builder
	write := func(h graph.Handoff) {
		fmt.Fprintf(&b, "; %s>%s %s %q %d %q %v %v @%d", h.From, h.To, h.Kind, h.Artifact.In(graph.English), h.Minutes, h.Basis.Says.In(graph.English), h.Basis.Rows, h.Basis.Inferred, h.Source.Line)
		if h.Branch != "" || h.Optional || !h.When.IsZero() {
			fmt.Fprintf(&b, " [%s]%s [%s]", h.Branch, map[bool]string{true: "?"}[h.Optional], h.When.In(graph.English))
		}
	}
	for _, f := range d.Flows {
		fmt.Fprintf(&b, "%s (%s) %v-%v", f.ID, f.Name.In(graph.English), f.Start, f.Goal)
		for _, h := range f.Handoffs {
			write(h)
		}
		b.WriteString("\n")
	}
	for _, h := range d.Handoffs {
		write(h)
	}
	return b.String()
}

func TestTable(t *testing.T) {
	for _, c := range []struct{ name, lines, want string }{
		{"all columns", "flow|from|to|kind|what|minutes|basis|basis rows|inferred\nFault|1|2|report|Notice|5|It says so|1, 2|\nFault|2|3|instruction|Order|30 min||Triage|yes",
			`Fault (Fault) [1]-[3]; 1>2 report "Notice" 5 "It says so" [1 2] false @2; 2>3 instruction "Order" 30 "" [2] true @3`},
		{"in any order, case and width, below a title", "Our handoffs|||\n||\nＴＯ *|Kind (of handoff)|FROM|Flow\ntriage|依頼|ＲＥＰＯＲＴ|Fault",
			`Fault (Fault) [1]-[2]; 1>2 request "" 0 "" [] false @4`},
		{"in Japanese", "手順|渡す側|受ける側|種類|内容|所要時間（分）|根拠|推定\n障害|申告|Triage|報告|連絡|10分|様式|はい",
			`障害 (障害) [1]-[2]; 1>2 report "連絡" 10 "様式" [] true @2`},
		{"ID and name", "flow|from|to\nF|1 Report|3: Recover  the service", `F (F) [1]-[3]; 1>3 sequence "" 0 "" [] false @2`},
		{"a name that is another's ID folded", "flow|from|to\nF|ask|1", `F (F) [Ask]-[1]; Ask>1 sequence "" 0 "" [] false @2`},
		{"several ends", "flow|from|to\nF|1|3\nF|2|3\nF|3|4\nF|3|Ask", `F (F) [1 2]-[4 Ask]; 1>3 sequence "" 0 "" [] false @2; 2>3 sequence "" 0 "" [] false @3; 3>4 sequence "" 0 "" [] false @4; 3>Ask sequence "" 0 "" [] false @5`},
		{"ends by columns", "flow|from|to|start|goal\nF|1|2|yes|\nF|2|1||\nF|2|3||2, 3", `F (F) [1]-[2 3]; 1>2 sequence "" 0 "" [] false @2; 2>1 sequence "" 0 "" [] false @3; 2>3 sequence "" 0 "" [] false @4`},
		{"one flow in two spellings", "flow|from|to\nFault case|1|2\nFAULT  CASE|2|3", `Fault case (Fault case) [1]-[3]; 1>2 sequence "" 0 "" [] false @2; 2>3 sequence "" 0 "" [] false @3`},
		{"branches", "flow|from|to|branch|when|optional\nF|1|2| tell  them |if severe|\nF|1|3|mend||no\nF|1|4|後日|重大なとき|yes\nF|2|Ask|||\nF|3|Ask|||",
			`F (F) [1]-[4 Ask]; 1>2 sequence "" 0 "" [] false @2 [tell them] [if severe]; 1>3 sequence "" 0 "" [] false @3 [mend] []; 1>4 sequence "" 0 "" [] false @4 [後日]? [重大なとき]; 2>Ask sequence "" 0 "" [] false @5; 3>Ask sequence "" 0 "" [] false @6`},
		{"branches in Japanese", "手順|渡す側|受ける側|分岐|条件|任意\nF|1|2|a||必須\nF|1|3|b|緊急時|○",
			`F (F) [1]-[2 3]; 1>2 sequence "" 0 "" [] false @2 [a] []; 1>3 sequence "" 0 "" [] false @3 [b]? [緊急時]`},
		{"no flow", "from|to\n1|2", `; 1>2 sequence "" 0 "" [] false @2`},
		{"an example, headings again, and an empty row", "flow|from|to\n(Example) Fault|1|2\n（例）障害|1|2\n||\nflow|from|to\nF|1|2", `F (F) [1]-[2]; 1>2 sequence "" 0 "" [] false @6`},
		{"a sign against formulas", "flow|from|to\nF|'1|2", `F (F) [1]-[2]; 1>2 sequence "" 0 "" [] false @2`},
	} {
		d, _, err := state(t, help(), c.lines)
		if got := strings.TrimSpace(sketch(d)); err != nil || got != c.want {
			t.Errorf("%s: %v\ngot  %s\nwant %s", c.name, err, got, c.want)
		}
	}
}

func TestTableNamesEveryFault(t *testing.T) {
	for _, c := range []struct {
		name, lines string
		want        []string
	}{
		{"all at once", "flow|from|to|kind|minutes|inferred|basis rows\nF|1|9|rapport|soon|maybe|8\nF||2|||\nF|1|1", []string{
			`handoffs.csv:2:3: "9": is not the ID or the name of a task; the nearest are "1 Report"`, `handoffs.csv:2:4: "rapport": is not a known handoff kind; use one of request, report`,
			`handoffs.csv:2:5: "soon": is not a number of minutes`, `handoffs.csv:2:6: "maybe": says neither yes nor no`, `handoffs.csv:2:7: "8": is not the ID`,
			`handoffs.csv:3:2: "": the task of the column from is missing`,
		}},
		{"the nearest", "flow|from|to\nF|recover|Triagge", []string{`"recover": is not the ID or the name of a task; the nearest are "3 Recover the service"`, `"Triagge": is not the ID or the name of a task; the nearest are "2 Triage"`}},
		{"ambiguous", "flow|from|to\nF|1|CLOSE", []string{`"CLOSE": is what 2 tasks are called; write the ID of the one that is meant: "4", "5"`}},
		{"no headings", "a|b\n1|2", []string{`handoffs.csv:1: "a, b": no row of this table of handoffs has its headings`}},
		{"one heading", "Flow|From|Too\nF|1|2", []string{`handoffs.csv:1: "Too": the heading to is missing in this row`}},
		{"a heading twice", "from|to|渡す側\n1|2|3", []string{`handoffs.csv:1:3: "渡す側": is a second heading of the column from`}},
		{"a flow here and not there", "flow|from|to\nF|1|2\n|2|3", []string{`handoffs.csv:3:1: "": the flow is missing, and other rows name theirs`}},
		{"a circle", "flow|from|to\nF|1|2\nF|2|1", []string{`handoffs.csv:2:1: "F": is a flow in which something leads to each task`, `handoffs.csv:2:1: "F": is a flow in which each task leads on`}},
		{"minutes of none", "flow|from|to|minutes\nF|1|2|0\nF|2|3|-5\nF|3|4|1.5", []string{`:2:4: "0"`, `:3:4: "-5"`, `:4:4: "1.5"`}},
	} {
		_, _, err := state(t, help(), c.lines)
		for _, want := range c.want {
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("%s: %v\nlacks %s", c.name, err, want)
			}
		}
	}
}

// What is taken for granted or left out is said.
func TestTableSays(t *testing.T) {
	for _, c := range []struct{ lines, want string }{
		{"flow|from|to|kind\nFault|1|2|report", `flows: "Fault" is declared by handoffs.csv, row 2, and by no .yaml file; handoffs: 1; it starts at 1 (Report), where nothing leads in, and its goals are 2 (Triage), where nothing leads on`},
		{"flow|from|to|kind|start\nFault|1|2|report|x", `as the column start says`},
		{"flow|from|to\nFault|1|2", `kind: rows of handoffs.csv that name none are taken for sequence (2)`},
		{"flow|from|to|Status\nFault|1|2|done", `handoffs: what stands under "Status" in handoffs.csv is not read`},
		{"flow|from|to|Status\nFault|1|2|\n|||note", `handoffs: row 3 of handoffs.csv holds nothing under the headings of a handoff, and is left out`},
		{"flow|from|to\n(example) Fault|1|2", `handoffs: row 2 of handoffs.csv is an example, as its flow begins with "(example)", and is left out`},
		{"from|to\n1|2", `handoffs: handoffs.csv names no flow, so its handoffs (1) belong to none`},
		{"", `handoffs: handoffs.csv is empty`},
	} {
		_, notes, err := state(t, help(), c.lines)
		if err != nil || !strings.Contains(strings.Join(notes, "\n"), c.want) {
			t.Errorf("%q: %v\n%s\nlacks %s", c.lines, err, strings.Join(notes, "\n"), c.want)
		}
	}
}

// A flow that is declared already is found by its ID or name, and keeps its ends.
func TestTableAddsToDeclaredFlows(t *testing.T) {
	declared := func() graph.Dataset {
		d := help()
		d.Flows = []graph.Flow{
			{ID: "f", Name: graph.Name{EN: "Fault", JA: "障害"}, Start: []string{"1"}, Goal: []string{"2"}, Handoffs: []graph.Handoff{{From: "1", To: "2", Kind: graph.Report}}},
			{ID: "g", Name: graph.Name{EN: "Two"}}, {ID: "h", Name: graph.Name{EN: "Two"}},
		}
		return d
	}
	for _, name := range []string{"f", "F", "Fault", "障害"} {
		before := declared()
		d, _, err := state(t, before, "flow|from|to|start\n"+name+"|2|3|\n"+name+"|1|3|yes")
		if f := d.Flows[0]; err != nil || len(d.Flows) != 3 || len(f.Handoffs) != 3 || len(f.Start) != 1 || len(before.Flows[0].Handoffs) != 1 {
			t.Errorf("%s: %v\n%s", name, err, sketch(d))
		}
	}
	_, _, err := state(t, declared(), "flow|from|to|goal\nFault|2|3|yes\nTwo|1|2|")
	for _, want := range []string{`handoffs.csv:2:4: "yes": is no goal of the flow f where that is declared`, `"Two": is what 2 flows are called`} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v\nlacks %s", err, want)
		}
	}
}

func TestIsName(t *testing.T) {
	for name, want := range map[string]bool{"Handoffs": true, "HAND-OFFS": true, "hand overs": false, "引き継ぎ": true, "引継ぎ": false, "ｈａｎｄｏｆｆｓ": true, "Matrix": false, "Handoffs old": false, "": false} {
		if IsName(name) != want {
			t.Errorf("IsName(%q) = %v", name, !want)
		}
	}
}

// A sheet whose name a matrix may have too is told by its headings.
func TestIsTable(t *testing.T) {
	const those, matrix = "Title\n渡す側|受ける側\n1|2", "Task|Desk|Vendor\n1|R|A"
	for _, c := range []struct {
		name, rows string
		want       bool
	}{{"Handoffs", matrix, true}, {"Handover", matrix, false}, {"Handover", those, true}, {"引継ぎ", matrix, false}, {"引継ぎ", those, true}, {"Flows", those, false}} {
		if got := IsTable(c.name, rows(c.rows)); got != c.want {
			t.Errorf("IsTable(%q, %q) = %v", c.name, c.rows, got)
		}
	}
}

// Naming the nearest takes bounded time.
func TestNearestIsBounded(t *testing.T) {
	d := graph.Dataset{}
	for i := range seeds.Size(20_000, 2_000) {
		d.Tasks = append(d.Tasks, graph.Task{ID: fmt.Sprintf("t%d", i), Name: graph.Text(strings.Repeat("a task with a long name ", 5))})
	}
	var b strings.Builder
	b.WriteString("flow|from|to\n")
	for i := range seeds.Size(5000, 400) {
		fmt.Fprintf(&b, "F|%s %d|t1\n", strings.Repeat("nothing that is known ", 4), i)
	}
	if _, _, err := state(t, d, b.String()); err == nil || len(err.Error()) > 100_000 {
		t.Errorf("%.300v", err)
	}
}
