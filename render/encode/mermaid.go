package encode

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"tasuki/graph"
	"tasuki/render/diagram"
	"tasuki/render/layout"
	"tasuki/render/look"
	"tasuki/render/messages"
	"tasuki/render/typeset"
)

// Mermaid writes d as a Mermaid flowchart. Where its nodes stand is left to
// Mermaid, but for the lanes, which become subgraphs. Signs of marks stand
// before the texts; what they mean, and the notes of d, stand in a node of their
// own. Equal diagrams give equal bytes.
func Mermaid(d diagram.Diagram) string {
	m := &mermaid{d: d, name: map[string]string{}}
	for i, n := range d.Nodes {
		m.name[n.ID] = fmt.Sprintf("n%d", i+1)
	}
	title, _ := json.Marshal(typeset.InOrder(d.FullTitle())) // a string is always JSON, and JSON is YAML
	fmt.Fprintf(&m.b, "---\ntitle: %s\n---\nflowchart TB\n%s\n", title, graph.DrawnRemark)
	m.writeNodes()
	m.writeEdges()
	m.writeKey()
	m.writeClasses()
	return m.b.String()
}

// mermaid is a flowchart that is being written.
type mermaid struct {
	b    strings.Builder
	d    diagram.Diagram
	name map[string]string
}

// writeNodes writes the nodes, lane by lane, and those that span the lanes.
func (m *mermaid) writeNodes() {
	lane := -1
	if m.d.Arrangement == diagram.Grid {
		for lane = range m.d.Lanes {
			l := m.d.Lanes[lane]
			fmt.Fprintf(&m.b, "  subgraph lane%d[\"%s\"]\n", lane+1, MermaidText(statusSign(l.Status)+signs(l.Marks)+l.Title))
			m.writeLane("    ", func(n diagram.Node) bool { return n.Lane == lane && n.Class != diagram.HeadingNode })
			m.b.WriteString("  end\n")
		}
	}
	m.writeLane("  ", func(n diagram.Node) bool { return lane < 0 || n.Class == diagram.HeadingNode })
	for _, n := range m.d.Nodes {
		for _, below := range m.d.Nodes {
			if n.Class == diagram.HeadingNode && below.Row == n.Row+1 && below.Class != diagram.HeadingNode {
				fmt.Fprintf(&m.b, "  %s ~~~ %s\n", m.name[n.ID], m.name[below.ID])
			}
		}
	}
}

func (m *mermaid) writeLane(indent string, in func(diagram.Node) bool) {
	for _, n := range m.d.Nodes {
		if !in(n) {
			continue
		}
		text := n.Text
		if n.Head != "" {
			text = strings.TrimSuffix(n.Head+"\n"+n.Text, "\n")
		}
		open, end := mermaidShape(n.Class)
		fmt.Fprintf(&m.b, "%s%s%s\"%s\"%s\n", indent, m.name[n.ID], open, MermaidText(statusSign(n.Status)+signs(n.Marks)+text), end)
	}
}

// writeEdges writes the arrows. Like in drawings, arrows that stand for a sum
// are as wide as it is large. Invisible links, which come first, count among
// the links by whose number widths are set.
func (m *mermaid) writeEdges() {
	before := strings.Count(m.b.String(), " ~~~ ")
	most := 1.0
	for _, e := range m.d.Edges {
		most = max(most, e.Weight)
	}
	for _, e := range m.d.Edges {
		arrow := "-->"
		if e.Inferred || e.Optional || e.Passes > 0 || e.Status == diagram.GoneStatus || e.Status == diagram.BreaksStatus || e.Status == diagram.NotSeenStatus || e.Status == diagram.UndeclaredStatus {
			arrow = "-.->"
		}
		label := messages.Terms(e.When, e.Optional, m.d.Language) + messages.KindAndLabel(e.Kind, e.Label, m.d.Language)
		if e.Branch != "" {
			label += m.d.Plain(" (branch {1})", e.Branch)
		}
		if m.d.Arrangement == diagram.Grid { // a sum has the sign before its number
			label = statusSign(e.Status) + label
		}
		if label != "" {
			arrow += `|"` + MermaidText(label) + `"|`
		}
		fmt.Fprintf(&m.b, "  %s %s %s\n", m.name[e.From], arrow, m.name[e.To])
	}
	for i, e := range m.d.Edges {
		if e.Weight > 0 {
			fmt.Fprintf(&m.b, "  linkStyle %d stroke-width:%spx\n", before+i, Decimal(0.8+(layout.WidestArrow-0.8)*e.Weight/most))
		}
	}
}

