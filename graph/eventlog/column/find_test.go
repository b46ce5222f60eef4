package column

import (
	"fmt"
	"strings"
	"testing"

	"tasuki/graph/eventlog"
	"tasuki/graph/said"
)

func TestColumnsAreFound(t *testing.T) {
	for _, c := range []struct {
		table string
		told  eventlog.Columns
		want  string // places, or a part of the error
		note  string
	}{
		{"eventID |case concept:name|case Item|event User|event org:resource|event concept:name|event time:timestamp\n1|4|x|u|u|A|02-01-2018 13:53:00.000", eventlog.Columns{}, "1 5 4 6 -1", ""},
		{"case:concept:name|concept:name|org:resource|org:group|time:timestamp|lifecycle:transition", eventlog.Columns{}, "0 1 3 4 5", `may be in "org:resource"`},
		{"Case ID|Activity|Complete Timestamp", eventlog.Columns{}, "0 1 -1 2 -1", "no column holds performers"},
		{"案件ＩＤ|活動|担当|日時", eventlog.Columns{}, "0 1 2 3 -1", ""},
		{"case|activity|resource|from|to\n1|A|u|2019-01-02|2019-01-03", eventlog.Columns{}, `several columns may be the time: "from", "to"; say which with tasuki propose log --time, or as time under columns of the mapping`, ""},
		{"case|activity|resource|from|to\n1|A|u|2019-01-02|2019-01-03", eventlog.Columns{Time: "TO"}, "0 1 2 4 -1", ""},
		{"case|Case|activity", eventlog.Columns{}, `several columns may be the case: "case", "Case"; say which with tasuki propose log --case, or as case under columns of the mapping`, ""},
		{"a|b|c\n1|x|2019-01-02\n2|x|2019-01-02", eventlog.Columns{}, "0 1 -1 2 -1", "which no heading says"},
		{"a|b|c\n1|x|2019-01-02", eventlog.Columns{}, `no heading names the case; say the column with tasuki propose log --case, or as case under columns of the mapping: "a", "b"`, ""},
		{"case|b|c", eventlog.Columns{}, `no heading names the activity; say the column with tasuki propose log --activity, or as activity under columns of the mapping: "b", "c"`, ""},
		{"case|b|user", eventlog.Columns{}, "0 1 2 -1 -1", "which no heading says"},
		{"case|activity", eventlog.Columns{Organization: "activty"}, `organization "activty": no column has this heading; there are "activity", "case"`, ""},
		{"x|X|activity", eventlog.Columns{Case: "x"}, "two columns have this heading", ""},
		{"case|activity|n\n1|A|3", eventlog.Columns{}, "0 1 -1 -1 -1", "no column holds times"},
	} {
		var rows [][]string
		for line := range strings.Lines(c.table) {
			rows = append(rows, strings.Split(strings.TrimSpace(line), "|"))
		}
		for i := range rows[0] {
			rows[0][i] = strings.TrimSpace(rows[0][i])
		}
		f, notes, err := Find(rows[0], rows[1:], c.told)
		got := strings.Trim(fmt.Sprint(f), "{}")
		if err != nil {
			got = err.Error()
		}
		if !strings.Contains(got, c.want) || err == nil && got != c.want {
			t.Errorf("%q: got %s, want %s", rows[0], got, c.want)
		}
		if all := strings.Join(said.Texts(notes), "\n"); !strings.Contains(all, c.note) || c.note == "" && all != "" {
			t.Errorf("%q: notes %s, want %q", rows[0], all, c.note)
		}
	}
}
