package observed

import (
	"strings"

	"tasuki/analysis/observe"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// Sheets returns what a log shows as tables for those who work in a spreadsheet, figures
// unrounded: handoffs, who performed what, and flows with how cases deviate.
func Sheets(p messages.Printer, o Observation) []document.Listing {
	t := newTeller(p, o, 0)
	return []document.Listing{t.handoffSheet(), t.performerSheet(), t.flowSheet()}
}

func listing(name string, columns ...document.Column) document.Listing {
	l := document.Listing{Name: name}
	for _, c := range columns {
		l.Columns = append(l.Columns, c.Head)
	}
	return l
}

// known returns a figure for a cell, nil when it is not known.
func known(x *float64) any {
	if x == nil {
		return nil
	}
	return *x
}

func (t *teller) handoffSheet() document.Listing {
	l := listing(t.Plain("Handoffs seen"), t.Left("From||handoff"), t.Left("To||handoff"), t.Left("Declared"), t.Right("Minutes declared"), t.Right("Seen"), t.Right("Cases"), t.Right("Cases that reached its start"),
		t.Left("First"), t.Left("Last"), t.Left("Example cases"), t.Right("Measured"), t.Right("P50"), t.Right("P90"))
	add := func(from, to string, declared bool, minutes string, reached any, s observe.Seen) {
		l.Rows = append(l.Rows, []any{from, to, declared, minutes, s.Count, s.Cases, reached, t.time(s.First), t.time(s.Last), strings.Join(s.Examples, ", "), s.Wait.Measured, known(s.Wait.P50), known(s.Wait.P90)})
	}
	for _, d := range t.Observed.Handoffs.Declared {
		add(d.From, d.To, true, declaredMinutes(d), d.FromCases, d.Seen)
	}
	for _, u := range t.Observed.Handoffs.Undeclared {
		add(u.From, u.To, false, "", nil, u.Seen)
	}
	return l
}

func (t *teller) performerSheet() document.Listing {
	l := listing(t.Plain("Performers seen"), t.Left("Task"), t.Left("Organization"), t.Left("Mark"), t.Right("Events"), t.Right("Cases"), t.Left("First"), t.Left("Last"), t.Left("Example cases"))
	for _, x := range t.Observed.Performers.Pairs {
		l.Rows = append(l.Rows, []any{x.Task, x.Organization, t.standing(x.Standing), x.Events, x.Cases, t.time(x.First), t.time(x.Last), strings.Join(x.Examples, ", ")})
	}
	return l
}

func (t *teller) flowSheet() document.Listing {
	l := listing(t.Plain("Flows seen"), t.Left("Flow"), t.Left("Deviation"), t.Right("Cases"), t.Right("Started"), t.Right("Reached a goal"), t.Right("Explained by a solution"), t.Left("Example cases"))
	for _, f := range t.Observed.Flows {
		l.Rows = append(l.Rows, []any{f.Flow, nil, f.Cases, f.Started, f.Reached, f.Explained.Part, nil})
		for _, d := range f.Deviations {
			l.Rows = append(l.Rows, []any{f.Flow, t.Deviation(d).String(), d.Cases, nil, nil, nil, strings.Join(d.Examples, ", ")})
		}
	}
	return l
}
