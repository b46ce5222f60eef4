package analysis_test

import (
	"fmt"
	"strings"

	"tasuki/analysis/findings"
	"tasuki/analysis/loss"
)

func lossSetResults(r findings.Review) []string {
	s := r.LossSets
	lines := []string{line("organizations", ids(s.Organizations)), line("others", ids(s.Others)), line("by degree", ids(s.ByDegree))}
	for _, c := range s.ShapleyCov {
		lines = append(lines, line("ShapleyCov "+c.Organization, fmt.Sprintf("%s, %s %%", decimals(c.Tasks, 3), optional(c.Percent, tenths))))
	}
	for _, l := range s.Readings {
		inForce := fmt.Sprintf("%s, %s, ", l.Rules.Leads, l.Rules.Support)
		for _, w := range l.Worst {
			lines = append(lines, line(fmt.Sprintf("%sworst %d", inForce, w.Size),
				fmt.Sprintf("lost %s; degraded %s; broken %s", extreme(w.Lost), extreme(w.Degraded), extreme(*w.Broken))))
		}
		for _, f := range l.Critical {
			lines = append(lines, line(inForce+f.Flow, sets(f.Sets)))
		}
		lines = append(lines,
			line(inForce+"any flow", sets(l.AnyFlow.Sets)), line(inForce+"every flow", sets(l.EveryFlow.Sets)), line(inForce+"can be missed", sets(l.Robust.Sets)),
			line(inForce+"truck factor", truckFactor(l.TruckFactor)),
			line(inForce+"still led, worst", curve(l.Robustness.Worst)), line(inForce+"still led, by degree", curve(l.Robustness.ByDegree)),
			line(inForce+"still led, mean", curve(l.Robustness.Mean)))
	}
	return lines
}

func extreme(x loss.Extreme) string {
	if x.Lower == 0 {
		return "0"
	}
	return fmt.Sprintf("%d by %s", x.Lower, strings.Join(x.Organizations, "+"))
}

func sets(list [][]string) string {
	var texts []string
	for _, set := range list {
		text := strings.Join(set, "+")
		if text == "" {
			text = "nobody"
		}
		texts = append(texts, text)
	}
	return ids(texts)
}

func truckFactor(t loss.TruckFactor) string {
	return fmt.Sprintf("%d by %s, %d tasks; greedy %d by %s", t.Size.Lower, strings.Join(t.Organizations, "+"), t.Lost,
		len(t.Greedy.Organizations), strings.Join(t.Greedy.Organizations, ", "))
}

func curve(c loss.LossCurve) string {
	var left []string
	for _, x := range c.Left {
		left = append(left, decimals(x, 2))
	}
	return fmt.Sprintf("%s; R %s", ids(left), optional(c.R, func(x float64) string { return decimals(x, 3) }))
}
