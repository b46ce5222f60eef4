package hours

// Open reports whether somebody is reached at a moment: the clocks show a minute that
// lies in a span of their day, or in one of the day before in the calendar that reaches
// into it. It takes O(s + log(t+h)) for s spans, t changes of clocks and h holidays.
func (r Rules) Open(c Calendar, m Moment) bool {
	day, minute := c.wall(m)
	return r.openAt(c, day, minute)
}

// openAt is Open for what the clocks show.
func (r Rules) openAt(c Calendar, day, minute int) bool {
	return inside(r.on(c, day), minute) || inside(r.on(c, day-1), minute+perDay)
}

// on returns the spans that begin on a day.
func (r Rules) on(c Calendar, day int) []Span {
	if r.holidays && c.isHoliday(day) {
		return r.spans[PH]
	}
	return r.spans[weekday(day)]
}

// inside reports whether a minute lies in a span.
func inside(spans []Span, minute int) bool {
	for _, s := range spans {
		if s.From <= minute && minute < s.To {
			return true
		}
	}
	return false
}

// Change returns the first moment after m, and at most within minutes after it, at which
// Open is another than the minute before, and whether there is one; there is none within
// less than one minute. It looks at beginnings and ends of spans, at midnights and at
// changes of clocks only, and takes O(d·s·(s + log(t+h))) for d days within, s spans,
// t changes of clocks and h holidays.
func (r Rules) Change(c Calendar, m Moment, within int) (Moment, bool) {
	last := m + Moment(within)
	open := r.Open(c, m)
	for at := m; at < last; {
		at = r.edge(c, at)
		if at <= last && r.Open(c, at) != open {
			return at, true
		}
	}
	return 0, false
}

// edge returns the first moment after m at which Open can change.
func (r Rules) edge(c Calendar, m Moment) Moment {
	offset, end := c.stretch(m)
	day, minute := split(int64(m) + int64(offset))
	next := perDay
	nearer := func(minute2 int) {
		if minute2 > minute {
			next = min(next, minute2)
		}
	}
	for _, s := range r.on(c, day) {
		nearer(s.From)
		nearer(s.To)
	}
	for _, s := range r.on(c, day-1) {
		nearer(s.To - perDay)
	}
	return min(end, m+Moment(next-minute))
}
