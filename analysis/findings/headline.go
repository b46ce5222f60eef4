package findings

import (
	"slices"

	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
	"tasuki/analysis/wording"
	"tasuki/graph"
)

// Headline is one of the most important things found.
type Headline struct {
	Rule      string              `json:"rule"`
	Subject   rules.Subject       `json:"subject"`
	Message   wording.Statement   `json:"message"` // a sentence with its figures and how sure they are
	Certainty placement.Certainty `json:"certainty"`
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
		fromFinding(r, "task-without-lead", wording.Sentence("同じである", "they are the same")),
		concentrationHeadline(r),
		fromFinding(r, "no-flows", graph.Name{}),
	)
	return append([]Headline{}, candidates[:min(3, len(candidates))]...)
}

// bottleneckHeadline says besides how many marks the organization has in any
// reading, and in how many readings it is first when that depends.
func bottleneckHeadline(r Review) []Headline {
	list := fromFinding(r, "bottleneck", wording.Sentence("主担当の印が最も多い", "it is first by lead marks"))
	for i, h := range list {
		m := r.Certainties.LeadMarks[slices.IndexFunc(r.Certainties.LeadMarks, func(m placement.MarkRange) bool { return m.Organization == h.Subject.ID })]
		if m.Min < m.Max {
			list[i].Message = h.Message.With("(読み方により主担当の印は%[1]dから%[2]d個)", " (%[1]d to %[2]d lead marks, by reading)", m.Min, m.Max)
		}
		for _, x := range r.Certainties.First.Members {
			if x.Organization == h.Subject.ID && h.Certainty == placement.Depends && x.Readings != nil {
				list[i].Message = list[i].Message.And("読み方の%s%.1[2]f %%で最多",
					"it is among the first in %s%.1[2]f %% of all readings", about(*x.Readings), x.Readings.Percent)
			}
		}
	}
	return list
}

// about says that a proportion is an estimate.
func about(p placement.Proportion) graph.Name {
	if p.Exact {
		return graph.Name{}
	}
	return wording.Sentence("約", "about ")
}

// fromFinding returns the first finding of a rule as a headline, with how sure
// the claim is; without a claim there is nothing that a reading could change.
func fromFinding(r Review, rule string, claim graph.Name) []Headline {
	i := slices.IndexFunc(r.Findings, func(f Finding) bool { return f.Rule == rule })
	if i < 0 {
		return nil
	}
	f := r.Findings[i]
	if claim.IsZero() {
		return []Headline{{f.Rule, f.Subject, f.Message, f.Certainty}}
	}
	return []Headline{{f.Rule, f.Subject, sureness(f.Message, r, claim, f.Certainty, f.DependsOn), f.Certainty}}
}

// worstStop returns the organization that stops most flows between their ends.
func worstStop(g *graph.Graph, r Review) []Headline {
	all := stopsByOrganization(&r, g)
	if len(all) == 0 || len(all[0].between) == 0 {
		return nil
	}
	worst := all[0]
	message := sureness(stopMessage(&linter{Review: &r, g: g}, worst), r, wording.Sentence("これらを止める", "it stops these"), worst.certainty, worst.dependsOn)
	switch {
	case worst.open > 0:
		message = message.And("少なくとも%[1]d件はどう読んでも止まる", "flows that it stops in every reading: at least %[1]d", len(worst.always))
	case worst.certainty != placement.Holds:
		message = message.And("%[1]d件はどう読んでも止まる", "flows that it stops in every reading: %[1]d", len(worst.always))
	}
	return []Headline{{"flow-stopped-by-organization", rules.Subject{Kind: rules.AboutOrganization, ID: worst.organization}, message, worst.certainty}}
}

// concentrationHeadline says how many equal organizations the lead amounts to.
func concentrationHeadline(r Review) []Headline {
	all, hhi := r.Concentrations[0], r.Certainties.HHI
	if all.Organizations == nil {
		return nil
	}
	h := Headline{Rule: "concentration", Subject: rules.Subject{Kind: rules.AboutDataset}, Certainty: placement.Holds, Message: wording.Claim(
		"主担当は%[1]d組織に分かれるが、等しい%.1[2]f組織に相当する集中(HHI %[3]s、作業%[4]d件)",
		"%[1]d organizations lead, as concentrated as %.1[2]f equal ones (HHI %[3]s of 10,000, over %[4]d led tasks)",
		all.Organizations.Leaders, all.Organizations.Effective, wording.Thousands(all.Organizations.HHI), all.Led)}
	if all.Organizations.Leaders == 1 {
		h.Message = wording.Claim("主担当は一つの組織だけで、集中は最大(HHI 10,000、作業%d件)", "One organization leads everything, the highest concentration there is (HHI 10,000, led tasks: %d)", all.Led)
	}
	switch {
	case hhi.Min < hhi.Max && !hhi.Exact:
		h.Certainty = placement.NotComputed
		h.Message = h.Message.And("不確かな印のどの読み方でも HHI は%[1]s以上%[2]s以下(限界値)",
			"over all readings of the uncertain marks it stays within the bounds %[1]s and %[2]s", wording.Thousands(hhi.Min), wording.Thousands(hhi.Max))
	case hhi.Min < hhi.Max:
		h.Certainty = placement.Depends
		h.Message = h.Message.And("不確かな印の読み方により HHI は%[1]sから%[2]s",
			"between %[1]s and %[2]s over all readings of the uncertain marks", wording.Thousands(hhi.Min), wording.Thousands(hhi.Max))
	}
	return []Headline{h}
}

// sureness returns a statement with a clause on whether its claim holds in every
// reading.
func sureness(s wording.Statement, r Review, claim graph.Name, c placement.Certainty, dependsOn []string) wording.Statement {
	marks := wording.Sentence("%d個", "%d uncertain marks", r.Totals.Uncertain)
	switch r.Totals.Uncertain {
	case 0:
		return s.And("不確かな印はない", "no mark is uncertain")
	case 1:
		marks.EN = "uncertain mark"
	}
	switch c {
	case placement.Holds:
		return s.And("不確かな印%[1]sをどう読んでも%[2]s", "%[2]s in every reading of the %[1]s", marks, claim)
	case placement.Depends:
		return s.And("ただし不確かな印%[1]sの読み方(作業 %[3]s)によっては変わる",
			"%[2]s as read, but not in every reading of the %[1]s (tasks %[3]s)", marks, claim, wording.Few(dependsOn))
	}
	return s.And("不確かな印%[1]sのすべての読み方でそうかは計算していない",
		"whether %[2]s in every reading of the %[1]s was not computed", marks, claim)
}
