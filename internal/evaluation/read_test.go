package evaluation

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/encoding/japanese"

	"tasuki/graph"
	"tasuki/internal/graphtext"
)

func itoa(n int) string { return strconv.Itoa(n) }

func ftoa(x float64, digits int) string { return strconv.FormatFloat(x, 'f', digits, 64) }

const relay = `
1 "Report": a*
2 "Find": b*
3-22 "Mend": c*
flow fault from 1 to 3-22: 1 -report:10-> 2 -request-> 3-22
flow other from 1 to 2: 1 -> 2
`

// said returns what evaluations say, a line for each entry.
func saidBy(t *testing.T, o Options, files ...[2]string) (string, *Reader) {
	t.Helper()
	if o.Latest == "" {
		o.Latest = "2026-11-28T12:00"
	}
	r := NewReader(graphtext.Graph(t, relay), o)
	for _, f := range files {
		if err := r.Read(strings.NewReader(f[1]), f[0]); err != nil {
			t.Fatal(err)
		}
	}
	var b strings.Builder
	for _, e := range r.Entries {
		fmt.Fprintf(&b, "%s %s %s>%s %s n%d m%d %s|%s|%s|%s|%s\n", e.Time, e.Flow, e.From, e.To, e.Outcome, e.Number, e.Minutes, e.Evaluator, e.Note, e.Finding, e.Owner, e.Due)
	}
	return b.String(), r
}

const english = "Handoff,Flow,From,To,Planned time,Minutes declared,Date,Actual time,Minutes measured,Outcome,Note,Finding,Owner,Due date,Evaluator,Drill number\n"

func TestWhatIsFilledIn(t *testing.T) {
	got, r := saidBy(t, Options{}, [2]string{"e.csv", english +
		"1 → 2,fault,,,,10,4-Mar-26,22:40,12,Confirmed,\"'=late,\nby far\",,,,Ito,第7回\n" +
		"2 -> 3-22,fault,,,,,,0:10,,not performed,,nobody at night,c,R8.6.30,,\n" +
		"1→2,other,,,,,,,,,,,,,,\n"})
	want := "2026-03-04T22:40 fault 1>2 confirmed n7 m12 Ito|=late, by far|||\n" +
		"2026-03-05T00:10 fault 2>3-22 not-performed n7 m0 Ito||nobody at night|c|2026-06-30\n"
	if err := r.Err(); err != nil || got != want || r.Empty != 1 {
		t.Errorf("got %v, %d empty\n%s", err, r.Empty, got)
	}
	if notes := fmt.Sprint(r.Notes); !strings.Contains(notes, "e.csv:4:8: 00:10 is taken to be after midnight, on 2026-03-05") {
		t.Errorf("the notes are %s", notes)
	}
}

// A time that stands in the cell of the date counts for the rows below as one in its own
// column does.
func TestTimesInDatesGoOn(t *testing.T) {
	got, r := saidBy(t, Options{}, [2]string{"e.csv", english +
		"1 → 2,fault,,,,,2026-03-04 23:50,,,Confirmed,,,,,,\n" +
		"2 → 3-22,fault,,,,,,0:10,,Confirmed,,,,,,\n"})
	want := "2026-03-04T23:50 fault 1>2 confirmed n0 m0 ||||\n2026-03-05T00:10 fault 2>3-22 confirmed n0 m0 ||||\n"
	if err := r.Err(); err != nil || got != want || len(r.Notes) != 1 {
		t.Errorf("got %v, notes %v\n%s", err, r.Notes, got)
	}
}

// In a text 1.30 is half past one to who types it, and a part of a day to a program.
func TestPointsInTimesOfTexts(t *testing.T) {
	for at, refused := range map[string]bool{"1.30": true, "\"0,45\"": true, "0.5": false, "0.75": false, "0.4270833": false} {
		_, r := saidBy(t, Options{}, [2]string{"e.csv", english + "1 → 2,fault,,,,,2026-03-04," + at + ",,Confirmed,,,,,,\n"})
		if err := r.Err(); (err != nil) != refused || refused && !strings.Contains(err.Error(), "is no time of day") {
			t.Errorf("%s: %v", at, err)
		}
	}
}

