package report

import (
	"slices"

	"tasuki/analysis/concentration"
	"tasuki/analysis/findings"
	"tasuki/analysis/loss"
	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
	"tasuki/analysis/spof"
	"tasuki/analysis/workload"
	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages"
	"tasuki/render/report/ladder"
	"tasuki/render/report/section"
)

func metricSheet(p messages.Printer, r findings.Review) document.Listing {
	t := newTable(p.Plain("Metrics"), p.Right("Rank"), p.Left("Organization"), p.Left("Full name"), p.Left("Kind"),
		p.Right("Lead marks"), p.Right("Fewest lead marks over all readings"), p.Right("Most lead marks over all readings"), p.Right("% of marks"), p.Right("Tasks, split"), p.Right("Supports"),
		p.Right("Handoffs in"), p.Right("Handoffs out"), p.Right("Handoffs within"), p.Right("Handoffs through"),
		p.Right("Betweenness"), p.Right("Betweenness, normalized"), p.Right("Betweenness by amount of work"), p.Right("Times a year, at least"), p.Right("Tasks not in it"))
	ranges := map[string]placement.MarkRange{}
	for _, m := range r.Certainties.LeadMarks {
		ranges[m.Organization] = m
	}
	for _, o := range r.Bottleneck.Organizations {
		i, _ := p.Graph.OrganizationIndex(o.Organization)
		org := p.Graph.Organizations()[i]
		cells := []any{o.Rank, org.ID, org.Name.In(p.Lang), optionalWord(p, string(org.Kind)), o.LeadMarks, nil, nil, known(o.LeadMarksPercent), o.Tasks, o.SupportMarks}
		if m, ok := ranges[org.ID]; ok {
			cells[5], cells[6] = m.Min, m.Max
		}
		traffic, between, weighted, load := []any{nil, nil, nil, nil}, []any{nil, nil}, any(nil), []any{nil, nil}
		if h := o.Handoffs; h != nil {
			traffic = []any{h.In, h.Out, h.Within, h.Through}
		}
		if c := o.Betweenness; c != nil {
			between = []any{c.Value, known(c.Normalized)}
		}
		if c := o.WeightedBetweenness; c != nil {
			weighted = c.Value
		}
		if l := o.TimedLoad; l != nil {
			load = []any{l.PerYear, l.Unweighted}
		}
		cells = append(append(append(append(cells, traffic...), between...), weighted), load...)
		add(&t, cells...)
	}
	return t
}

func flowSheet(p messages.Printer, r findings.Review) document.Listing {
	t := newTable(p.Plain("Flows"), p.Left("Flow"), p.Left("Full name"), p.Right("Tasks"), p.Right("Unavoidable tasks"), p.Left("Which"), p.Right("Independent ways"),
		p.Right("Fewest organizations"), p.Right("At most"), p.Left("Organizations without which no way is left"), p.Left("Best path"),
		p.Left("Tasks without which some start has no way"), p.Left("Organizations without which some start has no way"))
	open := slices.ContainsFunc(r.FlowSPOFs, func(s spof.FlowSPOF) bool { return len(s.Otherwise) > 0 })
	if open {
		t.Columns = append(t.Columns, p.Plain("Under rules that nobody declared"))
	}
	best := map[string][]string{}
	for _, e := range r.Escalations {
		if len(e.Ladders) > 0 && len(e.Ladders[0].Paths) > 0 {
			best[e.Flow] = ladder.TasksOf(e.Ladders[0].Paths[0])
		}
	}
	for _, s := range r.FlowSPOFs {
		f, _ := p.Graph.Flow(s.Flow)
		var ways, least, most any
		if s.Cut != nil && !s.Splits {
			ways = len(s.Cut.Ways)
		}
		if c := s.OrganizationCut; c != nil {
			least, most = c.Size.Lower, c.Size.Upper
		}
		var stops []string
		for _, o := range s.Organizations {
			stops = append(stops, o.Organization)
		}
		cells := []any{s.Flow, f.Name.In(p.Lang), len(s.Tasks) + len(s.Ends) + len(s.OtherTasks), len(s.Tasks), idCell(p, s.Tasks), ways, least, most, idCell(p, stops), idCell(p, best[s.Flow]), nil, nil}
		if e := s.EveryStart; e != nil {
			cells[10], cells[11] = idCell(p, e.Tasks), idCell(p, e.Organizations)
		}
		if open {
			cells = append(cells, clipped(section.StopsAssumed(p, s).String()))
		}
		add(&t, cells...)
	}
	return t
}

