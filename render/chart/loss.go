package chart

import (
	"slices"
	"strconv"
	"strings"

	"tasuki/analysis/loss"
	"tasuki/graph"
	"tasuki/render/look"
	"tasuki/render/messages"
)

// LossChart draws how many tasks are still led when organizations are lost one
// after the other, under the rules in force: in the worst way, by the number of
// tasks that they lead, and in the mean over all orders.
func LossChart(g *graph.Graph, l loss.LossSets, lang messages.Language) Chart {
	c := Chart{ID: "loss-" + string(lang.Lang), Language: lang, Title: lang.Plain("Tasks still led when organizations are lost")}
	if l.Led == 0 || len(l.Readings) == 0 {
		c.Notes = []string{lang.Plain("No task has a lead, so there is nothing to lose.")}
		return c
	}
	reading := l.Readings[0]
	n := len(l.Organizations)
	c.Panels = []Panel{{
		X:      Axis{Title: lang.Plain("organizations lost, of the {1} that lead or support a task", strconv.Itoa(n)), Max: float64(n), Step: niceStep(float64(n), 12)},
		Y:      axisTo(lang.Plain("tasks still led (number)"), float64(l.Led), 6),
		Curves: lossCurves(reading.Robustness, l.Led, lang),
	}}
	var names []string
	for _, id := range l.ByDegree {
		names = append(names, messages.OrganizationNames(g, []string{id}, lang))
	}
	c.Notes = []string{
		lang.Plain("R is the mean of a curve, as a share of the {1} tasks that are led before any loss. A task that a supporter takes over counts as still led.", messages.Whole(l.Led)),
		lang.Plain("Most led tasks first: {1}.", strings.Join(names, " → ")),
		lang.Plain("Drawn: the reading of the rules in force, {1}. Left out: {2} other readings.", messages.Printer{Language: lang}.Premises(reading.Rules).String(), strconv.Itoa(len(l.Readings)-1)),
	}
	if slices.ContainsFunc(l.Readings, func(l loss.LossSet) bool { return l.Undeclared }) {
		c.Notes = append(c.Notes, lang.Plain("Drawn under the stricter rules, since nobody declared which hold; the report says what others would change."))
	}
	return c
}

// wordThen stands between what comes one after the other.
func lossCurves(r loss.Robustness, led int, lang messages.Language) []Curve {
	curve := func(name string, c loss.LossCurve, color string, style int) Curve {
		x := Curve{Name: name, Color: color, Style: style, Points: []CurvePoint{{0, float64(led)}}}
		if c.R != nil {
			x.Name = lang.Plain("{1} (R = {2})", x.Name, messages.Decimals(*c.R, 2))
		}
		for i, left := range c.Left {
			x.Points = append(x.Points, CurvePoint{float64(i + 1), left})
		}
		return x
	}
	worst := lang.Plain("worst set of each size")
	if r.WorstLower != nil {
		worst = lang.Plain("worst set of each size, at most")
	}
	curves := []Curve{
		curve(lang.Plain("mean over all orders"), r.Mean, look.Green, 2),
		curve(lang.Plain("most led tasks first"), r.ByDegree, look.Blue, 1),
		curve(worst, r.Worst, look.DarkVermilion, 0),
	}
	if r.WorstLower != nil {
		curves = append(curves, curve(lang.Plain("worst set of each size, at least"), *r.WorstLower, look.Purple, 3))
	}
	return curves
}
