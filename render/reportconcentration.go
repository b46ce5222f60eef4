package render

import (
	"cmp"
	"slices"

	"tasuki/analysis/concentration"
	"tasuki/analysis/criticality"
	"tasuki/analysis/findings"
	"tasuki/analysis/placement"
	"tasuki/analysis/workload"
)

// concentrationWith returns the concentration with its drawing.
func (p reporter) concentrationWith(r findings.Review, drawings []Drawing) []block {
	return slices.Insert(p.concentration(r.Concentrations, r.Providers, r.Criticality), 1, p.figures(drawings, ShareDrawing, "")...)
}

// concentration says how the lead is spread, and how much depends on those who
// are hard to replace: first what it comes to, then the figures of every scope.
func (p reporter) concentration(scopes []concentration.Concentration, providers criticality.ProviderTriggers, criticality criticality.Criticality) []block {
	first, details := []block{{Text: p.say("No task has a lead, so there is no share to measure.")}}, []block(nil)
	if len(scopes) > 0 && scopes[0].Organizations != nil {
		first, details = p.concentrationOfAll(scopes), p.concentrationByScope(scopes)
	}
	return slices.Concat(first, p.providers(providers), p.criticality(criticality), details)
}

// concentrationOfAll says how concentrated the lead of all tasks is.
func (p reporter) concentrationOfAll(list []concentration.Concentration) []block {
	all := list[0].Organizations
	said := p.many(all.Leaders,
		"{1} organization leads the {2} tasks that have a lead: HHI {4}, as high as it can be.",
		"{1} organizations lead the {2} tasks that have a lead. Their shares are as concentrated as those of {3} equal ones: HHI {4}, where equal shares would give {5} and a single leader 10,000.",
		list[0].Led, effective(all.Effective), index(all.HHI), index(all.Floor))
	return slices.Concat([]block{{Text: said}}, p.whereConcentrated(list), p.bands(list))
}

// whereConcentrated names who has the largest share in each phase.
func (p reporter) whereConcentrated(list []concentration.Concentration) []block {
	var phases []phrase
	for _, c := range list {
		if s := c.Organizations; c.Scope.Kind == workload.ScopePhase && s != nil {
			phases = append(phases, p.many(c.Led, "{2}: {3} leads {4} of {1} led task", "{2}: {3} leads {4} of {1} led tasks",
				p.scope(c.Scope), p.organization(s.Shares[0].Organization), percentage(s.CR1)))
		}
	}
	if len(phases) < 2 {
		return nil
	}
	return []block{{Text: p.say("The largest share in each phase:")}, {Items: phases}}
}

// concentrationByScope gives the figures of every scope. Headings are many, so
// they are shown on demand.
func (p reporter) concentrationByScope(list []concentration.Concentration) []block {
	var main, categories []concentration.Concentration
	for _, c := range list {
		if c.Scope.Kind == workload.ScopeCategory {
			categories = append(categories, c)
		} else {
			main = append(main, c)
		}
	}
	blocks := []block{
		{Head: p.say("Concentration by scope")},
		{Text: p.say("A share is the number of tasks that an organization leads, a task with several leads split equally among them, in percent of the led tasks of the scope. By kind of party, only the leads of that kind count: how concentrated vendors are among themselves.")},
		{Text: p.say("HHI is 10,000 for a single leader, and the lower the more evenly the lead is spread; HHI* begins at 0 for equal shares. The effective number is how many equal leaders would be as concentrated. CR1 and CR3 are the shares of the largest leader and of the three largest. Gini is 0 where all who lead have equal shares.")},
		{Table: p.spreadTable(p.plain("Concentration of the lead"), main, organizationsApart)},
	}
	fold := func(title phrase, caption string, list []concentration.Concentration, of func(concentration.Concentration) *concentration.Spread) {
		blocks = append(blocks, block{Group: &group{Title: title, Folded: true, Blocks: []block{{Table: p.spreadTable(caption, list, of)}}}})
	}
	if len(categories) > 0 {
		fold(p.say("By heading ({1})", len(categories)), p.plain("Concentration of the lead by heading"), categories, organizationsApart)
	}
	if groups := list[0].Groups; groups != nil {
		fold(p.many(groups.Leaders, "Organizations with one ultimate parent taken as one: {1} leads, HHI {2}", "Organizations with one ultimate parent taken as one: {1} lead, HHI {2}", index(groups.HHI)),
			p.plain("Concentration of the lead by group"), main, parentsAsOne)
	}
	return blocks
}

func organizationsApart(c concentration.Concentration) *concentration.Spread { return c.Organizations }

func parentsAsOne(c concentration.Concentration) *concentration.Spread { return c.Groups }

func (p reporter) spreadTable(caption string, list []concentration.Concentration, of func(concentration.Concentration) *concentration.Spread) *table {
	t := &table{
		Caption: caption,
		Columns: []column{
			p.left("Scope"), p.right("Tasks"), p.right("Led"), p.right("Leaders"), p.right("HHI"), p.right("HHI*"),
			p.right("Effective number"), p.right("CR1 %"), p.right("CR3 %"), p.right("Gini"),
		},
	}
	if p.uncertainLeads() {
		t.Columns = append(t.Columns, p.right("HHI over all readings"))
	}
	t.Columns = append(t.Columns, p.left("Largest share"))
	kind := workload.ScopeAll
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

func (p reporter) spread(s *concentration.Spread) []cell {
	none := text(unknown)
	cells, over, largest := []cell{text("0"), none, none, none, none, none, none}, none, none
	if s != nil {
		cells = []cell{
			text(whole(s.Leaders)), text(index(s.HHI)), text(optional(s.Normalized, index)), text(effective(s.Effective)),
			{Text: words(tenths(s.CR1)), Bar: &s.CR1}, text(tenths(s.CR3)), text(ratio(s.Gini)),
		}
		over, largest = cell{Text: p.indexRange(s.Range)}, cell{Text: p.organization(s.Shares[0].Organization)}
	}
	if p.uncertainLeads() {
		cells = append(cells, over)
	}
	return append(cells, largest)
}

// indexRange says where an index lies over all readings.
func (p reporter) indexRange(r placement.Range) phrase {
	if r.Min == r.Max {
		return words(index(r.Min))
	}
	return append(words(index(r.Min)+"–"+index(r.Max)), p.bounds(r.Exact)...)
}

// scope names a scope.
func (p reporter) scope(s workload.Scope) phrase {
	d := p.g.Dataset()
	switch s.Kind {
	case workload.ScopePhase:
		return p.term(d.Phases, s.ID)
	case workload.ScopeCategory:
		return p.term(d.Categories, s.ID)
	case workload.ScopeFlow:
		return p.flow(s.ID)
	}
	if s.Kind == workload.ScopeParty && s.ID == workload.UnknownParty {
		return p.say("kind unknown")
	}
	return p.say(cmp.Or(s.ID, "all tasks"))
}