func concentrationSheet(p messages.Printer, list []concentration.Concentration) document.Listing {
	t := newTable(p.Plain("Concentration"), p.Left("Scope"), p.Left("ID"), p.Left("Full name"), p.Right("Tasks"), p.Right("Led"), p.Right("Leaders"),
		p.Right("HHI"), p.Right("HHI, least over all readings"), p.Right("HHI, most over all readings"), p.Right("HHI*"), p.Right("Effective number"),
		p.Right("CR1 %"), p.Right("CR3 %"), p.Right("Gini"), p.Left("Largest share"))
	for _, c := range list {
		cells := []any{p.Plain("by " + string(c.Scope.Kind)), c.Scope.ID, section.Scope(p, c.Scope).String(), c.Tasks, c.Led}
		if c.Scope.Kind == workload.ScopeAll {
			cells[0] = p.Plain("all tasks")
		}
		if s := c.Organizations; s != nil {
			cells = append(cells, s.Leaders, s.HHI, s.Range.Min, s.Range.Max, known(s.Normalized), s.Effective, s.CR1, s.CR3, s.Gini, s.Shares[0].Organization)
		} else {
			cells = append(cells, 0)
		}
		add(&t, cells...)
	}
	return t
}

func lossSheet(p messages.Printer, list []loss.Loss) document.Listing {
	t := newTable(p.Plain("Losses"), p.Left("Rules"), p.Left("In force"), p.Left("Organization"), p.Right("Tasks lost"), p.Right("Tasks degraded"),
		p.Right("Flows broken"), p.Right("Flows degraded"), p.Left("Which tasks are lost"), p.Left("Which flows break"))
	for _, l := range list {
		for _, o := range l.Organizations {
			var broken, degraded any
			if len(p.Graph.Flows()) > 0 {
				broken, degraded = len(o.Broken), len(o.DegradedFlows)
			}
			var flows []string
			for _, f := range o.Broken {
				flows = append(flows, f.Flow)
			}
			add(&t, p.Premises(l.Rules).String(), l.InForce, o.Organization, len(o.Lost), len(o.Degraded), broken, degraded, idCell(p, o.Lost), idCell(p, flows))
		}
	}
	return t
}

// accountSheet counts the facts, and what became of the input.
func accountSheet(p messages.Printer, r findings.Review) document.Listing {
	t := newTable(p.Plain("Account"), p.Left("What"), p.Right("Number"), p.Left("Which"))
	type count struct {
		what string
		n    int
	}
	counts := []count{
		{p.Plain("Organizations"), r.Totals.Organizations}, {p.Plain("Tasks"), r.Totals.Tasks}, {p.Plain("lead marks"), r.Totals.LeadMarks},
		{p.Plain("support marks"), r.Totals.SupportMarks}, {p.Plain("uncertain marks"), r.Totals.Uncertain},
		{p.Plain("flows"), r.Totals.Flows}, {p.Plain("handoffs"), r.Totals.Handoffs}, {p.Plain("Supplies"), r.Totals.Supplies},
	}
	if n := r.Totals.AccountableMarks; n > 0 {
		counts = slices.Insert(counts, 3, count{p.Plain("accountable marks"), n})
	}
	for _, x := range counts {
		add(&t, x.what, x.n)
	}
	add(&t, p.Plain("Rules"), nil, ruleCell(p, r.Rules))
	if a := p.Graph.Dataset().Account; a != nil {
		accountRows(p, &t, *a)
	}
	return t
}

func accountRows(p messages.Printer, t *document.Listing, a graph.Account) {
	add(t, p.Plain("Rows"), a.Rows.In, p.Plain("{1} loaded, {2} rejected", a.Rows.Loaded, a.Rows.Rejected))
	if n := a.Rows.AccountableLeads; n > 0 {
		add(t, p.Plain("Rows without a lead mark"), n, p.Plain("led by who is accountable"))
	}
	add(t, p.Plain("Marks"), a.Marks.In, marksBecame(p, a.Marks).String())
	add(t, p.Plain("Organizations without any mark"), len(a.WithoutMarks), idCell(p, a.WithoutMarks))
	for _, e := range a.Elements {
		add(t, e.Type, e.In, p.Plain("{1} became facts, {2} left out", e.Mapped, e.In-e.Mapped))
	}
	for _, h := range headings(p, a.UnusedHeadings) {
		add(t, p.Plain("Headings from which no mark was read"), nil, clipped(h.String()))
	}
	for _, u := range unreadGroups(p, a.Unread) {
		add(t, p.Plain("Cells among the marks that could not be read"), nil, clipped(u.String()))
	}
	for _, s := range a.Outside {
		add(t, p.Plain("Glyphs outside every block, so not read"), nil, clipped(section.Place(s)))
	}
	for _, n := range a.Assumptions {
		add(t, p.Plain("Assumptions: proposed, not declared"), nil, clipped(p.Told(n)))
	}
}

// ruleCell names the rules in force and says which of them nobody declared.
func ruleCell(p messages.Printer, r rules.RulesInForce) string {
	cell := p.Premises(r.Rules).String()
	if r.LeadsAssumed || r.SupportAssumed {
		return p.Sentences(document.Words(cell+"."), p.RulesInForce(r)).String()
	}
	return cell
}