// Where labels differ in the width of a figure alone, only a label as it stands says which
// handoff is meant.
func TestLikeLabelsAreToldApart(t *testing.T) {
	d := graphtext.Graph(t, "3: a*\n4: b*\n5: c*\nflow f from 3 to 5: 3 -> 5, 4 -> 5").Dataset()
	for i := range d.Tasks {
		if d.Tasks[i].ID == "4" {
			d.Tasks[i].ID = "３"
		}
	}
	for i := range d.Assignments {
		if d.Assignments[i].Task == "4" {
			d.Assignments[i].Task = "３"
		}
	}
	d.Flows[0].Handoffs[1].From = "３"
	g, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	r := NewReader(g, Options{Latest: "2026-11-28T12:00"})
	if err := r.Read(strings.NewReader(english+"３ → 5,f,,,,,2026-03-04,,,Confirmed,,,,,,\n3 → 5,f,,,,,,,,Confirmed,,,,,,\n3->5,f,,,,,,,,Confirmed,,,,,,\n"), "e.csv"); err != nil {
		t.Fatal(err)
	}
	if err := r.Err(); len(r.Entries) != 2 || r.Entries[0].From != "３" || r.Entries[1].From != "3" || err == nil || !strings.Contains(err.Error(), `"3->5": is no handoff`) {
		t.Errorf("got %v, %v", r.Entries, err)
	}
}

// TestDaysOfADrill takes the day after the date for day 2, whatever the rows above were.
func TestDaysOfADrill(t *testing.T) {
	for _, c := range [][2]string{
		{"day 2, 00:20", "2026-03-05T00:20"}, {"2日目 00:20", "2026-03-05T00:20"}, {"day 3, 01:00", "2026-03-06T01:00"}, {"day 1, 22:50", "2026-03-04T22:50"},
	} {
		text := english + "1 → 2,fault,,,,,2026-03-04,\"" + c[0] + "\",,confirmed,,,,,,\n2 → 3-22,fault,,,,,,\"day 2, 00:40\",,confirmed,,,,,,\n1 → 2,other,,,,,,23:50,,confirmed,,,,,,\n"
		want := c[1] + " fault 1>2 confirmed n0 m0 ||||\n2026-03-05T00:40 fault 2>3-22 confirmed n0 m0 ||||\n2026-03-04T23:50 other 1>2 confirmed n0 m0 ||||\n"
		if got, r := saidBy(t, Options{}, [2]string{"e.csv", text}); r.Err() != nil || got != want {
			t.Errorf("%s: %v\n%s", c[0], r.Err(), got)
		}
	}
	if _, r := saidBy(t, Options{}, [2]string{"e.csv", english + "1 → 2,fault,,,,,,\"day 2, 00:20\",,confirmed,,,,,,\n"}); r.Err() == nil || !strings.Contains(r.Err().Error(), "has no date") {
		t.Errorf("without a date: %v", r.Err())
	}
}

// The headings and words of Japanese, as Excel and LibreOffice save them as text.
func TestTextOfSpreadsheets(t *testing.T) {
	const japaneseText = "引き継ぎ,手順,渡す側,受ける側,予定時刻,登録時間（分）,実施日,実施時刻,実測時間（分）,結果,備考,課題,改善担当,期限,評価者,訓練番号\r\n1 → 2,fault,甲,乙,,10,令和8年3月4日,１０：１５,１２分,有効,申告に時間,夜間不在,丙,2026年6月30日,伊藤,７\r\n2 → 3-22,fault,,,,,,,,未実施,,,,,,\r\n"
	sjis, err := japanese.ShiftJIS.NewEncoder().String(japaneseText)
	if err != nil {
		t.Fatal(err)
	}
	want := "2026-03-04T10:15 fault 1>2 confirmed n7 m12 伊藤|申告に時間|夜間不在|丙|2026-06-30\n2026-03-04 fault 2>3-22 not-performed n7 m0 伊藤||||\n"
	for name, text := range map[string]string{
		"utf8": japaneseText, "mark": "\ufeff" + japaneseText, "sjis": sjis, "semicolons": strings.ReplaceAll(japaneseText, ",", ";"), "tabs": strings.ReplaceAll(japaneseText, ",", "\t"),
		"above": "訓練番号,7\r\n実施日,R8.3.4\r\n\r\n" + strings.NewReplacer("令和8年3月4日", "", ",７\r", ",\r").Replace(japaneseText),
	} {
		got, r := saidBy(t, Options{}, [2]string{name + ".csv", text})
		if err := r.Err(); err != nil || got != want {
			t.Errorf("%s: got %v\n%s", name, err, got)
		}
	}
}

