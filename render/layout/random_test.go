package layout

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"tasuki/graph"
	"tasuki/render/diagram"
	"tasuki/render/messages"
)

// hardNames are hard to break, to measure, or to tell from names that the layout
// gives itself.
var hardNames = []string{
	"Desk", "障害対応の窓口", "Kraftfahrzeughaftpflichtversicherungsgesellschaft", "サーバー監視センター",
	"Network operations, northern region and the islands", "一次切り分けと関係会社への連絡、記録の保管",
	"<b>\"&amp;\"</b>", "\u202Egnp.exe", "👩\u200D🔧👍🏽 crew", "e\u0301quipe", "title", "note 1", "legend 1", "lane 1", "edge 1 label", "edge1", "stub",
}

func hardName(random *rand.Rand) string { return hardNames[random.IntN(len(hardNames))] }

// randomMarks returns each mark of a list or not.
func randomMarks(random *rand.Rand, marks ...diagram.Mark) []diagram.Mark {
	return slices.DeleteFunc(marks, func(diagram.Mark) bool { return random.IntN(4) > 0 })
}

// withWords gives a diagram what all have: a title, notes and its legend.
func withWords(random *rand.Rand, d diagram.Diagram) diagram.Diagram {
	d.ID, d.Language, d.Title = "drawing", messages.In([]graph.Lang{graph.English, graph.Japanese}[random.IntN(2)]), hardName(random)
	for range random.IntN(3) {
		d.Notes = append(d.Notes, strings.Repeat(hardName(random)+" ", 1+random.IntN(12)))
	}
	d.Legend = diagram.LegendOf(d)
	for i := range d.Legend {
		if random.IntN(2) == 0 {
			d.Legend[i].Text = strings.Repeat(hardName(random)+" ", 1+random.IntN(6))
		}
	}
	return d
}

// randomGrid returns tasks in some of the cells of lanes and rows, headings
// between them, and handoffs from any to any that no heading parts.
func randomGrid(random *rand.Rand) diagram.Diagram {
	d := diagram.Diagram{Arrangement: diagram.Grid}
	lanes, rows := 1+random.IntN(5), 1+random.IntN(6)
	for range lanes {
		d.Lanes = append(d.Lanes, diagram.Lane{Title: hardName(random), Marks: randomMarks(random, diagram.SPOFMark, diagram.BottleneckMark)})
	}
	var boxes []string
	arrows := func() {
		d.Edges = append(d.Edges, randomEdges(random, boxes, len(boxes)+random.IntN(8))...)
		boxes = nil
	}
	for row := range rows {
		if random.IntN(6) == 0 {
			d.Nodes = append(d.Nodes, diagram.Node{ID: fmt.Sprint("heading ", row), Class: diagram.HeadingNode, Text: hardName(random), Row: row})
			arrows()
			continue
		}
		for lane := range lanes {
			if random.IntN(2) == 0 {
				continue
			}
			n := diagram.Node{ID: fmt.Sprintf("%s%d.%d", hardName(random), lane, row), Text: hardName(random), Lane: lane, Row: row, Class: diagram.Class(random.IntN(2)), Hint: "all of it"}
			if random.IntN(2) == 0 {
				n.Head = hardName(random)
			}
			if n.Class == diagram.TaskNode {
				n.Ref = n.ID
				boxes = append(boxes, n.ID)
			}
			n.Marks = randomMarks(random, diagram.StartMark, diagram.GoalMark, diagram.SPOFMark)
			d.Nodes = append(d.Nodes, n)
		}
	}
	arrows()
	return withWords(random, d)
}

// randomEdges returns up to so many arrows, each between other boxes.
func randomEdges(random *rand.Rand, boxes []string, most int) []diagram.Edge {
	var edges []diagram.Edge
	seen := map[[2]int]bool{}
	kinds := append(graph.Words("handoff kind"), "")
	if len(boxes) == 0 {
		return nil
	}
	for range most {
		from, to := random.IntN(len(boxes)), random.IntN(len(boxes))
		if from == to || seen[[2]int{from, to}] {
			continue
		}
		seen[[2]int{from, to}] = true
		e := diagram.Edge{From: boxes[from], To: boxes[to], Kind: graph.HandoffKind(kinds[random.IntN(len(kinds))]), Inferred: random.IntN(5) == 0, Hint: "what is handed over"}
		if random.IntN(3) > 0 {
			e.Label = hardName(random)
		}
		edges = append(edges, e)
	}
	return edges
}

// randomRing returns organizations, most of them with handoffs.
func randomRing(random *rand.Rand) diagram.Diagram {
	d := diagram.Diagram{Arrangement: diagram.Ring}
	var boxes []string
	for i := range 1 + random.IntN(12) {
		n := diagram.Node{ID: fmt.Sprint(hardName(random), i), Head: hardName(random), Class: diagram.ClientNode + diagram.Class(random.IntN(4)), Marks: randomMarks(random, diagram.SPOFMark, diagram.BottleneckMark)}
		n.Text, n.Ref = fmt.Sprintf("%d of %d tasks\n%d handoffs", i, 30+i, 7*i), n.ID
		d.Nodes = append(d.Nodes, n)
		boxes = append(boxes, n.ID)
	}
	d.Edges = randomEdges(random, boxes, random.IntN(2*len(boxes)))
	for i := range d.Edges {
		e := &d.Edges[i]
		e.Kind, e.Inferred, e.Weight = "", false, float64(1+random.IntN(20))
		e.Label = fmt.Sprint(e.Weight)
	}
	return withWords(random, d)
}

// randomTable returns rows of tasks with marks of roles, headings between them.
func randomTable(random *rand.Rand) diagram.Diagram {
	d := diagram.Diagram{Arrangement: diagram.Table}
	for range 1 + random.IntN(14) {
		d.Lanes = append(d.Lanes, diagram.Lane{Title: hardName(random), Ref: hardName(random)})
	}
	for i := range d.Lanes {
		d.Lanes[i].Ref += fmt.Sprint(i)
	}
	for row := range 1 + random.IntN(9) {
		if random.IntN(4) == 0 {
			d.Nodes = append(d.Nodes, diagram.Node{ID: fmt.Sprint("heading ", row), Class: diagram.GroupNode + diagram.Class(random.IntN(2)), Text: hardName(random), Row: row})
			continue
		}
		id := fmt.Sprintf("%s%d", hardName(random), row)
		d.Nodes = append(d.Nodes, diagram.Node{ID: "row " + id, Class: diagram.RowNode, Text: hardName(random), Row: row, Ref: id, Marks: randomMarks(random, diagram.SPOFMark)})
		for lane := range d.Lanes {
			for k := range max(0, random.IntN(5)-2) {
				c := diagram.LeadCell + diagram.Class(random.IntN(4))
				d.Nodes = append(d.Nodes, diagram.Node{ID: fmt.Sprintf("cell %s %d %d", id, lane, k), Class: c, Text: diagram.RoleSign(c), Lane: lane, Row: row, Ref: id, Marks: randomMarks(random, diagram.UncertainMark)})
			}
		}
	}
	return withWords(random, d)
}
