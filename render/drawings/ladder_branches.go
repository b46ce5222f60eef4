package drawings

import (
	"fmt"
	"strconv"

	"tasuki/analysis/escalation"
	"tasuki/graph"
	"tasuki/render/diagram"
	"tasuki/render/messages"
)

// addBranches adds the ladders of a flow with branches: what is done at the same time stands
// side by side, and the paths from one start stand one below the other.
func addBranches(g *graph.Graph, d *diagram.Diagram, e escalation.Escalation) {
	row, lanes := 0, 1
	for i, l := range e.Ladders {
		d.Nodes = append(d.Nodes, headingNode(g, i, e, l, row, d.Language))
		row++
		for k, path := range l.Paths {
			if k > 0 {
				d.Nodes = append(d.Nodes, alternateNode(g, i, k, l, path, row, d.Language))
				row++
			}
			p := placed(path)
			for level := range path.Rungs {
				d.Nodes = append(d.Nodes, branchNode(g, l, k, level, path, d.Language, func(n *diagram.Node) {
					n.ID, n.Lane, n.Row = rungID(i, k, level), p.lane[level], row+p.row[level]
				}))
				lanes = max(lanes, p.lane[level]+1)
			}
			for level, arrivals := range p.into {
				for _, a := range arrivals {
					edge := arrivalEdge(rungID(i, k, p.of[a.From]), rungID(i, k, level), a, d.Language)
					edge.Branch = a.Branch
					d.Edges = append(d.Edges, edge)
				}
			}
			row += p.rows
		}
	}
	for i := range lanes {
		d.Lanes = append(d.Lanes, diagram.Lane{Title: d.Plain("Side by side {1}", strconv.Itoa(i+1))})
	}
}

func rungID(ladder, path, level int) string {
	return fmt.Sprintf("ladder %d path %d level %d", ladder+1, path+1, level+1)
}

// alternateNode heads an alternate, and says whom it does without.
func alternateNode(g *graph.Graph, number, path int, l escalation.Ladder, p escalation.Path, row int, lang messages.Language) diagram.Node {
	text := lang.Plain("Alternate {1}", strconv.Itoa(path))
	if len(p.Branches.Without) > 0 {
		text = lang.Plain("Alternate {1}, without {2}", strconv.Itoa(path), messages.OrganizationNames(g, p.Branches.Without, lang))
	}
	return diagram.Node{ID: fmt.Sprintf("ladder %d alternate %d", number+1, path), Class: diagram.HeadingNode, Text: text, Row: row, Ref: l.Start}
}

// branchNode is one level of a path, with whom to call there.
func branchNode(g *graph.Graph, l escalation.Ladder, path, level int, p escalation.Path, lang messages.Language, place func(*diagram.Node)) diagram.Node {
	n := rungNode(g, l, path, level, p.Rungs[level], lang)
	if n.Class == diagram.RungNode {
		n.Text += rungContacts(g, p, p.Rungs[level], lang)
	}
	place(&n)
	return n
}

// rungPlaces say where the levels of a path stand.
type rungPlaces struct {
	of        map[string]int         // the level of each task
	into      [][]escalation.Arrival // of each level
	lane, row []int
	rows      int
}

// placed puts each level below all those that hand on to it, and the first branch of a fork
// below it; the others stand beside that.
func placed(path escalation.Path) rungPlaces {
	n := len(path.Rungs)
	p := rungPlaces{of: map[string]int{}, into: make([][]escalation.Arrival, n), lane: make([]int, n), row: make([]int, n)}
	taken, continued, step := map[[2]int]bool{}, map[int]bool{}, 0
	for level, r := range path.Rungs {
		for _, id := range r.Tasks {
			p.of[id] = level
		}
		p.into[level] = path.Arrivals(step)
		step += len(r.Tasks)
		lane := 0
		for i, a := range p.into[level] {
			from := p.of[a.From]
			p.row[level] = max(p.row[level], p.row[from]+1)
			switch {
			case i > 0:
				lane = min(lane, p.lane[from])
			case continued[from]:
				lane = p.lane[from] + 1
			default:
				lane = p.lane[from]
			}
			continued[from] = true
		}
		for taken[[2]int{lane, p.row[level]}] {
			lane++
		}
		taken[[2]int{lane, p.row[level]}] = true
		p.lane[level], p.rows = lane, max(p.rows, p.row[level]+1)
	}
	return p
}
