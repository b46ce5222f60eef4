package handoffs

import (
	"bytes"
	"html"
	"strings"

	"tasuki/graph"
	"tasuki/graph/pattern"
	"tasuki/graph/said"
)

// Flowcharts returns what the flowcharts of a file state: its text is one, or Markdown
// that holds some in fenced blocks. What is no flowchart is left out. A chart in Markdown
// may be about something else than tasks; one in a file of its own may not.
func Flowcharts(file string, text []byte, isMarkdown bool) ([]Stated, graph.Problems) {
	name := file[:max(0, strings.LastIndexByte(file, '.'))]
	blocks := []block{{line: 1, title: name, text: string(text)}}
	if isMarkdown {
		blocks = mermaidBlocks(string(text), name)
	}
	var list []Stated
	var faults graph.Collector
	for _, b := range blocks {
		c := newChart(file, b)
		if !c.begin() {
			if !isMarkdown {
				c.fault(cell{line: 1}, "", "is no flowchart; it begins with flowchart or graph and a direction, such as flowchart LR")
				faults.AddAll(c.faults.Problems())
			}
			continue
		}
		if strings.Contains(b.text, graph.DrawnRemark) {
			c.Notes = append(c.Notes, said.Notef("flows: the flowchart at %s is a drawing of a dataset, as it says, and is not read", c.place()))
			list = append(list, c.Stated)
			continue
		}
		c.partial = isMarkdown
		c.statements()
		c.finish()
		// What is wrong with a chart counts when it is about tasks, which is known later.
		c.broken = c.faults.Problems()
		list = append(list, c.Stated)
	}
	return list, faults.Problems()
}

// HasFlowchart reports whether Markdown holds a flowchart.
func HasFlowchart(text []byte) bool {
	if !bytes.Contains(bytes.ToLower(text), []byte("mermaid")) {
		return false
	}
	list, _ := Flowcharts("", text, true)
	return len(list) > 0
}

// chart reads one flowchart.
type chart struct {
	Stated
	scanner
	title     string
	labels    map[string]string // of nodes
	places    map[string]cell   // of nodes, where they stand first
	joined    map[string]bool   // nodes at an arrow
	subgraphs map[string]bool   // IDs and titles
	boxes     int               // subgraphs
	order     []string          // of nodes
	faults    graph.Collector
}

func newChart(file string, b block) *chart {
	return &chart{
		Stated: Stated{at: graph.Source{File: file, Line: b.line}, chart: true}, scanner: scanner{text: b.text, line: b.line}, title: b.title,
		labels: map[string]string{}, places: map[string]cell{}, joined: map[string]bool{}, subgraphs: map[string]bool{},
	}
}

func (c *chart) fault(at cell, value, format string, args ...any) {
	c.faults.Add(graph.Problem{Source: c.source(at.line, at.column), Value: value}.Saying(format, args...))
}

var (
	frontMatter = pattern.Lazy(`^\s*---[ \t]*\r?\n(?s:(.*?)\r?\n)?[ \t]*---[ \t]*(?:\r?\n|$)`)
	titleLine   = pattern.Lazy(`(?m)^title:[ \t]*(.*?)[ \t]*\r?$`)
	header      = pattern.Lazy(`^(?:flowchart|graph)(?:-elk)?(?:[ \t]+(?:TB|TD|BT|RL|LR|[<>^v]))?[ \t]*(?:;|\r?\n|$|%%)`)
)

// begin reads up to the first statement. It reports whether this is a flowchart.
func (c *chart) begin() bool {
	if m := frontMatter().FindStringSubmatch(c.rest()); m != nil {
		if t := titleLine().FindStringSubmatch(m[1]); t != nil && unquoted(t[1]) != "" {
			c.title = unquoted(t[1])
		}
		c.advance(len(m[0]))
	}
	c.skipBlank()
	at := c.line
	m := header().FindString(c.rest())
	c.advance(len(strings.TrimSuffix(m, "%%")))
	c.at.Line = at
	return m != ""
}

// unquoted returns a text of YAML without quotes around it.
func unquoted(s string) string {
	if len(s) >= 2 && (s[0] == '"' || s[0] == '\'') && s[len(s)-1] == s[0] {
		return s[1 : len(s)-1]
	}
	return s
}

var (
	lineBreaks = pattern.Lazy(`(?i)<br[ \t]*/?>`)
	tags       = pattern.Lazy(`</?[a-zA-Z][^<>]{0,200}>`)
	entities   = pattern.Lazy(`#(\w{1,10});`)
	numeric    = pattern.Lazy(`&(\d+);`)
)

// plain returns a text of a flowchart as it is shown.
func plain(s string) string {
	s = tags().ReplaceAllString(lineBreaks().ReplaceAllString(s, " "), "")
	s = numeric().ReplaceAllString(entities().ReplaceAllString(s, "&$1;"), "&#$1;")
	s = html.UnescapeString(s)
	if inner, ok := strings.CutPrefix(s, "`"); ok {
		s = strings.ReplaceAll(strings.TrimSuffix(inner, "`"), "**", "")
	}
	return strings.Join(strings.Fields(s), " ")
}
