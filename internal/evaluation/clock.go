package evaluation

import (
	"strconv"
	"strings"

	"tasuki/graph/pattern"
	"tasuki/graph/said"
)

const (
	minutesADay = 24 * 60
	maxHours    = 48 // of a time: 25:10 is ten past one on the day after
)

var (
	partOfDay  = pattern.Lazy(`^[01]?[.,]\d+$|^[01]$|^\d(\.\d+)?[Ee]-\d+$`)
	pointed    = pattern.Lazy(`^[01]?[.,][0-5]\d$`)
	compact    = pattern.Lazy(`^(\d{2})(\d{2})$`)
	clockTime  = pattern.Lazy(`^(午前|午後|[AaPp]\.?[Mm]\.?)? ?(\d{1,2}):(\d{2})(?::\d{2}(?:[.,]\d+)?)? ?([AaPp]\.?[Mm]\.?)?$`)
	wordTime   = pattern.Lazy(`^(午前|午後)? ?(\d{1,2}) ?時 ?(?:(\d{1,2}) ?分|(半))?(?: ?\d{1,2} ?秒)?$`)
	dayOfDrill = pattern.Lazy(`^(?:[Dd]ay ?(\d{1,2})|(\d{1,2}) ?日目) ?[,、]? ?(.+)$`)
)

var errNoTime = said.New("is no time of day; write it as 10:15")

// minuteOf reads a time of day as people and spreadsheet programs write it, in minutes
// after midnight, seconds left out: 10:15, 10:15:30 PM, 午後10時15分, 2240, or as a part of a
// day, to the nearest minute. From 24 hours on it is of the day after.
func minuteOf(text string) (int, error) {
	s := folded(text)
	if partOfDay().MatchString(s) {
		x, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
		if err != nil {
			return 0, errNoTime
		}
		return int(x*minutesADay + 0.5), nil
	}
	if m := compact().FindStringSubmatch(s); m != nil {
		return clock("", m[1], m[2])
	}
	if m := clockTime().FindStringSubmatch(s); m != nil && (m[1] == "" || m[4] == "") {
		return clock(m[1]+m[4], m[2], m[3])
	}
	if m := wordTime().FindStringSubmatch(s); m != nil {
		minutes := m[3]
		if m[4] != "" {
			minutes = "30"
		}
		return clock(m[1], m[2], minutes)
	}
	return 0, errNoTime
}

// numberedMinute reads a time of day behind the number of its day, as a pack prints planned
// times: day 2, 00:20 or 2日目 00:20. The minutes are after the midnight with which day 1
// begins; ok is false where no day is numbered, or none of the time that follows.
func numberedMinute(text string) (minute int, ok bool) {
	m := dayOfDrill().FindStringSubmatch(folded(text))
	if m == nil {
		return 0, false
	}
	n, _ := strconv.Atoi(m[1] + m[2])
	minute, err := minuteOf(m[3])
	if err != nil || n < 1 || minute >= minutesADay {
		return 0, false
	}
	return (n-1)*minutesADay + minute, true
}

// clock returns the minutes of a time of day, half of which is said by a word or is not.
func clock(half, hours, minutes string) (int, error) {
	h, _ := strconv.Atoi(hours)
	m, _ := strconv.Atoi(minutes)
	if m > 59 || h >= maxHours || half != "" && h > 12 {
		return 0, errNoTime
	}
	switch half = strings.ToLower(half); {
	case half == "":
	case half == "午後" || half[0] == 'p':
		h = h%12 + 12
	default:
		h %= 12
	}
	return h*60 + m, nil
}
