package render

import (
	"tasuki/analysis/concentration"
	"tasuki/analysis/findings"
	"tasuki/analysis/loss"
	"tasuki/analysis/placement"
	"tasuki/analysis/workload"
	"tasuki/graph"
)

func (p reporter) metricSheet(r findings.Review) Listing {
	t := newTable(p.plain("Metrics"), p.right("Rank"), p.left("Organization"), p.left("Full name"), p.left("Kind"),
		p.right("Lead marks"), p.right("Fewest lead marks over all readings"), p.right("Most lead marks over all readings"), p.right("% of marks"), p.right("Tasks, split"), p.right("Supports"),
		p.right("Handoffs in"), p.right("Handoffs out"), p.right("Handoffs within"), p.right("Handoffs through"),
		p.right("Betweenness"), p.right("Betweenness, normalized"), p.right("Betweenness by amount of work"), p.right("Times a year, at least"), p.right("Tasks not in it"))
	ranges := map[string]placement.MarkRange{}
	for _, m := range r.Certainties.LeadMarks {
		ranges[m.Organization] = m
	}
	for _, o := range r.Bottleneck.Organizations {
		i, _ := p.g.OrganizationIndex(o.Organization)
		org := p.g.Organizations()[i]
		cells := []any{o.Rank, org.ID, org.Name.In(p.lang), p.optionalWord(string(org.Kind)), o.LeadMarks, nil, nil, known(o.LeadMarksPercent), o.Tasks, o.SupportMarks}
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
		t.add(cells...)
	}
	return t
}

func (p reporter) flowSheet(r findings.Review) Listing {
	t := newTable(p.plain("Flows"), p.left("Flow"), p.left("Full name"), p.right("Tasks"), p.right("Unavoidable tasks"), p.left("Which"), p.right("Independent ways"),
		p.right("Fewest organizations"), p.right("At most"), p.left("Organizations without which no way is left"), p.left("Best path"))
	best := map[string][]string{}
	for _, e := range r.Escalations {
		if len(e.Ladders) > 0 && len(e.Ladders[0].Paths) > 0 {
			best[e.Flow] = tasksOf(e.Ladders[0].Paths[0])
		}
	}
	for _, s := range r.FlowSPOFs {
		f, _ := p.g.Flow(s.Flow)
		var ways, least, most any
		if s.Cut != nil {
			ways = len(s.Cut.Ways)
		}
		if c := s.OrganizationCut; c != nil {
			least, most = c.Size.Lower, c.Size.Upper
		}
		var stops []string
		for _, o := range s.Organizations {
			stops = append(stops, o.Organization)
		}
		t.add(s.Flow, f.Name.In(p.lang), len(s.Tasks)+len(s.Ends)+len(s.OtherTasks), len(s.Tasks), p.idCell(s.Tasks), ways, least, most, p.idCell(stops), p.idCell(best[s.Flow]))
	}
	return t
}

func (p reporter) concentrationSheet(list []concentration.Concentration) Listing {
	t := newTable(p.plain("Concentration"), p.left("Scope"), p.left("ID"), p.left("Full name"), p.right("Tasks"), p.right("Led"), p.right("Leaders"),
		p.right("HHI"), p.right("HHI, least over all readings"), p.right("HHI, most over all readings"), p.right("HHI*"), p.right("Effective number"),
		p.right("CR1 %"), p.right("CR3 %"), p.right("Gini"), p.left("Largest share"))
	for _, c := range list {
		cells := []any{p.plain("by " + string(c.Scope.Kind)), c.Scope.ID, p.scope(c.Scope).String(), c.Tasks, c.Led}
		if c.Scope.Kind == workload.ScopeAll {
			cells[0] = p.plain("all tasks")
		}
		if s := c.Organizations; s != nil {
			cells = append(cells, s.Leaders, s.HHI, s.Range.Min, s.Range.Max, known(s.Normalized), s.Effective, s.CR1, s.CR3, s.Gini, s.Shares[0].Organization)
		} else {
			cells = append(cells, 0)
		}
		t.add(cells...)
	}
	return t
}

func (p reporter) lossSheet(list []loss.Loss) Listing {
	t := newTable(p.plain("Losses"), p.left("Rules"), p.left("In force"), p.left("Organization"), p.right("Tasks lost"), p.right("Tasks degraded"),
		p.right("Flows broken"), p.right("Flows degraded"), p.left("Which tasks are lost"), p.left("Which flows break"))
	for _, l := range list {
		for _, o := range l.Organizations {
			var broken, degraded any
			if len(p.g.Flows()) > 0 {
				broken, degraded = len(o.Broken), len(o.DegradedFlows)
			}
			var flows []string
			for _, f := range o.Broken {
				flows = append(flows, f.Flow)
			}
			t.add(ruleOf(l.Rules.Leads, l.Rules.Support), l.InForce, o.Organization, len(o.Lost), len(o.Degraded), broken, degraded, p.idCell(o.Lost), p.idCell(flows))
		}
	}
	return t
}

// accountSheet counts the facts, and what became of the input.
func (p reporter) accountSheet(r findings.Review) Listing {
	t := newTable(p.plain("Account"), p.left("What"), p.right("Number"), p.left("Which"))
	for _, x := range []struct {
		what string
		n    int
	}{
		{p.plain("Organizations"), r.Totals.Organizations}, {p.plain("Tasks"), r.Totals.Tasks}, {p.plain("lead marks"), r.Totals.LeadMarks},
		{p.plain("support marks"), r.Totals.SupportMarks}, {p.plain("uncertain marks"), r.Totals.Uncertain},
		{p.plain("flows"), r.Totals.Flows}, {p.plain("handoffs"), r.Totals.Handoffs}, {p.plain("Supplies"), r.Totals.Supplies},
	} {
		t.add(x.what, x.n)
	}
	t.add(p.plain("Rules"), nil, ruleOf(r.Rules.Leads, r.Rules.Support))
	if a := p.g.Dataset().Account; a != nil {
		p.accountRows(&t, *a)
	}
	return t
}

func (p reporter) accountRows(t *Listing, a graph.Account) {
	t.add(p.plain("Rows"), a.Rows.In, p.plain("{1} loaded, {2} rejected", a.Rows.Loaded, a.Rows.Rejected))
	t.add(p.plain("Marks"), a.Marks.In, p.plain("{1} as printed, {2} realigned, {3} uncertain", a.Marks.Printed, a.Marks.Realigned, a.Marks.Uncertain))
	t.add(p.plain("Organizations without any mark"), len(a.WithoutMarks), p.idCell(a.WithoutMarks))
	for _, h := range p.headings(a.UnusedHeadings) {
		t.add(p.plain("Headings from which no mark was read"), nil, clipped(h.String()))
	}
	for _, s := range a.Outside {
		t.add(p.plain("Glyphs outside every block, so not read"), nil, clipped(place(s)))
	}
	for _, s := range a.Assumptions {
		t.add(p.plain("Assumptions: proposed, not declared"), nil, clipped(s))
	}
}
