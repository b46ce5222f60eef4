package assistant

import (
	"testing"

	"tasuki/graph"
	"tasuki/graph/files"
)

// helpdesk returns the example that declares contacts and minutes.
func helpdesk(t *testing.T) *graph.Graph {
	t.Helper()
	g, err := files.Open(t.Context(), "../../examples/helpdesk", files.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// TestWhomToCallByTheClock compares answers with the dry run that docs show by hand: at worst
// the desk is called at 10, 15 and 30 minutes, the network vendor at 55, and by its escalation the desk from its second level on at 85.
func TestWhomToCallByTheClock(t *testing.T) {
	session := connected(t, Config{Graph: helpdesk(t)})
	for _, c := range []struct {
		minutes int
		next    int // the minute of the next call; 0: none
		level   int
		past    int
	}{{0, 10, 1, 1}, {9, 10, 1, 1}, {10, 15, 2, 3}, {15, 30, 3, 4}, {30, 55, 1, 6}, {60, 85, 2, 9}, {200, 0, 0, 15}} {
		got, r := answered[calls](t, session, "whom_to_call", object{"flow": "outage", "minutes": c.minutes})
		if len(got.Past) != c.past {
			t.Errorf("at %d, %d events are past, want %d", c.minutes, len(got.Past), c.past)
		}
		switch {
		case c.next == 0 && got.Next != nil:
			t.Errorf("at %d, next is %+v", c.minutes, got.Next)
		case c.next != 0 && (got.Next == nil || *got.Next.Worst.Total != c.next || got.Next.Level != c.level):
			t.Errorf("at %d, next is %+v, want minute %d, level %d", c.minutes, got.Next, c.next, c.level)
		}
		holds(t, r.text, "at best 125 minutes, at worst 190 minutes")
	}
	_, r := answered[calls](t, session, "whom_to_call", object{"flow": "outage", "at": "F-4", "missing": []string{"net"}})
	holds(t, r.text, "1 task of the flow is lost: F-4", "Network vendor (net) escalates to Service desk vendor (desk).", "shortest path is F-4 → F-7 → F-8")
	_, r = answered[calls](t, session, "whom_to_call", object{"flow": "outage", "missing": "Network vendor"})
	holds(t, r.text, "F-1 → F-2 → F-3 → F-5 → F-7 → F-8")
	holds(t, called(t, session, "whom_to_call", nil).text, "needs a flow", "Outage (outage)")
	holds(t, called(t, session, "whom_to_call", object{"flow": "outage", "minutes": -1}).text, "from 0 to 1000000")
	_, r = answered[calls](t, connected(t, Config{Graph: small(t)}), "whom_to_call", nil)
	holds(t, r.text, "No organization declares contacts", "1 → 2 → 3")
}
