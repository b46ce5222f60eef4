package encode

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/render/diagram"
	"tasuki/render/messages"
)

// GraphML writes d in the Graph Markup Language (Brandes and others, 2001), which
// programs for networks read. Lanes, rows, classes and marks are data of the
// nodes; places are left to the reader. Equal diagrams give equal bytes.
func GraphML(d diagram.Diagram) ([]byte, error) {
	file := GraphMLFile{
		Space: "http://graphml.graphdrawing.org/xmlns",
		Keys:  slices.Clone(GraphMLKeys),
		Graph: graphMLGraph{ID: d.ID, Direction: "directed"},
	}
	if slices.ContainsFunc(d.Edges, func(e diagram.Edge) bool { return e.Branch != "" || e.When != "" || e.Optional }) {
		file.Keys = append(file.Keys, branchKeys...)
	}
	if d.Changed() {
		file.Keys = append(file.Keys, statusKeys...)
	}
	g := &file.Graph
	g.Data.add("title", d.FullTitle()).add("language", string(d.Lang)).add("notes", strings.Join(d.Notes, "\n"))
	for _, n := range d.Nodes {
		g.Nodes = append(g.Nodes, graphMLNodeOf(d, n))
	}
	for i, e := range d.Edges {
		edge := graphMLEdge{ID: fmt.Sprintf("edge%d", i+1), From: messages.Suffix(e.From), To: messages.Suffix(e.To)}
		edge.Data.add("kind", string(e.Kind)).add("artifact", e.Label)
		if e.Weight > 0 {
			edge.Data.add("weight", Decimal(e.Weight))
		}
		if e.Inferred {
			edge.Data.add("inferred", "true")
		}
		if e.Passes > 0 {
			edge.Data.add("passes", strconv.Itoa(e.Passes))
		}
		edge.Data.add("branch", e.Branch).add("when", e.When)
		if e.Optional {
			edge.Data.add("optional", "true")
		}
		edge.Data.add("edge-status", e.Status.Word()).add("edge-hint", e.Hint)
		g.Edges = append(g.Edges, edge)
	}
	text, err := xml.MarshalIndent(file, "", " ")
	if err != nil {
		return nil, said.Errorf("writing GraphML: %w", err)
	}
	return append([]byte(xml.Header), append(text, '\n')...), nil
}

// GraphMLKeys declare the data of graphs, nodes and edges.
var GraphMLKeys = []GraphMLKey{
	{"title", "graph", "title", "string"},
	{"language", "graph", "language", "string"},
	{"notes", "graph", "notes", "string"},
	{"label", "node", "label", "string"},
	{"class", "node", "class", "string"},
	{"marks", "node", "marks", "string"},
	{"ref", "node", "ref", "string"},
	{"lane", "node", "lane", "string"},
	{"row", "node", "row", "int"},
	{"node-hint", "node", "hint", "string"},
	{"kind", "edge", "kind", "string"},
	{"artifact", "edge", "label", "string"},
	{"weight", "edge", "weight", "double"},
	{"inferred", "edge", "inferred", "boolean"},
	{"passes", "edge", "passes", "int"},
	{"edge-hint", "edge", "hint", "string"},
}

// branchKeys declare what only edges of flows with branches have.
var branchKeys = []GraphMLKey{
	{"branch", "edge", "branch", "string"},
	{"when", "edge", "when", "string"},
	{"optional", "edge", "optional", "boolean"},
}

// statusKeys declare what only drawings of changes have.
var statusKeys = []GraphMLKey{
	{"node-status", "node", "status", "string"},
	{"edge-status", "edge", "status", "string"},
}

func graphMLNodeOf(d diagram.Diagram, n diagram.Node) GraphMLNode {
	node := GraphMLNode{ID: messages.Suffix(n.ID)}
	var marks []string
	for _, m := range n.Marks {
		marks = append(marks, markNames[m])
	}
	node.Data.add("label", strings.Trim(n.Head+"\n"+n.Text, "\n")).add("class", classNames[n.Class]).add("marks", strings.Join(marks, " ")).add("ref", n.Ref)
	if d.Arrangement == diagram.Grid {
		if n.Class != diagram.HeadingNode {
			node.Data.add("lane", d.Lanes[n.Lane].Title)
		}
		node.Data.add("row", strconv.Itoa(n.Row))
	}
	node.Data.add("node-status", n.Status.Word()).add("node-hint", n.Hint)
	return node
}

// classNames and markNames are words for programs.
var (
	classNames = map[diagram.Class]string{
		diagram.TaskNode: "task", diagram.JointNode: "joint-lead", diagram.CandidateNode: "candidate-lead", diagram.RungNode: "level", diagram.SameRungNode: "level-of-shortest-path", diagram.HeadingNode: "heading", diagram.TotalNode: "total",
		diagram.ClientNode: string(graph.Client), diagram.VendorNode: string(graph.Vendor), diagram.IncumbentNode: string(graph.Incumbent), diagram.UnknownKindNode: "unknown-kind",
		diagram.GroupNode: "group", diagram.SubgroupNode: "subgroup", diagram.RowNode: "row", diagram.LeadCell: string(graph.Lead), diagram.AccountableCell: string(graph.Accountable), diagram.SupportCell: string(graph.Support), diagram.InformedCell: string(graph.Informed),
	}
	markNames = map[diagram.Mark]string{
		diagram.StartMark: "start", diagram.GoalMark: "goal", diagram.SPOFMark: "single-point-of-failure", diagram.BottleneckMark: "bottleneck", diagram.UncertainMark: "uncertain", diagram.DifferMark: "differs", diagram.WorstMark: "single-point-of-failure of-most-flows",
	}
)

// GraphMLFile is a document of the format.
type GraphMLFile struct {
	XMLName xml.Name     `xml:"graphml"`
	Space   string       `xml:"xmlns,attr"`
	Keys    []GraphMLKey `xml:"key"`
	Graph   graphMLGraph `xml:"graph"`
}

// GraphMLKey declares an attribute of nodes, edges or the graph.
type GraphMLKey struct {
	ID   string `xml:"id,attr"`
	For  string `xml:"for,attr"`
	Name string `xml:"attr.name,attr"`
	Type string `xml:"attr.type,attr"`
}

type graphMLGraph struct {
	ID        string        `xml:"id,attr"`
	Direction string        `xml:"edgedefault,attr"`
	Data      graphMLValues `xml:"data"`
	Nodes     []GraphMLNode `xml:"node"`
	Edges     []graphMLEdge `xml:"edge"`
}

// GraphMLNode is a node with its attributes.
type GraphMLNode struct {
	ID   string        `xml:"id,attr"`
	Data graphMLValues `xml:"data"`
}

type graphMLEdge struct {
	ID   string        `xml:"id,attr"`
	From string        `xml:"source,attr"`
	To   string        `xml:"target,attr"`
	Data graphMLValues `xml:"data"`
}

type graphMLValues []GraphMLValue

// GraphMLValue is the value of one attribute.
type GraphMLValue struct {
	Key   string `xml:"key,attr"`
	Value string `xml:",chardata"`
}

// add adds a value, unless it is empty.
func (v *graphMLValues) add(key, value string) *graphMLValues {
	if value != "" {
		*v = append(*v, GraphMLValue{key, value})
	}
	return v
}
