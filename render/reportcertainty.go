package render

import (
	"tasuki/analysis"
	"tasuki/graph"
)

// certainties says which conclusions survive the other readings of the
// uncertain marks, and what would overturn those that do not.
func (p reporter) certainties(c analysis.Certainties) []block {
	if len(c.Marks) == 0 {
		return []block{{Text: p.say("No mark is uncertain, so every conclusion rests on the marks as they stand.")}}
	}
	blocks := []block{
		{Text: p.say("The reading of {1} of {2} marks is uncertain: each may belong to another organization. A conclusion is sure when it is the same in every reading of all of them.", len(c.Marks), len(p.g.Assignments()))},
		{Table: p.conclusions(c)},
	}
	blocks = append(blocks, p.counters(c)...)
	if c.HHI != nil {
		blocks = append(blocks, block{Text: p.say("The HHI of all tasks is {1}, and lies between {2} and {3} over all readings{4}.",
			index(c.HHI.Value), index(c.HHI.Min), index(c.HHI.Max), p.bounds(c.HHI.Exact))})
	}
	return append(blocks, block{Table: p.markRanges(c.LeadMarks)}, block{Table: p.uncertainMarks(c.Marks)})
}

func (p reporter) bounds(exact bool) phrase {
	if exact {
		return nil
	}
	return p.say(" (bounds: no reading need reach them)")
}

// titled is a conclusion and what it is about.
type titled struct {
	analysis.Conclusion
	title phrase
}

func (p reporter) titledConclusions(c analysis.Certainties) []titled {
	list := []titled{
		{c.First, p.say("Most lead marks")},
		{c.Second, p.say("Second most lead marks")},
	}
	for _, f := range c.FlowSPOFs {
		list = append(list, titled{f, p.say("Without whom no way is left in {1}", p.flow(f.Subject.ID))})
	}
	return list
}

func (p reporter) conclusions(c analysis.Certainties) *table {
	t := &table{
		Caption: p.plain("Which conclusions depend on uncertain marks"),
		Columns: []column{p.left("Conclusion"), p.left("As read"), p.left("How sure"), p.left("In every reading"), p.left("Depends on the marks of")},
	}
	for _, x := range p.titledConclusions(c) {
		depends := words("")
		if len(x.DependsOn) > 0 {
			depends = p.list(each(markTasks(x.DependsOn), p.taskID))
		}
		always := p.organizationCell(x.Always)
		if x.Certainty == analysis.Holds {
			always = cell{Text: p.say("the same")}
		}
		t.Rows = append(t.Rows, row{Cells: []cell{
			{Text: x.title}, p.organizationCell(x.Organizations), {Text: p.badge(x.Certainty)}, always, {Text: depends},
		}})
	}
	return t
}

// counters gives, for each conclusion that depends on marks, the readings that
// overturn it.
func (p reporter) counters(c analysis.Certainties) []block {
	var blocks []block
	for _, x := range p.titledConclusions(c) {
		if len(x.Counters) == 0 {
			continue
		}
		g := &group{Title: p.say("{1}: readings that contradict it", x.title), Folded: true}
		for _, counter := range x.Counters {
			g.Blocks = append(g.Blocks, block{Head: p.say("The answer is {1} when", p.organizationList(counter.Organizations))}, block{Items: p.moves(counter.Moves)})
		}
		blocks = append(blocks, block{Group: g})
	}
	return blocks
}

// moves says how each mark is read otherwise.
func (p reporter) moves(list []analysis.Move) []phrase {
	var moves []phrase
	for _, m := range list {
		moves = append(moves, p.say("{1}: the {2} mark belongs to {3} instead of {4}",
			p.task(m.Task), p.plain(string(m.Role)), p.organization(m.To), p.organization(m.From)))
	}
	return moves
}

func (p reporter) markRanges(list []analysis.MarkRange) *table {
	t := &table{
		Caption: p.plain("Lead marks over all readings"),
		Columns: []column{p.left("Organization"), p.right("As read"), p.right("Fewest"), p.right("Most")},
	}
	for _, m := range list {
		t.Rows = append(t.Rows, row{Cells: []cell{
			{Text: append(p.organization(m.Organization), p.bounds(m.Exact)...)}, text(whole(m.Marks)), text(whole(m.Min)), text(whole(m.Max)),
		}})
	}
	return t
}

func (p reporter) uncertainMarks(marks []analysis.Mark) *table {
	t := &table{
		Caption: p.plain("Uncertain marks"),
		Columns: []column{p.left("Task"), p.left("Place"), p.left("Role"), p.left("As read"), p.left("May belong to"), p.wide("Why")},
	}
	type key struct {
		task, organization string
		role               graph.Role
	}
	as := map[key]graph.Assignment{}
	for _, a := range p.g.Assignments() {
		as[key{a.Task, a.Organization, a.Role}] = a
	}
	for _, m := range marks {
		a := as[key{m.Task, m.Organization, m.Role}]
		t.Rows = append(t.Rows, row{Cells: []cell{
			{Text: p.task(m.Task)}, text(place(a.Source)), text(p.plain(string(m.Role))),
			{Text: p.organization(m.Organization)}, {Text: p.organizationList(m.Alternatives)}, text(a.Reason.In(p.lang)),
		}})
	}
	return t
}

// markTasks returns the tasks of marks, each once.
func markTasks(marks []analysis.Mark) []string {
	var ids []string
	for _, m := range marks {
		if len(ids) == 0 || ids[len(ids)-1] != m.Task {
			ids = append(ids, m.Task)
		}
	}
	return ids
}

// place says where a fact stands in a file, with the mark as printed there.
func place(s graph.Source) string {
	if s.Mark != "" {
		return s.String() + "\u00a0" + s.Mark
	}
	return s.String()
}
