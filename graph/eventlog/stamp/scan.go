package stamp

import (
	"bytes"
	"slices"
	"strings"
)

// scanned is a stamp as it is written: what the clock on the wall shows, as if it were
// UTC, and how far that clock is ahead, where the stamp says so.
type scanned struct {
	micros, offset int64
	zoned, alone   bool // alone: a day without a time of day
}

// scanStamp reads a date, and the time of day if there is one.
func scanStamp(text []byte, layout Layout) (s scanned, ok bool) {
	text = bytes.TrimSpace(text)
	for _, c := range text {
		if c >= 0x80 {
			text = plain(text)
			break
		}
	}
	if layout == ISO && len(text) >= toMinute && text[4]-'0' <= 9 {
		text = spread(text)
	}
	parts, rest, ok := date(text, layout)
	if !ok {
		return s, false
	}
	days, ok := daysOf(parts)
	if !ok {
		return s, false
	}
	s.micros = days * day
	if len(rest) == 0 {
		s.alone = true
		return s, true
	}
	if c := rest[0]; c != ' ' && c != 'T' && c != 't' {
		return s, false
	}
	rest = bytes.TrimLeft(rest[1:], " ")
	clock, rest, ok := clockOf(rest)
	if !ok {
		return s, false
	}
	s.micros += clock
	s.offset, s.zoned, ok = zoneOf(rest)
	return s, ok
}

// The lengths of a date with its time of day where nothing stands between the parts.
const (
	toMinute = len("200601021504")
	toSecond = len("20060102150405")
)

// spread puts signs between the parts of a date and time of day that stand together, with a
// year of 1900 to 2099: as a number of anything since 1970 it would be of 1976, or of the
// 26th century. Any other text stays as it is.
func spread(text []byte) []byte {
	_, n := digits(text, toSecond+1)
	century := string(text[:2])
	if n != toMinute && n != toSecond || century != "19" && century != "20" {
		return text
	}
	clock := append([]byte{}, text[8:10]...)
	for at := 10; at < n; at += 2 {
		clock = append(append(clock, ':'), text[at:at+2]...)
	}
	return slices.Concat(text[:4], []byte("-"), text[4:6], []byte("-"), text[6:8], []byte(" "), clock, text[n:])
}

// japanese are the signs of dates and times that are written out.
var japanese = strings.NewReplacer("年", "-", "月", "-", "日", " ", "時", ":", "分", ":", "秒", "", "　", " ", "：", ":", "／", "/", "－", "-",
	"０", "0", "１", "1", "２", "2", "３", "3", "４", "4", "５", "5", "６", "6", "７", "7", "８", "8", "９", "9")

// plain writes a date of Japanese signs in ASCII.
func plain(text []byte) []byte {
	return []byte(strings.TrimRight(japanese.Replace(string(text)), ": "))
}

// digits reads up to a number of digits.
func digits(text []byte, most int) (n, length int) {
	for length < len(text) && length < most && text[length]-'0' <= 9 {
		n = n*10 + int(text[length]-'0')
		length++
	}
	return n, length
}

// date reads the three parts of a date as year, month, day.
func date(text []byte, layout Layout) (parts [3]int, rest []byte, ok bool) {
	widths := [3]int{4, 2, 2}
	if layout != ISO {
		widths = [3]int{2, 2, 4}
	}
	var sep byte
	at := 0
	for i, width := range widths {
		n, length := digits(text[at:], width)
		if length == 0 || width == 4 && length != 4 {
			return parts, nil, false
		}
		parts[i] = n
		at += length
		if i == 2 {
			break
		}
		if at == len(text) || i == 1 && text[at] != sep {
			return parts, nil, false
		}
		if sep = text[at]; sep != '-' && sep != '/' && sep != '.' {
			return parts, nil, false
		}
		at++
	}
	switch layout {
	case DayMonth:
		parts = [3]int{parts[2], parts[1], parts[0]}
	case MonthDay:
		parts = [3]int{parts[2], parts[0], parts[1]}
	}
	return parts, text[at:], true
}

