package section

import (
	"slices"

	"tasuki/analysis/certainty"
	"tasuki/analysis/concentration"
	"tasuki/analysis/placement"
	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// Certainties says which conclusions survive the other readings of the
// uncertain marks, and what would overturn those that do not.
func Certainties(p messages.Printer, c certainty.Certainties) []document.Block {
	if len(c.Marks) == 0 {
		said := p.Say("No mark is uncertain, so every conclusion rests on the marks as they stand.")
		return append([]document.Block{{Text: p.Sentences(said, openRules(p, c))}}, onlyRules(p, c)...)
	}
	blocks := []document.Block{
		{Text: p.Sentences(
			openMarks(p, c),
			readings(p, c), openRules(p, c), countedUnder(p, c))},
		{Items: shares(p, c)},
	}
	blocks = append(blocks, checks(p, c)...)
	blocks = append(blocks, document.Block{Group: &document.Group{Title: p.Say("Which conclusions depend on uncertain marks"), Folded: true, Blocks: []document.Block{{Table: conclusions(p, c)}}}})
	blocks = append(blocks, counters(p, c)...)
	return append(blocks,
		document.Block{Group: &document.Group{Title: p.Say("Lead marks of each organization over all readings"), Folded: true, Blocks: []document.Block{{Table: markRanges(p, c.LeadMarks)}}}},
		document.Block{Group: &document.Group{Title: p.Say("All uncertain marks, and why they are"), Folded: true, Blocks: []document.Block{{Table: uncertainMarks(p, c.Marks)}}}})
}

// openMarks says how many marks are uncertain or could not be read, and what that
// leaves open.
func openMarks(p messages.Printer, c certainty.Certainties) document.Phrase {
	uncertain, loose := 0, false
	for _, m := range c.Marks {
		if m.Organization != "" {
			uncertain++
			loose = loose || len(m.Alternatives) == 0
		}
	}
	var said []document.Phrase
	if uncertain > 0 {
		said = append(said, p.Many(uncertain,
			"The reading of {1} of {2} marks is uncertain: it may belong to another organization. A conclusion is sure when it is the same in every reading of it.",
			"The reading of {1} of {2} marks is uncertain: each may belong to another organization. A conclusion is sure when it is the same in every reading of all of them.",
			len(p.Graph.Assignments())))
	}
	if loose {
		said = append(said, p.Say("One for which no other organization is listed may be nobody's."))
	}
	if n := len(p.Graph.Unread()); n > 0 {
		said = append(said, p.Many(n,
			"{1} cell could not be read: it counts as no mark, and may be that of a lead, of a support, or none. Where uncertain marks are counted one by one, it is one as a lead and one as a support. A conclusion is sure when it is the same whatever it is.",
			"{1} cells could not be read: they count as no marks, and each may be that of a lead, of a support, or none. Where uncertain marks are counted one by one, each is one as a lead and one as a support. A conclusion is sure when it is the same whatever they are."))
	}
	return p.Sentences(said...)
}

func bounds(p messages.Printer, exact bool) document.Phrase {
	if exact {
		return nil
	}
	return p.Say(" (bounds: no reading need reach them)")
}

// titled is a conclusion: what it is about, what it says and what it says
// instead in other readings.
type titled struct {
	certainty.Sureness
	title    document.Phrase
	says     document.Cell
	asRead   document.Phrase // what it says, in one line; of what rules can change
	always   document.Cell
	counters []counter

	otherwise []certainty.Otherwise // under rules that nobody declared
}

// counter is a reading that says something else.
type counter struct {
	says  document.Phrase
	moves []placement.Move
}

func titledConclusions(p messages.Printer, c certainty.Certainties) []titled {
	list := []titled{
		titledOf(p, c.First, p.Say("Most lead marks")),
		titledOf(p, c.Second, p.Say("Second most lead marks")),
	}
	for i, b := range c.Bands {
		l := concentration.AntitrustLimits()[i]
		x := titled{Sureness: b.Sureness, title: p.Say("HHI by the limits of {1}", AuthorityName(p, l.Authority)), says: document.Cell{Text: level(p, l, b.Level)}}
		for _, r := range b.Counters {
			x.counters = append(x.counters, counter{p.Say("{1}, at {2}", level(p, l, r.Level), messages.Index(r.HHI)), r.Moves})
		}
		list = append(list, x)
	}
	if c.Stops != nil {
		list = append(list, titledOf(p, *c.Stops, p.Say("Without whom no way is left in some flow")))
	}
	for _, f := range c.FlowSPOFs {
		list = append(list, titledOf(p, f, p.Say("Without whom no way is left in {1}", p.Flow(f.Subject.ID))))
	}
	return list
}

func titledOf(p messages.Printer, c certainty.Conclusion, title document.Phrase) titled {
	x := titled{Sureness: c.Sureness, title: title, says: p.OrganizationCell(c.Organizations), always: always(p, c), asRead: p.OrganizationList(c.Organizations), otherwise: c.Otherwise}
	for _, r := range c.Counters {
		x.counters = append(x.counters, counter{p.OrganizationList(r.Organizations), r.Moves})
	}
	return x
}

// always lists of whom a conclusion is so in every reading. Of those for whom
// that was not computed, and whom no reading that is known leaves out, it says so.
func always(p messages.Printer, c certainty.Conclusion) document.Cell {
	open := slices.ContainsFunc(c.Members, func(m certainty.Member) bool {
		asRead := slices.Contains(c.Organizations, m.Organization) && !slices.Contains(c.Always, m.Organization)
		counted := m.Readings != nil && (m.Readings.Exact || !m.Readings.All())
		return asRead && !counted && !slices.ContainsFunc(c.Counters, func(r certainty.CounterReading) bool {
			return !slices.Contains(r.Organizations, m.Organization)
		})
	})
	switch {
	case !open:
		return p.OrganizationCell(c.Always)
	case len(c.Always) == 0:
		return document.Cell{Text: document.Words(messages.Unknown)}
	}
	return document.Cell{Items: append(messages.Each(c.Always, p.Organization), p.Say("and perhaps others"))}
}

func conclusions(p messages.Printer, c certainty.Certainties) *document.Table {
	t := &document.Table{
		Columns: []document.Column{p.Left("Conclusion"), p.Left("As read"), p.Left("How sure"), p.Left("The same in"), p.Left("In every reading"), p.Left("Changed by")},
	}
	for _, x := range titledConclusions(p, c) {
		if x.Certainty == placement.Holds {
			x.always = document.Cell{Text: p.Say("the same")}
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			{Text: x.title}, x.says, {Text: p.Badge(x.Certainty)}, document.Text(portion(p, x.Agreement)), x.always, changedBy(p, c, x),
		}})
	}
	return t
}

