package hours_test

import (
	"reflect"
	"strings"
	"testing"

	"tasuki/graph/hours"
)

func TestParse(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"24/7", "24/7"},
		{"00:00-24:00", "24/7"},
		{"Mo-Su 0:00-0:00", "24/7"},
		{"24/7; PH off", "24/7; PH off"},
		{"Mo-Fr 08:30-17:00", "Mo-Fr 08:30-17:00"},
		{"  mo - FR 8:30-17:00 ;ph OFF ", "Mo-Fr 08:30-17:00; PH off"},
		{"Mo-Fr08:30-17:00;PH off", "Mo-Fr 08:30-17:00; PH off"},
		{"Ｍｏ－Ｆｒ　８：３０－１７：００；ＰＨ　ｏｆｆ", "Mo-Fr 08:30-17:00; PH off"},
		{"月～金 9:00〜17:00", "Mo-Fr 09:00-17:00"},
		{"月-金9:00–17:00；土、日，祝 off", "Mo-Fr 09:00-17:00; Sa,Su,PH off"},
		{"火,水,木 9:00-10:00", "Tu-Th 09:00-10:00"},
		{"Fr-Mo 22:00-06:00", "Mo,Fr-Su 22:00-06:00"},
		{"PH,Su,Mo,Mo 08:00-09:00", "Mo,Su,PH 08:00-09:00"},
		{"Mo-Sa,Su 08:00-09:00", "08:00-09:00"},
		{"Mo-Su,PH 00:00-24:00", "Mo-Su,PH 00:00-24:00"},
		{"Mo-Su off", "Mo-Su off"},
		{"13:00-17:00, 08:00-12:00", "08:00-12:00,13:00-17:00"},
		{"08:00-12:00,12:00-17:00,09:00-10:00", "08:00-17:00"},
		{"22:00-30:00", "22:00-06:00"},
		{"22:00-46:00", "22:00-22:00"},
		{"08:00-47:00", "08:00-47:00"},
		{"08:00-8:00", "08:00-08:00"},
		{"08:00-48:00", "08:00-48:00"},
		{"22:00-00:00", "22:00-24:00"},
		{"23:59-24:00", "23:59-24:00"},
		{"Sa 08:00-48:00,20:00-44:30", "Sa 08:00-48:00"},
	} {
		r, err := hours.Parse(tt.text)
		if err != nil || r.String() != tt.want {
			t.Errorf("%q is read as %q (%v), want %q", tt.text, r, err, tt.want)
			continue
		}
		again, err := hours.Parse(r.String())
		if err != nil || !reflect.DeepEqual(again, r) {
			t.Errorf("%q is read as %#v (%v), its text as %#v", tt.text, r, err, again)
		}
	}
}

func TestList(t *testing.T) {
	r := mustParse(t, "24/7; Sa,PH 22:00-06:00,08:00-12:00; Su off")
	week := []hours.Day{hours.Mo, hours.Tu, hours.We, hours.Th, hours.Fr, hours.Sa, hours.Su}
	want := []hours.Rule{
		{Days: week, Spans: []hours.Span{{From: 0, To: 1440}}, Always: true},
		{Days: []hours.Day{hours.Sa, hours.PH}, Spans: []hours.Span{{From: 480, To: 720}, {From: 1320, To: 1800}}},
		{Days: []hours.Day{hours.Su}, Off: true},
	}
	if got := r.List(); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	r.List()[1].Spans[0].From, r.List()[0].Days[0] = 0, hours.PH
	if got := r.List(); !reflect.DeepEqual(got, want) {
		t.Errorf("who changes the list changes the rules: %v", got)
	}
}

