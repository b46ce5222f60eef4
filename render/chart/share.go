package chart

import (
	"strconv"

	"tasuki/analysis/concentration"
	"tasuki/analysis/workload"
	"tasuki/graph"
	"tasuki/render/layout"
	"tasuki/render/messages"
	"tasuki/render/report/section"
)

// ShareChart draws how the lead of all tasks is spread over the organizations:
// a bar for the share of each, the HHI of all tasks and of each phase, and where
// the HHI of all tasks lies between the limits of each authority.
func ShareChart(g *graph.Graph, list []concentration.Concentration, lang messages.Language) Chart {
	c := Chart{ID: "concentration-" + string(lang.Lang), Language: lang, Title: messages.WordShares.In(lang.Lang)}
	if len(list) == 0 || list[0].Organizations == nil {
		c.Notes = []string{messages.WordNoShares.In(lang.Lang)}
		return c
	}
	p := messages.Printer{Graph: g, Language: lang}
	c.Panels = []Panel{sharePanel(g, list[0], lang), indexPanel(p, list), bandPanel(p, list[0].Organizations)}
	c.Notes = []string{messages.WordShareNote.In(lang.Lang), messages.WordIndexNote.In(lang.Lang), section.BandNote(p).String()}
	if without := len(g.Organizations()) - list[0].Organizations.Leaders; without > 0 {
		c.Notes = append(c.Notes, messages.Fill(messages.WordShareLeft, lang, strconv.Itoa(list[0].Organizations.Leaders), strconv.Itoa(without), strconv.Itoa(len(g.Organizations()))))
	}
	return c
}

func sharePanel(g *graph.Graph, all concentration.Concentration, lang messages.Language) Panel {
	p := Panel{
		Title: messages.Fill(messages.WordSharesOf, lang, strconv.Itoa(all.Led), strconv.Itoa(all.Tasks)),
		X:     axisTo(messages.WordShareAxis.In(lang.Lang), all.Organizations.CR1, 8),
	}
	for _, s := range all.Organizations.Shares {
		p.Bars = append(p.Bars, Bar{
			Name: messages.OrganizationNames(g, []string{s.Organization}, lang), Ref: s.Organization,
			Parts: []Part{{Length: s.Percent, Fill: layout.Blue}},
			Text:  messages.Fill(messages.WordShare, lang, messages.Tenths(s.Percent), messages.Tenths(s.Tasks)),
		})
	}
	return p
}

// indexPanel shows the HHI of all tasks and of each phase.
func indexPanel(p messages.Printer, list []concentration.Concentration) Panel {
	panel := Panel{Title: messages.WordIndexTitle.In(p.Lang), X: Axis{Title: messages.WordIndexAxis.In(p.Lang), Max: 10000, Step: 2000}}
	for _, c := range list {
		s := c.Organizations
		if s == nil || c.Scope.Kind != workload.ScopeAll && c.Scope.Kind != workload.ScopePhase {
			continue
		}
		b := Bar{Name: messages.WordAllTasks.In(p.Lang), Text: messages.Fill(messages.WordIndex, p.Language, messages.Index(s.HHI), messages.Tenths(s.Effective))}
		if c.Scope.Kind == workload.ScopePhase {
			b.Name = messages.TermPathName(p.Graph.Dataset().Phases, c.Scope.ID, p.Lang)
		}
		if s.Range.Min < s.Range.Max {
			b.Text += "\n" + messages.Fill(messages.WordIndexRange, p.Language, section.IndexRange(p, s.Range).String())
		}
		b.Parts = []Part{{Length: s.Floor, Fill: layout.PaleBlue}, {Length: max(0, s.HHI-s.Floor), Fill: layout.Blue}}
		panel.Bars = append(panel.Bars, b)
	}
	return panel
}

// bandPanel holds the HHI against the limits of each authority.
func bandPanel(p messages.Printer, s *concentration.Spread) Panel {
	panel := Panel{
		Title: messages.WordBandTitle.In(p.Lang),
		X:     axisTo(messages.WordBandAxis.In(p.Lang), max(4000, 1.1*min(s.HHI, 9000)), 5),
		At:    &Limit{Value: s.HHI, Text: messages.Fill(messages.WordBandAt, p.Language, messages.Index(s.HHI))},
	}
	for i, l := range concentration.AntitrustLimits() {
		lower, upper := float64(l.Lower), float64(l.Upper)
		panel.Bars = append(panel.Bars, Bar{
			Name: l.Name.In(p.Lang), Text: section.Band(p, l, s.Bands[i]).String(),
			Parts: []Part{
				{Length: lower, Fill: layout.PalestBlue},
				{Length: upper - lower, Fill: layout.PaleBlue, Text: messages.Index(lower)},
				{Length: panel.X.Max - upper, Fill: layout.SkyBlue, Text: messages.Index(upper)},
			},
		})
	}
	return panel
}
