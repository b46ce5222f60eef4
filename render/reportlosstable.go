package render

import (
	"tasuki/analysis/loss"
	"tasuki/graph"
)

// worstTable shows the worst losses of some numbers of organizations.
func (p reporter) worstTable(s loss.LossSets, l loss.LossSet, worst []loss.WorstLoss) *table {
	t := &table{
		Caption: p.plain("The worst that the loss of several organizations does, of all tasks ({1}) and flows ({2}), {3}", s.Tasks, s.Flows, ruleOf(l.Rules.Leads, l.Rules.Support)),
		Columns: []column{p.right("Missing"), p.right("Tasks lost"), p.left("Without")},
	}
	degraded, flows := l.Rules.Support == graph.Fallback, s.Flows > 0
	if degraded {
		t.Columns = append(t.Columns, p.right("Degraded"), p.left("Without"))
	}
	if flows {
		t.Columns = append(t.Columns, p.right("Flows broken"), p.left("Without"))
	}
	for _, w := range worst {
		cells := append([]cell{text(whole(w.Size))}, p.extreme(w.Lost)...)
		if degraded {
			cells = append(cells, p.extreme(w.Degraded)...)
		}
		if flows {
			cells = append(cells, p.extreme(*w.Broken)...)
		}
		t.Rows = append(t.Rows, row{Cells: cells})
	}
	return t
}

func (p reporter) extreme(x loss.Extreme) []cell {
	with := cell{Text: words(unknown)}
	if len(x.Organizations) > 0 {
		with.Text = p.set(x.Organizations)
	}
	return []cell{text(p.within(&x.Bounds)), with}
}

// criticalTable lists what stops each flow.
func (p reporter) criticalTable(l loss.LossSet) *table {
	t := &table{
		Caption: p.plain("Critical sets of each flow: missing together they stop it, and all of them are needed for that"),
		Columns: []column{p.left("Flow"), p.right("Fewest"), p.right("Sets"), p.left("Critical sets")},
	}
	for _, f := range l.Critical {
		sets := cell{Text: p.say("no loss stops it")}
		if len(f.Sets) > 0 {
			var items []phrase
			for _, set := range f.Sets[:min(shownSets, len(f.Sets))] {
				items = append(items, p.set(set))
			}
			switch more, listed := f.Count-shownSets, len(f.Sets)-shownSets; {
			case more > listed:
				items = append(items, p.say("and {1} more, the first {2} in the JSON output", more, listed))
			case more > 0:
				items = append(items, p.say("and {1} more, in the JSON output", more))
			}
			if f.Known != loss.KnowAll {
				items = append(items, p.say("and perhaps others"))
			}
			sets = cell{Items: items}
		}
		count := whole(f.Count)
		if f.Known != loss.KnowAll {
			count = p.plain("at least {1}", f.Count)
		}
		t.Rows = append(t.Rows, row{Cells: []cell{{Text: p.flow(f.Flow)}, text(p.within(f.Size)), text(count), sets}})
	}
	return t
}

// curveTable shows how many tasks are still led.
func (p reporter) curveTable(s loss.LossSets, l loss.LossSet) *table {
	t := &table{
		Caption: p.plain("Tasks still led, of {1}, when one organization after the other is missing; R is the mean of the column as a part of all", s.Led),
		Columns: []column{p.left("Missing"), p.right("Worst set of each size")},
	}
	r := l.Robustness
	curves := []loss.LossCurve{r.Worst}
	if r.WorstLower != nil {
		t.Columns = append(t.Columns, p.right("at least"))
		curves = append(curves, *r.WorstLower)
	}
	t.Columns = append(t.Columns, p.right("Most led tasks first"), p.right("Mean over all orders"))
	curves = append(curves, r.ByDegree, r.Mean)
	for k := range l.Worst {
		cells := []cell{text(whole(k + 1))}
		for i, c := range curves {
			left := whole(int(c.Left[k]))
			if i == len(curves)-1 {
				left = tenths(c.Left[k])
			}
			cells = append(cells, text(left))
		}
		t.Rows = append(t.Rows, row{Cells: cells})
	}
	mean := []cell{text("R")}
	for _, c := range curves {
		mean = append(mean, text(optional(c.R, ratio)))
	}
	t.Rows = append(t.Rows, row{Cells: mean})
	return t
}

// coverageTable shows the part of each organization in keeping tasks led.
func (p reporter) coverageTable(s loss.LossSets) *table {
	t := &table{
		Caption: p.plain("Part of each organization in keeping tasks led, of {1}: a task with several leads counts in equal parts", s.Led),
		Columns: []column{p.left("Organization"), p.right("ShapleyCov"), p.right("%")},
	}
	for _, c := range s.ShapleyCov {
		t.Rows = append(t.Rows, row{Cells: []cell{{Text: p.organization(c.Organization)}, text(tenths(c.Tasks)), text(optional(c.Percent, tenths))}})
	}
	return t
}

// readingTable compares the readings of the rules.
func (p reporter) readingTable(s loss.LossSets) *table {
	t := &table{
		Caption: p.plain("The same under each reading of the rules, the one in force first"),
		Columns: []column{p.left("Rules")},
	}
	flows := s.Flows > 0
	if flows {
		t.Columns = append(t.Columns, p.right("To stop a flow"), p.right("To stop every flow"), p.right("Can be missing"))
	}
	t.Columns = append(t.Columns, p.right("Truck factor"), p.right("Greedy"), p.right("R, worst"), p.right("R, by led tasks"), p.right("R, mean"))
	for _, l := range s.Readings {
		cells := []cell{text(ruleOf(l.Rules.Leads, l.Rules.Support))}
		if flows {
			cells = append(cells, text(p.within(l.AnyFlow.Size)), text(p.within(l.EveryFlow.Size)), text(p.within(&l.Robust.Size)))
		}
		greedy := unknown
		if l.TruckFactor.Greedy != nil {
			greedy = whole(len(l.TruckFactor.Greedy.Organizations))
		}
		cells = append(cells, text(p.within(l.TruckFactor.Size)), text(greedy))
		for _, c := range []loss.LossCurve{l.Robustness.Worst, l.Robustness.ByDegree, l.Robustness.Mean} {
			cells = append(cells, text(optional(c.R, ratio)))
		}
		t.Rows = append(t.Rows, row{Cells: cells})
	}
	return t
}
