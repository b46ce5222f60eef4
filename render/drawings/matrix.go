package drawings

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/render/diagram"
	"tasuki/render/messages"
)

// Selection says which tasks of a graph a [Matrix] shows: those of a phase and
// of the phases below it, and those of a flow, each when it is named.
type Selection struct{ Phase, Flow string }

// Matrix draws the responsibility matrix as a heat map: a row for each selected
// task, under its phase and its headings, and a column for each organization
// that has a mark in one of these rows. Marks differ by sign and by shade. Rows
// of tasks that are a single point of failure of the selected flow, or of any
// flow when none is selected, are marked. Tasks stand as in the matrix
// that they come from, those of several in the order of their IDs; phases and headings in
// the order of their first task.
//
// It fails when the dataset knows no such phase or flow, and when no task is of
// both.
func Matrix(g *graph.Graph, s Selection, o diagram.Overlay, lang messages.Language) (diagram.Diagram, error) {
	d := diagram.Diagram{ID: "matrix-" + string(lang.Lang), Language: lang, Title: lang.Plain("Responsibility matrix"), Arrangement: diagram.Table}
	tasks, err := s.tasks(g)
	if err != nil {
		return d, err
	}
	var of []string
	if s.Flow != "" {
		f, _ := g.Flow(s.Flow)
		d.ID += "." + messages.Suffix(s.Flow)
		of = append(of, f.Name.In(lang.Lang))
	}
	if s.Phase != "" {
		d.ID += ".phase-" + messages.Suffix(s.Phase)
		of = append(of, messages.TermName(g.Dataset().Phases, s.Phase, lang.Lang))
	}
	if len(of) > 0 {
		d.Title = lang.Plain("Responsibility matrix: {1}", strings.Join(of, " — "))
	}
	column := addColumns(&d, g, tasks)
	addRows(&d, g, tasks, column, s.Flow, o)
	d.Legend = diagram.LegendOf(d)
	d.Notes = matrixNotes(g, len(tasks), column, s, o, lang)
	return d, nil
}

// tasks returns the selected tasks in the order of their rows.
func (s Selection) tasks(g *graph.Graph) ([]graph.Task, error) {
	data := g.Dataset()
	if s.Phase != "" && !slices.ContainsFunc(data.Phases, func(t graph.Term) bool { return t.ID == s.Phase }) {
		return nil, said.Errorf("no phase is called %q; use one of %v", s.Phase, messages.IDsOf(data.Phases))
	}
	var ofFlow []string
	if s.Flow != "" {
		f, ok := g.Flow(s.Flow)
		if !ok {
			return nil, said.Errorf("no flow is called %q", s.Flow)
		}
		ofFlow = graph.FlowTasks(f)
	}
	phases, headings := map[string]int{}, map[string]int{}
	var tasks []graph.Task
	for _, t := range graph.AsListed(g.Tasks()) {
		if s.Phase != "" && !slices.Contains(messages.TermPath(data.Phases, t.Phase), s.Phase) || s.Flow != "" && !slices.Contains(ofFlow, t.ID) {
			continue
		}
		tasks = append(tasks, t)
		for seen, id := range map[*map[string]int]string{&phases: t.Phase, &headings: t.Category} {
			if _, known := (*seen)[id]; !known {
				(*seen)[id] = len(*seen)
			}
		}
	}
	if len(tasks) == 0 && s.Flow != "" && s.Phase != "" {
		return nil, said.Errorf("no task of flow %q is of phase %q; name one of the two", s.Flow, s.Phase)
	}
	slices.SortStableFunc(tasks, func(a, b graph.Task) int {
		if a.Phase != b.Phase {
			return phases[a.Phase] - phases[b.Phase]
		}
		return headings[a.Category] - headings[b.Category]
	})
	return tasks, nil
}

// addColumns adds a column for each organization with a mark on one of the
// tasks, by kind and then as in the matrix, and returns their positions.
func addColumns(d *diagram.Diagram, g *graph.Graph, tasks []graph.Task) map[string]int {
	shown := map[string]bool{}
	for _, t := range tasks {
		shown[t.ID] = true
	}
	marked := map[string]bool{}
	for _, a := range g.Assignments() {
		marked[a.Organization] = marked[a.Organization] || shown[a.Task]
	}
	parties := slices.DeleteFunc(slices.Clone(graph.PartiesAsListed(g)), func(o graph.Organization) bool { return !marked[o.ID] })
	slices.SortStableFunc(parties, func(a, b graph.Organization) int { return cmp.Compare(kindRank(a.Kind), kindRank(b.Kind)) })
	column := map[string]int{}
	for i, org := range parties {
		column[org.ID] = i
		d.Lanes = append(d.Lanes, diagram.Lane{Title: org.Name.In(d.Lang), Ref: org.ID})
	}
	return column
}

