package drills

import (
	"strings"
	"testing"
	"time"

	"tasuki/analysis/drill"
	"tasuki/internal/graphtext"
)

// What has come nowhere on earth yet is in the future: at noon of UTC it is two in the night
// of the next day where the day is furthest on.
func TestLatest(t *testing.T) {
	noon := time.Date(2026, 3, 4, 12, 0, 0, 0, time.UTC)
	if got := latest(noon); got != "2026-03-05T02:00" {
		t.Errorf("got %s", got)
	}
	if got := latest(noon.In(time.FixedZone("", -5*60*60))); got != "2026-03-05T02:00" {
		t.Errorf("by another clock: %s", got)
	}
	entries := []drill.Entry{{Time: "2026-03-05"}, {Time: "2026-03-05T02:00"}, {Time: "2026-03-05T02:01"}, {Time: "2026-03-06"}}
	err := checkTimes(entries, noon)
	if err == nil || strings.Count(err.Error(), "is in the future") != 2 || !strings.Contains(err.Error(), "entry 3") || !strings.Contains(err.Error(), "entry 4") {
		t.Errorf("got %v", err)
	}
	if err := checkTimes(entries[:2], noon); err != nil {
		t.Error(err)
	}
}

// What is not declared is refused with what is most like it.
func TestCheckDeclared(t *testing.T) {
	g := graphtext.Graph(t, "1-1: a*\n1-2: b*\n1-3: a*\n9: a*\nflow outage from 1-1 to 1-3: 1-1 -> 1-2 -> 1-3")
	for _, c := range []struct{ flow, from, to, says string }{
		{"outage", "1-1", "1-2", ""},
		{"outgae", "1-1", "1-2", `no flow is called "outgae" (the nearest of 1: "outage"); correct --flow`},
		{"outage", "1-1", "1-22", `no task is called "1-22" in the flow "outage"`},
		{"outage", "9", "1-2", `the task "9" is not in the flow "outage"`},
		{"outage", "1-2", "1-1", "(it declares 1-2 -> 1-3)"},
		{"outage", "1-1", "1-3", "it declares 1-1 -> 1-2, 1-2 -> 1-3"},
	} {
		err := checkDeclared(g, drill.Entry{Flow: c.flow, From: c.from, To: c.to})
		if (err == nil) != (c.says == "") || err != nil && !strings.Contains(err.Error(), c.says) {
			t.Errorf("%+v: %v", c, err)
		}
	}
}
