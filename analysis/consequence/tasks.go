package consequence

import (
	"slices"

	"tasuki/analysis/overlay"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// goesAway returns what changes take out: of an organization the tasks that it led and, of
// a task, who did.
func goesAway(before *graph.Graph, o overlay.Overlay) []Concerned {
	list := []Concerned{}
	for i, org := range before.Organizations() {
		into := o.Merged[org.ID]
		if into == "" && !slices.Contains(o.Without, org.ID) {
			continue
		}
		e := Concerned{Kind: AnOrganization, ID: org.ID, Into: into}
		for _, t := range before.Led(i) {
			e.Blocking = append(e.Blocking, before.Tasks()[t].ID)
		}
		list = append(list, e)
	}
	for _, id := range o.Tasks {
		t, _ := before.TaskIndex(id)
		list = append(list, Concerned{Kind: ATask, ID: id, Left: rules.LeadIDs(before, t)})
	}
	for _, h := range o.Handoffs {
		list = append(list, Concerned{Kind: AHandoff, ID: h.From, To: h.To})
	}
	return list
}

// tasks puts each task that has become another into its group.
func (c *Consequences) tasks(was, is state) {
	c.Nobody = []Concerned{}
	for t, task := range is.Tasks() {
		if slices.Contains(is.o.Tasks, task.ID) {
			continue
		}
		left := rules.OrganizationIDs(is.Graph, is.inForce.Present(is.Graph, t, is.absent))
		e := Concerned{Kind: ATask, ID: task.ID, Missing: is.missing([]string{task.ID}), Left: left}
		switch {
		case is.tasks[t] == rules.Lost:
			c.Nobody = append(c.Nobody, e)
		case is.tasks[t] == rules.Degraded:
			c.Degraded = append(c.Degraded, e)
		case !slices.Equal(is.ledBefore(was, task.ID), left):
			c.Touched = append(c.Touched, e)
		}
	}
}

// ledBefore returns who led a task, by ID, with those in place of each other that have
// become one since.
func (s state) ledBefore(was state, task string) []string {
	t, _ := was.TaskIndex(task)
	ids := rules.LeadIDs(was.Graph, t)
	for i, id := range ids {
		if into := s.o.Merged[id]; into != "" {
			ids[i] = into
		}
	}
	slices.SortFunc(ids, graph.Compare)
	return slices.Compact(ids)
}
