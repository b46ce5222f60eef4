package drawings

import (
	"strconv"
	"strings"

	"tasuki/analysis/drill"
	"tasuki/graph"
	"tasuki/graph/numbers"
	"tasuki/render/diagram"
	"tasuki/render/messages"
)

// CallTree draws who calls whom in a flow: those who run the drill at the top, below them
// the organizations in the order of calls with their posts by level, and below each the
// one that it escalates to. An organization stands there once. Nothing in it says who is
// out. Numbers may be empty.
func CallTree(g *graph.Graph, flow string, tree []drill.Call, n numbers.File, lang messages.Language) diagram.Diagram {
	f, _ := g.Flow(flow)
	d := diagram.Diagram{
		ID: "calls-" + string(lang.Lang) + "." + messages.Suffix(flow), Language: lang, Arrangement: diagram.Tree,
		Title: lang.Plain("Tree of calls: {1}", f.Name.In(lang.Lang)),
	}
	root := diagram.Node{ID: "control", Class: diagram.GroupNode, Head: lang.Plain("Exercise control"), Text: reached(n.Control, lang)}
	d.Nodes = append(d.Nodes, root)
	var above []string // the boxes above the next one, by depth
	once, behind := false, false
	for i, c := range tree {
		node := callNode(g, flow, c, i, tree, n, lang)
		d.Nodes = append(d.Nodes, node)
		above = append(above[:c.Depth], node.ID)
		edge := diagram.Edge{From: root.ID, To: node.ID}
		if c.Depth > 0 {
			edge.From, edge.Inferred, behind = above[c.Depth-1], true, true
		}
		d.Edges = append(d.Edges, edge)
		once = once || c.Elsewhere
	}
	d.Legend = callLegend(d, behind)
	d.Notes = append(d.Notes, lang.Plain("Organizations stand in the order in which work may first come to them; those that only support follow. Posts are called in the order of their numbers; in brackets, how long to wait for an answer."))
	if once {
		d.Notes = append(d.Notes, lang.Plain("An organization stands here once: where several escalate to it, or escalations lead round in a circle, the others name it."))
	}
	return d
}

// callNode is the box of an organization.
func callNode(g *graph.Graph, flow string, c drill.Call, i int, tree []drill.Call, n numbers.File, lang messages.Language) diagram.Node {
	at, _ := g.OrganizationIndex(c.Organization)
	o := g.Organizations()[at]
	node := diagram.Node{ID: "call " + strconv.Itoa(i+1), Class: classOf(o.Kind), Lane: c.Depth + 1, Head: o.Name.In(lang.Lang)}
	if c.Depth == 0 {
		number := 0
		for _, before := range tree[:i+1] {
			if before.Depth == 0 {
				number++
			}
		}
		node.Head = strconv.Itoa(number) + ". " + node.Head
	}
	lines := postLines(g, o, flow, n, lang)
	if c.EscalatesTo != "" {
		name := messages.OrganizationNames(g, []string{c.EscalatesTo}, lang)
		if c.Elsewhere {
			lines = append(lines, lang.Plain("No answer at any level: {1}, which stands elsewhere here", name))
		} else {
			lines = append(lines, lang.Plain("No answer at any level: {1}, below", name))
		}
	}
	node.Text = strings.Join(lines, "\n")
	return node
}

// postLines are the posts of an organization, level by level, with their numbers.
func postLines(g *graph.Graph, o graph.Organization, flow string, n numbers.File, lang messages.Language) []string {
	var lines []string
	levels, of := graph.Levels(o.ContactsFor(flow, "")), numbers.For(o, flow)
	for level := 1; level <= max(len(levels), n.Levels(o.ID, of)); level++ {
		posts, numbered := []graph.Contact{{}}, n.Of(o.ID, of, level)
		if level <= len(levels) {
			posts = levels[level-1]
		}
		for i, c := range posts {
			line := postLine(g, o, level, c, lang)
			for k, contact := range numbered {
				if k == i || k > i && i == len(posts)-1 {
					line += "  " + strings.TrimSpace(contact.Name.In(lang.Lang)+"  "+reached(contact.Reach, lang))
				}
			}
			lines = append(lines, line)
		}
	}
	if len(lines) == 0 {
		lines = append(lines, lang.Plain("no contact is declared"))
	}
	return lines
}

// postLine says who is called at a level, how long an answer is waited for, and when and by
// whom the post is reached.
func postLine(g *graph.Graph, o graph.Organization, level int, c graph.Contact, lang messages.Language) string {
	line := lang.Plain("no post is named")
	if !c.Name.IsZero() {
		line = c.Name.In(lang.Lang)
	}
	line = lang.Plain("({1}) {2}||level", strconv.Itoa(level), line)
	if c.WaitMinutes > 0 {
		line = lang.Plain("{1} ({2})", line, lang.Plain("{1} min", strconv.Itoa((c.Repeats+1)*c.WaitMinutes)))
	}
	if c.Hours != "" {
		line += "  " + messages.HoursAt(g, o, c.Hours, lang)
	}
	if !c.Deputy.IsZero() {
		line += "  " + lang.Plain("deputy: {1}", c.Deputy.Name.In(lang.Lang))
	}
	return line
}

// reached says how somebody is reached; nothing when that is not known.
func reached(r numbers.Reach, lang messages.Language) string {
	var parts []string
	if r.Phone != "" {
		parts = append(parts, r.Phone)
	}
	if r.Night != "" {
		parts = append(parts, lang.Plain("at night {1}", r.Night))
	}
	for _, way := range []string{r.Mail, r.Chat} {
		if way != "" {
			parts = append(parts, way)
		}
	}
	return strings.Join(parts, "  ")
}

// callLegend explains the boxes and the lines.
func callLegend(d diagram.Diagram, behind bool) []diagram.Sample {
	var legend []diagram.Sample
	for _, class := range []diagram.Class{diagram.ClientNode, diagram.VendorNode, diagram.IncumbentNode, diagram.UnknownKindNode} {
		for _, n := range d.Nodes {
			if n.Class == class {
				legend = append(legend, diagram.Sample{Sign: diagram.Sign{What: diagram.ClassSign, Class: class}, Text: diagram.NameOfClass(class, d.Language)})
				break
			}
		}
	}
	legend = append(legend, diagram.Sample{Sign: diagram.Sign{What: diagram.EdgeSign}, Text: d.Plain("is called by exercise control")})
	if behind {
		legend = append(legend, diagram.Sample{Sign: diagram.Sign{What: diagram.InferredSign}, Text: d.Plain("dashed: is called when no level of the one above answers")})
	}
	return legend
}
