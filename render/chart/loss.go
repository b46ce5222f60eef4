package chart

import (
	"strconv"
	"strings"

	"tasuki/analysis/loss"
	"tasuki/graph"
	"tasuki/render/layout"
	"tasuki/render/messages"
	"tasuki/render/report/section"
)

// LossChart draws how many tasks are still led when organizations are lost one
// after the other, under the rules in force: in the worst way, by the number of
// tasks that they lead, and in the mean over all orders.
func LossChart(g *graph.Graph, l loss.LossSets, lang messages.Language) Chart {
	c := Chart{ID: "loss-" + string(lang.Lang), Language: lang, Title: messages.WordLoss.In(lang.Lang)}
	if l.Led == 0 || len(l.Readings) == 0 {
		c.Notes = []string{messages.WordLossNobody.In(lang.Lang)}
		return c
	}
	reading := l.Readings[0]
	n := len(l.Organizations)
	c.Panels = []Panel{{
		X:      Axis{Title: messages.Fill(messages.WordLossX, lang, strconv.Itoa(n)), Max: float64(n), Step: niceStep(float64(n), 12)},
		Y:      axisTo(messages.WordLossY.In(lang.Lang), float64(l.Led), 6),
		Curves: lossCurves(reading.Robustness, l.Led, lang),
	}}
	var names []string
	for _, id := range l.ByDegree {
		names = append(names, messages.OrganizationNames(g, []string{id}, lang))
	}
	c.Notes = []string{
		messages.Fill(messages.WordLossNote, lang, messages.Whole(l.Led)),
		messages.Fill(messages.WordLossOrder, lang, strings.Join(names, wordThen.In(lang.Lang))),
		messages.Fill(messages.WordLossReading, lang, section.RuleOf(reading.Rules.Leads, reading.Rules.Support), strconv.Itoa(len(l.Readings)-1)),
	}
	return c
}

// wordThen stands between what comes one after the other.
var wordThen = graph.Name{JA: " → ", EN: " → "}

func lossCurves(r loss.Robustness, led int, lang messages.Language) []Curve {
	curve := func(name graph.Name, c loss.LossCurve, color string, style int) Curve {
		x := Curve{Name: name.In(lang.Lang), Color: color, Style: style, Points: []CurvePoint{{0, float64(led)}}}
		if c.R != nil {
			x.Name = messages.Fill(messages.WordLossR, lang, x.Name, messages.Decimals(*c.R, 2))
		}
		for i, left := range c.Left {
			x.Points = append(x.Points, CurvePoint{float64(i + 1), left})
		}
		return x
	}
	worst := messages.WordLossWorst
	if r.WorstLower != nil {
		worst = messages.WordLossUpper
	}
	curves := []Curve{
		curve(messages.WordLossMean, r.Mean, layout.Green, 2),
		curve(messages.WordLossDegree, r.ByDegree, layout.Blue, 1),
		curve(worst, r.Worst, layout.DarkVermilion, 0),
	}
	if r.WorstLower != nil {
		curves = append(curves, curve(messages.WordLossLower, *r.WorstLower, layout.Purple, 3))
	}
	return curves
}
