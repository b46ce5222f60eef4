package handoffs

import (
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/internal/seeds"
)

// draw reads the flowcharts of a file and adds them to a dataset.
func draw(file, text string, d graph.Dataset) (graph.Dataset, []string, error) {
	list, faults := Flowcharts(file, []byte(text), strings.HasSuffix(file, ".md"))
	added, more := Add(&d, list)
	return d, said.Texts(added.Notes), append(faults, more...).Err()
}

func TestFlowchart(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"labels and IDs", "flowchart LR\n  a[Report] -->|a notice| b(\"Triage\")\n  b --> 3\n", `fault (fault) [1]-[3]; 1>2 "a notice" @2; 2>3 "" @3`},
		{"a title", "---\ntitle: \"Recover: all\"\nconfig: {}\n---\n%% remark\n\ngraph TD;\n1-->2;2-->3;", `Recover: all (Recover: all) [1]-[3]; 1>2 "" @8; 2>3 "" @8`},
		{"chained, with text within", "flowchart TB\n1 -- first --> 2 -. second .-> 3 == third ==> 4", `fault (fault) [1]-[4]; 1>2 "first" @2; 2>3 "second" @2; 3>4 "third" @2`},
		{"several at once", "flowchart LR\n1 & 2 --> 3 & 4", `fault (fault) [1 2]-[3 4]; 1>3 "" @2; 1>4 "" @2; 2>3 "" @2; 2>4 "" @2`},
		{"every shape", "graph LR\nA[Report]-->B(Triage)-->C([Recover the service])-->D[[4]]-->E{Ask}\nF((Report)) ---> G{{Triage}}\nH[(1)] ====> I>2]\nJ[/1/] -..-> K[\\2\\]\nL(((1))) --> M@{ shape: rect, label: \"Triage\" }\nN[/1\\]:::big --> O[\\2/]",
			`fault (fault) [1]-[Ask]; 1>2 "" @2; 2>3 "" @2; 3>4 "" @2; 4>Ask "" @2; 1>2 "" @3; 1>2 "" @4; 1>2 "" @5; 1>2 "" @6; 1>2 "" @7`},
		{"looks and boxes", "flowchart LR\nsubgraph s1 [Desk]\ndirection TB\n1-->2\nend\nsubgraph other\n2-->3\nend\nclassDef big fill:#f00\nclass 1 big\nstyle 2 fill:#fff\nlinkStyle 0 stroke:red\nclick 1 \"https://example.org\"\naccTitle: a --> b\naccDescr {\n 3 --> 1\n}\n", `fault (fault) [1]-[3]; 1>2 "" @4; 2>3 "" @7`},
		{"labels that stand elsewhere", "flowchart LR\na --> b\na[Report]\nb[\"2 Triage\"]", `fault (fault) [1]-[2]; 1>2 "" @2`},
		{"breaks, entities, Markdown", "flowchart LR\na[\"`**Recover**\nthe <b>service</b>`\"] -->|\"a #quot;b#quot; #35;1<br/>c\"| 4", `fault (fault) [3]-[4]; 3>4 "a \"b\" #1 c" @3`},
		{"both ways, and lines that only arrange", "flowchart LR\n1 <--> 2\n2 ~~~ 4\n2 --> 3", `fault (fault) [1]-[3]; 1>2 "" @2; 2>1 "" @2; 2>3 "" @4`},
		{"IDs of edges, directives", "%%{init: {\n'theme':'x'}}%%\nflowchart LR\n1 e1@--> 2\ne1@{ animate: true }\n2 -->\n3", `fault (fault) [1]-[3]; 1>2 "" @4; 2>3 "" @6`},
		{"an arrow within quotes", "flowchart LR\n1 -- \"a --> b\" --> 2", `fault (fault) [1]-[2]; 1>2 "a --> b" @2`},
		{"line ends of Windows", "flowchart LR\r\n1 --> 2\r\n2 --> 3\r\n", `fault (fault) [1]-[3]; 1>2 "" @2; 2>3 "" @3`},
	} {
		d := help()
		if c.name == "both ways, and lines that only arrange" {
			d.Flows = []graph.Flow{{ID: "fault", Name: graph.Text("fault"), Start: []string{"1"}, Goal: []string{"3"}}}
		}
		d, _, err := draw("fault.mmd", c.text, d)
		got := strings.NewReplacer(` 0 "" [] false`, "", " sequence", "").Replace(strings.TrimSpace(sketch(d)))
		if err != nil || got != c.want {
			t.Errorf("%s: %v\ngot  %s\nwant %s", c.name, err, got, c.want)
		}
	}
}

