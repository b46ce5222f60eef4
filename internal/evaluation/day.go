package evaluation

import (
	"strconv"
	"strings"
	"time"

	"tasuki/graph/pattern"
	"tasuki/graph/said"
)

// day is what the cell of a date says: the day, and the time of day where it says one.
type day struct {
	time.Time
	minute int // after midnight; -1: none
}

// A serial number of a day is one of these: from 1954 to 2119.
const (
	firstSerial = 20000
	lastSerial  = 80000
)

var (
	serialDay  = pattern.Lazy(`^\d{5}([.,]\d+)?$`)
	compactDay = pattern.Lazy(`^(\d{4})(\d{2})(\d{2})$`)
	yearFirst  = pattern.Lazy(`^(\d{4}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2})(?: ?日|T|\b)`)
	eraDay     = pattern.Lazy(`^(令和|平成|令|平|[RHrh])\.? ?(元|\d{1,2}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2})(?: ?日|T|\b)`)
	yearLast   = pattern.Lazy(`^(\d{1,2}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{4})(?:T|\b)`)
	shortYear  = pattern.Lazy(`^\d{1,2}[-/.]\d{1,2}[-/.]\d{1,2}( |$)`)
	dayMonth   = pattern.Lazy(`^(\d{1,2})(?:st|nd|rd|th)?[- ./]?([A-Za-z]{3,9})\.?[- ./,]{0,2}(\d{4}|\d{2})\b`)
	monthDay   = pattern.Lazy(`^([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b`)
	noYear     = pattern.Lazy(`^(\d{1,2} ?[-/.月] ?\d{1,2} ?日?|\d{1,2}[- ]?[A-Za-z]{3,9}|[A-Za-z]{3,9}[- ]\d{1,2})$`)
	weekday    = pattern.Lazy(`\([月火水木金土日](曜日?)?\)|[月火水木金土日]曜日?|\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,?`)
)

// eras are the years before the first ones.
var eras = map[string]int{"令和": 2018, "令": 2018, "R": 2018, "平成": 1988, "平": 1988, "H": 1988}

// dayOf reads the cell of a date as people and spreadsheet programs write it, whole: a
// serial number, year, month and day, a year of the Japanese calendar, or the month as an
// English word. Of 3/4/2026 nobody can tell which is the month, so that it is refused
// unless one of both is above 12 or both are the same.
func dayOf(text string, since1904 bool) (day, error) {
	s := strings.TrimSpace(folded(weekday().ReplaceAllString(folded(text), " ")))
	if serialDay().MatchString(s) {
		return serial(s, since1904)
	}
	if m := compactDay().FindStringSubmatch(s); m != nil {
		return dated(m[1], m[2], m[3], "")
	}
	if m := yearFirst().FindStringSubmatch(s); m != nil {
		return dated(m[1], m[2], m[3], s[len(m[0]):])
	}
	if m := eraDay().FindStringSubmatch(s); m != nil {
		year, _ := strconv.Atoi(strings.Replace(m[2], "元", "1", 1))
		return dated(strconv.Itoa(year+eras[strings.ToUpper(m[1])]), m[3], m[4], s[len(m[0]):])
	}
	if m := yearLast().FindStringSubmatch(s); m != nil {
		return eitherWay(m, s[len(m[0]):])
	}
	if m := dayMonth().FindStringSubmatch(s); m != nil && monthOf(m[2]) != "" {
		if len(m[3]) == 2 {
			m[3] = "20" + m[3]
		}
		return dated(m[3], monthOf(m[2]), m[1], s[len(m[0]):])
	}
	if m := monthDay().FindStringSubmatch(s); m != nil && monthOf(m[1]) != "" {
		return dated(m[3], monthOf(m[1]), m[2], s[len(m[0]):])
	}
	switch {
	case noYear().MatchString(s):
		return day{}, said.New("has no year; write it as 2026-03-04")
	case shortYear().MatchString(s):
		return day{}, said.New("has a year of two figures, so that day, month and year cannot be told apart; write it as 2026-03-04")
	}
	return day{}, errNoDay
}

var errNoDay = said.New("is no day; write it as 2026-03-04")

// serial returns the day of a serial number. Excel counts 1900 as a leap year, so that its
// days from March of that year on stand as many after 30 December 1899.
func serial(s string, since1904 bool) (day, error) {
	x, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	if err != nil || x < firstSerial || x >= lastSerial {
		return day{}, errNoDay
	}
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if since1904 {
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	whole := int(x)
	d := day{first.AddDate(0, 0, whole), -1}
	if x > float64(whole) {
		d.minute = int((x-float64(whole))*24*60 + 0.5)
	}
	return d, nil
}

// dated returns the day of figures, with the time that stands behind it.
func dated(year, month, date, rest string) (day, error) {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(date)
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if t.Year() != y || int(t.Month()) != m || t.Day() != d {
		return day{}, said.New("is no day of the calendar; correct it")
	}
	rest = strings.TrimSpace(rest)
	if rest == "" {
		return day{t, -1}, nil
	}
	minute, err := minuteOf(rest)
	if err != nil || partOfDay().MatchString(rest) { // which stands behind serial numbers only
		return day{}, errNoDay
	}
	return day{t, minute}, nil
}

// eitherWay returns the day of figures of which the year comes last.
func eitherWay(m []string, rest string) (day, error) {
	a, _ := strconv.Atoi(m[1])
	b, _ := strconv.Atoi(m[2])
	switch {
	case a <= 12 && b <= 12 && a != b:
		return day{}, said.Errorf("may be %04s-%02d-%02d or %04s-%02d-%02d; write it as one of both", m[3], a, b, m[3], b, a)
	case a > 12:
		return dated(m[3], m[2], m[1], rest)
	}
	return dated(m[3], m[1], m[2], rest)
}

// monthOf returns the number of a month by its English name or the first three letters of
// it; "" where it is none.
func monthOf(name string) string {
	for m := time.January; m <= time.December; m++ {
		full := strings.ToLower(m.String())
		if low := strings.ToLower(name); low == full || low == full[:3] || low == "sept" && m == time.September {
			return strconv.Itoa(int(m))
		}
	}
	return ""
}