// writeKey writes the meaning of signs, and the notes.
func (m *mermaid) writeKey() {
	var lines []string
	for _, s := range m.d.Legend {
		if s.Sign.What == diagram.MarkSign {
			lines = append(lines, signs([]diagram.Mark{s.Sign.Mark})+s.Text)
		}
		if s.Sign.What == diagram.StatusSign {
			lines = append(lines, statusSign(s.Sign.Status)+s.Text)
		}
		if s.Sign.What == diagram.InferredSign || s.Sign.What == diagram.OptionalSign || s.Sign.What == diagram.WeightSign || s.Sign.What == diagram.ViaSign {
			lines = append(lines, s.Text)
		}
	}
	lines = append(lines, m.d.Notes...)
	if len(lines) > 0 {
		fmt.Fprintf(&m.b, "  key[\"%s\"]:::key\n", MermaidText(strings.Join(lines, "\n")))
	}
}

// writeClasses writes how classes of nodes look.
func (m *mermaid) writeClasses() {
	m.b.WriteString("  classDef key fill:none,stroke:none,text-align:left\n")
	for _, c := range []struct {
		name, look string
		of         func(diagram.Node) bool
	}{
		{"spof", "stroke:" + look.Vermilion + ",stroke-width:3px", func(n diagram.Node) bool {
			return slices.Contains(n.Marks, diagram.SPOFMark) || slices.Contains(n.Marks, diagram.WorstMark)
		}},
		{"dashed", "stroke-dasharray:4 3", func(n diagram.Node) bool {
			return (look.Of(n.Class).Dashed || n.Status == diagram.GoneStatus || n.Status == diagram.LeftStatus || n.Status == diagram.BreaksStatus) && n.Status != diagram.CameStatus
		}},
		{"came", "stroke-width:3px", func(n diagram.Node) bool { return n.Status == diagram.CameStatus }},
	} {
		var names []string
		for _, n := range m.d.Nodes {
			if c.of(n) {
				names = append(names, m.name[n.ID])
			}
		}
		if len(names) > 0 {
			fmt.Fprintf(&m.b, "  classDef %s %s\n  class %s %s\n", c.name, c.look, strings.Join(names, ","), c.name)
		}
	}
}

// mermaidShape returns the brackets of a class of nodes.
func mermaidShape(c diagram.Class) (open, end string) {
	switch c {
	case diagram.ClientNode:
		return "(", ")"
	case diagram.IncumbentNode:
		return "[[", "]]"
	case diagram.HeadingNode:
		return "([", "])"
	}
	return "[", "]"
}

// signs returns marks as characters, with a space behind them.
func signs(marks []diagram.Mark) string {
	text := ""
	for _, m := range marks {
		text += map[diagram.Mark]string{diagram.StartMark: "▶", diagram.GoalMark: "◎", diagram.SPOFMark: "◆", diagram.BottleneckMark: "▼", diagram.UncertainMark: "？", diagram.DifferMark: "≠", diagram.WorstMark: "◆"}[m] + " "
	}
	return text
}

// statusSign returns the sign of a status, with a space behind it.
func statusSign(s diagram.Status) string {
	if s.Sign() == "" {
		return ""
	}
	return s.Sign() + " "
}

// MermaidText writes text for between quotation marks. Every ASCII character
// but letters, digits and a few others is written by its number: Mermaid reads
// Markdown, icons, formulas, comments and entities wherever it can.
func MermaidText(text string) string {
	var b strings.Builder
	digits := true // since the line began
	begin := true
	for _, r := range typeset.InOrder(text) {
		switch {
		case r == '\n':
			b.WriteString("<br/>")
		case !InXML(r):
			b.WriteRune(utf8.RuneError)
		case r >= utf8.RuneSelf, '0' <= r && r <= '9', 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', r == ' ', r == ',', r == '(', r == ')',
			r == '.' && !digits, r == '-' && !begin:
			b.WriteRune(r)
		default:
			b.WriteString("#" + strconv.Itoa(int(r)) + ";")
		}
		if r == '\n' {
			digits, begin = true, true
		} else if r != ' ' {
			digits, begin = digits && '0' <= r && r <= '9', false
		}
	}
	return b.String()
}
