package render

import (
	"cmp"

	"tasuki/analysis"
)

// concentrations gives the figures of every scope. Headings are many, so they
// are shown on demand.
func (p reporter) concentrations(list []analysis.Concentration) []block {
	if len(list) == 0 || list[0].Organizations == nil {
		return []block{{Text: p.say("No task has a lead, so there is no share to measure.")}}
	}
	all := list[0].Organizations
	var main, categories []analysis.Concentration
	for _, c := range list {
		if c.Scope.Kind == analysis.ScopeCategory {
			categories = append(categories, c)
		} else {
			main = append(main, c)
		}
	}
	blocks := []block{
		{Text: p.say("{1} organizations lead the {2} tasks that have a lead. Their shares are as concentrated as those of {3} equal ones: HHI {4}, where equal shares would give {5} and a single leader 10,000.",
			all.Leaders, list[0].Led, effective(all.Effective), index(all.HHI), index(all.Floor))},
		{Text: p.say("A share is the number of tasks that an organization leads, a task with several leads split equally among them, in percent of the led tasks of the scope.")},
		{Table: p.spreadTable(p.plain("Concentration of the lead"), main, organizationsApart)},
	}
	if len(categories) > 0 {
		blocks = append(blocks, block{Group: &group{
			Title:  p.say("By heading ({1})", len(categories)),
			Folded: true, Blocks: []block{{Table: p.spreadTable(p.plain("Concentration of the lead by heading"), categories, organizationsApart)}},
		}})
	}
	if list[0].Groups != nil {
		blocks = append(blocks,
			block{Text: p.say("Organizations with one ultimate parent stand or fall together. Taken as one, under the parent's name:")},
			block{Table: p.spreadTable(p.plain("Concentration of the lead by group"), main, parentsAsOne)})
	}
	return append(blocks, block{Note: p.say("No authority has set limits for these figures in operational risk. The well-known bands of the HHI, such as 1,000 and 1,800 in the merger guidelines of the US Department of Justice and Federal Trade Commission of 2023, are antitrust bands for market shares, and are not applied here.")})
}

func organizationsApart(c analysis.Concentration) *analysis.Spread { return c.Organizations }

func parentsAsOne(c analysis.Concentration) *analysis.Spread { return c.Groups }

func (p reporter) spreadTable(caption string, list []analysis.Concentration, of func(analysis.Concentration) *analysis.Spread) *table {
	t := &table{
		Caption: caption,
		Columns: []column{
			p.left("Scope"), p.right("Tasks"), p.right("Led"), p.right("Leaders n"), p.right("HHI"),
			p.right("Floor"), p.right("HHI*"), p.right("Effective number"), p.right("CR1 %"), p.right("CR3 %"), p.left("Largest share"),
		},
	}
	kind := analysis.ScopeAll
	for _, c := range list {
		if c.Scope.Kind != kind {
			kind = c.Scope.Kind
			t.Rows = append(t.Rows, row{Heading: p.plain("by " + string(kind))})
		}
		cells := []cell{{Text: p.scope(c.Scope)}, text(whole(c.Tasks)), text(whole(c.Led))}
		t.Rows = append(t.Rows, row{Cells: append(cells, p.spread(of(c))...)})
	}
	return t
}

func (p reporter) spread(s *analysis.Spread) []cell {
	if s == nil {
		none := text(unknown)
		return []cell{text("0"), none, none, none, none, none, none, none}
	}
	return []cell{
		text(whole(s.Leaders)), text(index(s.HHI)), text(index(s.Floor)), text(optional(s.Normalized, index)),
		text(effective(s.Effective)), {Text: words(tenths(s.CR1)), Bar: &s.CR1}, text(tenths(s.CR3)), {Text: p.organization(s.Shares[0].Organization)},
	}
}

// scope names a scope.
func (p reporter) scope(s analysis.Scope) phrase {
	d := p.g.Dataset()
	switch s.Kind {
	case analysis.ScopePhase:
		return p.term(d.Phases, s.ID)
	case analysis.ScopeCategory:
		return p.term(d.Categories, s.ID)
	case analysis.ScopeFlow:
		return p.flow(s.ID)
	}
	return p.say(cmp.Or(s.ID, "all tasks"))
}
