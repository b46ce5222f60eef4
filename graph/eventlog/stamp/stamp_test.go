package stamp

import (
	"errors"
	"math/rand/v2"
	"testing"
	"time"
)

func read(t *testing.T, layout Layout, zone, text string) (string, bool) {
	t.Helper()
	r, err := NewReader(layout, zone)
	if err != nil {
		t.Fatal(err)
	}
	micros, ok := r.Time([]byte(text))
	return time.UnixMicro(micros).UTC().Format("2006-01-02T15:04:05.999999"), ok
}

func TestStamps(t *testing.T) {
	for _, c := range []struct {
		layout     Layout
		zone, text string
		want       string // empty: none
	}{
		{ISO, "", "2019-01-02 23:59:00", "2019-01-02T23:59:00"},
		{ISO, "", "2019-01-02T23:59:00Z", "2019-01-02T23:59:00"},
		{ISO, "Asia/Tokyo", "2019-01-02T23:59:00Z", "2019-01-02T23:59:00"},
		{ISO, "Asia/Tokyo", "2019-01-02T23:59", "2019-01-02T14:59:00"},
		{ISO, "", "2019-01-02T23:59:00.1234567+09:00", "2019-01-02T14:59:00.123456"},
		{ISO, "", "2019-01-02 23:59:00,5 -0130", "2019-01-03T01:29:00.5"},
		{ISO, "", "2019/1/2 9:05", "2019-01-02T09:05:00"},
		{ISO, "", "2019年1月2日 9時5分", "2019-01-02T09:05:00"},
		{ISO, "", "2019年1月2日", "2019-01-02T00:00:00"},
		{ISO, "", "２０１９／１／２　９：０５", "2019-01-02T09:05:00"},
		{ISO, "", "2019-01-02", "2019-01-02T00:00:00"},
		{ISO, "", "2019-12-31 24:00:00", "2020-01-01T00:00:00"},
		{ISO, "", "2016-12-31 23:59:60", "2017-01-01T00:00:00"},
		{ISO, "", "2020-02-29", "2020-02-29T00:00:00"},
		{ISO, "", "1900-02-29", ""},
		{ISO, "", "2019-02-30", ""},
		{ISO, "", "2019-01/02", ""},
		{ISO, "", "2019-01-02 24:01", ""},
		{ISO, "", "2019-01-02 10:00 PM", "2019-01-02T22:00:00"},
		{ISO, "", "2019-01-02 13:00 PM", ""},
		{ISO, "", "2019-01-02 10:00 later", ""},
		{ISO, "Asia/Tokyo", "20190102235901", "2019-01-02T14:59:01"},
		{ISO, "", "20190102235901.5Z", "2019-01-02T23:59:01.5"},
		{ISO, "", "201901022359", "2019-01-02T23:59:00"},
		{ISO, "", "20191302235901", ""},
		{ISO, "", "1546473540001", ""},
		{ISO, "", "15464735400012", ""},
		{ISO, "", "EMPTY", ""},
		{DayMonth, "", "02-01-2018 13:53:00.000", "2018-01-02T13:53:00"},
		{MonthDay, "", "02-01-2018 13:53:00.000", "2018-02-01T13:53:00"},
		{MonthDay, "", "1/2/2018 1:05:00 AM", "2018-01-02T01:05:00"},
		{MonthDay, "", "1/2/2018 12:05 am", "2018-01-02T00:05:00"},
		{DayMonth, "", "13.12.2018", "2018-12-13T00:00:00"},
		{MonthDay, "", "13.12.2018", ""},
		{Seconds, "", "1546473540", "2019-01-02T23:59:00"},
		{Seconds, "", "1546473540.25", "2019-01-02T23:59:00.25"},
		{Milliseconds, "Asia/Tokyo", "1546473540001", "2019-01-02T23:59:00.001"},
		{Microseconds, "", "-1", "1969-12-31T23:59:59.999999"},
		{Seconds, "", "99999999999999999", ""},
		{Seconds, "", "", ""},
		// Clocks of Berlin show 02:30 twice on 2019-10-27, and never on 2019-03-31.
		{ISO, "Europe/Berlin", "2019-10-27 02:30", "2019-10-27T00:30:00"},
		{ISO, "Europe/Berlin", "2019-10-27 03:00", "2019-10-27T02:00:00"},
		{ISO, "Europe/Berlin", "2019-03-31 02:30", "2019-03-31T01:30:00"},
		{ISO, "Europe/Berlin", "2019-03-31 03:00", "2019-03-31T01:00:00"},
		{ISO, "Europe/Berlin", "2019-03-31 01:59", "2019-03-31T00:59:00"},
	} {
		got, ok := read(t, c.layout, c.zone, c.text)
		if ok != (c.want != "") || ok && got != c.want {
			t.Errorf("%s %s %q: got %s, %v, want %q", c.layout, c.zone, c.text, got, ok, c.want)
		}
	}
	if _, err := NewReader(ISO, "Atlantis"); err == nil {
		t.Error("a zone that is none was taken")
	}
	if _, err := ParseLayout("Day-Month"); err != nil {
		t.Error(err)
	}
	if _, err := ParseLayout("dd"); err == nil {
		t.Error("a layout that is none was taken")
	}
}

