package hours_test

import (
	"strings"
	"testing"

	"tasuki/graph/hours"
)

func TestMoment(t *testing.T) {
	for _, tt := range []struct{ zone, text, want string }{
		{"", "1970-01-01T00:00", `"1970-01-01T00:00" has no date of the years 2000 to 2199; write one such as 2026-11-28T22:30`},
		{"", "2000-01-01T00:00", "2000-01-01T00:00+00:00"},
		{"", "2199-12-31T23:59", "2199-12-31T23:59+00:00"},
		{"Asia/Tokyo", "2026-11-28T22:30", "2026-11-28T22:30+09:00"},
		{"Asia/Tokyo", "2026-11-28 22:30", "2026-11-28T22:30+09:00"},
		{"Asia/Tokyo", "２０２６－１１－２８　２２：３０", "2026-11-28T22:30+09:00"},
		{"Asia/Tokyo", "2026-11-28T22:30Z", "2026-11-29T07:30+09:00"},
		{"Asia/Tokyo", "2026-11-28t22:30z", "2026-11-29T07:30+09:00"},
		{"Asia/Tokyo", "2026-11-28T22:30-05:30", "2026-11-29T13:00+09:00"},
		{"America/New_York", "2026-03-08T01:59", "2026-03-08T01:59-05:00"},
		{"America/New_York", "2026-03-08T03:00", "2026-03-08T03:00-04:00"},
		{"America/New_York", "2026-03-08T02:30", "2026-03-08T02:30 does not exist in America/New_York, where clocks go from 2026-03-08T02:00 to 2026-03-08T03:00; write a time before or after"},
		{"America/New_York", "2026-11-01T01:30", "2026-11-01T01:30 comes twice in America/New_York; write 2026-11-01T01:30-04:00 or 2026-11-01T01:30-05:00"},
		{"America/New_York", "2026-11-01T01:30-05:00", "2026-11-01T01:30-05:00"},
		{"America/New_York", "2026-11-01T01:30-04:00", "2026-11-01T01:30-04:00"},
		{"America/New_York", "2026-11-01T02:00", "2026-11-01T02:00-05:00"},
		{"Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-04T02:15 does not exist in Australia/Lord_Howe, where clocks go from 2026-10-04T02:00 to 2026-10-04T02:30; write a time before or after"},
		{"Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-05T01:45 comes twice in Australia/Lord_Howe; write 2026-04-05T01:45+11:00 or 2026-04-05T01:45+10:30"},
		{"Europe/London", "2026-10-25T01:00", "2026-10-25T01:00 comes twice in Europe/London; write 2026-10-25T01:00+01:00 or 2026-10-25T01:00+00:00"},
		{"Pacific/Apia", "2011-12-30T12:00", "2011-12-30T12:00 does not exist in Pacific/Apia, where clocks go from 2011-12-30T00:00 to 2011-12-31T00:00; write a time before or after"},
		{"", "2026-02-29T00:00", `"2026-02-29T00:00" has no date of the years 2000 to 2199; write one such as 2026-11-28T22:30`},
		{"", "2026-11-28T24:00", `"2026-11-28T24:00" has no time of day; write 00:00 to 23:59 after the date, such as 2026-11-28T22:30`},
		{"", "2026-11-28T12:60", `"2026-11-28T12:60" has no time of day; write 00:00 to 23:59 after the date, such as 2026-11-28T22:30`},
		{"", "2026-11-28T12:00+14:01", `"2026-11-28T12:00+14:01" has no offset that clocks have; write Z, or up to 14 hours such as +09:00`},
		{"", "2026-11-28T12:00+09:60", `"2026-11-28T12:00+09:60" has no offset that clocks have; write Z, or up to 14 hours such as +09:00`},
		{"", "2026-11-28", `"2026-11-28" is no date and time; write one such as 2026-11-28T22:30`},
		{"", "2026-11-28T22:30:00", `"2026-11-28T22:30:00" is no date and time; write one such as 2026-11-28T22:30`},
		{"", "now", `"now" is no date and time; write one such as 2026-11-28T22:30`},
		{"", "", `"" is no date and time; write one such as 2026-11-28T22:30`},
	} {
		c, err := hours.NewCalendar(tt.zone, nil)
		if err != nil {
			t.Fatal(err)
		}
		m, err := c.Moment(tt.text)
		if err != nil {
			if err.Error() != tt.want {
				t.Errorf("%q in %q: got %q, want %q", tt.text, tt.zone, err, tt.want)
			}
			continue
		}
		want, err := hours.Calendar{}.Moment(strings.Replace(tt.want, "+00:00", "Z", 1))
		if l := c.Local(m); err != nil || m != want || l.String() != tt.want[:16] {
			t.Errorf("%q in %q is %d, shown as %s, want %s", tt.text, tt.zone, m, l, tt.want)
		}
	}
}

