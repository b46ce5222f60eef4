package render

import (
	"slices"

	"tasuki/analysis/certainty"
	"tasuki/analysis/concentration"
	"tasuki/analysis/placement"
	"tasuki/graph"
)

// certainties says which conclusions survive the other readings of the
// uncertain marks, and what would overturn those that do not.
func (p reporter) certainties(c certainty.Certainties) []block {
	if len(c.Marks) == 0 {
		return []block{{Text: p.say("No mark is uncertain, so every conclusion rests on the marks as they stand.")}}
	}
	blocks := []block{
		{Text: p.sentences(
			p.many(len(c.Marks),
				"The reading of {1} of {2} marks is uncertain: it may belong to another organization. A conclusion is sure when it is the same in every reading of it.",
				"The reading of {1} of {2} marks is uncertain: each may belong to another organization. A conclusion is sure when it is the same in every reading of all of them.",
				len(p.g.Assignments())),
			p.readings(c))},
		{Items: p.shares(c)},
	}
	blocks = append(blocks, p.checks(c)...)
	blocks = append(blocks, block{Group: &group{Title: p.say("Which conclusions depend on uncertain marks"), Folded: true, Blocks: []block{{Table: p.conclusions(c)}}}})
	blocks = append(blocks, p.counters(c)...)
	return append(blocks,
		block{Group: &group{Title: p.say("Lead marks of each organization over all readings"), Folded: true, Blocks: []block{{Table: p.markRanges(c.LeadMarks)}}}},
		block{Group: &group{Title: p.say("All uncertain marks, and why they are"), Folded: true, Blocks: []block{{Table: p.uncertainMarks(c.Marks)}}}})
}

func (p reporter) bounds(exact bool) phrase {
	if exact {
		return nil
	}
	return p.say(" (bounds: no reading need reach them)")
}

// titled is a conclusion: what it is about, what it says and what it says
// instead in other readings.
type titled struct {
	certainty.Sureness
	title    phrase
	says     cell
	always   cell
	counters []counter
}

// counter is a reading that says something else.
type counter struct {
	says  phrase
	moves []placement.Move
}

func (p reporter) titledConclusions(c certainty.Certainties) []titled {
	list := []titled{
		p.titled(c.First, p.say("Most lead marks")),
		p.titled(c.Second, p.say("Second most lead marks")),
	}
	for i, b := range c.Bands {
		l := concentration.AntitrustLimits()[i]
		x := titled{Sureness: b.Sureness, title: p.say("HHI by the limits of {1}", l.Name.In(p.lang)), says: cell{Text: p.level(l, b.Level)}}
		for _, r := range b.Counters {
			x.counters = append(x.counters, counter{p.say("{1}, at {2}", p.level(l, r.Level), index(r.HHI)), r.Moves})
		}
		list = append(list, x)
	}
	if c.Stops != nil {
		list = append(list, p.titled(*c.Stops, p.say("Without whom no way is left in some flow")))
	}
	for _, f := range c.FlowSPOFs {
		list = append(list, p.titled(f, p.say("Without whom no way is left in {1}", p.flow(f.Subject.ID))))
	}
	return list
}

func (p reporter) titled(c certainty.Conclusion, title phrase) titled {
	x := titled{Sureness: c.Sureness, title: title, says: p.organizationCell(c.Organizations), always: p.always(c)}
	for _, r := range c.Counters {
		x.counters = append(x.counters, counter{p.organizationList(r.Organizations), r.Moves})
	}
	return x
}

// always lists of whom a conclusion is so in every reading. Of those for whom
// that was not computed, and whom no reading that is known leaves out, it says so.
func (p reporter) always(c certainty.Conclusion) cell {
	open := slices.ContainsFunc(c.Members, func(m certainty.Member) bool {
		asRead := slices.Contains(c.Organizations, m.Organization) && !slices.Contains(c.Always, m.Organization)
		counted := m.Readings != nil && (m.Readings.Exact || !m.Readings.All())
		return asRead && !counted && !slices.ContainsFunc(c.Counters, func(r certainty.CounterReading) bool {
			return !slices.Contains(r.Organizations, m.Organization)
		})
	})
	switch {
	case !open:
		return p.organizationCell(c.Always)
	case len(c.Always) == 0:
		return cell{Text: words(unknown)}
	}
	return cell{Items: append(each(c.Always, p.organization), p.say("and perhaps others"))}
}

func (p reporter) conclusions(c certainty.Certainties) *table {
	t := &table{
		Columns: []column{p.left("Conclusion"), p.left("As read"), p.left("How sure"), p.left("The same in"), p.left("In every reading"), p.left("Changed by")},
	}
	for _, x := range p.titledConclusions(c) {
		if x.Certainty == placement.Holds {
			x.always = cell{Text: p.say("the same")}
		}
		t.Rows = append(t.Rows, row{Cells: []cell{
			{Text: x.title}, x.says, {Text: p.badge(x.Certainty)}, text(p.portion(x.Agreement)), x.always, {Text: p.fewest(x)},
		}})
	}
	return t
}

// fewest says how few marks, read otherwise, change a conclusion, and in which
// tasks.
func (p reporter) fewest(x titled) phrase {
	if x.FewestMoves == nil {
		return nil
	}
	said := p.many(*x.FewestMoves, "{1} mark", "{1} marks")
	if !x.Smallest {
		said = p.say("{1} or fewer", said)
	}
	var tasks []string
	for _, m := range x.counters[0].moves {
		tasks = append(tasks, m.Task)
	}
	return p.say("{1}: {2}", said, p.list(each(slices.Compact(tasks), p.taskID)))
}

// counters gives, for each conclusion that depends on marks, the readings that
// overturn it.
func (p reporter) counters(c certainty.Certainties) []block {
	var blocks []block
	for _, x := range p.titledConclusions(c) {
		if len(x.counters) == 0 {
			continue
		}
		g := &group{Title: p.say("{1}: readings that contradict it", x.title), Folded: true}
		for _, counter := range x.counters {
			g.Blocks = append(g.Blocks, block{Head: p.say("The answer is {1} when", counter.says)}, block{Items: p.moves(counter.moves)})
		}
		blocks = append(blocks, block{Group: g})
	}
	return blocks
}

// moves says how each mark is read otherwise.
func (p reporter) moves(list []placement.Move) []phrase {
	var moves []phrase
	for _, m := range list {
		moves = append(moves, p.say("{1}: the {2} mark belongs to {3} instead of {4}",
			p.task(m.Task), p.plain(string(m.Role)), p.organization(m.To), p.organization(m.From)))
	}
	return moves
}

func (p reporter) markRanges(list []placement.MarkRange) *table {
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

func (p reporter) uncertainMarks(marks []placement.Mark) *table {
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

// place says where a fact stands in a file, with the mark as printed there.
func place(s graph.Source) string {
	if s.Mark != "" {
		return s.String() + "\u00a0" + s.Mark
	}
	return s.String()
}
