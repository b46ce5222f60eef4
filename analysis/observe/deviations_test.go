package observe_test

import (
	"fmt"
	"strings"
	"testing"

	"tasuki/internal/graphtext"
	"tasuki/internal/logtext"
)

const forked = `
	rules each none
	1: a*
	2: a*
	3: a*
	4: a*
	5: a*
	6: a*
	flow f from 1 to 5: 1 -@tell-> 2 -> 5, 1 -@act-> 3 -> 5, 1 -@act-> 4, 3 -@note?-> 6, 4 -> 1 {again}, 4 -> 5 {done}
`

// TestDeviations says what keeps a case from being explained, one case each.
func TestDeviations(t *testing.T) {
	g := graphtext.Graph(t, forked)
	for _, x := range []struct {
		name, tasks, want string
	}{
		{"as declared", "1 2 3 5", "explained"},
		{"branches in the other order", "1 4 2 5", "explained"},
		{"an optional branch", "1 2 3 6 5", "explained"},
		{"an optional branch after the goal", "1 2 3 5 6", "explained"},
		{"back and again", "1 2 4 1 2 3 5", "explained, looped"},
		{"back, and one branch is not done again", "1 2 4 1 3 5", "missing 1 tell 2"},
		{"still running", "1 2", "unfinished, missing 1 act, missing 2 5"},
		{"a branch left out", "1 2 5", "missing 1 act"},
		{"a branch of one task left out", "1 3 5", "missing 1 tell 2"},
		{"no start first", "2 1 3 5", "not-started 2, out-of-order 1 2"},
		{"behind the goal", "1 3 5 2", "out-of-order 2 5"},
		{"both alternatives", "1 2 3 4 5", "both 1 act 4"},
		{"again, and nothing led there", "1 2 2 3 5", "repeated 2 2"},
		{"nothing hands on to it", "1 2 4 6 5", "extra 4 6"},
		{"no start at all", "2 3 5", "not of the flow"},
	} {
		var text strings.Builder
		for i, id := range strings.Fields(x.tasks) {
			fmt.Fprintf(&text, "c, %s, a, %d\n", id, i)
		}
		l := logtext.Read(t, text.String())
		f := compare(t, g, l).Flows[0]
		var got []string
		if f.Started == 0 {
			got = append(got, "not of the flow")
		}
		if f.Explained.Part > 0 {
			got = append(got, "explained")
		}
		if f.Looped > 0 {
			got = append(got, "looped")
		}
		if f.Unfinished > 0 {
			got = append(got, "unfinished")
		}
		for _, d := range f.Deviations {
			got = append(got, strings.Join(strings.Fields(fmt.Sprint(d.Kind, " ", d.From, " ", d.Branch, " ", d.To)), " "))
		}
		if strings.Join(got, ", ") != x.want {
			t.Errorf("%s, %s: %s; want %s", x.name, x.tasks, strings.Join(got, ", "), x.want)
		}
	}
}

// TestUncertainMarks tells standings that every reading agrees on from others.
func TestUncertainMarks(t *testing.T) {
	g := graphtext.Graph(t, `
		rules each none
		1: a* b*?c d
		2: a~ b*?c c!
	`)
	r := compare(t, g, logtext.Read(t, "x, 1, a, 1\nx, 1, b, 2\nx, 1, c, 3\nx, 1, d, 4\nx, 2, a, 5\nx, 2, b, 6\nx, 2, c, 7\nx, 2, d, 8\n"))
	var got []string
	for _, p := range r.Performers.Pairs {
		got = append(got, fmt.Sprint(p.Task, p.Organization, " ", p.Standing, " ", p.MayLead))
	}
	want := "1a lead false, 1b uncertain true, 1c uncertain true, 1d support false, 2a informed false, 2b uncertain true, 2c uncertain true, 2d unmarked false"
	if text := strings.Join(got, ", "); text != want {
		t.Errorf("got  %s\nwant %s", text, want)
	}
}
