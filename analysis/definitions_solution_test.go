package analysis_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/escalation"
	"tasuki/internal/graphtext"
)

// solutionResults computes the example in the section on solutions, by minutes, with
// everybody and without b.
func solutionResults(t *testing.T, sections []string) []string {
	t.Helper()
	i := slices.IndexFunc(sections, func(text string) bool { return strings.HasPrefix(text, "Solutions\n") })
	if i < 0 {
		t.Fatal("docs/definitions.md has no section on solutions")
	}
	g := graphtext.Graph(t, fenced(t, sections[i], "graphtext"))
	var lines []string
	for _, f := range g.Flows() {
		for _, absent := range [][]string{nil, {"b"}} {
			e, err := escalation.Escalations(g, f.ID, escalation.EscalationOptions{By: escalation.ByMinutes, Without: absent})
			if err != nil {
				t.Fatal(err)
			}
			name := f.ID
			if len(absent) > 0 {
				name += " without b"
			}
			lines = append(lines, solutions(name, e.Ladders[0])...)
		}
	}
	return lines
}

func solutions(name string, l escalation.Ladder) []string {
	var lines []string
	for i, p := range l.Paths {
		text := fmt.Sprintf("%s: minutes %s, steps %d", strings.Join(arrows(p), ", "), minutes(&p.Minutes), p.Length())
		if p.Branches != nil && len(p.Branches.Without) > 0 {
			text += ", without " + ids(p.Branches.Without)
		}
		lines = append(lines, line(fmt.Sprintf("%s, path %d", name, i+1), text))
	}
	if l.Block != nil {
		var stuck []string
		for _, s := range l.Block.Stuck {
			stuck = append(stuck, s.Task+" in "+s.Branch)
		}
		lines = append(lines, line(name, "no path, stuck at "+strings.Join(stuck, ", ")))
	}
	return lines
}

// arrows returns the handoffs of a path, in order; a question mark says that nothing waits
// for one.
func arrows(p escalation.Path) []string {
	var list []string
	for i, s := range p.Steps {
		for _, a := range p.Arrivals(i) {
			text := way([]string{a.From, s.Task})
			if a.Optional {
				text += "?"
			}
			list = append(list, text)
		}
	}
	slices.Sort(list)
	return list
}