// TestTimesAcrossMidnight wants each row at the time that is closest to the row before, and
// none before the date that is written.
func TestTimesAcrossMidnight(t *testing.T) {
	for _, c := range []struct{ times, want string }{
		{"22:40 23:50 0:10 0:30", "04T22:40 04T23:50 05T00:10 05T00:30"},
		{"23:50 0:10 23:55 0:20", "04T23:50 05T00:10 04T23:55 05T00:20"},
		{"8:00 21:00 0:10", "04T08:00 04T21:00 05T00:10"},
		{"10:15 10:05", "04T10:15 04T10:05"}, {"24:10 24:20", "05T00:10 05T00:20"}, {"22:40 25:10 1:20", "04T22:40 05T01:10 05T01:20"}, {"0:10 23:50", "04T00:10 04T23:50"},
		{"46086.5 46086.51", "05T12:00 05T12:14"},
	} {
		var b strings.Builder
		b.WriteString(english)
		for i, x := range strings.Fields(c.times) {
			fmt.Fprintf(&b, "1 → 2,fault,,,,,,%s,,Confirmed,,,,,evaluator %d,\n", x, i)
		}
		got, r := saidBy(t, Options{Date: "2026-03-04"}, [2]string{"e.csv", b.String()})
		var times []string
		for _, e := range r.Entries {
			times = append(times, strings.TrimPrefix(e.Time, "2026-03-"))
		}
		if s := strings.Join(times, " "); s != c.want || r.Err() != nil {
			t.Errorf("%s: got %s, want %s (%v)\n%s", c.times, s, c.want, r.Err(), got)
		}
	}
	_, r := saidBy(t, Options{}, [2]string{"e.csv", english + "1 → 2,fault,,,,,2026-03-04,22:40,,Confirmed,,,,,,\n2 → 3-22,fault,,,,,2026-03-04,0:10,,Confirmed,,,,,,\n"})
	if notes := fmt.Sprint(r.Notes); r.Entries[1].Time != "2026-03-04T00:10" || !strings.Contains(notes, "correct the date") {
		t.Errorf("a written date gives %v and the notes %s", r.Entries, notes)
	}
}

// TestFaultsOfAnEvaluation wants all of them at once, with file, row, column and value.
func TestFaultsOfAnEvaluation(t *testing.T) {
	row := func(handoff, flow, date, at, minutes, outcome, rest string) string {
		return strings.Join([]string{handoff, flow, "", "", "", "", date, at, minutes, outcome, rest}, ",") + "\n"
	}
	text := english +
		row("1 → 2", "fault", "", "10:00", "", "Confirmed", ",,,,") + // 2
		row("1 → 3", "fault", "2026-03-04", "", "", "Confirmed", ",,,,") +
		row("1 → 2", "fualt", "", "", "", "Confirmed", ",,,,") +
		row("1 → 2", "fault", "3/4/2026", "", "", "fine", ",,,,") +
		row("2 → 3-22", "fault", "2026-03-04", "late", "0:12", "", ",,,,x") + // 6
		row("2 → 3-22", "fault", "2030-01-01", "", "", "Confirmed", ",,,,") +
		row("2 → 3-22", "fault", "2026-03-04", "", "5", "Not performed", ",,x,4.13.2026,,") +
		row("1 → 2", "other", "", "", "", "Confirmed", ",,,,") +
		row("1 → 2", "other", "", "", "", "Inconclusive", ",,,,") // 10
	_, r := saidBy(t, Options{}, [2]string{"e.csv", text})
	err := r.Err()
	if err == nil {
		t.Fatal("no fault")
	}
	for _, want := range []string{
		`e.csv:2:8: "10:00": has no date`, `e.csv:3:1: "1 → 3": is no handoff that the flow "fault" declares (the nearest of 2: "1 → 2"`, `e.csv:4:2: "fualt": is no flow of the dataset (the nearest of 2: "fault"`,
		`e.csv:5:7: "3/4/2026": may be 2026-03-04 or 2026-04-03`, `e.csv:5:10: "fine": is no outcome`, `e.csv:6:8: "late": is no time of day`, `e.csv:6:9: "0:12": is no number of minutes`, `e.csv:6:10: "": is empty in a row`,
		`e.csv:7:7: "2030-01-01": is in the future`, `e.csv:8:9: "5": is measured of`, `e.csv:8:12: "": is empty, but has an owner`, `e.csv:10:1: "1 → 2": is evaluated twice, of the same time, drill and evaluator: e.csv:9 says`,
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("the faults lack %s:\n%v", want, err)
		}
	}
	_, r = saidBy(t, Options{Number: 7}, [2]string{"e.csv", english + "1 → 2,fault,,,,,2026-03-04,,,Confirmed,,,,,,8\n"})
	if err := r.Err(); err == nil || !strings.Contains(err.Error(), `e.csv:2:16: "8": is another drill than --number 7`) {
		t.Errorf("another number: %v", err)
	}
}

func TestWhatIsNoEvaluation(t *testing.T) {
	r := NewReader(graphtext.Graph(t, relay), Options{})
	for name, text := range map[string]string{"a.csv": "Task,Ops\n1,R\n", "a.xlsx": "PK\x03\x04", "empty.csv": "", "a.bmp": "BM"} {
		if err := r.Read(bytes.NewReader([]byte(text)), name); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := r.Read(strings.NewReader("Handoff,Outcome\n"), "b.csv"); err != nil {
		t.Error(err)
	}
	if err := r.Err(); err == nil || !strings.Contains(err.Error(), "none for the flow") {
		t.Errorf("without a flow: %v", err)
	}
}