func TestUsesHolidays(t *testing.T) {
	for text, want := range map[string]bool{
		"24/7": false, "Mo-Fr 08:00-17:00": false, "24/7; PH off": true, "Mo-Fr 08:00-17:00; PH off": true,
		"24/7; PH 00:00-24:00": false, "Mo-Fr,PH 08:00-17:00": true, "PH off; Mo-Su off": false, "PH off": false, "PH 08:00-17:00": true,
	} {
		if got := mustParse(t, text).UsesHolidays(); got != want {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	}
	if (hours.Rules{}).UsesHolidays() || (hours.Rules{}).Open(hours.Calendar{}, 0) {
		t.Error("hours without a rule reach somebody")
	}
}

const (
	noDay  = "write Mo, Tu, We, Th, Fr, Sa, Su or PH, or off after the days on which nobody is reached"
	noTime = "write hours and minutes, such as 08:30, or 24/7 for always"
	wrong  = "write 00:00 to 24:00, or up to 48:00 for an end in the next day"
	noEnd  = "the end of the time is missing; write it after a dash, such as 08:30-17:00"
	next   = "write a comma between days or times, and a semicolon before the next rule"
)

func TestFaults(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"", []string{`opening hours are empty; write days and times, such as "Mo-Fr 08:30-17:00; PH off", or 24/7`}},
		{" 　", []string{`opening hours are empty; write days and times, such as "Mo-Fr 08:30-17:00; PH off", or 24/7`}},
		{strings.Repeat("月", 334), []string{"opening hours have 1002 bytes, and may have 1000; keep to the rules that differ"}},
		{"Mo-Fr 08:00-17:00;", []string{"character 19: no rule stands here; leave out the semicolon, or write days and times"}},
		{";;", []string{"character 1: no rule", "character 2: no rule", "character 3: no rule"}},
		{"Mon 08:00-17:00", []string{`character 1: "Mon" is no day; ` + noDay}},
		{"休 8:00-9:00", []string{`character 1: "休" is no day; ` + noDay}},
		{"月火 8:00-9:00", []string{`character 2: "火" cannot stand here; ` + next}},
		{"Mo-Fr 8-17", []string{`character 7: "8" is no time; ` + noTime, `character 9: "17" is no time; ` + noTime}},
		{"Mo-Fr 08:60-48:01", []string{`character 7: "08:60" is no time; ` + wrong, `character 13: "48:01" is no time; ` + wrong}},
		{"Mo-Fr 8.30-17:00", []string{`character 7: "8.30" is no time; ` + noTime}},
		{"Mo 008:00-17:00", []string{`character 4: "008:00" is no time; ` + noTime}},
		{"24:00-26:00", []string{"character 1: a time begins at 24:00; write 00:00 to 23:59, and the day on which it begins"}},
		{"Mo-Fr", []string{"character 6: a time is missing; write one such as 08:30-17:00, or off"}},
		{"Mo-Fr 08:00", []string{"character 12: " + noEnd}},
		{"Mo-Fr 08:00-", []string{"character 13: " + noEnd}},
		{"Mo- 08:00-12:00", []string{"character 5: the last day of a range is missing; write one such as Mo-Fr"}},
		{"Mo, 08:00-12:00", []string{"character 5: a day is missing; write Mo, Tu, We, Th, Fr, Sa, Su or PH"}},
		{"Mo 08:00-12:00, Tu 09:00-10:00", []string{"character 17: a time is missing; write one such as 08:30-17:00, and a semicolon before the next rule"}},
		{"Mo 08:00-12:00 Tu 09:00-10:00", []string{`character 16: "Tu" cannot stand here; ` + next}},
		{"Mo off 08:00-12:00", []string{`character 8: "08:00" cannot stand here; ` + next}},
		{"24/7 08:00-12:00", []string{`character 6: "08:00" cannot stand here; ` + next}},
		{"Mo-Fr 24/7", []string{"character 7: 24/7 has no days; write 00:00-24:00 after days"}},
		{"off", []string{"character 1: off stands without days; write them before it, such as Mo-Su,PH off"}},
		{"Mo-Mo 08:00-12:00", []string{"character 1: a range has one day; write Mo, or Mo-Su for the whole week"}},
		{"Mo-PH 08:00-12:00", []string{"character 1: PH stands in a range; write it after a comma, such as Mo-Fr,PH"}},
		{"sunrise-sunset", []string{`character 1: "sunrise" is no day; ` + noDay, `character 9: "sunset" is no day; ` + noDay}},
		{"Mo 08:00+", []string{`character 9: "+" is not read; write days and times, such as "Mo-Fr 08:30-17:00; PH off"`}},
		{"Mo[1] 08:00-09:00", []string{`character 3: "[1]" is not read; write days`}},
		{"Mo 08:00-09:00 || off", []string{`character 16: "||" is not read; write days`}},
		{"Mo 08:00-09:00\x00", []string{`character 15: "\x00" is not read; write days`}},
		{"Xx 08:00-17:00; Mo 25:99-26:00; ; Mo-We; Mo 12:60-13:00", []string{`character 1: "Xx"`, `character 20: "25:99"`, "character 33: no rule", "character 40: a time is missing", `character 45: "12:60"`}},
	} {
		r, err := hours.Parse(tt.text)
		if err == nil {
			t.Errorf("%q is read as %q, want %q", tt.text, r, tt.want)
			continue
		}
		got := strings.Split(err.Error(), "\n")
		same := len(got) == len(tt.want)
		for i := 0; same && i < len(got); i++ {
			same = strings.HasPrefix(got[i], tt.want[i])
		}
		if !same {
			t.Errorf("%q has the faults\n%s\nwant\n%s", tt.text, strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
		}
		if !reflect.DeepEqual(r, hours.Rules{}) {
			t.Errorf("%q is refused and read as %q", tt.text, r)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, text := range []string{"24/7", "Mo-Fr 08:00-12:00,13:00-17:00; PH off", "月－金 ８：３０〜26:00", "Fr-Mo 22:00-22:00;Sa,PH 0:00-48:00", "Mo-\xff", ";,-"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		r, err := hours.Parse(text)
		if err != nil {
			return
		}
		again, err := hours.Parse(r.String())
		if err != nil || again.String() != r.String() || !reflect.DeepEqual(again, r) {
			t.Errorf("%q is read as %q, and that as %q (%v)", text, r, again, err)
		}
	})
}

func mustParse(t *testing.T, text string) hours.Rules {
	t.Helper()
	r, err := hours.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return r
}
