package evaluation

import (
	"time"

	"tasuki/analysis/drill"
	"tasuki/graph"
	"tasuki/graph/pattern"
	"tasuki/graph/said"
	"tasuki/render/drillpack"
)

// whole is a whole number as cells write it: with a unit, the number of a drill as 第7回.
var whole = pattern.Lazy(`^第? ?(\d{1,6})(?:\.0+)? ?(?:分|回|min\.?|minutes?)?$`)

// setDay makes a date that of this row and those below.
func (p *page) setDay(date string) {
	d, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return // the flag was checked, and a cell is a day
	}
	p.base, p.day, p.last = d, d, time.Time{}
}

// dated returns the field that says when the row was: its time, or else its date.
func (p *page) dated() drillpack.EvaluationField {
	if p.head[drillpack.TimeField] > 0 && (p.filled(drillpack.TimeField) || !p.filled(drillpack.DateField)) {
		return drillpack.TimeField
	}
	return drillpack.DateField
}

// when reads the time of a row, on its own date or that of the rows above.
func (p *page) when(e *drill.Entry) bool {
	text := p.text(drillpack.TimeField)
	if text == "" && p.written >= 0 {
		e.Time = p.moment(p.written, false).Format(minuteLayout)
		return true
	}
	minute, numbered := numberedMinute(text)
	switch {
	case numbered:
	case text == "":
		minute = -1
	default:
		var err error
		if minute, err = minuteOf(text); err == nil && !p.stored && pointed().MatchString(folded(text)) {
			err = errNoTime // 1.30 may be half past one, and a day and a part of it
		}
		if err != nil {
			if d, whole := dayOf(text, p.since1904); whole == nil && d.minute >= 0 {
				p.setDay(d.Format(time.DateOnly))
				minute = d.minute
			} else {
				p.fault(drillpack.TimeField, err)
				return false
			}
		}
	}
	if p.day.IsZero() {
		if p.filled(drillpack.DateField) {
			return false // which is no day, and said
		}
		p.fault(p.dated(), said.New("has no date, neither in its row nor above; write it into the column of the date, or name it with --date"))
		return false
	}
	if minute < 0 {
		e.Time = p.day.Format(time.DateOnly)
		return true
	}
	at := p.moment(minute, numbered)
	e.Time = at.Format(minuteLayout)
	if p.filled(drillpack.DateField) && at.Add(12*time.Hour).Before(p.before) {
		p.Notes = append(p.Notes, said.Notef("%s: %s on %s is as it is written, though it is long before the row above; if it was after midnight, correct the date", p.where(), at.Format("15:04"), at.Format(time.DateOnly)))
	}
	p.before = at
	return true
}

// where returns the place of the time of a row.
func (p *page) where() graph.Source {
	at := p.at
	at.Line, at.Column = p.row.Line, p.head[drillpack.TimeField]
	return at
}

// minuteLayout is how a record writes a time.
const minuteLayout = "2006-01-02T15:04"

// moment returns the time of a row on the date of the rows above: the one that is closest
// to the row before, on the day before, the same or the next, but not before the date that
// was written. So a drill goes on after midnight, and rows need not be in order. Where the
// row numbers its day, day 1 is the date that was written.
func (p *page) moment(minute int, numbered bool) time.Time {
	after := time.Duration(minute) * time.Minute
	at := p.day.Add(after)
	if numbered {
		at = p.base.Add(after)
	} else if !p.last.IsZero() {
		for _, day := range []time.Time{p.day.AddDate(0, 0, -1), p.day.AddDate(0, 0, 1)} {
			if other := day.Add(after); !day.Before(p.base) && other.Sub(p.last).Abs() < at.Sub(p.last).Abs() {
				at = other
			}
		}
	}
	if at.Sub(p.base) >= 24*time.Hour && (p.last.IsZero() || p.last.Sub(p.base) < 24*time.Hour) {
		p.Notes = append(p.Notes, said.Notef("%s: %s is taken to be after midnight, on %s", p.where(), at.Format("15:04"), at.Format(time.DateOnly)))
	}
	p.last = at
	p.day = time.Date(at.Year(), at.Month(), at.Day(), 0, 0, 0, 0, time.UTC)
	return at
}
