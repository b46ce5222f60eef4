package findings

import (
	"cmp"
	"slices"

	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// Headline is one of the most important things found.
type Headline struct {
	Rule      string
	Subject   rules.Subject
	Message   Statement // one short sentence for readers without a definition at hand
	Why       Statement // how sure it is, and why: ranges by reading, and the rules that it takes for granted
	Certainty placement.Certainty
	Assumes   []rules.Rules // under which it is another, and that may hold since nobody declared them
}

// Headlines returns the three most important things in r, or fewer when there
// are not as many. They are, in this order and as far as they apply: who leads
// most; who stops most flows, by tasks between their ends; tasks that nobody
// leads; how much of the work others are ready to take over; that no flow is
// declared. Equal ones are said together: a tie is no bottleneck.
func Headlines(g *graph.Graph, r Review) []Headline {
	most := mostLed(r)
	list := slices.Concat(most, worstStop(g, r), unled(r), takenOver(g, r, most), flowless(r))
	list = append([]Headline{}, list[:min(3, len(list))]...)
	for i := range list[min(1, len(list)):] {
		// What follows a sentence about the same party calls it "it".
		before, x := list[i].Subject, &list[i+1]
		if x.Subject.Kind == rules.AboutOrganization && x.Subject == before {
			x.Message = slices.Clone(x.Message)
			x.Message[0] = Clause{x.Message[0].Code, append([]any{Again(x.Subject)}, x.Message[0].Args[1:]...)}
		}
	}
	return list
}

// mostLed says who leads most tasks, with the fewest and the most in any reading, and
// in how many readings it is first when that depends.
func mostLed(r Review) []Headline {
	if r.Totals.LeadMarks == 0 {
		return nil
	}
	top, first := r.Bottleneck.Organizations[0], r.Certainties.First
	h := Headline{
		Rule: "bottleneck", Subject: rules.Subject{Kind: rules.AboutOrganization, ID: top.Organization},
		Certainty: first.Certainty, Assumes: []rules.Rules{},
	}
	if tied := len(first.Organizations); tied > 1 {
		h.Subject = rules.Subject{Kind: rules.AboutDataset}
		h.Message = says(TiedLead, tied, top.LeadMarks, r.Totals.Tasks)
		h.Why = sureness(says(TiedAre, first.Organizations), r, TheSame, first.Certainty, taskIDs(first.DependsOn))
		return []Headline{h}
	}
	h.Message = says(LeadsMost, h.Subject, top.LeadMarks, r.Totals.Tasks, Share(100*float64(top.LeadMarks)/float64(r.Totals.Tasks)))
	h.Why = sureness(nil, r, First, first.Certainty, taskIDs(first.DependsOn))
	m := r.Certainties.LeadMarks[slices.IndexFunc(r.Certainties.LeadMarks, func(m placement.MarkRange) bool { return m.Organization == top.Organization })]
	if m.Min < m.Max {
		h.Why = h.Why.and(TasksByReading, m.Min, m.Max)
	}
	for _, x := range first.Members {
		if x.Organization == top.Organization && first.Certainty == placement.Depends && x.Readings != nil {
			h.Why = h.Why.and(firstIn(*x.Readings), Percent(x.Readings.Percent))
		}
	}
	return []Headline{h}
}

// firstIn says whether a proportion of readings is an estimate.
func firstIn(p placement.Proportion) Code {
	if p.Exact {
		return FirstIn
	}
	return FirstInAbout
}

// finding returns the first finding of a rule.
func (r Review) finding(rule string) (Finding, bool) {
	i := slices.IndexFunc(r.Findings, func(f Finding) bool { return f.Rule == rule })
	if i < 0 {
		return Finding{}, false
	}
	return r.Findings[i], true
}

// unled says of how many tasks nobody is the lead.
func unled(r Review) []Headline {
	f, ok := r.finding("task-without-lead")
	if !ok {
		return nil
	}
	return []Headline{{f.Rule, f.Subject, says(NobodyLeads, len(f.Evidence), r.Totals.Tasks), sureness(nil, r, TheSame, f.Certainty, f.DependsOn), f.Certainty, f.Assumes}}
}

// flowless says that no flow is declared: then no reading could change anything.
func flowless(r Review) []Headline {
	f, ok := r.finding("no-flows")
	if !ok {
		return nil
	}
	return []Headline{{f.Rule, f.Subject, says(FlowsUnknown), says(DeclareFlows), f.Certainty, f.Assumes}}
}

// worstStop returns the organization that stops most flows between their ends.
// Under other rules that may hold, another may. Where several stop as many, they
// are counted; where none stops any, that is said.
func worstStop(g *graph.Graph, r Review) []Headline {
	if len(r.FlowSPOFs) == 0 {
		return nil
	}
	all := stopsByOrganization(&r, g, r.Rules.Rules)
	if len(all) == 0 {
		return []Headline{{
			"flow-stopped-by-organization", rules.Subject{Kind: rules.AboutDataset}, says(StopsNone, len(r.FlowSPOFs)),
			sureness(nil, r, TheSame, r.Certainties.Stops.Certainty, taskIDs(r.Certainties.Stops.DependsOn)), r.Certainties.Stops.Certainty, []rules.Rules{},
		}}
	}
	worst := all[0]
	if tied := tiedStops(all); len(tied) > 1 {
		return []Headline{tiedStop(g, r, tied)}
	}
	why := sureness(nil, r, TheSame, worst.marks, worst.dependsOn)
	switch {
	case worst.open > 0:
		why = why.and(StopsAtLeast, len(worst.always))
	case worst.marks != placement.Holds:
		why = why.and(StopsAlways, len(worst.always))
	}
	if 0 < len(worst.between) && len(worst.between) < len(worst.flows) {
		why = why.and(StopsInside, len(worst.between), len(worst.flows))
	}
	otherwise := worst.otherwise(&r, g, func(then stops, all []stops) Statement {
		if len(all) > 0 && compareStops(all[0], then) < 0 {
			return says(FirstInstead, rules.Subject{Kind: rules.AboutOrganization, ID: all[0].organization}, len(all[0].flows), len(all[0].between))
		}
		return nil
	})
	about := rules.Subject{Kind: rules.AboutOrganization, ID: worst.organization}
	return []Headline{{
		"flow-stopped-by-organization", about, says(worst.code(DropsOut, DropsOutAtEnds), about, len(worst.flows), len(r.FlowSPOFs)),
		why.assuming(r.Rules.Rules, otherwise), worst.certainty(otherwise), rulesOf(otherwise),
	}}
}

// tiedStops returns those that stop as many flows as the first.
func tiedStops(all []stops) []stops {
	n := 1
	for n < len(all) && compareStops(all[0], all[n]) == 0 {
		n++
	}
	return all[:n]
}

// tiedStop says that several organizations stop equally many flows. It is as sure as what
// is least sure of one of them.
func tiedStop(g *graph.Graph, r Review, tied []stops) Headline {
	order := []placement.Certainty{placement.Holds, placement.Assumed, placement.NotComputed, placement.Depends}
	sure, marks := placement.Holds, placement.Holds
	var ids, dependsOn []string
	assumes := []rules.Rules{}
	for _, s := range tied {
		otherwise := s.otherwise(&r, g, func(stops, []stops) Statement { return nil })
		worse := func(a, b placement.Certainty) int {
			return cmp.Compare(slices.Index(order, a), slices.Index(order, b))
		}
		sure, marks = slices.MaxFunc([]placement.Certainty{sure, s.certainty(otherwise)}, worse), slices.MaxFunc([]placement.Certainty{marks, s.marks}, worse)
		ids, dependsOn = append(ids, s.organization), append(dependsOn, s.dependsOn...)
		for _, x := range rulesOf(otherwise) {
			if !slices.Contains(assumes, x) {
				assumes = append(assumes, x)
			}
		}
	}
	slices.SortFunc(dependsOn, graph.Compare)
	why := sureness(says(TiedAre, ids), r, TheSame, marks, slices.Compact(dependsOn))
	if len(assumes) > 0 {
		why = why.and(OtherUnder)
	}
	return Headline{
		"flow-stopped-by-organization", rules.Subject{Kind: rules.AboutDataset},
		says(tied[0].code(TiedStops, TiedStopsAtEnds), len(tied), len(tied[0].flows), len(r.FlowSPOFs)), why, sure, assumes,
	}
}

// code returns the code of what is said of flows that stop between their ends, or of
// those that only start or end with the organization.
func (s stops) code(between, ends Code) Code {
	if len(s.between) > 0 {
		return between
	}
	return ends
}

// sureness returns a statement with a clause on whether its claim holds in every
// reading.
func sureness(s Statement, r Review, claim Code, c placement.Certainty, dependsOn []string) Statement {
	open := r.Totals.Uncertain + r.Totals.Unread
	if open == 0 {
		return s.and(NoneUncertain)
	}
	return s.and(claim, c, open, dependsOn)
}