var monthDays = [13]int{0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

// daysOf returns the days since 1970 of a date of the Gregorian calendar (Hinnant,
// chrono-Compatible Low-Level Date Algorithms, 2013).
func daysOf(p [3]int) (int64, bool) {
	y, m, d := p[0], p[1], p[2]
	if y < 1 || m < 1 || m > 12 || d < 1 || d > monthDays[m] ||
		m == 2 && d == 29 && (y%4 != 0 || y%100 == 0 && y%400 != 0) {
		return 0, false
	}
	if m <= 2 {
		y--
		m += 12
	}
	era := y / 400
	ofEra := y - era*400
	ofYear := (153*(m-3)+2)/5 + d - 1
	return int64(era)*146097 + int64(ofEra*365+ofEra/4-ofEra/100+ofYear) - 719468, true
}

// clockOf reads a time of day: hours and minutes, perhaps seconds and their fraction, and
// AM or PM. 24:00 is the end of the day, and a second 60 is the first of the next minute.
func clockOf(text []byte) (micros int64, rest []byte, ok bool) {
	h, at := digits(text, 2)
	if at == 0 || at >= len(text) || text[at] != ':' {
		return 0, nil, false
	}
	at++
	m, length := digits(text[at:], 2)
	if length == 0 || m > 59 {
		return 0, nil, false
	}
	at += length
	if at < len(text) && text[at] == ':' {
		at++
		s, length := digits(text[at:], 2)
		if length == 0 || s > 60 {
			return 0, nil, false
		}
		at += length
		micros = int64(s) * second
		if at+1 < len(text) && (text[at] == '.' || text[at] == ',') && text[at+1]-'0' <= 9 {
			f, length := fraction(text[at+1:])
			micros += f
			at += 1 + length
		}
	}
	rest = text[at:]
	if h, rest, ok = halves(h, rest); !ok || h > 24 || h == 24 && (m > 0 || micros > 0) {
		return 0, nil, false
	}
	return micros + int64(h)*hour + int64(m)*minute, rest, true
}

// halves takes AM and PM into account, if one follows.
func halves(h int, rest []byte) (int, []byte, bool) {
	word := bytes.TrimLeft(rest, " ")
	if len(word) < 2 || word[1]|0x20 != 'm' || word[0]|0x20 != 'a' && word[0]|0x20 != 'p' {
		return h, rest, true
	}
	if h < 1 || h > 12 {
		return 0, nil, false
	}
	h %= 12
	if word[0]|0x20 == 'p' {
		h += 12
	}
	return h, word[2:], true
}

// fraction reads the digits behind the point of seconds as microseconds, which has no
// place for more than six of them.
func fraction(text []byte) (micros int64, length int) {
	scale := second / 10
	for length < len(text) && text[length]-'0' <= 9 {
		micros += int64(text[length]-'0') * scale
		scale /= 10
		length++
	}
	return micros, length
}

// zoneOf reads what follows a time of day: nothing, Z, UTC, GMT, +hh, +hhmm or +hh:mm.
func zoneOf(text []byte) (offset int64, zoned, ok bool) {
	text = bytes.TrimSpace(text)
	if len(text) == 0 {
		return 0, false, true
	}
	switch string(text) {
	case "Z", "z", "UTC", "GMT":
		return 0, true, true
	}
	if text[0] != '+' && text[0] != '-' {
		return 0, false, false
	}
	h, length := digits(text[1:], 2)
	rest := text[1+length:]
	if length != 2 || h > 18 {
		return 0, false, false
	}
	m := 0
	if len(rest) > 0 {
		if rest[0] == ':' {
			rest = rest[1:]
		}
		if m, length = digits(rest, 2); length != 2 || len(rest) != 2 || m > 59 {
			return 0, false, false
		}
	}
	offset = int64(h)*hour + int64(m)*minute
	if text[0] == '-' {
		offset = -offset
	}
	return offset, true, true
}

// number reads a count of some unit since 1970, up to the year 9999.
func number(text []byte, unit int64) (micros int64, ok bool) {
	text = bytes.TrimSpace(text)
	negative := len(text) > 0 && text[0] == '-'
	if negative {
		text = text[1:]
	}
	n, length := digits(text, 18)
	rest := text[length:]
	const most = 253402300799 * second // the last second of 9999
	if length == 0 || int64(n) > most/unit {
		return 0, false
	}
	micros = int64(n) * unit
	if len(rest) > 1 && rest[0] == '.' {
		f, length := fraction(rest[1:])
		micros += f * unit / second
		rest = rest[1+length:]
	}
	if negative {
		micros = -micros
	}
	return micros, len(rest) == 0
}