// changedBy says which marks or rules change a conclusion.
func changedBy(p messages.Printer, c certainty.Certainties, x titled) document.Cell {
	if len(x.otherwise) == 0 {
		return document.Cell{Text: fewest(p, x)}
	}
	cell := ifCells(p, c.Rules, stopsUnder(p, c, x))
	if few := fewest(p, x); len(few) > 0 {
		cell.Items = append([]document.Phrase{few}, cell.Items...)
	}
	return cell
}

// fewest says how few marks, read otherwise, change a conclusion, and in which
// tasks.
func fewest(p messages.Printer, x titled) document.Phrase {
	if x.FewestMoves == nil {
		return nil
	}
	said := p.Many(*x.FewestMoves, "{1} mark", "{1} marks")
	if !x.Smallest {
		said = p.Say("{1} or fewer", said)
	}
	var tasks []string
	for _, m := range x.counters[0].moves {
		tasks = append(tasks, m.Task)
	}
	return p.Say("{1}: {2}", said, p.List(messages.Each(slices.Compact(tasks), p.TaskID)))
}

// counters gives, for each conclusion that depends on marks, the readings that
// overturn it.
func counters(p messages.Printer, c certainty.Certainties) []document.Block {
	var blocks []document.Block
	for _, x := range titledConclusions(p, c) {
		if len(x.counters) == 0 {
			continue
		}
		g := &document.Group{Title: p.Say("{1}: readings that contradict it", x.title), Folded: true}
		for _, counter := range x.counters {
			g.Blocks = append(g.Blocks, document.Block{Head: p.Say("The answer is {1} when", counter.says)}, document.Block{Items: moves(p, counter.moves)})
		}
		blocks = append(blocks, document.Block{Group: g})
	}
	return blocks
}

// moves says how each mark is read otherwise.
func moves(p messages.Printer, list []placement.Move) []document.Phrase {
	var moves []document.Phrase
	for _, m := range list {
		moves = append(moves, p.Say("{1}: the {2} mark belongs to {3} instead of {4}",
			p.Task(m.Task), p.Plain(string(m.Role)), p.Organization(m.To), p.Organization(m.From)))
	}
	return moves
}

func markRanges(p messages.Printer, list []placement.MarkRange) *document.Table {
	t := &document.Table{
		Caption: p.Plain("Lead marks over all readings"),
		Columns: []document.Column{p.Left("Organization"), p.Right("As read"), p.Right("Fewest"), p.Right("Most")},
	}
	for _, m := range list {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			{Text: append(p.Organization(m.Organization), bounds(p, m.Exact)...)}, document.Text(messages.Whole(m.Marks)), document.Text(messages.Whole(m.Min)), document.Text(messages.Whole(m.Max)),
		}})
	}
	return t
}

func uncertainMarks(p messages.Printer, marks []placement.Mark) *document.Table {
	t := &document.Table{
		Caption: p.Plain("Uncertain marks"),
		Columns: []document.Column{p.Left("Task"), p.Left("Place"), p.Left("Role"), p.Left("As read"), p.Left("May belong to"), p.Wide("Why")},
	}
	type key struct {
		task, organization string
		role               graph.Role
	}
	as := map[key]graph.Assignment{}
	for _, a := range p.Graph.Assignments() {
		as[key{a.Task, a.Organization, a.Role}] = a
	}
	for _, m := range marks {
		a := as[key{m.Task, m.Organization, m.Role}]
		why := a.Reason.In(p.Lang)
		if m.Organization == "" {
			why = p.Plain("the cell could not be read")
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			{Text: p.Task(m.Task)}, document.Text(Place(m.Source)), document.Text(p.Plain(string(m.Role))),
			{Text: p.Organization(m.Organization)}, {Text: p.OrganizationList(m.Alternatives)}, document.Text(why),
		}})
	}
	return t
}

// Place says where a fact stands in a file, with the mark as printed there.
func Place(s graph.Source) string {
	if s.Mark != "" {
		return s.String() + "\u00a0" + s.Mark
	}
	return s.String()
}
