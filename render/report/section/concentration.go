package section

import (
	"cmp"
	"slices"

	"tasuki/analysis/concentration"
	"tasuki/analysis/criticality"
	"tasuki/analysis/findings"
	"tasuki/analysis/placement"
	"tasuki/analysis/workload"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// ConcentrationWith returns the concentration with its drawing.
func ConcentrationWith(p messages.Printer, r findings.Review, drawings []document.Drawing) []document.Block {
	return slices.Insert(Concentration(p, r.Concentrations, r.Providers, r.Criticality), 1, p.Figures(drawings, document.ShareDrawing, "")...)
}

// Concentration says how the lead is spread, and how much depends on those who
// are hard to replace: first what it comes to, then the figures of every scope.
func Concentration(p messages.Printer, scopes []concentration.Concentration, providers criticality.ProviderTriggers, criticality criticality.Criticality) []document.Block {
	first, details := []document.Block{{Text: p.Say("No task has a lead, so there is no share to measure.")}}, []document.Block(nil)
	if len(scopes) > 0 && scopes[0].Organizations != nil {
		first, details = concentrationOfAll(p, scopes), concentrationByScope(p, scopes)
	}
	return slices.Concat(first, providerBlocks(p, providers), criticalityBlocks(p, criticality), details)
}

// concentrationOfAll says how concentrated the lead of all tasks is.
func concentrationOfAll(p messages.Printer, list []concentration.Concentration) []document.Block {
	all := list[0].Organizations
	said := p.Many(all.Leaders,
		"{1} organization leads the {2} tasks that have a lead: HHI {4}, as high as it can be.",
		"{1} organizations lead the {2} tasks that have a lead. Their shares are as concentrated as those of {3} equal ones: HHI {4}, where equal shares would give {5} and a single leader 10,000.",
		list[0].Led, messages.Effective(all.Effective), messages.Index(all.HHI), messages.Index(all.Floor))
	return slices.Concat([]document.Block{{Text: said}}, whereConcentrated(p, list), bands(p, list))
}

// whereConcentrated names who has the largest share in each phase.
func whereConcentrated(p messages.Printer, list []concentration.Concentration) []document.Block {
	var phases []document.Phrase
	for _, c := range list {
		if s := c.Organizations; c.Scope.Kind == workload.ScopePhase && s != nil {
			phases = append(phases, p.Many(c.Led, "{2}: {3} leads {4} of {1} led task", "{2}: {3} leads {4} of {1} led tasks",
				Scope(p, c.Scope), p.Organization(s.Shares[0].Organization), messages.Percentage(s.CR1)))
		}
	}
	if len(phases) < 2 {
		return nil
	}
	return []document.Block{{Text: p.Say("The largest share in each phase:")}, {Items: phases}}
}

// concentrationByScope gives the figures of every scope. Headings are many, so
// they are shown on demand.
func concentrationByScope(p messages.Printer, list []concentration.Concentration) []document.Block {
	var main, categories []concentration.Concentration
	for _, c := range list {
		if c.Scope.Kind == workload.ScopeCategory {
			categories = append(categories, c)
		} else {
			main = append(main, c)
		}
	}
	blocks := []document.Block{
		{Text: p.Say("A share is the number of tasks that an organization leads, a task with several leads split equally among them, in percent of the led tasks of the scope. By kind of party, only the leads of that kind count: how concentrated vendors are among themselves.")},
		{Text: p.Say("HHI is 10,000 for a single leader, and the lower the more evenly the lead is spread; HHI* begins at 0 for equal shares. The effective number is how many equal leaders would be as concentrated. CR1 and CR3 are the shares of the largest leader and of the three largest. Gini is 0 where all who lead have equal shares.")},
		{Table: spreadTable(p, p.Plain("Concentration of the lead"), main, organizationsApart)},
	}
	fold := func(title document.Phrase, caption string, list []concentration.Concentration, of func(concentration.Concentration) *concentration.Spread) {
		blocks = append(blocks, document.Block{Group: &document.Group{Title: title, Folded: true, Blocks: []document.Block{{Table: spreadTable(p, caption, list, of)}}}})
	}
	if len(categories) > 0 {
		fold(p.Say("By heading ({1})", len(categories)), p.Plain("Concentration of the lead by heading"), categories, organizationsApart)
	}
	if groups := list[0].Groups; groups != nil {
		fold(p.Many(groups.Leaders, "Organizations with one ultimate parent taken as one: {1} leads, HHI {2}", "Organizations with one ultimate parent taken as one: {1} lead, HHI {2}", messages.Index(groups.HHI)),
			p.Plain("Concentration of the lead by group"), main, parentsAsOne)
	}
	return []document.Block{{Group: &document.Group{Title: p.Say("Concentration by scope"), Folded: true, Blocks: blocks}}}
}

func organizationsApart(c concentration.Concentration) *concentration.Spread { return c.Organizations }

func parentsAsOne(c concentration.Concentration) *concentration.Spread { return c.Groups }

func spreadTable(p messages.Printer, caption string, list []concentration.Concentration, of func(concentration.Concentration) *concentration.Spread) *document.Table {
	t := &document.Table{
		Caption: caption,
		Columns: []document.Column{
			p.Left("Scope"), p.Right("Tasks"), p.Right("Led"), p.Right("Leaders"), p.Right("HHI"), p.Right("HHI*"),
			p.Right("Effective number"), p.Right("CR1 %"), p.Right("CR3 %"), p.Right("Gini"),
		},
	}
	if uncertainLeads(p) {
		t.Columns = append(t.Columns, p.Right("HHI over all readings"))
	}
	t.Columns = append(t.Columns, p.Left("Largest share"))
	kind := workload.ScopeAll
	for _, c := range list {
		if c.Scope.Kind != kind {
			kind = c.Scope.Kind
			t.Rows = append(t.Rows, document.Row{Heading: p.Plain("by " + string(kind))})
		}
		cells := []document.Cell{{Text: Scope(p, c.Scope)}, document.Text(messages.Whole(c.Tasks)), document.Text(messages.Whole(c.Led))}
		t.Rows = append(t.Rows, document.Row{Cells: append(cells, spread(p, of(c))...)})
	}
	return t
}

func spread(p messages.Printer, s *concentration.Spread) []document.Cell {
	none := document.Text(messages.Unknown)
	cells, over, largest := []document.Cell{document.Text("0"), none, none, none, none, none, none}, none, none
	if s != nil {
		cells = []document.Cell{
			document.Text(messages.Whole(s.Leaders)), document.Text(messages.Index(s.HHI)), document.Text(messages.Optional(s.Normalized, messages.Index)), document.Text(messages.Effective(s.Effective)),
			{Text: document.Words(messages.Tenths(s.CR1)), Bar: &s.CR1}, document.Text(messages.Tenths(s.CR3)), document.Text(messages.Ratio(s.Gini)),
		}
		over, largest = document.Cell{Text: IndexRange(p, s.Range)}, document.Cell{Text: p.Organization(s.Shares[0].Organization)}
	}
	if uncertainLeads(p) {
		cells = append(cells, over)
	}
	return append(cells, largest)
}

// IndexRange says where an index lies over all readings.
func IndexRange(p messages.Printer, r placement.Range) document.Phrase {
	if r.Min == r.Max {
		return document.Words(messages.Index(r.Min))
	}
	return append(document.Words(messages.Index(r.Min)+"–"+messages.Index(r.Max)), bounds(p, r.Exact)...)
}

// Scope names a scope.
func Scope(p messages.Printer, s workload.Scope) document.Phrase {
	d := p.Graph.Dataset()
	switch s.Kind {
	case workload.ScopePhase:
		return p.Term(d.Phases, s.ID)
	case workload.ScopeCategory:
		return p.Term(d.Categories, s.ID)
	case workload.ScopeFlow:
		return p.Flow(s.ID)
	}
	if s.Kind == workload.ScopeParty && s.ID == workload.UnknownParty {
		return p.Say("kind unknown")
	}
	return p.Say(cmp.Or(s.ID, "all tasks"))
}