// addRows adds the headings, the heads of the rows and the marks in them.
func addRows(d *diagram.Diagram, g *graph.Graph, tasks []graph.Task, column map[string]int, flow string, o diagram.Overlay) {
	marks := map[string][]graph.Assignment{}
	for _, besides := range []bool{false, true} { // who is accountable besides another part has that below it
		for _, a := range g.Assignments() {
			if (a.Role == graph.Accountable) == besides {
				marks[a.Task] = append(marks[a.Task], a)
			}
		}
	}
	stops := o.FlowsOf(flow)
	row := 0
	heading := func(class diagram.Class, text string) {
		d.Nodes = append(d.Nodes, diagram.Node{ID: fmt.Sprintf("heading %d", row+1), Class: class, Text: text, Row: row})
		row++
	}
	var above graph.Task
	for i, t := range tasks {
		if i == 0 || t.Phase != above.Phase {
			above.Category = ""
			if t.Phase != "" {
				heading(diagram.GroupNode, messages.TermPathName(g.Dataset().Phases, t.Phase, d.Lang))
			}
		}
		if t.Category != above.Category && t.Category != "" {
			heading(diagram.SubgroupNode, messages.TermPathName(g.Dataset().Categories, t.Category, d.Lang))
		}
		above = t
		n := diagram.Node{ID: "row " + t.ID, Class: diagram.RowNode, Text: messages.TaskName(g, t.ID, d.Lang), Row: row, Ref: t.ID, Hint: taskHint(g, t.ID, d.Language)}
		if flows := stops[t.ID]; len(flows) > 0 {
			n.Marks = []diagram.Mark{diagram.SPOFMark}
			n.Hint += d.Plain(" — ") + diagram.NameOfMark(diagram.SPOFMark, d.Language) + d.Plain(": ") + strings.Join(flows, ", ")
		}
		d.Nodes = append(d.Nodes, n)
		for _, a := range marks[t.ID] {
			d.Nodes = append(d.Nodes, markNode(g, a, column[a.Organization], row, d.Language))
		}
		row++
	}
}

// markNode is the cell of one mark.
func markNode(g *graph.Graph, a graph.Assignment, lane, row int, lang messages.Language) diagram.Node {
	n := diagram.Node{ID: "cell " + messages.Suffix(a.Task) + " " + messages.Suffix(a.Organization) + " " + string(a.Role), Lane: lane, Row: row, Ref: a.Task}
	switch a.Role {
	case graph.Lead:
		n.Class = diagram.LeadCell
	case graph.Accountable:
		n.Class = diagram.AccountableCell
	case graph.Support:
		n.Class = diagram.SupportCell
	default:
		n.Class = diagram.InformedCell
	}
	n.Text = diagram.RoleSign(n.Class)
	n.Hint = a.Task + " " + messages.OrganizationNames(g, []string{a.Organization}, lang) + lang.Plain(" — ") + diagram.NameOfClass(n.Class, lang)
	if a.Reading == graph.Uncertain {
		n.Marks = []diagram.Mark{diagram.UncertainMark}
		n.Hint += lang.Plain(" — ") + diagram.NameOfMark(diagram.UncertainMark, lang)
		if len(a.Alternatives) > 0 {
			n.Hint += lang.Plain(": ") + messages.OrganizationNames(g, a.Alternatives, lang)
		}
	}
	if !a.Reason.IsZero() {
		n.Hint += lang.Plain(" — ") + a.Reason.In(lang.Lang)
	}
	return n
}

// matrixNotes says what is drawn of the whole, and what is left out.
func matrixNotes(g *graph.Graph, tasks int, column map[string]int, s Selection, o diagram.Overlay, lang messages.Language) []string {
	all, orgs := len(g.Tasks()), len(g.Organizations())
	notes := []string{lang.Plain("Tasks: {1} drawn, {3} left out, {2} in all. Organizations: {4} drawn, {6} left out, {5} in all. ", strconv.Itoa(tasks), strconv.Itoa(all), strconv.Itoa(all-tasks),
		strconv.Itoa(len(column)), strconv.Itoa(orgs), strconv.Itoa(orgs-len(column)))}
	var without []string
	for _, org := range g.Organizations() {
		if _, drawn := column[org.ID]; !drawn {
			without = append(without, org.ID)
		}
	}
	if len(without) > 0 {
		notes[0] += lang.Plain("Left out because they have no mark on these tasks: {1}.", messages.OrganizationNames(g, without, lang))
	}
	if n := len(g.Unread()); n > 0 {
		notes = append(notes, lang.Plain("Cells that could not be read, and so are not drawn: {1}.", strconv.Itoa(n)))
	}
	switch {
	case s.Flow != "":
		notes = append(notes, lang.Plain("Single points of failure are those of this flow."))
	case o.Flows > 0:
		notes = append(notes, lang.Plain("A single point of failure is a task that every way of at least one of the {1} declared flows passes.", strconv.Itoa(o.Flows)))
	default:
		notes = append(notes, lang.Plain("No flow is declared, so no single point of failure is marked."))
	}
	return notes
}
