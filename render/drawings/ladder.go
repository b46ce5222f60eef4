package drawings

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tasuki/analysis/escalation"
	"tasuki/analysis/placement"
	"tasuki/graph"
	"tasuki/render/diagram"
	"tasuki/render/messages"
)

// Ladder draws whom to call next in a flow: for each start task the levels from
// the reporter down to the goal, organization by organization, with the
// alternates beside the best path. A level of an alternate that the best path
// has too is drawn dashed and says so; its other tasks are marked with a plus
// sign when the best path does without them.
func Ladder(g *graph.Graph, e escalation.Escalation, lang messages.Language) diagram.Diagram {
	d := diagram.Diagram{ID: "ladder-" + string(lang.Lang) + "." + messages.Suffix(e.Flow), Language: lang, Title: ladderTitle(g, e, lang)}
	if e.HasBranches() {
		addBranches(g, &d, e)
	} else {
		addPaths(g, &d, e)
	}
	d.Legend = diagram.LegendOf(d)
	if starts := (messages.Printer{Graph: g, Language: lang}).Starts(e); len(starts) > 0 {
		d.Notes = append(d.Notes, starts.String())
	}
	d.Notes = append(d.Notes, ladderNotes(e, lang)...)
	if n := repeats(e); n > 0 {
		d.Notes = append(d.Notes, lang.Count(n, "{1} alternate that only repeats levels of the shortest path is not drawn.", "{1} alternates that only repeat levels of the shortest path are not drawn."))
	}
	if timed(e) {
		d.Notes = append(d.Notes, lang.Plain("Contacts are called in order; in brackets, how long to wait for an answer. The minutes at arrows are those of the handoff."))
	}
	if len(e.DeadEnds) > 0 {
		d.Notes = append(d.Notes, lang.Plain("Dead ends: {1}", strings.Join(e.DeadEnds, ", ")))
	}
	if len(e.Removed) > 0 {
		d.Notes = append(d.Notes, lang.Plain("Tasks lost with the absent: {1}", strings.Join(e.Removed, ", ")))
	}
	d.Notes = append(d.Notes, reportNotes(g, e, lang)...)
	if e.HasOpenLeads() {
		d.Notes = append(d.Notes, messages.OpenLeadNote(lang))
	}
	noteAssumed(&d, len(e.Otherwise) > 0, lang)
	return d
}

func ladderTitle(g *graph.Graph, e escalation.Escalation, lang messages.Language) string {
	name := e.Flow
	if f, ok := g.Flow(e.Flow); ok {
		name = f.Name.In(lang.Lang)
	}
	title := lang.Plain("Escalation: {1}", name)
	if len(e.Without) > 0 {
		title = lang.Plain("{1} (absent: {2})", title, messages.OrganizationNames(g, e.Without, lang))
	}
	return title
}

// addPaths adds the ladders of a flow without branches: a column for each path.
func addPaths(g *graph.Graph, d *diagram.Diagram, e escalation.Escalation) {
	d.Lanes = append(d.Lanes, diagram.Lane{Title: d.Plain("Shortest path")})
	lane := map[int]int{0: 0} // of a path
	for k := 1; k < mostPaths(e); k++ {
		if slices.ContainsFunc(e.Ladders, func(l escalation.Ladder) bool { return slices.Contains(drawnPaths(l), k) }) {
			lane[k] = len(d.Lanes)
			d.Lanes = append(d.Lanes, diagram.Lane{Title: d.Plain("Alternate {1}", strconv.Itoa(k))})
		}
	}
	row := 0
	for i, l := range e.Ladders {
		row = addLadder(g, d, i, e, l, lane, row)
	}
}

// addLadder adds the paths from one start task and returns the row after them.
func addLadder(g *graph.Graph, d *diagram.Diagram, number int, e escalation.Escalation, l escalation.Ladder, lanes map[int]int, row int) int {
	d.Nodes = append(d.Nodes, headingNode(g, number, e, l, row, d.Language))
	last := row
	for _, lane := range drawnPaths(l) {
		p := l.Paths[lane]
		tasks := stepsByTask(p)
		before := ""
		for level, rung := range p.Rungs {
			n := rungNode(g, l, lane, level, rung, d.Language)
			if n.Class == diagram.RungNode {
				n.Text += rungContacts(g, p, rung, d.Language)
			}
			n.ID = fmt.Sprintf("ladder %d path %d level %d", number+1, lane+1, level+1)
			n.Row, n.Lane = row+1+level, lanes[lane]
			d.Nodes = append(d.Nodes, n)
			if before != "" {
				d.Edges = append(d.Edges, rungEdge(before, n.ID, tasks[rung.Tasks[0]], d.Language))
			}
			before, last = n.ID, max(last, n.Row)
		}
		if n, ok := totalNode(e, p, d.Language); ok {
			n.ID, n.Lane, n.Row = fmt.Sprintf("ladder %d path %d total", number+1, lane+1), lanes[lane], row+1+len(p.Rungs)
			d.Nodes = append(d.Nodes, n)
			last = max(last, n.Row)
		}
	}
	return last + 1
}

