package handoffs

import (
	"regexp"
	"strconv"
	"strings"

	"tasuki/graph"
	"tasuki/graph/pattern"
	"tasuki/graph/said"
)

var (
	// word is what a line begins with that says how a chart looks, not what it states.
	word     = pattern.Lazy(`^(?:(?:direction|classDef|class|style|linkStyle|click|href)[ \t]|(?:accTitle|accDescr)[ \t]*[:{])`)
	ending   = pattern.Lazy(`^end[ \t\r]*(?:;|\n|$|%%)`)
	subgraph = pattern.Lazy(`^subgraph(?:[ \t][^\n;]*|\r?)(?:;|\n|$)`)

	edgeID = pattern.Lazy(`^[\w-]{1,100}@`)
	// whole is a link without a text in it, begun one that has a text before its end.
	whole = pattern.Lazy(`^(?:[xo<]?--+[-xo>]|[xo<]?==+[=xo>]|[xo<]?-?\.+-[xo>]?|~~~+)`)
	begun = pattern.Lazy(`^[xo<]?(?:--|==|-\.)`)
	ends  = map[string]func() *regexp.Regexp{
		"--": pattern.Lazy(`--+[-xo>]`), "==": pattern.Lazy(`==+[=xo>]`), "-.": pattern.Lazy(`-?\.+-[xo>]?`),
	}
)

// statements reads all statements of a chart.
func (c *chart) statements() {
	for c.skipBlank(); !c.done() && len(c.Entries) <= graph.MaxHandoffs; c.skipBlank() {
		switch rest := c.rest(); {
		case ending().MatchString(rest):
			c.advance(len("end"))
		case subgraph().MatchString(rest):
			c.advance(len("subgraph"))
			c.subgraph()
		case word().MatchString(rest):
			if line := c.skipLine(); strings.HasPrefix(line, "accDescr") && strings.Contains(line, "{") && !strings.Contains(line, "}") {
				c.until("}")
			}
		default:
			c.chain()
		}
	}
	if len(c.Entries) > graph.MaxHandoffs {
		c.fault(cell{line: c.line}, strconv.Itoa(len(c.Entries)), "are too many handoffs: a dataset has at most %d; split it into several datasets", graph.MaxHandoffs)
	}
}

// subgraph notes what a box around nodes is called, which is no node.
func (c *chart) subgraph() {
	c.boxes++
	c.skipSpace()
	if node, ok := c.node(); ok && node.text != "" {
		c.subgraphs[node.text] = true
	}
	c.skipLine()
}

// chain reads nodes and the links between them: A & B --> C --> D.
func (c *chart) chain() {
	from, ok := c.group()
	for ok && len(c.Entries) <= graph.MaxHandoffs {
		c.skipSpace()
		if c.ended() {
			return
		}
		at := c.here()
		l, found := c.link()
		if !found {
			break
		}
		c.skipSpaceAndLine()
		var to []cell
		if to, ok = c.group(); !ok {
			break
		}
		c.join(from, to, l, at)
		from = to
	}
	at := c.here()
	c.fault(at, cutLine(c.skipLine()), "is not understood here; a flowchart joins nodes by arrows, such as A[Report] -->|fault report| B[Triage], a statement in each line")
}

func cutLine(s string) string {
	if r := []rune(s); len(r) > maxCompared {
		return string(r[:maxCompared]) + "…"
	}
	return s
}

// ended reports whether a statement ends here.
func (c *chart) ended() bool {
	return c.done() || strings.IndexByte(";\n", c.text[c.pos]) >= 0 || strings.HasPrefix(c.rest(), "%%")
}

// skipSpaceAndLine lets a statement go on in the next line behind an arrow.
func (c *chart) skipSpaceAndLine() {
	c.skipSpace()
	if !c.done() && c.text[c.pos] == '\n' {
		c.skipBlank()
	}
}

// group reads nodes with & between them.
func (c *chart) group() ([]cell, bool) {
	var nodes []cell
	for {
		c.skipSpace()
		node, ok := c.node()
		if !ok || node.text == "" {
			return nodes, false
		}
		c.note(node)
		nodes = append(nodes, node)
		c.skipSpace()
		if !strings.HasPrefix(c.rest(), "&") {
			return nodes, true
		}
		c.advance(1)
	}
}

