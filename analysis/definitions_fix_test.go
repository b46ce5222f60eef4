package analysis_test

import (
	"fmt"
	"strings"
	"testing"

	"tasuki/analysis/fix"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// fixResults returns the fewest marks for some targets of the example.
func fixResults(t *testing.T, g *graph.Graph) []string {
	t.Helper()
	half := 50.0
	var lines []string
	for _, x := range []struct {
		name    string
		options rules.Options
		target  fix.Target
	}{
		{"change, fault under any none", rules.Options{Leads: graph.AnyLead, Support: graph.NoSupport}, fix.Target{Flows: []string{"change", "fault"}}},
		{"change, fault under each fallback", rules.Options{Leads: graph.EachLead, Support: graph.Fallback}, fix.Target{Flows: []string{"change", "fault"}}},
		{"fault under each none", rules.Options{Leads: graph.EachLead, Support: graph.NoSupport}, fix.Target{Flows: []string{"fault"}}},
		{"at most 50 % under each none", rules.Options{Leads: graph.EachLead, Support: graph.NoSupport}, fix.Target{AtMost: &half}},
	} {
		f, err := fix.Of(g, x.options, x.target)
		if err != nil {
			t.Fatal(err)
		}
		var marks []string
		for _, c := range f.Changes() {
			marks = append(marks, c.String())
		}
		said := fmt.Sprintf("%d to %d marks: %s", f.Size.Lower, f.Size.Upper, strings.Join(marks, ", "))
		for _, h := range f.Hopeless {
			said += fmt.Sprintf("; %s stops %s (%s)", h.Organization, h.Flow, h.Reason)
		}
		lines = append(lines, line(x.name, said))
	}
	return lines
}
