package render

import (
	"slices"

	"tasuki/analysis/concentration"
	"tasuki/analysis/workload"
	"tasuki/graph"
)

// bands says where the HHI of all tasks, and that among vendors alone, lies
// between the limits that antitrust authorities state.
func (p reporter) bands(list []concentration.Concentration) []block {
	shown := []concentration.Concentration{list[0]}
	for _, c := range list {
		if c.Scope == (workload.Scope{Kind: workload.ScopeParty, ID: string(graph.Vendor)}) {
			shown = append(shown, c)
		}
	}
	t := &table{
		Caption: p.plain("Where the HHI lies between the limits of antitrust authorities"),
		Columns: []column{p.left("Authority"), {Head: p.plain("All tasks: HHI {1}", index(shown[0].Organizations.HHI))}},
	}
	if len(shown) > 1 {
		t.Columns = append(t.Columns, column{Head: p.plain("Among vendors alone: HHI {1}", index(shown[1].Organizations.HHI))})
	}
	for i, l := range concentration.AntitrustLimits() {
		r := row{Cells: []cell{text(l.Name.In(p.lang))}}
		for _, c := range shown {
			r.Cells = append(r.Cells, cell{Text: p.band(l, c.Organizations.Bands[i])})
		}
		t.Rows = append(t.Rows, r)
	}
	return []block{
		{Table: t},
		{Note: p.bandNote()},
	}
}

func (p reporter) bandNote() phrase {
	return p.say("These are antitrust limits, made for market shares before and after a merger. No regulator of operational risk is known to have set one for vendors, so they are a known scale and no verdict.")
}

// band says where an index lies, and where it may lie in other readings.
func (p reporter) band(l concentration.Limits, b concentration.Band) phrase {
	said := p.level(l, b.Level)
	if says := l.Says[b.Level].In(p.lang); says != "" {
		said = p.say("{1}: {2}", said, says)
	}
	others := slices.DeleteFunc(slices.Clone(b.Possible), func(x concentration.Level) bool { return x == b.Level })
	var names []phrase
	for _, x := range others {
		names = append(names, p.level(l, x))
	}
	switch {
	case len(others) == 0 && p.uncertainLeads():
		return p.say("{1} (in every reading)", said)
	case len(others) == 0:
		return said
	case b.Exact:
		return p.say("{1} (by reading also {2})", said, p.list(names))
	}
	return p.say("{1} (by reading perhaps {2}: not every reading was computed)", said, p.list(names))
}

func (p reporter) level(l concentration.Limits, x concentration.Level) phrase {
	switch {
	case x == concentration.AboveLimits:
		return p.say("above {1}", l.Upper)
	case x == concentration.BetweenLimits && l.LowerIncluded:
		return p.say("above {1}, up to {2}", l.Lower, l.Upper)
	case x == concentration.BetweenLimits:
		return p.say("from {1} to {2}", l.Lower, l.Upper)
	case l.LowerIncluded:
		return p.say("up to {1}", l.Lower)
	}
	return p.say("below {1}", l.Lower)
}

// uncertainLeads reports whether some lead is read with uncertainty.
func (p reporter) uncertainLeads() bool {
	return slices.ContainsFunc(p.g.Assignments(), func(a graph.Assignment) bool {
		return a.Role == graph.Lead && a.Reading == graph.Uncertain
	})
}