// TestStampsAreThoseOfGo compares with package time, on random instants and zones: what
// is remembered from one stamp to the next must not show.
func TestStampsAreThoseOfGo(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, zone := range []string{"UTC", "Asia/Tokyo", "Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe", "America/Sao_Paulo"} {
		loc, err := time.LoadLocation(zone)
		if err != nil {
			t.Fatal(err)
		}
		for layout, form := range map[Layout]string{ISO: "2006-01-02 15:04:05.000000", DayMonth: "2/1/2006 15:04:05.000000", MonthDay: "1.2.2006 3:04:05.000000 PM"} {
			reader, _ := NewReader(layout, zone)
			at := time.Date(2018, 1, 1, 0, 0, 0, 0, loc)
			for range 3000 {
				at = at.Add(time.Duration(r.Int64N(int64(40*time.Hour))) / time.Duration(1+r.IntN(100))).Truncate(time.Microsecond)
				text := at.Format(form)
				got, ok := reader.Time([]byte(text))
				if back := time.UnixMicro(got).In(loc).Format(form); !ok || back != text {
					t.Fatalf("%s %s: %q is read as %q", zone, layout, text, back)
				}
			}
		}
	}
}

func TestSurvey(t *testing.T) {
	for _, c := range []struct {
		cells []string
		want  Layout
		err   error
	}{
		{[]string{"2019-01-02", "2019/01/03 10:00", ""}, ISO, nil},
		{[]string{"02-01-2018 13:53", "13-01-2018"}, DayMonth, nil},
		{[]string{"02-01-2018 13:53", "01/13/2018"}, MonthDay, nil},
		{[]string{"02-01-2018", "03-01-2018"}, "", ErrOrder},
		{[]string{"13-01-2018", "01-13-2018"}, "", errBoth},
		{[]string{"1546473540", "x"}, Seconds, nil},
		{[]string{"1546473540001"}, Milliseconds, nil},
		{[]string{"1546473540001000"}, Microseconds, nil},
		{[]string{"20190102235901", "201901022359"}, ISO, nil}, // as numbers of 2609 and 1976
		{[]string{"1", "2", "x"}, "", errNone},
		{nil, "", errNone},
	} {
		var v, half Survey
		for i, cell := range c.cells {
			if i%2 == 0 {
				v.Add([]byte(cell))
			} else {
				half.Add([]byte(cell))
			}
		}
		v.Merge(half)
		if got, err := v.Layout(); got != c.want || !errors.Is(err, c.err) {
			t.Errorf("%q: got %q, %v, want %q, %v", c.cells, got, err, c.want, c.err)
		}
	}
}

func BenchmarkISO(b *testing.B) {
	r, _ := NewReader(ISO, "")
	text := []byte("2018-01-02 13:53:00.000")
	b.ReportAllocs()
	for b.Loop() {
		r.Time(text)
	}
}
