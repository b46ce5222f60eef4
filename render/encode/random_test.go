package encode_test

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"tasuki/graph"
	"tasuki/internal/samples"
	"tasuki/internal/seeds"
	"tasuki/render/diagram"
	"tasuki/render/encode"
	"tasuki/render/typeset"
)

// scraps make names that are hard to tell apart, or from what is written around
// them.
var scraps = []string{"a", "A", "_", "_61", "-", " ", ".", "1", "é", "障害", `"`, `\`, "&", "<", ">", "#", ";", "|", "`", "end", "n1", "key", "edge1", "\u202E", "\uFFFE", "👍"}

func randomName(random *rand.Rand) string {
	var b strings.Builder
	for range 1 + random.IntN(5) {
		b.WriteString(scraps[random.IntN(len(scraps))])
	}
	return b.String()
}

// randomDiagram returns boxes of every class with arrows of every kind, in lanes
// or in a ring.
func randomDiagram(random *rand.Rand) diagram.Diagram {
	d := diagram.Diagram{ID: "d", Language: samples.Languages()[random.IntN(2)], Title: randomName(random), Arrangement: diagram.Arrangement(random.IntN(2))}
	for range 1 + random.IntN(4) {
		d.Lanes = append(d.Lanes, diagram.Lane{Title: randomName(random), Marks: []diagram.Mark{diagram.BottleneckMark}[:random.IntN(2)]})
	}
	taken := map[string]bool{}
	for row := range 1 + random.IntN(9) {
		id := randomName(random)
		if taken[id] {
			continue
		}
		taken[id] = true
		n := diagram.Node{ID: id, Text: randomName(random), Row: row, Lane: random.IntN(len(d.Lanes)), Ref: id, Hint: randomName(random), Class: diagram.Class(random.IntN(int(diagram.UnknownKindNode) + 1))}
		if random.IntN(2) == 0 {
			n.Head = randomName(random)
		}
		for m := diagram.StartMark; m <= diagram.DifferMark; m++ {
			if random.IntN(4) == 0 {
				n.Marks = append(n.Marks, m)
			}
		}
		d.Nodes = append(d.Nodes, n)
	}
	kinds := append(graph.Words("handoff kind"), "")
	for range random.IntN(2 * len(d.Nodes)) {
		e := diagram.Edge{From: d.Nodes[random.IntN(len(d.Nodes))].ID, To: d.Nodes[random.IntN(len(d.Nodes))].ID, Kind: graph.HandoffKind(kinds[random.IntN(len(kinds))]),
			Inferred: random.IntN(3) == 0, Passes: max(0, random.IntN(5)-2), Weight: float64(max(0, random.IntN(5)-2)), Hint: randomName(random)}
		if random.IntN(3) > 0 {
			e.Label = randomName(random)
		}
		d.Edges = append(d.Edges, e)
	}
	d.Legend, d.Notes = diagram.LegendOf(d), []string{randomName(random)}
	return d
}

// valuesOf returns the values of a node, an edge or the graph by their keys.
func valuesOf(t *testing.T, list []encode.GraphMLValue, of string) map[string]string {
	t.Helper()
	values := map[string]string{}
	for _, v := range list {
		if _, twice := values[v.Key]; twice || !slices.ContainsFunc(encode.GraphMLKeys, func(k encode.GraphMLKey) bool { return k.ID == v.Key && k.For == of }) {
			t.Errorf("a %s has the value %+v twice, or undeclared", of, v)
		}
		values[v.Key] = v.Value
	}
	return values
}

// Whatever names are, GraphML is well formed, tells its nodes apart, and says of
// each arrow what the diagram says.
func TestGraphMLOfHardNames(t *testing.T) {
	for seed := range seeds.Each(500) {
		d := randomDiagram(rand.New(rand.NewPCG(seed, 111)))
		text, err := encode.GraphML(d)
		if err != nil {
			t.Fatal(err)
		}
		var got encode.GraphMLFile
		if err := xml.Unmarshal(text, &got); err != nil || len(got.Graph.Nodes) != len(d.Nodes) || len(got.Graph.Edges) != len(d.Edges) {
			t.Fatalf("seed %d: %v in\n%s", seed, err, text)
		}
		ids := map[string]string{} // by the ID of a node of the diagram
		for i, n := range got.Graph.Nodes {
			for other, id := range ids {
				if id == n.ID || !regexp.MustCompile(`^[A-Za-z0-9_-]+$`).MatchString(n.ID) {
					t.Errorf("seed %d: %q and %q both have the id %q", seed, other, d.Nodes[i].ID, n.ID)
				}
			}
			ids[d.Nodes[i].ID] = n.ID
			if values := valuesOf(t, n.Data, "node"); values["ref"] != strings.Map(visible, d.Nodes[i].Ref) || strings.Count(values["marks"], " ") != max(0, len(d.Nodes[i].Marks)-1) || values["class"] == "" {
				t.Errorf("seed %d: %+v is written as %q", seed, d.Nodes[i], values)
			}
		}
		for i, e := range got.Graph.Edges {
			want, values := d.Edges[i], valuesOf(t, e.Data, "edge")
			if e.From != ids[want.From] || e.To != ids[want.To] || e.ID != fmt.Sprint("edge", i+1) {
				t.Errorf("seed %d: %+v is written from %q to %q", seed, want, e.From, e.To)
			}
			weight, _ := strconv.ParseFloat(values["weight"], 64)
			passes, _ := strconv.Atoi(values["passes"])
			if values["artifact"] != strings.Map(visible, want.Label) || values["kind"] != string(want.Kind) || weight != want.Weight || passes != want.Passes || (values["inferred"] == "true") != want.Inferred {
				t.Errorf("seed %d: %+v is written as %q", seed, want, values)
			}
		}
		if again, err := encode.GraphML(d); err != nil || string(again) != string(text) {
			t.Errorf("seed %d: the same diagram is written otherwise (%v)", seed, err)
		}
		if t.Failed() {
			t.Fatalf("in\n%s", text)
		}
	}
}

// The lines that Mermaid reads: a box, an arrow, a lane and its end, an invisible
// arrow, a width and a class.
var (
	mermaidBox   = regexp.MustCompile(`^ +(n\d+|key)(?:\[\[|\(\[|\[|\()"([^"]*)"(?:\]\]|\]\)|\]|\))(:::key)?$`)
	mermaidArrow = regexp.MustCompile(`^  (n\d+) (-->|-\.->)(?:\|"([^"]*)"\|)? (n\d+)$`)
	mermaidLane  = regexp.MustCompile(`^  subgraph lane(\d+)\["([^"]*)"\]$`)
	mermaidRest  = regexp.MustCompile(`^  end$|^  n\d+ ~~~ n\d+$|^  linkStyle \d+ stroke-width:[0-9.]+px$|^  (classDef|class) [a-z0-9,]+ [^"]+$`)
)

// Whatever names are, each line of a flowchart is one of those that Mermaid reads,
// and the boxes, lanes and arrows are those of the diagram.
func TestMermaidOfHardNames(t *testing.T) {
	for seed := range seeds.Each(500) {
		d := randomDiagram(rand.New(rand.NewPCG(seed, 112)))
		text := encode.Mermaid(d)
		head, body, ok := strings.Cut(text, "\n---\nflowchart TB\n"+graph.DrawnRemark+"\n")
		var title string
		if err := json.Unmarshal([]byte(strings.TrimPrefix(head, "---\ntitle: ")), &title); !ok || err != nil || title != typeset.InOrder(d.Title) {
			t.Fatalf("seed %d: the title %q is written as %q (%v)", seed, d.Title, head, err)
		}
		boxes, arrows, lanes, lane := map[string]int{}, 0, 0, 0
		for line := range strings.Lines(body) {
			line = strings.TrimSuffix(line, "\n")
			if m := mermaidBox.FindStringSubmatch(line); m != nil && m[1] != "key" {
				boxes[m[1]]++
				i, _ := strconv.Atoi(m[1][1:])
				n := d.Nodes[i-1]
				if want := strings.TrimSuffix(n.Head+"\n"+n.Text, "\n"); !strings.HasSuffix(decoded(m[2]), mermaidText(strings.TrimPrefix(want, "\n"))) {
					t.Errorf("seed %d: %q says %q, want %q", seed, m[1], decoded(m[2]), want)
				}
				if inLane := d.Arrangement == diagram.Grid && n.Class != diagram.HeadingNode; inLane && lane != n.Lane+1 || !inLane && lane != 0 {
					t.Errorf("seed %d: %+v stands in lane %d", seed, n, lane)
				}
			} else if m := mermaidArrow.FindStringSubmatch(line); m != nil {
				from, _ := strconv.Atoi(m[1][1:])
				to, _ := strconv.Atoi(m[4][1:])
				e := d.Edges[arrows]
				if arrows++; d.Nodes[from-1].ID != e.From || d.Nodes[to-1].ID != e.To || !strings.HasSuffix(decoded(m[3]), mermaidText(e.Label)) || (m[2] == "-.->") != (e.Inferred || e.Passes > 0) {
					t.Errorf("seed %d: %+v is written as %q", seed, e, line)
				}
			} else if m := mermaidLane.FindStringSubmatch(line); m != nil {
				lane, _ = strconv.Atoi(m[1])
				if lanes++; !strings.HasSuffix(decoded(m[2]), mermaidText(d.Lanes[lane-1].Title)) {
					t.Errorf("seed %d: lane %d is called %q", seed, lane, decoded(m[2]))
				}
			} else if m := mermaidRest.FindString(line); m == "" && !mermaidBox.MatchString(line) {
				t.Errorf("seed %d: Mermaid reads no line such as %q", seed, line)
			} else if m == "  end" {
				lane = 0
			}
		}
		if len(boxes) != len(d.Nodes) || arrows != len(d.Edges) || d.Arrangement == diagram.Grid && lanes != len(d.Lanes) {
			t.Errorf("seed %d: %d boxes of %d, %d arrows of %d, %d lanes of %d", seed, len(boxes), len(d.Nodes), arrows, len(d.Edges), lanes, len(d.Lanes))
		}
		if t.Failed() {
			t.Fatalf("in\n%s", text)
		}
	}
}

// mermaidText is what a reader sees of a text.
func mermaidText(text string) string { return strings.Map(visible, typeset.InOrder(text)) }

// decoded reads text as Mermaid does.
func decoded(text string) string {
	return regexp.MustCompile(`#(\d+);`).ReplaceAllStringFunc(strings.ReplaceAll(text, "<br/>", "\n"), func(s string) string {
		n, err := strconv.Atoi(s[1 : len(s)-1])
		if err != nil {
			return s
		}
		return string(rune(n))
	})
}

// What is written between quotation marks is the text again, and holds nothing
// that Mermaid reads otherwise.
func FuzzMermaidText(f *testing.F) {
	for _, text := range hardTexts {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip("no name is so")
		}
		got := encode.MermaidText(text)
		if rest := strings.ReplaceAll(regexp.MustCompile(`#\d+;`).ReplaceAllString(got, ""), "<br/>", ""); strings.ContainsAny(rest, "\"#<>&;:`*_$%|[]{}\n\\~@=/") {
			t.Errorf("%q is written as %q", text, got)
		}
		if decoded(got) != mermaidText(text) {
			t.Errorf("%q reads back as %q", text, decoded(got))
		}
	})
}
