package observed

import (
	"fmt"
	"slices"

	"tasuki/analysis/observation"
	"tasuki/analysis/observe"
	"tasuki/graph/hours"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// Observation is all that is known of a log beside a dataset.
type Observation = observation.Observation

// teller says things about an observation.
type teller struct {
	messages.Printer
	Observation
	clock hours.Calendar // of the zone in which the log is read
	most  int            // rows of a table, 0: all
}

func newTeller(p messages.Printer, o Observation, most int) *teller {
	t := &teller{Printer: p, Observation: o, most: most}
	if clock, err := hours.NewCalendar(o.Account.Zone, nil); err == nil {
		t.clock = clock
	}
	return t
}

const microsecondsPerMinute = 60_000_000

// time says a time of the log, microseconds since 1970 in UTC, to the minute.
func (t *teller) time(us *int64) string {
	if us == nil {
		return messages.Unknown
	}
	m := *us / microsecondsPerMinute
	if *us%microsecondsPerMinute < 0 {
		m--
	}
	l := t.clock.Local(hours.Moment(m))
	return fmt.Sprintf("%04d-%02d-%02d %02d:%02d", l.Year, l.Month, l.Day, l.Minute/60, l.Minute%60)
}

// share says a part of a whole with its percentage, which is not known of nothing.
func (t *teller) share(s observe.Share) document.Phrase {
	if s.Percent == nil {
		return t.Say("{1} of {2}||a part of a whole", s.Part, s.Whole)
	}
	return t.Say("{1} of {2} ({3})||a part of a whole, in percent", s.Part, s.Whole, messages.Percentage(*s.Percent))
}

// minutes says how long something took, to a tenth of a minute below ten.
func minutes(x *float64) string {
	switch {
	case x == nil:
		return messages.Unknown
	case *x < 9.95:
		return messages.Tenths(*x)
	}
	return messages.Decimals(*x, 0)
}

// table returns the first rows of a table as far as they are shown, and how many others
// there are.
func table[T any](t *teller, caption document.Phrase, list []T, row func(T) []document.Cell, columns ...document.Column) []document.Block {
	return t.rows(caption, len(list), func(i int) []document.Cell { return row(list[i]) }, columns)
}

// rows is table without the type of what rows are about, so that it is compiled once.
func (t *teller) rows(caption document.Phrase, n int, row func(int) []document.Cell, columns []document.Column) []document.Block {
	shown := n
	if t.most > 0 {
		shown = min(shown, t.most)
	}
	out := &document.Table{Caption: caption.String(), Columns: columns}
	for i := range shown {
		out.Rows = append(out.Rows, document.Row{Cells: row(i)})
	}
	blocks := []document.Block{{Table: out}}
	if more := n - shown; more > 0 {
		blocks = append(blocks, document.Block{Note: t.Many(more, "{1} more row stands in JSON and CSV.", "{1} more rows stand in JSON and CSV.")})
	}
	return blocks
}

// sorted returns a list in an order, equals as they were. Places are sorted and not entries,
// so that sorting is compiled once.
func sorted[T any](list []T, compare func(a, b T) int) []T {
	places := make([]int, len(list))
	for i := range places {
		places[i] = i
	}
	slices.SortStableFunc(places, func(i, j int) int { return compare(list[i], list[j]) })
	out := make([]T, len(list))
	for i, at := range places {
		out[i] = list[at]
	}
	return out
}

func whole(n int) document.Cell { return document.Text(messages.Whole(n)) }

// examples names cases as the log does.
func (t *teller) examples(ids []string) document.Cell {
	return document.Cell{Text: t.List(messages.Each(ids, document.Words))}
}

// way is a pair of tasks as a cell.
func (t *teller) way(from, to string) document.Cell {
	return document.Cell{Text: t.Way([]string{from, to})}
}
