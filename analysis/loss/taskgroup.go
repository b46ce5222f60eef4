package loss

import (
	"cmp"
	"slices"

	"tasuki/analysis/rules"
	"tasuki/graph"
)

// taskGroup is a number of tasks that every loss treats alike.
type taskGroup struct {
	lost  condition
	hit   condition // lost or degraded
	tasks int
}

// taskGroups returns the tasks that somebody leads, those with the same
// conditions taken together, the conditions being on positions in orgs.
func taskGroups(g *graph.Graph, inForce rules.Rules, orgs []int) []taskGroup {
	var groups []taskGroup
	alone := rules.Rules{Leads: inForce.Leads, Support: graph.NoSupport}
	for task := range g.Tasks() {
		if lost, ok := conditionOf(inForce, g, task); ok {
			hit, _ := conditionOf(alone, g, task)
			groups = append(groups, taskGroup{lost.on(orgs), hit.on(orgs), 1})
		}
	}
	slices.SortFunc(groups, taskGroup.compare)
	merged := groups[:0]
	for _, x := range groups {
		if n := len(merged); n > 0 && merged[n-1].compare(x) == 0 {
			merged[n-1].tasks++
		} else {
			merged = append(merged, x)
		}
	}
	return merged
}

func (t taskGroup) compare(o taskGroup) int {
	return cmp.Or(t.lost.compare(o.lost), t.hit.compare(o.hit))
}

func (c condition) compare(o condition) int {
	return cmp.Or(slices.Compare(c.all, o.all), slices.Compare(c.oneOf, o.oneOf))
}

// tasksLost returns how many tasks the loss of the marked organizations loses.
func tasksLost(groups []taskGroup, gone []bool) int {
	sum := 0
	for _, t := range groups {
		if t.lost.met(gone) {
			sum += t.tasks
		}
	}
	return sum
}
