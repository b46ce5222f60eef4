package consequence

import (
	"slices"

	"tasuki/analysis/flow"
	"tasuki/analysis/rules"
)

// longest is how many tasks the way to a task further down has at most. Of a longer one it
// is the end, whose first task is further down, too, and has its own.
const longest = 20

// further returns the tasks that are not lost, but that work reaches from one that is or by
// a handoff that is taken out, each with the shortest way from there; of equally short ones
// that which is found first when tasks are followed by ID.
func further(s state) []Concerned {
	next := map[string][]string{}
	for _, h := range flow.DistinctHandoffs(s.Graph) {
		if !slices.Contains(s.o.Handoffs, h) {
			next[h.From] = append(next[h.From], h.To)
		}
	}
	from, queue := map[string]string{}, []string{}
	reach := func(id, by string) {
		if _, found := from[id]; !found {
			from[id] = by
			queue = append(queue, id)
		}
	}
	for t, task := range s.Tasks() {
		if s.tasks[t] == rules.Lost {
			reach(task.ID, "")
		}
	}
	lost := len(queue)
	for i := 0; i < len(queue) || i == lost; i++ {
		if i == lost { // what a handoff led to that is taken out is as near as what follows a lost task
			for _, h := range s.o.Handoffs {
				reach(h.To, h.From)
			}
		}
		if i < len(queue) {
			for _, id := range next[queue[i]] {
				reach(id, queue[i])
			}
		}
	}
	list := []Concerned{}
	for t, task := range s.Tasks() {
		if _, found := from[task.ID]; found && s.tasks[t] != rules.Lost {
			list = append(list, Concerned{Kind: ATask, ID: task.ID, Way: s.wayTo(from, task.ID)})
		}
	}
	return list
}

// wayTo returns the way to a task from the one that is lost or that a handoff leaves that is
// taken out.
func (s state) wayTo(from map[string]string, id string) []string {
	way := []string{id}
	for len(way) < longest {
		by := from[way[0]]
		if by == "" {
			break
		}
		way = slices.Insert(way, 0, by)
		if slices.Contains(s.o.Handoffs, flow.TaskHandoff{From: by, To: way[1]}) {
			break
		}
	}
	return way
}
