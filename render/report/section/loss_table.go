package section

import (
	"tasuki/analysis/loss"
	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// worstTable shows the worst losses of some numbers of organizations.
func worstTable(p messages.Printer, s loss.LossSets, l loss.LossSet, worst []loss.WorstLoss) *document.Table {
	t := &document.Table{
		Caption: p.Plain("The worst that the loss of several organizations does, of all tasks ({1}) and flows ({2}), {3}", s.Tasks, s.Flows, p.Premises(l.Rules).String()),
		Columns: []document.Column{p.Right("Missing"), p.Right("Tasks lost"), p.Left("Without")},
	}
	degraded, flows := l.Rules.Support == graph.Fallback, s.Flows > 0
	if degraded {
		t.Columns = append(t.Columns, p.Right("Degraded"), p.Left("Without"))
	}
	if flows {
		t.Columns = append(t.Columns, p.Right("Flows broken"), p.Left("Without"))
	}
	for _, w := range worst {
		cells := append([]document.Cell{document.Text(messages.Whole(w.Size))}, extreme(p, w.Lost)...)
		if degraded {
			cells = append(cells, extreme(p, w.Degraded)...)
		}
		if flows {
			cells = append(cells, extreme(p, *w.Broken)...)
		}
		t.Rows = append(t.Rows, document.Row{Cells: cells})
	}
	return t
}

func extreme(p messages.Printer, x loss.Extreme) []document.Cell {
	with := document.Cell{Text: document.Words(messages.Unknown)}
	if len(x.Organizations) > 0 {
		with.Text = setPhrase(p, x.Organizations)
	}
	return []document.Cell{document.Text(within(p, &x.Bounds)), with}
}

// criticalTable lists what stops each flow.
func criticalTable(p messages.Printer, l loss.LossSet) *document.Table {
	t := &document.Table{
		Caption: p.Plain("Critical sets of each flow: missing together they stop it, and all of them are needed for that"),
		Columns: []document.Column{p.Left("Flow"), p.Right("Fewest"), p.Right("Sets"), p.Left("Critical sets")},
	}
	for _, f := range l.Critical {
		sets := document.Cell{Text: p.Say("no loss stops it")}
		if len(f.Sets) > 0 {
			var items []document.Phrase
			for _, set := range f.Sets[:min(shownSets, len(f.Sets))] {
				items = append(items, setPhrase(p, set))
			}
			switch more, listed := f.Count-shownSets, len(f.Sets)-shownSets; {
			case more > listed:
				items = append(items, p.Say("and {1} more, the first {2} in the JSON output", more, listed))
			case more > 0:
				items = append(items, p.Say("and {1} more, in the JSON output", more))
			}
			if f.Known != loss.KnowAll {
				items = append(items, p.Say("and perhaps others"))
			}
			sets = document.Cell{Items: items}
		}
		count := messages.Whole(f.Count)
		if f.Known != loss.KnowAll {
			count = p.Plain("at least {1}", f.Count)
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{{Text: p.Flow(f.Flow)}, document.Text(within(p, f.Size)), document.Text(count), sets}})
	}
	return t
}

// curveTable shows how many tasks are still led.
func curveTable(p messages.Printer, s loss.LossSets, l loss.LossSet) *document.Table {
	t := &document.Table{
		Caption: p.Plain("Tasks still led, of {1}, when one organization after the other is missing; R is the mean of the column as a part of all", s.Led),
		Columns: []document.Column{p.Left("Missing"), p.Right("Worst set of each size")},
	}
	r := l.Robustness
	curves := []loss.LossCurve{r.Worst}
	if r.WorstLower != nil {
		t.Columns = append(t.Columns, p.Right("at least"))
		curves = append(curves, *r.WorstLower)
	}
	t.Columns = append(t.Columns, p.Right("Most led tasks first"), p.Right("Mean over all orders"))
	curves = append(curves, r.ByDegree, r.Mean)
	for k := range l.Worst {
		cells := []document.Cell{document.Text(messages.Whole(k + 1))}
		for i, c := range curves {
			left := messages.Whole(int(c.Left[k]))
			if i == len(curves)-1 {
				left = messages.Tenths(c.Left[k])
			}
			cells = append(cells, document.Text(left))
		}
		t.Rows = append(t.Rows, document.Row{Cells: cells})
	}
	mean := []document.Cell{document.Text("R")}
	for _, c := range curves {
		mean = append(mean, document.Text(messages.Optional(c.R, messages.Ratio)))
	}
	t.Rows = append(t.Rows, document.Row{Cells: mean})
	return t
}

// coverageTable shows the part of each organization in keeping tasks led.
func coverageTable(p messages.Printer, s loss.LossSets) *document.Table {
	t := &document.Table{
		Caption: p.Plain("Part of each organization in keeping tasks led, of {1}: a task with several leads counts in equal parts", s.Led),
		Columns: []document.Column{p.Left("Organization"), p.Right("ShapleyCov"), p.Right("%")},
	}
	for _, c := range s.ShapleyCov {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{{Text: p.Organization(c.Organization)}, document.Text(messages.Tenths(c.Tasks)), document.Text(messages.Optional(c.Percent, messages.Tenths))}})
	}
	return t
}

// readingTable compares the readings of the rules.
func readingTable(p messages.Printer, s loss.LossSets) *document.Table {
	t := &document.Table{
		Caption: p.Plain("The same under each reading of the rules, the one in force first"),
		Columns: []document.Column{p.Left("Rules")},
	}
	flows := s.Flows > 0
	if flows {
		t.Columns = append(t.Columns, p.Right("To stop a flow"), p.Right("To stop every flow"), p.Right("Can be missing"))
	}
	t.Columns = append(t.Columns, p.Right("Truck factor"), p.Right("Greedy"), p.Right("R, worst"), p.Right("R, by led tasks"), p.Right("R, mean"))
	for _, l := range s.Readings {
		cells := []document.Cell{document.Text(p.Premises(l.Rules).String())}
		if flows {
			cells = append(cells, document.Text(within(p, l.AnyFlow.Size)), document.Text(within(p, l.EveryFlow.Size)), document.Text(within(p, &l.Robust.Size)))
		}
		greedy := messages.Unknown
		if l.TruckFactor.Greedy != nil {
			greedy = messages.Whole(len(l.TruckFactor.Greedy.Organizations))
		}
		cells = append(cells, document.Text(within(p, l.TruckFactor.Size)), document.Text(greedy))
		for _, c := range []loss.LossCurve{l.Robustness.Worst, l.Robustness.ByDegree, l.Robustness.Mean} {
			cells = append(cells, document.Text(messages.Optional(c.R, messages.Ratio)))
		}
		t.Rows = append(t.Rows, document.Row{Cells: cells})
	}
	return t
}