// headingNode names the start of a ladder. Of one that is the work of one organization it
// says all there is; of one with branches, how long its best path takes.
func headingNode(g *graph.Graph, number int, e escalation.Escalation, l escalation.Ladder, row int, lang messages.Language) diagram.Node {
	heading := lang.Plain("From: {1}", messages.TaskName(g, l.Start, lang.Lang))
	switch {
	case l.Lost:
		heading += lang.Plain(" — ") + lang.Plain("the start itself is lost")
	case len(l.Paths) == 0:
		heading += lang.Plain(" — ") + lang.Plain("no path to a goal")
	case e.HasBranches() || alone(l) != "":
		heading += ladderTimes(e, l.Paths[0], lang)
	}
	if org := alone(l); org != "" {
		steps := len(l.Paths[0].Steps)
		var tasks []string
		for _, s := range l.Paths[0].Steps {
			tasks = append(tasks, s.Task)
		}
		heading += "\n" + lang.Count(steps, "{2} alone, from start to goal: {3} ({1} task)", "{2} alone, from start to goal: {3} ({1} tasks)", messages.OrganizationNames(g, []string{org}, lang), strings.Join(tasks, lang.Plain(", ")))
	}
	return diagram.Node{ID: fmt.Sprintf("ladder %d", number+1), Class: diagram.HeadingNode, Text: heading, Row: row, Ref: l.Start}
}

func stepsByTask(p escalation.Path) map[string]escalation.Step {
	steps := map[string]escalation.Step{}
	for _, s := range p.Steps {
		steps[s.Task] = s
	}
	return steps
}

// rungNode is one level of a path. A level of an alternate that is also one of
// the best path refers to it.
func rungNode(g *graph.Graph, l escalation.Ladder, lane, level int, rung escalation.Rung, lang messages.Language) diagram.Node {
	n := diagram.Node{Class: diagram.RungNode, Lane: lane, Head: fmt.Sprintf("%d. %s", level+1, messages.OrganizationNames(g, rung.Organizations, lang))}
	if len(rung.Organizations) > 0 {
		n.Ref = rung.Organizations[0]
	}
	open := map[string]*placement.OpenLead{}
	for _, s := range l.Paths[lane].Steps {
		open[s.Task] = s.Open
	}
	var tasks []string
	for _, id := range rung.Tasks {
		name := messages.TaskName(g, id, lang.Lang) + messages.OpenLead(g, open[id], lang)
		if open[id] != nil {
			n.Marks = []diagram.Mark{diagram.UncertainMark}
		}
		if !passes(l.Paths[0], id) {
			name = notOnBest + name
		}
		tasks = append(tasks, name)
	}
	n.Text, n.Hint = strings.Join(tasks, "\n"), n.Head+lang.Plain(": ")+strings.Join(tasks, ", ")
	if lane > 0 {
		if same := sameLevel(l, rung); same >= 0 {
			n.Class, n.Text = diagram.SameRungNode, lang.Plain("as level {1} of the shortest path", strconv.Itoa(same+1))
		}
	}
	return n
}

// rungEdge is the handoff by which a path reaches the next level. Where there
// are several, the first that is stated rather than inferred is drawn.
func rungEdge(from, to string, s escalation.Step, lang messages.Language) diagram.Edge {
	return arrivalEdge(from, to, escalation.Arrival{Handoffs: s.Handoffs, Minutes: s.Minutes}, lang)
}

func arrivalEdge(from, to string, a escalation.Arrival, lang messages.Language) diagram.Edge {
	e := diagram.Edge{From: from, To: to}
	if len(a.Handoffs) == 0 {
		return e
	}
	h := a.Handoffs[max(0, slices.IndexFunc(a.Handoffs, func(h graph.Handoff) bool { return !h.Basis.Inferred }))]
	e.Kind, e.Inferred, e.Label, e.Hint = h.Kind, h.Basis.Inferred, h.Artifact.In(lang.Lang), handoffHint(h, lang)
	e.When, e.Optional = h.When.In(lang.Lang), h.Optional
	if a.Minutes != nil {
		minutes := lang.Plain("{1} min", strconv.Itoa(*a.Minutes))
		if e.Label != "" {
			minutes = e.Label + lang.Plain(", ") + minutes
		}
		e.Label = minutes
	}
	return e
}
