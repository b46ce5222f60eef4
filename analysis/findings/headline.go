package findings

import (
	"slices"

	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// Headline is one of the most important things found.
type Headline struct {
	Rule      string
	Subject   rules.Subject
	Message   Statement // with its figures and how sure they are
	Certainty placement.Certainty
	Assumes   []rules.Rules // under which it is another, and that may hold since nobody declared them
}

// Headlines returns the three most important things in r, or fewer when there
// are not as many. They are, in this order and as far as they apply: the
// bottleneck; the organization that stops most flows for tasks between their
// ends; tasks that nobody leads; how concentrated the lead is; the severest
// other finding.
func Headlines(g *graph.Graph, r Review) []Headline {
	candidates := slices.Concat(
		bottleneckHeadline(r),
		worstStop(g, r),
		fromFinding(r, "task-without-lead", TheSame),
		concentrationHeadline(r),
		fromFinding(r, "no-flows", ""),
	)
	return append([]Headline{}, candidates[:min(3, len(candidates))]...)
}

// bottleneckHeadline says besides how many marks the organization has in any
// reading, and in how many readings it is first when that depends.
func bottleneckHeadline(r Review) []Headline {
	list := fromFinding(r, "bottleneck", First)
	for i, h := range list {
		m := r.Certainties.LeadMarks[slices.IndexFunc(r.Certainties.LeadMarks, func(m placement.MarkRange) bool { return m.Organization == h.Subject.ID })]
		if m.Min < m.Max {
			// Beside the number, which is then not as sure as that it is the highest.
			list[i].Message = slices.Insert(slices.Clone(h.Message), 1, Clause{MarksByReading, []any{m.Min, m.Max}})
		}
		for _, x := range r.Certainties.First.Members {
			if x.Organization == h.Subject.ID && h.Certainty == placement.Depends && x.Readings != nil {
				list[i].Message = list[i].Message.and(firstIn(*x.Readings), Percent(x.Readings.Percent))
			}
		}
	}
	return list
}

// firstIn says whether a proportion of readings is an estimate.
func firstIn(p placement.Proportion) Code {
	if p.Exact {
		return FirstIn
	}
	return FirstInAbout
}

// fromFinding returns the first finding of a rule as a headline, with how sure
// the claim is; without a claim there is nothing that a reading could change.
func fromFinding(r Review, rule string, claim Code) []Headline {
	i := slices.IndexFunc(r.Findings, func(f Finding) bool { return f.Rule == rule })
	if i < 0 {
		return nil
	}
	f := r.Findings[i]
	if claim == "" {
		return []Headline{{f.Rule, f.Subject, f.Message, f.Certainty, f.Assumes}}
	}
	return []Headline{{f.Rule, f.Subject, sureness(f.Message, r, claim, f.Certainty, f.DependsOn), f.Certainty, f.Assumes}}
}

// worstStop returns the organization that stops most flows between their ends.
// Under other rules that may hold, another may.
func worstStop(g *graph.Graph, r Review) []Headline {
	all := stopsByOrganization(&r, g, r.Rules.Rules)
	if len(all) == 0 || len(all[0].between) == 0 {
		return nil
	}
	worst := all[0]
	message := sureness(stopMessage(&r, worst), r, StopsThese, worst.marks, worst.dependsOn)
	switch {
	case worst.open > 0:
		message = message.and(StopsAtLeast, len(worst.always))
	case worst.marks != placement.Holds:
		message = message.and(StopsAlways, len(worst.always))
	}
	otherwise := worst.otherwise(&r, g, func(then stops, all []stops) Statement {
		if len(all) > 0 && compareStops(all[0], then) < 0 {
			return says(FirstInstead, rules.Subject{Kind: rules.AboutOrganization, ID: all[0].organization}, len(all[0].flows), len(all[0].between))
		}
		return nil
	})
	return []Headline{{
		"flow-stopped-by-organization", rules.Subject{Kind: rules.AboutOrganization, ID: worst.organization},
		message.assuming(r.Rules.Rules, otherwise), worst.certainty(otherwise), rulesOf(otherwise),
	}}
}

// concentrationHeadline says how many equal organizations the lead amounts to.
func concentrationHeadline(r Review) []Headline {
	all, hhi := r.Concentrations[0], r.Certainties.HHI
	if all.Organizations == nil {
		return nil
	}
	h := Headline{Rule: "concentration", Subject: rules.Subject{Kind: rules.AboutDataset}, Certainty: placement.Holds, Assumes: []rules.Rules{}, Message: says(SpreadOver,
		all.Organizations.Leaders, all.Organizations.Effective).and(HHIOf, HHI(all.Organizations.HHI), all.Led)}
	if all.Organizations.Leaders == 1 {
		h.Message = says(SoleLeader, all.Led)
	}
	switch {
	case hhi.Min < hhi.Max && !hhi.Exact:
		h.Certainty = placement.NotComputed
		h.Message = h.Message.and(HHIWithin, HHI(hhi.Min), HHI(hhi.Max))
	case hhi.Min < hhi.Max:
		h.Certainty = placement.Depends
		h.Message = h.Message.and(HHIBetween, HHI(hhi.Min), HHI(hhi.Max))
	}
	return []Headline{h}
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
