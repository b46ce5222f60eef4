package evaluation

import (
	"strings"
	"testing"
	"time"
)

func TestDays(t *testing.T) {
	for text, want := range map[string]string{
		"2026-03-04": "2026-03-04", "2026/3/4": "2026-03-04", "2026/03/04": "2026-03-04", "2026.3.4": "2026-03-04", "20260304": "2026-03-04",
		"46085": "2026-03-04", "46085.5": "2026-03-04 12:00", "46085.427083333": "2026-03-04 10:15", "２０２６／３／４": "2026-03-04", "2026年3月4日": "2026-03-04",
		"２０２６年３月４日": "2026-03-04", "2026年3月4日(水)": "2026-03-04", "2026年3月4日（水曜日）": "2026-03-04", "2026年3月4日水曜日": "2026-03-04", "2026 年 3 月 4 日": "2026-03-04",
		"令和8年3月4日": "2026-03-04", "令和元年5月1日": "2019-05-01", "R8.3.4": "2026-03-04", "r8/3/4": "2026-03-04", "Ｒ８．３．４": "2026-03-04", "令和８年３月４日": "2026-03-04", "H31.4.30": "2019-04-30", "平成31年4月30日": "2019-04-30",
		"13/4/2026": "2026-04-13", "4/13/2026": "2026-04-13", "3/3/2026": "2026-03-03", "31.12.2026": "2026-12-31",
		"4-Mar-26": "2026-03-04", "4-Mar-2026": "2026-03-04", "4 March 2026": "2026-03-04", "March 4, 2026": "2026-03-04", "Wednesday, March 4, 2026": "2026-03-04", "Wed 4 Mar 2026": "2026-03-04",
		"2026/3/4 10:15": "2026-03-04 10:15", "2026-03-04T10:15:30": "2026-03-04 10:15", "2026/3/4 10:15:00 PM": "2026-03-04 22:15", "2026年3月4日 22時40分": "2026-03-04 22:40", "2024-02-29": "2024-02-29",
		"3/4/2026": "!may be 2026-03-04 or 2026-04-03", "03/04/2026 10:15": "!may be 2026-03-04 or 2026-04-03",
		"03/04/26": "!year of two figures", "26/3/4": "!year of two figures", "3月4日": "!no year", "3/4": "!no year", "4-Mar": "!no year", "Mar-22": "!no year",
		"2026-02-29": "!no day of the calendar", "2026/13/4": "!no day of the calendar", "32.1.2026": "!no day of the calendar", "yesterday": "!is no day", "7": "!is no day", "1e5": "!is no day", "99999": "!is no day",
		"2026-03-04 x": "!is no day", "2026-03-041": "!is no day", "2026/3/311": "!is no day", "2026-03-041015": "!is no day", "31.12.20261": "!is no day", "2026-03-04 1": "!is no day", "2026年3月4日22時40分": "2026-03-04 22:40", "令和8年": "!is no day", "10:15": "!is no day",
	} {
		d, err := dayOf(text, false)
		got := d.Format(time.DateOnly)
		if d.minute >= 0 {
			got = d.Add(time.Duration(d.minute) * time.Minute).Format("2006-01-02 15:04")
		}
		if says, refused := strings.CutPrefix(want, "!"); refused {
			if err == nil || !strings.Contains(err.Error(), says) {
				t.Errorf("%q is %s, %v; want an error that says %q", text, got, err, says)
			}
		} else if err != nil || got != want {
			t.Errorf("%q is %s, %v; want %s", text, got, err, want)
		}
	}
	if d, err := dayOf("44623", true); err != nil || d.Format(time.DateOnly) != "2026-03-04" {
		t.Errorf("44623 days since 1904 are %v, %v", d, err)
	}
}

// TestEveryDayIsTheSameInEveryForm goes through the days of forty years.
func TestEveryDayIsTheSameInEveryForm(t *testing.T) {
	n := 43586 // 1 May 2019
	for d := time.Date(2019, 5, 1, 0, 0, 0, 0, time.UTC); d.Year() < 2060; d = d.AddDate(0, 0, 1) {
		era := d.Year() - 2018
		for _, text := range []string{
			itoa(n), d.Format("2006/1/2"), d.Format("2006年1月2日"), d.Format("2-Jan-06"), d.Format("January 2, 2006"), d.Format("20060102"),
			"令和" + itoa(era) + d.Format("年1月2日"), "R" + itoa(era) + d.Format(".1.2"),
		} {
			if got, err := dayOf(text, false); err != nil || !got.Equal(d) {
				t.Fatalf("%q is %v, %v; want %v", text, got.Time, err, d)
			}
		}
		n++
	}
}

func TestTimesOfDay(t *testing.T) {
	for text, want := range map[string]int{
		"10:15": 615, "9:05": 545, "１０：１５": 615, "10:15:59": 615, "10:15:30.5": 615, "10:15 PM": 22*60 + 15, "10:15:00 AM": 615, "12:05 AM": 5, "12:05 p.m.": 725, "午後10:15": 22*60 + 15, "午前0:05": 5,
		"10時15分": 615, "午後10時15分": 22*60 + 15, "22時": 22 * 60, "7時半": 450, "２２時４０分": 22*60 + 40, "2240": 22*60 + 40, "0005": 5,
		"0.4270833": 615, "0,4270833": 615, "0.427083333333333": 615, ".5": 720, "0": 0, "1": 1440, "1.0069444": 1450, "6.9444444E-3": 10, "0.9999999": 1440, "24:10": 1450, "25:10": 1510,
		"24:60": -1, "48:00": -1, "13:00 PM": -1, "T+0:20": -1, "10": -1, "10.15": -1, "soon": -1, "-1": -1, "午後 10:15 PM": -1, "2.5": -1, "": -1,
	} {
		got, err := minuteOf(text)
		if want < 0 && err == nil || want >= 0 && (err != nil || got != want) {
			t.Errorf("%q is minute %d, %v; want %d", text, got, err, want)
		}
	}
}

// TestNumberedDays reads planned times as a pack prints them, and as people copy them.
func TestNumberedDays(t *testing.T) {
	for text, want := range map[string]int{
		"day 2, 00:20": 1460, "2日目 00:20": 1460, "２日目　００：２０": 1460, "Day 2 0:20": 1460, "2日目0時20分": 1460, "day 1, 23:50": 1430, "3日目、午後1時": 2*1440 + 780, "day 10, 12:20 AM": 9*1440 + 20,
		"day 0, 00:20": -1, "0日目 00:20": -1, "day 2": -1, "2日目": -1, "day 2, 24:20": -1, "day 2, soon": -1, "00:20": -1, "2日 00:20": -1, "day 2, day 2, 00:20": -1, "": -1,
	} {
		if got, ok := numberedMinute(text); ok != (want >= 0) || ok && got != want {
			t.Errorf("%q is minute %d, %v; want %d", text, got, ok, want)
		}
	}
}

func TestEveryMinuteAsAPartOfADay(t *testing.T) {
	for m := range minutesADay {
		for _, digits := range []int{6, 9, 15} {
			text := ftoa(float64(m)/minutesADay, digits)
			if got, err := minuteOf(text); err != nil || got != m {
				t.Fatalf("%s is minute %d, %v; want %d", text, got, err, m)
			}
		}
	}
}
