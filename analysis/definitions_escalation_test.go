package analysis_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"tasuki/analysis/escalation"
	"tasuki/analysis/findings"
	"tasuki/graph"
)

func escalationResults(t *testing.T, g *graph.Graph, r findings.Review) []string {
	var lines []string
	for _, e := range r.Escalations {
		lines = append(lines, ladderResults(e.Flow, e)...)
	}
	for _, absent := range []string{"hw", "dev"} {
		e, err := escalation.Escalations(g, "change", escalation.EscalationOptions{Without: []string{absent}})
		if err != nil {
			t.Fatal(err)
		}
		name := "change without " + absent
		lines = append(lines, line(name+", removed", ids(e.Removed)))
		lines = append(lines, ladderResults(name, e)...)
	}
	e, err := escalation.Escalations(g, "change", escalation.EscalationOptions{From: "hw"})
	if err != nil {
		t.Fatal(err)
	}
	lines = append(lines, ladderResults("change from hw", e)...)
	for _, gap := range e.Gaps {
		lines = append(lines, line("change from hw, gap", fmt.Sprint(gap.Kind, " ", gap.Organization)))
	}
	return append(lines, byMinutes(t, g)...)
}

// ladderResults states the paths of an escalation; of dry runs, those of the
// flow fault.
func ladderResults(name string, e escalation.Escalation) []string {
	var lines []string
	for _, l := range e.Ladders {
		from := name + " from " + l.Start
		for i, p := range l.Paths {
			lines = append(lines, line(fmt.Sprintf("%s, path %d", from, i+1), path(e, p)))
		}
		if len(l.Paths) == 0 {
			lines = append(lines, line(from, "no path"))
		}
		if a := l.Absence; a != nil {
			longer := "—"
			if a.MoreSteps != nil {
				longer = fmt.Sprintf("%d steps, minutes %s", *a.MoreSteps, known(a.MoreMinutes))
			}
			lines = append(lines, line(from+", before", way(tasks(*a.Before))+", longer by "+longer))
		}
		if l.Block != nil {
			lines = append(lines, line(from+", reached", ids(l.Block.Reached)+"; blocked by "+ids(l.Block.Removed)))
		}
		if name == "fault" {
			lines = append(lines, dryRun(from, e, l.Paths[0])...)
		}
	}
	return append(lines, line(name+", dead ends", ids(e.DeadEnds)))
}

func tasks(p escalation.Path) []string {
	var ids []string
	for _, s := range p.Steps {
		ids = append(ids, s.Task)
	}
	return ids
}

func path(e escalation.Escalation, p escalation.Path) string {
	var rungs []string
	for _, r := range p.Rungs {
		rungs = append(rungs, strings.Join(r.Organizations, "+"))
	}
	text := fmt.Sprintf("%s, rungs %s, changes of hands %d, minutes %s", way(tasks(p)), strings.Join(rungs, " | "), len(p.Rungs)-1, minutes(&p.Minutes))
	if p.Objective != escalation.NoVerdict {
		text += fmt.Sprintf(", %s %d", p.Objective, *e.Objective)
	}
	return text
}

func minutes(m *escalation.Minutes) string {
	if m == nil {
		return "—"
	}
	return known(m.Total)
}

func known(n *int) string {
	if n == nil {
		return "—"
	}
	return strconv.Itoa(*n)
}

func dryRun(from string, e escalation.Escalation, p escalation.Path) []string {
	var lines []string
	for i, event := range p.Timeline.Events {
		text := string(event.Rule)
		switch {
		case event.From != "":
			text += " " + way([]string{event.From, event.Task})
		case event.Level > 0:
			text += fmt.Sprintf(" %s %d %s", event.Organization, event.Level, event.Contact.In(graph.English))
		case event.Rule == escalation.EventStart:
			text += " " + event.Task
		}
		lines = append(lines, line(fmt.Sprintf("%s, dry run %d", from, i+1), fmt.Sprintf("%s, %s: %s", minutes(event.Best), minutes(event.Worst), text)))
	}
	t := p.Timeline
	return append(lines,
		line(from+", best", fmt.Sprintf("%s, %s %d", minutes(&t.Best), t.BestObjective, *e.Objective)),
		line(from+", worst", fmt.Sprintf("%s, %s %d", minutes(&t.Worst), t.WorstObjective, *e.Objective)))
}

// byMinutes compares the paths of both flows by minutes.
func byMinutes(t *testing.T, g *graph.Graph) []string {
	options := escalation.EscalationOptions{By: escalation.ByMinutes}
	if _, err := escalation.Escalations(g, "change", options); err == nil || !strings.Contains(err.Error(), "1 -> 2, 1 -> 3, 2 -> 3, 2 -> 4, 3 -> 4") {
		t.Errorf("comparing the paths of change by minutes: got error %v, want every handoff named", err)
	}
	e, err := escalation.Escalations(g, "fault", options)
	if err != nil {
		t.Fatal(err)
	}
	return []string{line("change by minutes", "refused"), line("fault from 1 by minutes, path 1", way(tasks(e.Ladders[0].Paths[0])))}
}
