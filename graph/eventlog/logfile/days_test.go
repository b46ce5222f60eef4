package logfile

import (
	"strings"
	"testing"

	"tasuki/graph/said"
)

// read returns the cases of a log with its notes, or what refuses it.
func read(t *testing.T, name, log string) (cases, notes string, err error) {
	t.Helper()
	l, a, err := Open(t.Context(), save(t, name, []byte(log)), Options{})
	if err != nil {
		return "", "", err
	}
	defer l.Close()
	cases, err = text(l)
	return cases, strings.Join(said.Texts(a.Notes), "; "), err
}

func xesOf(rows ...[3]string) string {
	var b strings.Builder
	b.WriteString(`<log><trace><string key="concept:name" value="1"/>`)
	for _, r := range rows {
		b.WriteString(`<event><string key="concept:name" value="` + r[0] + `"/><string key="org:group" value="` + r[1] + `"/><date key="time:timestamp" value="` + r[2] + `"/></event>`)
	}
	return b.String() + "</trace></log>"
}

// TestDaysAloneHaveNoHour has days alone among times, and a log that has nothing else.
func TestDaysAloneHaveNoHour(t *testing.T) {
	rows := [][3]string{{"A", "u", "2026-03-02T16:00"}, {"B", "u", "2026-03-02"}, {"C", "u", "2026-03-02T17:00"}, {"D", "u", "2026-03-01T00:00"}}
	csv := "case,activity,user,timestamp\n"
	ocel := `{"objectTypes":[],"eventTypes":[],"objects":[{"id":"1","type":"o"}],"events":[`
	for i, r := range rows {
		csv += "1," + strings.Join(r[:], ",") + "\n"
		if i > 0 {
			ocel += ","
		}
		ocel += `{"id":"` + r[0] + `","type":"` + r[0] + `","time":"` + r[2] + `","attributes":[{"name":"user","value":"u"}],"relationships":[{"objectId":"1","qualifier":""}]}`
	}
	for name, log := range map[string]string{"a.csv": csv, "a.xes": xesOf(rows...), "a.json": ocel + "]}"} {
		got, notes, err := read(t, name, log)
		want := "D/u@0301T0000 A/u@0302T1600 B/u@"
		if err != nil || !strings.Contains(got, want) || strings.Contains(got, "B/u@0302") || !strings.Contains(got, " C/u@0302T1700") {
			t.Errorf("%s: %s, %v; want %s", name, got, err, want)
		}
		if !strings.Contains(notes, "among others with the hour: 1;") || strings.Contains(notes, "without a time") {
			t.Errorf("%s: %s", name, notes)
		}
	}
	got, notes, err := read(t, "days.csv", "case,activity,user,timestamp\n1,A,u,2026-03-02\n1,B,u,2026-03-01\n")
	if err != nil || !strings.Contains(got, "B/u@0301T0000 A/u@0302T0000") || notes != "" {
		t.Errorf("%s, %s, %v", got, notes, err)
	}
}

// TestLogOfWhichMostIsLeftOut refuses what is hardly a log, but for transitions.
func TestLogOfWhichMostIsLeftOut(t *testing.T) {
	head := "case,activity,user,timestamp\n1,A,u,2026-03-02\n"
	_, _, err := read(t, "a.csv", head+"1\n,B,u,2026-03-02\n1,B\n")
	if want := "more rows are left out (3) than are events (1): 1 without a case (first rows: 3); 2 with more cells than headings, or fewer (first rows: 2, 4);"; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("%v; want %s", err, want)
	}
	if _, _, err := read(t, "a.csv", head+"2,B\n"); err != nil {
		t.Errorf("as many: %v", err)
	}
	if _, _, err := read(t, "a.csv", "case,activity,lifecycle:transition\n1,A,start\n1,A,start\n1,A,complete\n"); err != nil {
		t.Errorf("transitions: %v", err)
	}
}
