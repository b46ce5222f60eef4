package graph

import (
	"fmt"
	"reflect"
	"slices"
)

// Check returns what is wrong with a scenario for a drill of the flow called
// flow: all of it, with paths into the scenario.
func (s Scenario) Check(g *Graph, flow string) Problems {
	c := scenarioCheck{g: g}
	c.texts(reflect.ValueOf(s), "")
	f, known := g.Flow(flow)
	if s.Flow != "" && s.Flow != flow {
		c.add("/flow", Source{}, s.Flow, "is another flow than the one of the drill, %s; name the same or leave one out", flow)
	} else if s.Flow != "" && !known {
		c.add("/flow", Source{}, s.Flow, "is no flow; declare it or correct the ID")
	}
	if s.Start != "" && known {
		c.start(f, s.Start)
	}
	for i, id := range s.Without {
		c.ref(fmt.Sprintf("/without/%d", i), "organization", id, g.orgs, Source{}, true)
		if slices.Contains(s.Without[:i], id) {
			c.add(fmt.Sprintf("/without/%d", i), Source{}, id, "stands here twice; keep one")
		}
	}
	if _, ok := s.Clock.Minutes(); s.Clock != "" && !ok {
		c.add("/clock", Source{}, string(s.Clock), "is no time of day such as 09:30")
	}
	for i, inject := range s.Injects {
		c.inject(fmt.Sprintf("/injects/%d", i), s, inject)
	}
	return c.problems.Problems()
}

// scenarioCheck gathers what is wrong with a scenario.
type scenarioCheck struct {
	validator
	g *Graph
}

// start checks that a task or organization has a place in the flow.
func (c *scenarioCheck) start(f Flow, id string) {
	tasks := FlowTasks(f)
	org, isOrg := c.g.OrganizationIndex(id)
	_, isTask := c.g.TaskIndex(id)
	leads := func(task string) bool {
		t, _ := c.g.TaskIndex(task)
		return slices.Contains(c.g.Leads(t), org)
	}
	switch {
	case !isTask && !isOrg:
		c.add("/start", Source{}, id, "is no task or organization; name one that is declared")
	case isTask && !slices.Contains(tasks, id), !isTask && !slices.ContainsFunc(tasks, leads):
		c.add("/start", Source{}, id, "has no place in the flow %s; name a task of it or an organization that leads one", f.ID)
	}
}

func (c *scenarioCheck) inject(path string, s Scenario, i Inject) {
	if i.Time != "" && i.Minutes != nil {
		c.add(path, Source{}, fmt.Sprintf("%s, %d", i.Time, *i.Minutes), "has a time and minutes; keep one of both")
	}
	_, ok := i.Time.Minutes()
	switch {
	case i.Time != "" && !ok:
		c.add(path+"/time", Source{}, string(i.Time), "is no time of day such as 09:30")
	case i.Time != "" && s.Clock == "":
		c.add(path+"/time", Source{}, string(i.Time), "needs to know when the drill begins; give the scenario a clock, or the inject minutes after the start")
	}
	c.ref(path+"/to", "organization", i.To, c.g.orgs, Source{}, true)
	if i.Objective < 0 || i.Objective > len(s.Objectives) {
		c.add(path+"/objective", Source{}, fmt.Sprint(i.Objective), "is not the number of an objective; the scenario has %d", len(s.Objectives))
	}
}
