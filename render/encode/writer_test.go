package encode_test

import (
	"encoding/xml"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/internal/golden"
	"tasuki/internal/samples"
	"tasuki/render/diagram"
	"tasuki/render/encode"
	"tasuki/render/messages"
)

// graphDrawings are those of boxes and arrows.
var graphDrawings = []string{"map", "lanes", "ladder"}

func TestGraphWriters(t *testing.T) {
	for _, lang := range samples.Languages() {
		all := samples.SampleDrawings(t, samples.Fault(t), lang)
		for _, name := range graphDrawings {
			golden.Check(t, name+"-"+string(lang.Lang)+".mmd", []byte(encode.Mermaid(all[name])))
			text, err := encode.GraphML(all[name])
			if err != nil {
				t.Fatal(err)
			}
			golden.Check(t, name+"-"+string(lang.Lang)+".graphml", text)
		}
	}
}

// hardTexts are read as something else where they are not escaped.
var hardTexts = []string{
	`"quoted" <b>&amp;</b> #35; #quot;`, "1. first\n2. second", "- item\n* item\n+ item", "`code` *star* _under_ $$x$$", "%%{init: {}}%% %% comment",
	"fa:fa-car https://example.org end subgraph", "a|b]c)d}e --> f;", "style x:#fff;", "\x00\x1b]]>", "原因調査、依頼。", "<script>alert(1)</script>",
}

func hardDiagram() diagram.Diagram {
	d := diagram.Diagram{ID: "hard", Language: messages.In(graph.English), Title: strings.Join(hardTexts, " "), Lanes: []diagram.Lane{{Title: hardTexts[0]}}, Notes: hardTexts}
	for i, text := range hardTexts {
		d.Nodes = append(d.Nodes, diagram.Node{ID: text + strconv.Itoa(i), Head: text, Text: text, Row: i, Hint: text, Ref: text})
		if i > 0 {
			d.Edges = append(d.Edges, diagram.Edge{From: d.Nodes[i-1].ID, To: d.Nodes[i].ID, Label: text, Hint: text})
		}
	}
	return d
}

// What stands between quotation marks holds nothing that Mermaid reads, and is
// the text again when its entities are decoded.
func TestMermaidText(t *testing.T) {
	for _, text := range hardTexts {
		got := encode.MermaidText(text)
		rest := strings.ReplaceAll(regexp.MustCompile(`#\d+;`).ReplaceAllString(got, ""), "<br/>", "")
		if strings.ContainsAny(rest, "\"#<>&;:`*_$%|[]{}\n\\") || regexp.MustCompile(`(^|<br/>)\s*(\d+\.|[-*+] )`).MatchString(got) {
			t.Errorf("%q is written as %q", text, got)
		}
		back := regexp.MustCompile(`#(\d+);`).ReplaceAllStringFunc(strings.ReplaceAll(got, "<br/>", "\n"), func(s string) string {
			n, err := strconv.Atoi(s[1 : len(s)-1])
			if err != nil {
				t.Fatal(err)
			}
			return string(rune(n))
		})
		if want := strings.Map(visible, text); back != want {
			t.Errorf("%q reads back as %q", text, back)
		}
	}
}

// visible replaces what XML cannot hold.
func visible(r rune) rune {
	if r != '\n' && !encode.InXML(r) {
		return '\ufffd'
	}
	return r
}

// GraphML reads back as the diagram.
func TestGraphMLReadsBack(t *testing.T) {
	all := samples.SampleDrawings(t, samples.Fault(t), messages.In(graph.Japanese))
	for _, d := range []diagram.Diagram{hardDiagram(), all["map"], all["lanes"], all["ladder"]} {
		text, err := encode.GraphML(d)
		if err != nil {
			t.Fatal(err)
		}
		var got encode.GraphMLFile
		if err := xml.Unmarshal(text, &got); err != nil {
			t.Fatalf("%v in\n%s", err, text)
		}
		if len(got.Graph.Nodes) != len(d.Nodes) || len(got.Graph.Edges) != len(d.Edges) {
			t.Fatalf("%s: %d nodes and %d edges", d.ID, len(got.Graph.Nodes), len(got.Graph.Edges))
		}
		ids := map[string]bool{}
		for i, n := range got.Graph.Nodes {
			want := strings.Map(visible, strings.Trim(d.Nodes[i].Head+"\n"+d.Nodes[i].Text, "\n"))
			if ids[n.ID] || !slices.Contains(n.Data, encode.GraphMLValue{"label", want}) {
				t.Errorf("%s: node %d is %+v, want the label %q", d.ID, i, n, want)
			}
			ids[n.ID] = true
		}
		for _, e := range got.Graph.Edges {
			if !ids[e.From] || !ids[e.To] {
				t.Errorf("%s: %+v joins no nodes", d.ID, e)
			}
		}
		for _, n := range append(got.Graph.Nodes, encode.GraphMLNode{Data: got.Graph.Data}) {
			for _, v := range n.Data {
				if !slices.ContainsFunc(encode.GraphMLKeys, func(k encode.GraphMLKey) bool { return k.ID == v.Key }) {
					t.Errorf("%s: the key %q is not declared", d.ID, v.Key)
				}
			}
		}
	}
}
