package queries_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"tasuki/internal/graphtext"
	"tasuki/queries"
)

// TestForks asks of small flows whether they do without organization b, which leads
// task 2, and which tasks between the ends they cannot do without.
func TestForks(t *testing.T) {
	s := connect(t)
	for _, c := range []struct{ flow, without, tasks string }{
		{"f from 1 to 4: 1 -> 2 -> 4, 1 -> 3 -> 4", "touched", ""},
		{"f from 1 to 4: 1 -@tell-> 2 -> 4, 1 -@mend-> 3 -> 4", "broken", "2 3"},
		{"f from 1 to 4 all 1: 1 -> 2 -> 4, 1 -> 3 -> 4", "broken", "2 3"},
		{"f from 1 to 4: 1 -@tell?-> 2 -> 4, 1 -@mend-> 3 -> 4", "touched", "3"},
		{"f from 1 to 4: 1 -@tell-> 2, 2 -> 4, 1 -@tell-> 3, 3 -> 4, 1 -@mend-> 5 -> 4", "touched", "5"},
		{"f from 1 to 4: 1 -@tell-> 2 -> 4, 1 -> 3 -> 5 -> 4", "broken", "3 2 5"},
		{"f from 1 to 4: 1 -@tell-> 2 -> 4, 1 -@mend-> 3, 3 -> 1, 3 -> 4", "broken", "2 3"},
		{"f from 1 to 4: 1 -> 3, 3 -> 1, 3 -> 2 -> 4", "broken", "3 2"},
		{"f from 1,5 to 4: 1 -@tell-> 2 -> 4, 1 -@mend-> 3 -> 4, 5 -> 3", "touched", "3"},
	} {
		g := graphtext.Graph(t, "rules each none\n1: a*\n2: b*\n3: c*\n4: a*\n5: d*\nflow "+c.flow)
		params := map[string]any{"dataset": load(t, s, g.Dataset())}
		var tasks []string
		for _, row := range ask(t, s, "flow-stopping-tasks", params).rows {
			tasks = append(tasks, row[2].(string))
		}
		params["organization"] = "b"
		losses := ask(t, s, "flow-losses", params).rows
		if got := strings.Join(tasks, " "); got != c.tasks || len(losses) != 1 || losses[0][2] != c.without {
			t.Errorf("%s: it cannot do without %q, and without b it is %v; want %q, %s", c.flow, got, losses, c.tasks, c.without)
		}
	}
}

// TestFlowsAreJudgedAlike holds together what Cypher, having no functions of one's own,
// repeats in each question that judges flows.
func TestFlowsAreJudgedAlike(t *testing.T) {
	for what, part := range map[string]*regexp.Regexp{
		"what each task needs": regexp.MustCompile(`(?s)CALL \(f\) \{ // .* AS work\n\}`),
		"which tasks succeed":  regexp.MustCompile(`(?s)reduce\(s = .*?END\)\.done`),
	} {
		said := map[string][]string{}
		for _, q := range queries.All() {
			found := part.FindAllString(q.Cypher, -1)
			for _, text := range found {
				text = strings.Join(strings.Fields(text), " ")
				said[text] = append(said[text], q.Name)
			}
			if found == nil && strings.Contains(q.Cypher, " AS work") {
				t.Errorf("query %s does not say %s", q.Name, what)
			}
		}
		if len(said) != 1 {
			t.Errorf("queries say %s in %d ways: %s", what, len(said), fmt.Sprint(said))
		}
	}
}