// note keeps the label of a node, wherever it stands.
func (c *chart) note(node cell) {
	if _, known := c.places[node.text]; !known {
		c.places[node.text] = node
		c.order = append(c.order, node.text)
	}
	if node.label != "" {
		c.labels[node.text] = node.label
	}
}

// link is an arrow, or a line.
type link struct{ start, end, text string }

// link reads what joins two groups of nodes.
func (c *chart) link() (l link, ok bool) {
	if id := edgeID().FindString(c.rest()); id != "" && (whole().MatchString(c.rest()[len(id):]) || begun().MatchString(c.rest()[len(id):])) {
		c.advance(len(id))
	}
	drawn := c.take(whole())
	if drawn == "" {
		start := c.take(begun())
		if start == "" {
			return l, false
		}
		// A text in quotes may hold what looks like an arrow.
		line, _, _ := strings.Cut(c.near(), "\n")
		skip := 0
		if lead := len(line) - len(strings.TrimLeft(line, " \t")); strings.HasPrefix(line[lead:], `"`) {
			skip = lead + 1 + strings.IndexByte(line[lead+1:], '"') + 1
		}
		at := ends[start[len(start)-2:]]().FindStringIndex(line[skip:])
		if at == nil {
			return l, false
		}
		l.text = plain(unquoted(strings.TrimSpace(line[:skip+at[0]])))
		c.advance(skip + at[1])
		drawn = start + line[skip+at[0]:skip+at[1]]
	}
	l.start, l.end = drawn[:1], drawn[len(drawn)-1:]
	c.skipSpace()
	if strings.HasPrefix(c.rest(), "|") {
		c.advance(1)
		text, closed := c.until("|")
		if !closed || strings.Contains(text, "\n") {
			return l, false
		}
		l.text = plain(unquoted(strings.TrimSpace(text)))
	}
	return l, true
}

// join adds the handoffs from each node of one group to each of another.
func (c *chart) join(from, to []cell, l link, at cell) {
	for _, a := range from {
		for _, b := range to {
			c.joined[a.text], c.joined[b.text] = true, true
			switch {
			case l.end == "~": // only arranges nodes
			case l.end != ">":
				c.fault(at, a.text+" "+b.text, "are joined by a line without the head of an arrow at its end, so that it does not show which way work passes; write --> between them")
				return
			default:
				c.pass(a, b, l.text, at)
				if l.start == "<" {
					c.pass(b, a, l.text, at)
				}
			}
			if len(c.Entries) > graph.MaxHandoffs {
				return
			}
		}
	}
}

// pass adds a handoff.
func (c *chart) pass(from, to cell, what string, at cell) {
	e := Entry{line: at.line}
	e.cells[flowField] = cell{text: c.title, line: c.at.Line}
	e.cells[fromField], e.cells[toField] = from, to
	e.cells[whatField] = cell{text: what, line: at.line, column: at.column}
	c.Entries = append(c.Entries, e)
}

// finish gives nodes the labels that stand elsewhere, and says what was left out.
func (c *chart) finish() {
	for i := range c.Entries {
		e := &c.Entries[i]
		for _, f := range []field{fromField, toField} {
			node := &e.cells[f]
			node.label = c.labels[node.text]
			if _, drawn := c.labels[node.text]; !drawn && c.subgraphs[node.text] {
				c.fault(*node, node.text, "is a subgraph, and an arrow to or from it does not show between which tasks work passes; draw it between tasks")
			}
		}
	}
	var alone []string
	for _, id := range c.order {
		if !c.joined[id] && !c.subgraphs[id] {
			alone = append(alone, quote(id))
		}
	}
	if c.boxes > 0 {
		c.Notes = append(c.Notes, said.Notef("flows: the subgraphs of the flowchart at %s are not read: %d; what is in them is", c.place(), c.boxes))
	}
	if len(alone) > 0 {
		c.Notes = append(c.Notes, said.Notef("flows: no arrow leads to or from %s in the flowchart at %s, so it is part of no handoff", few(alone), c.place()))
	}
	if len(c.Entries) == 0 {
		c.Notes = append(c.Notes, said.Notef("flows: the flowchart at %s has no arrow, so it states no handoff", c.place()))
	}
}

func (c *chart) place() said.Note { return c.source(c.at.Line, 0).Note() }
