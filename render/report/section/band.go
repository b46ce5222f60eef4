package section

import (
	"slices"

	"tasuki/analysis/concentration"
	"tasuki/analysis/workload"
	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// bands says where the HHI of all tasks, and that among vendors alone, lies
// between the limits that antitrust authorities state.
func bands(p messages.Printer, list []concentration.Concentration) []document.Block {
	shown := []concentration.Concentration{list[0]}
	for _, c := range list {
		if c.Scope == (workload.Scope{Kind: workload.ScopeParty, ID: string(graph.Vendor)}) {
			shown = append(shown, c)
		}
	}
	t := &document.Table{
		Columns: []document.Column{p.Left("Authority"), {Head: p.Plain("All tasks: HHI {1}", messages.Index(shown[0].Organizations.HHI))}},
	}
	if len(shown) > 1 {
		t.Columns = append(t.Columns, document.Column{Head: p.Plain("Among vendors alone: HHI {1}", messages.Index(shown[1].Organizations.HHI))})
	}
	for i, l := range concentration.AntitrustLimits() {
		r := document.Row{Cells: []document.Cell{document.Text(AuthorityName(p, l.Authority))}}
		for _, c := range shown {
			r.Cells = append(r.Cells, document.Cell{Text: Band(p, l, c.Organizations.Bands[i])})
		}
		t.Rows = append(t.Rows, r)
	}
	return []document.Block{{Group: &document.Group{
		Title: p.Say("Where the HHI lies between the limits of antitrust authorities"), Folded: true,
		Blocks: []document.Block{{Table: t}, {Note: BandNote(p)}},
	}}}
}

// BandNote says what the limits of an index are, and what they are not.
func BandNote(p messages.Printer) document.Phrase {
	return p.Say("These are antitrust limits, made for market shares before and after a merger. No regulator of operational risk is known to have set one for vendors, so they are a known scale and no verdict.")
}

// Band says where an index lies, and where it may lie in other readings.
func Band(p messages.Printer, l concentration.Limits, b concentration.Band) document.Phrase {
	said := level(p, l, b.Level)
	if says := authoritySays(p, l.Authority, b.Level); says != "" {
		said = p.Say("{1}: {2}", said, says)
	}
	others := slices.DeleteFunc(slices.Clone(b.Possible), func(x concentration.Level) bool { return x == b.Level })
	var names []document.Phrase
	for _, x := range others {
		names = append(names, level(p, l, x))
	}
	switch {
	case len(others) == 0 && uncertainLeads(p):
		return p.Say("{1} (in every reading)", said)
	case len(others) == 0:
		return said
	case b.Exact:
		return p.Say("{1} (by reading also {2})", said, p.List(names))
	}
	return p.Say("{1} (by reading perhaps {2}: not every reading was computed)", said, p.List(names))
}

func level(p messages.Printer, l concentration.Limits, x concentration.Level) document.Phrase {
	switch {
	case x == concentration.AboveLimits:
		return p.Say("above {1}", l.Upper)
	case x == concentration.BetweenLimits && l.LowerIncluded:
		return p.Say("above {1}, up to {2}", l.Lower, l.Upper)
	case x == concentration.BetweenLimits:
		return p.Say("from {1} to {2}", l.Lower, l.Upper)
	case l.LowerIncluded:
		return p.Say("up to {1}", l.Lower)
	}
	return p.Say("below {1}", l.Lower)
}

// uncertainLeads reports whether some lead is read with uncertainty.
func uncertainLeads(p messages.Printer) bool {
	return slices.ContainsFunc(p.Graph.Assignments(), func(a graph.Assignment) bool {
		return a.Role == graph.Lead && a.Reading == graph.Uncertain
	})
}