func TestNewCalendar(t *testing.T) {
	for _, zone := range []string{"Local", "localtime", "posixrules", "right/UTC", "posix/Asia/Tokyo", "asia/tokyo", "Asia", "Asia/", "../Asia/Tokyo", "/etc/localtime", "Tokyo", "JST-9", " ", "東京"} {
		if _, err := hours.NewCalendar(zone, nil); err == nil || !strings.HasSuffix(err.Error(), "is no time zone; write a name of the IANA time zone database, such as Asia/Tokyo, or leave it out for UTC") {
			t.Errorf("zone %q: %v", zone, err)
		}
	}
	_, err := hours.NewCalendar("Nowhere", []string{"2026-11-23", "2026-02-29", "2026-01-01", "2026-11-23", "23.11.2026", "1999-12-31"})
	want := `"Nowhere" is no time zone; write a name of the IANA time zone database, such as Asia/Tokyo, or leave it out for UTC
"2026-02-29" is no holiday; write a date of the years 2000 to 2199, such as 2026-11-23
the holiday "2026-11-23" is there twice; keep one
"23.11.2026" is no holiday; write a date of the years 2000 to 2199, such as 2026-11-23
"1999-12-31" is no holiday; write a date of the years 2000 to 2199, such as 2026-11-23`
	if err == nil || err.Error() != want {
		t.Errorf("got %v\nwant %s", err, want)
	}
	for _, zone := range []string{"", "UTC", "GMT", "Etc/GMT+9", "Asia/Tokyo"} {
		if _, err := hours.NewCalendar(zone, []string{"2026-11-23", "2026-01-01"}); err != nil {
			t.Errorf("zone %q: %v", zone, err)
		}
	}
}

// TestHolidays follows a week with a holiday, Monday 2026-11-23, by hand.
func TestHolidays(t *testing.T) {
	c, err := hours.NewCalendar("Asia/Tokyo", []string{"2026-11-23"})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		hours, at string
		want      bool
	}{
		{"Mo-Fr 09:00-17:00", "2026-11-23T09:00", true},                    // no rule names PH
		{"Mo-Fr 09:00-17:00; PH off", "2026-11-23T09:00", false},           //
		{"PH off; Mo-Fr 09:00-17:00", "2026-11-23T09:00", false},           // wherever it stands
		{"PH off; 09:00-17:00", "2026-11-23T09:00", false},                 // each day of the week
		{"PH off; PH 10:00-12:00", "2026-11-23T10:00", true},               // the later of the two
		{"PH 10:00-12:00; PH off", "2026-11-23T10:00", false},              //
		{"Mo-Fr 09:00-17:00; PH off", "2026-11-24T09:00", true},            //
		{"Su 22:00-06:00; PH off", "2026-11-23T05:59", true},               // reaches into the holiday
		{"Su 22:00-06:00; PH off", "2026-11-23T06:00", false},              //
		{"Mo 22:00-06:00; PH off", "2026-11-24T05:00", false},              // would begin on the holiday
		{"PH 22:00-06:00", "2026-11-24T05:00", true},                       // begins on it
		{"Mo-Fr 08:00-20:00; We 09:00-12:00", "2026-11-25T08:30", false},   // is replaced
		{"Mo-Fr 08:00-20:00; We,Th 09:00-12:00", "2026-11-27T08:30", true}, // is not
		{"Fr 22:00-06:00; Sa off", "2026-11-28T05:59", true},               //
		{"Fr 22:00-06:00; Sa 10:00-12:00", "2026-11-28T05:59", true},       //
		{"Fr 10:00-48:00", "2026-11-28T23:59", true},                       //
		{"Fr 10:00-48:00", "2026-11-29T00:00", false},                      //
		{"Su 22:00-06:00", "2026-11-23T00:00", true},                       // the week goes round
		{"24/7; PH off", "2026-11-22T23:59", true},                         //
		{"24/7; PH off", "2026-11-23T00:00", false},                        //
		{"Mo-Su,PH off", "2026-11-24T12:00", false},                        //
	} {
		m, err := c.Moment(tt.at)
		if err != nil {
			t.Fatal(err)
		}
		if got := mustParse(t, tt.hours).Open(c, m); got != tt.want {
			t.Errorf("%q at %s: got %v, want %v", tt.hours, tt.at, got, tt.want)
		}
	}
}
