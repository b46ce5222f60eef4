package observed

import (
	"cmp"
	"slices"

	"tasuki/analysis/observe"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// performers says who performed tasks, against the marks of the matrix.
func (t *teller) performers() []document.Block {
	x := t.Observed.Performers
	if len(x.Tasks) == 0 {
		return []document.Block{{Text: t.Say("No event is of a task of the dataset, so that nothing is known of who performed one.")}}
	}
	blocks := []document.Block{{Text: t.Say("A lead performed {1} of the events of which it is sure what mark whoever performed them has. By mark: {2}.", t.share(x.Lead), t.standings(x.Counts))}}
	tasks := sorted(x.Tasks, func(a, b observe.TaskPerformers) int {
		return cmp.Or(cmp.Compare(b.Counts.Unmarked, a.Counts.Unmarked), cmp.Compare(b.Events, a.Events))
	})
	blocks = append(blocks, table(t, t.Say("Events of tasks by the mark of who performed them ({1})", len(tasks)), tasks, func(p observe.TaskPerformers) []document.Cell {
		return append([]document.Cell{{Text: t.Task(p.Task)}, whole(p.Events)}, countCells(p.Counts, true)...)
	}, slices.Concat([]document.Column{t.Left("Task"), t.Right("Events")}, t.countColumns(true))...)...)
	if len(x.Organizations) > 0 {
		blocks = append(blocks, table(t, t.Say("Events of organizations by their mark ({1})", len(x.Organizations)), x.Organizations, func(p observe.OrganizationPerformed) []document.Cell {
			return append([]document.Cell{{Text: t.Organization(p.Organization)}, whole(p.Events)}, countCells(p.Counts, false)...)
		}, slices.Concat([]document.Column{t.Left("Organization"), t.Right("Events")}, t.countColumns(false))...)...)
	}
	blocks = append(blocks, t.unmarked()...)
	return append(blocks, t.drift()...)
}

// counted are the standings with what they are called and how often they were met.
type counted struct {
	standing observe.Standing
	n        int
}

func countsOf(c observe.Counts) []counted {
	return []counted{
		{observe.Lead, c.Lead}, {observe.Support, c.Support}, {observe.Accountable, c.Accountable}, {observe.Informed, c.Informed}, {observe.Unmarked, c.Unmarked},
		{observe.Uncertain, c.Uncertain}, {observe.Unknown, c.Unmapped}, {observe.Ignored, c.Ignored}, {observe.Nobody, c.Nobody},
	}
}

// standing names what mark whoever performed an event has.
func (t *teller) standing(s observe.Standing) string {
	switch s {
	case observe.Lead:
		return t.Plain("lead||of an event")
	case observe.Support:
		return t.Plain("support||of an event")
	case observe.Accountable:
		return t.Plain("accountable||of an event")
	case observe.Informed:
		return t.Plain("informed||of an event")
	case observe.Unmarked:
		return t.Plain("no mark||of an event")
	case observe.Uncertain:
		return t.Plain("uncertain||of an event")
	case observe.Unknown:
		return t.Plain("not mapped||of an event")
	case observe.Ignored:
		return t.Plain("left out||of an event")
	}
	return t.Plain("nobody named||of an event")
}

// standings lists how many events there are of each standing that occurs.
func (t *teller) standings(c observe.Counts) document.Phrase {
	var said []document.Phrase
	for _, x := range countsOf(c) {
		if x.n > 0 {
			said = append(said, t.Say("{1} {2}||a mark and its events", t.standing(x.standing), x.n))
		}
	}
	return t.List(said)
}

// countColumns are the heads of the cells of counts; without those that no organization
// can have.
func (t *teller) countColumns(unknown bool) []document.Column {
	list := []document.Column{t.Right("Lead||events"), t.Right("Support||events"), t.Right("Other marks||events"), t.Right("No mark||events"), t.Right("Not sure||events")}
	if unknown {
		list = append(list, t.Right("Unknown who||events"))
	}
	return append(list, t.Right("% by leads"))
}

func countCells(c observe.Counts, unknown bool) []document.Cell {
	list := []document.Cell{whole(c.Lead), whole(c.Support), whole(c.Accountable + c.Informed), whole(c.Unmarked), whole(c.Uncertain)}
	if unknown {
		list = append(list, whole(c.Unmapped+c.Ignored+c.Nobody))
	}
	lead := messages.Unknown
	if sure := c.Lead + c.Support + c.Accountable + c.Informed + c.Unmarked; sure > 0 {
		lead = messages.Tenths(100 * float64(c.Lead) / float64(sure))
	}
	return append(list, document.Text(lead))
}

// unmarked lists who performed tasks without a mark on them.
func (t *teller) unmarked() []document.Block {
	var list []observe.Performed
	for _, x := range t.Observed.Performers.Pairs {
		if x.Standing == observe.Unmarked || x.Standing == observe.Informed || x.Standing == observe.Accountable {
			list = append(list, x)
		}
	}
	if len(list) == 0 {
		return nil
	}
	list = sorted(list, func(a, b observe.Performed) int { return cmp.Compare(b.Events, a.Events) })
	return table(t, t.Say("Performed by who neither leads nor supports the task ({1})", len(list)), list, func(x observe.Performed) []document.Cell {
		return []document.Cell{{Text: t.Task(x.Task)}, {Text: t.Organization(x.Organization)}, document.Text(t.standing(x.Standing)), whole(x.Events), whole(x.Cases), document.Text(t.time(x.First)), document.Text(t.time(x.Last)), t.examples(x.Examples)}
	}, t.Left("Task"), t.Left("Organization"), t.Left("Mark"), t.Right("Events"), t.Right("Cases"), t.Left("First"), t.Left("Last"), t.Left("Example cases"))
}

// drift says how the share of leads changes over time, by the latest periods.
func (t *teller) drift() []document.Block {
	d := t.Observed.Performers.Drift
	if len(d.Parts) < 2 {
		return nil
	}
	parts := d.Parts
	caption := t.Say("By {1}, in UTC||periods", t.period(d.Period))
	if t.most > 0 && len(parts) > t.most {
		parts = parts[len(parts)-t.most:]
		caption = t.Say("By {1}, in UTC; the last {2} of {3}||periods", t.period(d.Period), len(parts), len(d.Parts))
	}
	all := *t
	all.most = 0
	blocks := table(&all, caption, parts, func(x observe.DriftPart) []document.Cell {
		return append([]document.Cell{document.Text(x.Start)}, countCells(x.Counts, true)...)
	}, slices.Concat([]document.Column{t.Left("From||a day")}, t.countColumns(true))...)
	if d.Outside > 0 {
		blocks = append(blocks, document.Block{Note: t.Many(d.Outside, "{1} event without a time from 1970 to 2099 is in no period.", "{1} events without a time from 1970 to 2099 are in no period.")})
	}
	return blocks
}

func (t *teller) period(p observe.Period) string {
	switch p {
	case observe.Day:
		return t.Plain("day||a period")
	case observe.Week:
		return t.Plain("week||a period")
	case observe.Month:
		return t.Plain("month||a period")
	case observe.Quarter:
		return t.Plain("quarter||a period")
	}
	return t.Plain("year||a period")
}
