package render

import (
	"strconv"

	"tasuki/analysis/concentration"
	"tasuki/analysis/workload"
	"tasuki/graph"
)

// ShareChart draws how the lead of all tasks is spread over the organizations:
// a bar for the share of each, the HHI of all tasks and of each phase, and where
// the HHI of all tasks lies between the limits of each authority.
func ShareChart(g *graph.Graph, list []concentration.Concentration, lang graph.Lang) Chart {
	c := Chart{ID: "concentration-" + string(lang), Lang: lang, Title: wordShares.In(lang)}
	if len(list) == 0 || list[0].Organizations == nil {
		c.Notes = []string{wordNoShares.In(lang)}
		return c
	}
	p := reporter{g, lang}
	c.Panels = []Panel{sharePanel(g, list[0], lang), p.indexPanel(list), p.bandPanel(list[0].Organizations)}
	c.Notes = []string{wordShareNote.In(lang), wordIndexNote.In(lang), p.bandNote().String()}
	if without := len(g.Organizations()) - list[0].Organizations.Leaders; without > 0 {
		c.Notes = append(c.Notes, fill(wordShareLeft, lang, strconv.Itoa(list[0].Organizations.Leaders), strconv.Itoa(without), strconv.Itoa(len(g.Organizations()))))
	}
	return c
}

func sharePanel(g *graph.Graph, all concentration.Concentration, lang graph.Lang) Panel {
	p := Panel{
		Title: fill(wordSharesOf, lang, strconv.Itoa(all.Led), strconv.Itoa(all.Tasks)),
		X:     axisTo(wordShareAxis.In(lang), all.Organizations.CR1, 8),
	}
	for _, s := range all.Organizations.Shares {
		p.Bars = append(p.Bars, Bar{
			Name: organizationNames(g, []string{s.Organization}, lang), Ref: s.Organization,
			Parts: []Part{{Length: s.Percent, Fill: blue}},
			Text:  fill(wordShare, lang, tenths(s.Percent), tenths(s.Tasks)),
		})
	}
	return p
}

// indexPanel shows the HHI of all tasks and of each phase.
func (p reporter) indexPanel(list []concentration.Concentration) Panel {
	panel := Panel{Title: wordIndexTitle.In(p.lang), X: Axis{Title: wordIndexAxis.In(p.lang), Max: 10000, Step: 2000}}
	for _, c := range list {
		s := c.Organizations
		if s == nil || c.Scope.Kind != workload.ScopeAll && c.Scope.Kind != workload.ScopePhase {
			continue
		}
		b := Bar{Name: wordAllTasks.In(p.lang), Text: fill(wordIndex, p.lang, index(s.HHI), tenths(s.Effective))}
		if c.Scope.Kind == workload.ScopePhase {
			b.Name = termPathName(p.g.Dataset().Phases, c.Scope.ID, p.lang)
		}
		if s.Range.Min < s.Range.Max {
			b.Text += "\n" + fill(wordIndexRange, p.lang, p.indexRange(s.Range).String())
		}
		b.Parts = []Part{{Length: s.Floor, Fill: paleBlue}, {Length: max(0, s.HHI-s.Floor), Fill: blue}}
		panel.Bars = append(panel.Bars, b)
	}
	return panel
}

// bandPanel holds the HHI against the limits of each authority.
func (p reporter) bandPanel(s *concentration.Spread) Panel {
	panel := Panel{
		Title: wordBandTitle.In(p.lang),
		X:     axisTo(wordBandAxis.In(p.lang), max(4000, 1.1*min(s.HHI, 9000)), 5),
		At:    &Limit{Value: s.HHI, Text: fill(wordBandAt, p.lang, index(s.HHI))},
	}
	for i, l := range concentration.AntitrustLimits() {
		lower, upper := float64(l.Lower), float64(l.Upper)
		panel.Bars = append(panel.Bars, Bar{
			Name: l.Name.In(p.lang), Text: p.band(l, s.Bands[i]).String(),
			Parts: []Part{
				{Length: lower, Fill: palestBlue},
				{Length: upper - lower, Fill: paleBlue, Text: index(lower)},
				{Length: panel.X.Max - upper, Fill: skyBlue, Text: index(upper)},
			},
		})
	}
	return panel
}