func TestFlowchartIDsWithHyphens(t *testing.T) {
	d := graph.Dataset{Tasks: []graph.Task{{ID: "3-19", Name: graph.Text("A")}, {ID: "3-21", Name: graph.Text("B")}, {ID: "作業=1.10", Name: graph.Text("C")}, {ID: "R&D", Name: graph.Text("D")}}}
	d, _, err := draw("f.mmd", "flowchart LR\n3-19-->3-21-.->作業=1.10==>R&D", d)
	if err != nil || len(d.Flows) != 1 || len(d.Flows[0].Handoffs) != 3 || d.Flows[0].Goal[0] != "R&D" {
		t.Errorf("%v %s", err, sketch(d))
	}
}

func TestMarkdown(t *testing.T) {
	const text = "# Wiki\n\n```mermaid\nflowchart LR\n  1 --> 2\n```\n\n## Closing ##\n~~~~ mermaid\ngraph LR\n 3 --> 4\n~~~~\n\n```text\n```mermaid\nflowchart LR\n 1 --> nobody\n```\n\n```mermaid\nsequenceDiagram\n A->>B: hi\n```\n\n## Servers\n```mermaid\nflowchart LR\n web --> database\n web ==> ==\n```\n"
	d, notes, err := draw("wiki.md", text, help())
	if err != nil || len(d.Flows) != 2 || d.Flows[0].ID != "Wiki" || d.Flows[1].ID != "Closing" || d.Flows[0].Handoffs[0].Source != (graph.Source{File: "wiki.md", Line: 5}) {
		t.Errorf("%v\n%s", err, sketch(d))
	}
	all := strings.Join(notes, "\n")
	for _, want := range []string{
		`flows: the flowchart at wiki.md:27 names no task, and is not read`, `flows: "Wiki" is declared by wiki.md, line 4, and by no .yaml file`, "kind: the arrows of the flowchart in wiki.md are handoffs of the kind sequence",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("%s\nlacks %s", all, want)
		}
	}
}

func TestFlowchartNamesEveryFault(t *testing.T) {
	for _, c := range []struct {
		file, text string
		want       []string
	}{
		{"f.mmd", "flowchart LR\n1 --> Triagge\nx[Recovery] --> 4\n", []string{`f.mmd:2:7: "Triagge": is not the ID or the name of a task; the nearest are "2 Triage"`, `f.mmd:3:1: "Recovery": is not the ID or the name of a task; the nearest are`}},
		{"f.mmd", "flowchart LR\n1 --- 2\n2 --x 3\n3 --> 4", []string{`f.mmd:2:3: "1 2": are joined by a line without the head of an arrow`, `f.mmd:3:3: "2 3"`}},
		{"f.mmd", "flowchart LR\n1[Triage] --> 3", []string{`f.mmd:2:1: "1": is the task "1", and the label of the node is the task "2"`}},
		{"f.mmd", "flowchart LR\n1 --> 2\n1 -> 2\n2 --> [x\n2 --> 3[open\n", []string{`f.mmd:3:3: "-> 2": is not understood here`, `f.mmd:4:7: "[x": is not understood`, `f.mmd:5:8: "[open": is not understood`}},
		{"f.mmd", "flowchart LR\nsubgraph desk\n1 --> 2\nend\ndesk --> 3", []string{`f.mmd:5:1: "desk": is a subgraph`}},
		{"f.mmd", "sequenceDiagram\nA->>B: hi", []string{`f.mmd:1: "": is no flowchart`}},
		{"f.mmd", "flowchart LR\n1 --> 2\n2 --> 1", []string{`f.mmd:1: "f": is a flow in which something leads to each task`}},
		{"w.md", "# A\n```mermaid\nflowchart LR\n1 --> 2\n```\n```mermaid\nflowchart LR\n2 --> 3\n```\n", []string{`w.md:7: "A": is the title of two flowcharts of this file`}},
		{"w.md", "```mermaid\nflowchart LR\n1 --> nobody\n```\n", []string{`w.md:3:7: "nobody": is not the ID or the name of a task`}},
	} {
		_, _, err := draw(c.file, c.text, help())
		for _, want := range c.want {
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("%q: %v\nlacks %s", c.text, err, want)
			}
		}
	}
}

