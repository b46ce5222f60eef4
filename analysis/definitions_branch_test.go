package analysis_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis"
	"tasuki/analysis/flow"
	"tasuki/analysis/loss"
	"tasuki/analysis/rules"
	"tasuki/analysis/spof"
	"tasuki/internal/graphtext"
)

// branchResults computes the example in the section on branches.
func branchResults(t *testing.T, sections []string) []string {
	t.Helper()
	i := slices.IndexFunc(sections, func(text string) bool { return strings.HasPrefix(text, "Branches that must all be done\n") })
	if i < 0 {
		t.Fatal("docs/definitions.md has no section on branches")
	}
	r := analysis.Analyze(graphtext.Graph(t, fenced(t, sections[i], "graphtext")), rules.Options{})
	var lines []string
	for i, s := range r.FlowSPOFs {
		lines = append(lines, branchedTasks(s)...)
		critical := r.LossSets.Readings[0].Critical[i]
		lines = append(lines,
			line(s.Flow+" minimal cut sets", setList(critical.CriticalSets)), line(s.Flow+" minimal path sets", setList(critical.Enough)))
		if e := s.EveryStart; e != nil {
			for _, x := range s.Starts {
				lines = append(lines, line(s.Flow+" from "+x.Start, "tasks "+ids(x.Tasks)+"; organizations "+ids(x.Organizations)))
			}
			lines = append(lines,
				line(s.Flow+" from every start", "tasks "+ids(e.Tasks)+"; organizations "+ids(e.Organizations)),
				line(s.Flow+" from every start, minimal cut sets", setList(*critical.EveryStart)))
		}
		if all := r.Inference.Flows[i].AllNeeded; all != nil {
			lines = append(lines, line(s.Flow+" if all were needed at "+ids(r.Inference.Flows[i].Undeclared), "tasks "+ids(all.Tasks)+"; organizations "+ids(all.Organizations)))
		}
	}
	return lines
}

func branchedTasks(s spof.FlowSPOF) []string {
	lines := []string{line(s.Flow+" tasks", ids(s.Tasks))}
	for _, p := range s.Proofs {
		said := "nothing, reaches " + ids(p.Reached)
		for _, x := range p.Stuck {
			said += fmt.Sprintf("; %s stuck in %s", x.Task, x.Branch)
		}
		lines = append(lines, line(s.Flow+" without "+ids(p.Removed), said))
	}
	for _, a := range s.OtherTasks {
		lines = append(lines, line(s.Flow+" without "+a.ID, remains(a.Remaining)))
	}
	if len(s.Cut.Ways) == 0 {
		lines = append(lines, line(s.Flow+" cut", fmt.Sprintf("%d task", s.Cut.Size.Upper)))
	}
	return lines
}

// remains writes what is left by its handoffs, where it is no way.
func remains(r flow.Remaining) string {
	var handoffs []string
	for _, h := range r.Handoffs {
		handoffs = append(handoffs, way([]string{h.From, h.To}))
	}
	if len(handoffs) == 0 {
		return way(r.Way)
	}
	return ids(handoffs)
}

func setList(c loss.CriticalSets) string {
	var all []string
	for _, set := range c.Sets {
		all = append(all, strings.Join(set, "+"))
	}
	return strings.Join(all, ", ")
}
