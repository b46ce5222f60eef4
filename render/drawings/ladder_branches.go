package drawings

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

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
		for _, k := range drawnPaths(l) {
			path := l.Paths[k]
			p := placed(path)
			shown := slices.Repeat([]bool{true}, len(path.Rungs))
			if k > 0 {
				shown = shownLevels(l, path, p)
				p.keep(shown)
				d.Nodes = append(d.Nodes, alternateNode(g, i, k, e, l, shown, row, d.Language))
				row++
			}
			for level := range path.Rungs {
				if !shown[level] {
					continue
				}
				d.Nodes = append(d.Nodes, branchNode(g, l, k, level, path, d.Language, func(n *diagram.Node) {
					n.ID, n.Lane, n.Row = rungID(i, k, level), p.lane[level], row+p.row[level]
				}))
				lanes = max(lanes, p.lane[level]+1)
			}
			for level, arrivals := range p.into {
				for _, a := range arrivals {
					if !shown[level] || !shown[p.of[a.From]] {
						continue
					}
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

// alternateNode heads an alternate, and says whom and what it does without, how long it
// takes, and how many levels that are as on the best path are not drawn.
func alternateNode(g *graph.Graph, number, path int, e escalation.Escalation, l escalation.Ladder, shown []bool, row int, lang messages.Language) diagram.Node {
	p := l.Paths[path]
	text := lang.Plain("Alternate {1}", strconv.Itoa(path))
	if len(p.Branches.Without) > 0 {
		text = lang.Plain("Alternate {1}, without {2}", strconv.Itoa(path), messages.OrganizationNames(g, p.Branches.Without, lang))
	}
	var without []string
	for _, s := range l.Paths[0].Steps {
		if !passes(p, s.Task) {
			without = append(without, s.Task)
		}
	}
	if text += ladderTimes(e, p, lang); len(without) > 0 {
		text += lang.Plain(" — ") + lang.Count(len(without), "without the task {2}", "without the tasks {2}", strings.Join(without, lang.Plain(", ")))
	}
	left := 0
	for _, s := range shown {
		if !s {
			left++
		}
	}
	if left > 0 {
		text += lang.Plain(" — ") + lang.Count(left, "{1} level as on the shortest path is left out", "{1} levels as on the shortest path are left out")
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

// keep closes the lanes and rows in which no level is shown.
func (p *rungPlaces) keep(shown []bool) {
	closed := func(places []int) (used int) {
		taken := map[int]bool{}
		for level, at := range places {
			taken[at] = taken[at] || shown[level]
		}
		to := map[int]int{}
		for at := range len(places) + 1 {
			if taken[at] {
				to[at], used = used, used+1
			}
		}
		for level, at := range places {
			places[level] = to[at]
		}
		return used
	}
	closed(p.lane)
	p.rows = closed(p.row)
}
