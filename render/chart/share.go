package chart

import (
	"strconv"

	"tasuki/analysis/concentration"
	"tasuki/analysis/workload"
	"tasuki/graph"
	"tasuki/render/look"
	"tasuki/render/messages"
	"tasuki/render/report/section"
)

// ShareChart draws how the lead of all tasks is spread over the organizations:
// a bar for the share of each, the HHI of all tasks and of each phase, and where
// the HHI of all tasks lies between the limits of each authority.
func ShareChart(g *graph.Graph, list []concentration.Concentration, lang messages.Language) Chart {
	c := Chart{ID: "concentration-" + string(lang.Lang), Language: lang, Title: lang.Plain("Concentration of the lead")}
	if len(list) == 0 || list[0].Organizations == nil {
		c.Notes = []string{lang.Plain("No task has a lead, so there is no share to draw.")}
		return c
	}
	p := messages.Printer{Graph: g, Language: lang}
	c.Panels = []Panel{sharePanel(g, list[0], lang), indexPanel(p, list), bandPanel(p, list[0].Organizations)}
	c.Notes = []string{lang.Plain("A task with several leads is split equally among them."), lang.Plain("The light part of an HHI is what equal shares of as many leaders would give."), section.BandNote(p).String()}
	all, leaders := len(g.Organizations()), list[0].Organizations.Leaders
	drawn := drawnBars(leaders)
	if drawn < leaders {
		c.Notes = append(c.Notes, lang.Plain("Organizations: {1} drawn alone, {2} together, {3} that lead nothing left out, {4} in all.", strconv.Itoa(drawn), strconv.Itoa(leaders-drawn), strconv.Itoa(all-leaders), strconv.Itoa(all)))
	} else if leaders < all {
		c.Notes = append(c.Notes, lang.Plain("Organizations: {1} drawn, {2} that lead nothing left out, {3} in all.", strconv.Itoa(drawn), strconv.Itoa(all-leaders), strconv.Itoa(all)))
	}
	return c
}

// mostBars is how many organizations have a bar of their own, so that the chart and what is
// said beside it are on one page of paper.
const mostBars = 10

// drawnBars returns how many leaders have a bar of their own: all, or the largest, where
// more than one is left for the bar of the others.
func drawnBars(leaders int) int {
	if leaders > mostBars+1 {
		return mostBars
	}
	return leaders
}

func sharePanel(g *graph.Graph, all concentration.Concentration, lang messages.Language) Panel {
	p := Panel{
		Title: lang.Plain("Share by organization ({1} tasks with a lead, of {2})", strconv.Itoa(all.Led), strconv.Itoa(all.Tasks)),
		X:     axisTo(lang.Plain("share of the tasks with a lead (%)"), all.Organizations.CR1, 8),
	}
	shares := all.Organizations.Shares
	drawn := drawnBars(len(shares))
	for _, s := range shares[:drawn] {
		p.Bars = append(p.Bars, Bar{
			Name: messages.OrganizationNames(g, []string{s.Organization}, lang), Ref: s.Organization,
			Parts: []Part{{Length: s.Percent, Fill: look.Blue}},
			Text:  lang.Plain("{1} % ({2} tasks)", messages.Tenths(s.Percent), messages.Tenths(s.Tasks)),
		})
	}
	if others := shares[drawn:]; len(others) > 0 {
		percent, tasks := 0.0, 0.0
		for _, s := range others {
			percent, tasks = percent+s.Percent, tasks+s.Tasks
		}
		p.Bars = append(p.Bars, Bar{
			Name:  lang.Plain("{1} others together", strconv.Itoa(len(others))),
			Parts: []Part{{Length: percent, Fill: look.PaleBlue}},
			Text:  lang.Plain("{1} % ({2} tasks)", messages.Tenths(percent), messages.Tenths(tasks)),
		})
		p.X = axisTo(lang.Plain("share of the tasks with a lead (%)"), max(all.Organizations.CR1, percent), 8)
	}
	return p
}

// indexPanel shows the HHI of all tasks and of each phase.
func indexPanel(p messages.Printer, list []concentration.Concentration) Panel {
	panel := Panel{Title: p.Plain("Herfindahl-Hirschman index (HHI)"), X: Axis{Title: p.Plain("sum of the squared shares in percent, up to 10,000 for a single leader"), Max: 10000, Step: 2000}}
	for _, c := range list {
		s := c.Organizations
		if s == nil || c.Scope.Kind != workload.ScopeAll && c.Scope.Kind != workload.ScopePhase {
			continue
		}
		b := Bar{Name: p.Plain("All tasks"), Text: p.Plain("{1}, as {2} equal shares", messages.Index(s.HHI), messages.Tenths(s.Effective))}
		if c.Scope.Kind == workload.ScopePhase {
			b.Name = messages.TermPathName(p.Graph.Dataset().Phases, c.Scope.ID, p.Lang)
		}
		if s.Range.Min < s.Range.Max {
			b.Text += "\n" + p.Plain("by reading {1}", section.IndexRange(p, s.Range).String())
		}
		b.Parts = []Part{{Length: s.Floor, Fill: look.PaleBlue}, {Length: max(0, s.HHI-s.Floor), Fill: look.Blue}}
		panel.Bars = append(panel.Bars, b)
	}
	return panel
}

// bandPanel holds the HHI against the limits of each authority.
func bandPanel(p messages.Printer, s *concentration.Spread) Panel {
	panel := Panel{
		Title: p.Plain("Against the limits of antitrust authorities (all tasks)"),
		X:     axisTo(p.Plain("HHI (of at most 10,000; shades change at the limits of the authority)"), max(4000, 1.1*min(s.HHI, 9000)), 5),
		At:    &Limit{Value: s.HHI, Text: p.Plain("HHI {1}", messages.Index(s.HHI))},
	}
	for i, l := range concentration.AntitrustLimits() {
		lower, upper := float64(l.Lower), float64(l.Upper)
		panel.Bars = append(panel.Bars, Bar{
			Name: section.AuthorityName(p, l.Authority), Text: section.Band(p, l, s.Bands[i]).String(),
			Parts: []Part{
				{Length: lower, Fill: look.PalestBlue},
				{Length: upper - lower, Fill: look.PaleBlue, Text: messages.Index(lower)},
				{Length: panel.X.Max - upper, Fill: look.SkyBlue, Text: messages.Index(upper)},
			},
		})
	}
	return panel
}