func TestFlowchartSays(t *testing.T) {
	d, notes, err := draw("drawn.mmd", "---\ntitle: x\n---\nflowchart TB\n"+graph.DrawnRemark+"\n1 --> 2\nnobody --> 3", help())
	if err != nil || len(d.Flows) > 0 || len(notes) != 1 || notes[0] != "flows: the flowchart at drawn.mmd:4 is a drawing of a dataset, as it says, and is not read" {
		t.Errorf("%v %v", notes, err)
	}
	_, notes, err = draw("f.mmd", "flowchart LR\nsubgraph s\n1 --> 2\nend\nsubgraph t\nend\n9[Lonely]", help())
	all := strings.Join(notes, "\n")
	for _, want := range []string{"flows: the subgraphs of the flowchart at f.mmd:1 are not read: 2; what is in them is", `flows: no arrow leads to or from "9" in the flowchart at f.mmd:1`} {
		if err != nil || !strings.Contains(all, want) {
			t.Errorf("%v %s\nlacks %s", err, all, want)
		}
	}
}

// Text that claims more handoffs than a dataset may hold costs no more than that many.
func TestFlowchartIsBounded(t *testing.T) {
	n := func(full int) int { return seeds.Size(full, full/5) }
	many := strings.Repeat("1 & ", n(100_000)) + "2"
	for _, text := range []string{
		"flowchart LR\n" + many + " --> " + many, "flowchart LR\n" + strings.Repeat("1 --> ", n(150_000)) + "2",
		"flowchart LR\n" + strings.Repeat("a[/x & ", n(100_000)), "flowchart LR\n" + strings.Repeat("a -- x ", n(100_000)), "flowchart LR\n" + strings.Repeat("a-->|", n(200_000)),
		"flowchart LR\n" + strings.Repeat("a-->|\n", n(150_000)), "flowchart LR\n" + strings.Repeat("accDescr {\n", n(80_000)), "flowchart LR\n" + strings.Repeat("%%{\n", n(200_000)), "flowchart LR\n" + strings.Repeat("a[\"\n", n(200_000)),
		"flowchart LR\n" + strings.Repeat("a[/x\\] & ", n(100_000)),
	} {
		if _, _, err := draw("f.mmd", text, help()); err == nil && !strings.Contains(text, "accDescr") && !strings.Contains(text, "%%") {
			t.Errorf("%.40q is read", text)
		}
	}
}

// FuzzFlowcharts reads whatever text: twice alike, and handoffs lie within the file.
func FuzzFlowcharts(f *testing.F) {
	f.Add("flowchart LR\n a[Report] -->|x| b & 2\n", false)
	f.Add("# A\n```mermaid\n---\ntitle: T\n---\ngraph TD; 1-- a -->2-.->3\n```\n", true)
	f.Add("graph LR\nsubgraph s [t]\n1 e@==> 2@{label: \"x\"}\nend\n%%{init}%%\nstyle 1 a", false)
	f.Fuzz(func(t *testing.T, text string, isMarkdown bool) {
		list, faults := Flowcharts("f.md", []byte(text), isMarkdown)
		again, _ := Flowcharts("f.md", []byte(text), isMarkdown)
		lines := 1 + strings.Count(text, "\n")
		if len(list) != len(again) {
			t.Fatal("two runs differ")
		}
		for i, s := range list {
			if len(s.Entries) != len(again[i].Entries) || s.at.Line < 1 || s.at.Line > lines {
				t.Fatalf("%+v", s)
			}
			for _, e := range s.Entries {
				if e.line < 1 || e.line > lines || e.cells[fromField].text == "" || e.cells[toField].text == "" || e.cells[fromField].column < 1 {
					t.Fatalf("%d lines: %+v", lines, e)
				}
			}
			faults = append(faults, s.broken...)
		}
		for _, p := range faults {
			if p.Source.Line < 1 || p.Source.Line > lines {
				t.Fatalf("%d lines: %v", lines, p)
			}
		}
		d := help()
		Add(&d, list)
	})
}

// FuzzRead reads whatever table: each row below the headings is a handoff, a fault, or
// named.
func FuzzRead(f *testing.F) {
	f.Add("flow|from|to\nF|1|2\n|3|4")
	f.Add("手順|渡す側|受ける側|種類|所要分\nF|申告|2|報告|5\n(例)|1|2||")
	f.Fuzz(func(t *testing.T, text string) {
		s, err := Read(rows(text), graph.Source{File: "h.csv"})
		if err != nil {
			return
		}
		d := help()
		before := len(s.Entries)
		_, faults := Add(&d, []Stated{s})
		got := len(d.Handoffs)
		for _, flow := range d.Flows {
			got += len(flow.Handoffs)
		}
		if len(faults) == 0 && got != before {
			t.Fatalf("%d rows made %d handoffs", before, got)
		}
	})
}
