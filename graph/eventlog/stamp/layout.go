// Package stamp reads time stamps: microseconds since 1970 in UTC from the layouts that
// event logs have. Which order of day and month a column is in is decided from all of it.
package stamp

import (
	"slices"
	"strings"
	"time"

	"tasuki/graph/said"
)

// Layout is how the time stamps of a log are written.
type Layout string

// The layouts. Of those with a date the parts of it stand between hyphens, slashes, dots
// or the Japanese words for year and month, with leading zeros or without; the time of day may be absent, which is
// midnight, its seconds and their fraction too, and what it is followed by may say a zone.
const (
	ISO          Layout = "iso"          // year, month, day; with a time of day perhaps nothing between the digits
	DayMonth     Layout = "day-month"    // day, month, year
	MonthDay     Layout = "month-day"    // month, day, year
	Seconds      Layout = "seconds"      // since 1970 in UTC, perhaps with a fraction
	Milliseconds Layout = "milliseconds" // likewise
	Microseconds Layout = "microseconds" // likewise
)

// Layouts lists the layouts in the order in which they are documented.
func Layouts() []Layout {
	return []Layout{ISO, DayMonth, MonthDay, Seconds, Milliseconds, Microseconds}
}

// ParseLayout returns the layout of a word.
func ParseLayout(word string) (Layout, error) {
	if l := Layout(strings.ToLower(word)); slices.Contains(Layouts(), l) {
		return l, nil
	}
	var words []string
	for _, l := range Layouts() {
		words = append(words, string(l))
	}
	return "", said.Errorf("%q is no layout of time stamps; use one of %s", word, strings.Join(words, ", "))
}

// Reader reads time stamps of one layout. It is used by one goroutine.
type Reader struct {
	Layout Layout
	Alone  bool           // whether the last stamp that was read is a day alone, without a time of day
	zone   *time.Location // nil: UTC
	hour   int64          // the last hour that was looked up, by the clock on the wall
	offset int64          // what that clock is ahead of UTC in it, in microseconds
	known  bool
}

// NewReader returns a reader of a layout. Stamps without a zone are of the zone that
// IANA knows under a name; empty is UTC.
func NewReader(layout Layout, zone string) (*Reader, error) {
	r := &Reader{Layout: layout}
	if zone == "" || zone == "UTC" {
		return r, nil
	}
	loc, err := time.LoadLocation(zone)
	if err != nil || zone == "Local" {
		return nil, said.Errorf("%q is no time zone; write a name of the IANA time zone database, such as Asia/Tokyo, or leave it out for UTC", zone)
	}
	r.zone = loc
	return r, nil
}

// Time returns microseconds since 1970 in UTC, those beyond the sixth digit of a fraction
// cut off; ok is false where text is no stamp of the layout. Years are 1 to 9999. It
// takes time in proportion to the length of the text and allocates nothing where that is
// ASCII with signs between its parts.
//
// A time that clocks show twice, as they are put back, is the first of both; one that
// they skip is counted on from what they showed before.
func (r *Reader) Time(text []byte) (micros int64, ok bool) {
	r.Alone = false
	switch r.Layout {
	case Seconds:
		return number(text, second)
	case Milliseconds:
		return number(text, second/1000)
	case Microseconds:
		return number(text, 1)
	}
	s, ok := scanStamp(text, r.Layout)
	r.Alone = ok && s.alone
	switch {
	case !ok:
		return 0, false
	case s.zoned || r.zone == nil:
		return s.micros - s.offset, true
	}
	return s.micros - r.ahead(s.micros), true
}

const (
	second = int64(1e6)
	minute = 60 * second
	hour   = 60 * minute
	day    = 24 * hour
)

// ahead returns how far the clock on the wall is ahead of UTC when it shows a time.
func (r *Reader) ahead(wall int64) int64 {
	quarter := 15 * minute // clocks are put at quarters of an hour
	at := wall - ((wall%quarter)+quarter)%quarter
	if r.known && at == r.hour {
		return r.offset
	}
	before, after := r.at(wall-day), r.at(wall+day)
	offset := before
	if before != after && r.at(wall-before) != before && r.at(wall-after) == after {
		offset = after
	}
	r.hour, r.offset, r.known = at, offset, true
	return offset
}

// at returns what the zone is ahead of UTC at an instant.
func (r *Reader) at(micros int64) int64 {
	_, offset := time.UnixMicro(micros).In(r.zone).Zone()
	return int64(offset) * second
}
