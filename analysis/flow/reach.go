package flow

import (
	"slices"

	"tasuki/analysis/rules"
)

// DeadEnds returns the vertices that work reaches from a start, passing no goal,
// no vertex in avoid and no optional branch, but from which it reaches no goal;
// ascending. What is done beside the procedure may end anywhere.
func DeadEnds(p Graph, avoid []bool) []int {
	branches := p.Branches()
	reached := p.follow(p.Starts, avoid, func(v int) []int {
		var next []int
		for _, b := range branches[v] {
			if !b.Optional {
				next = append(next, b.Next...)
			}
		}
		return next
	})
	toGoal := Distances(p.Network, p.Goals, avoid)
	var ends []int
	for v := range reached {
		if reached[v] && toGoal[v] < 0 {
			ends = append(ends, v)
		}
	}
	return ends
}

// Reached marks the vertices that work reaches from the given ones without
// passing a vertex in avoid. It does not go on from a goal.
func (p Graph) Reached(from []int, avoid []bool) []bool {
	return p.follow(from, avoid, p.Network.Next)
}

// follow marks what is reached as Reached does, going on to next(v) from each vertex.
func (p Graph) follow(from []int, avoid []bool, next func(v int) []int) []bool {
	reached, goal := p.Avoiding(), p.Avoiding(p.Goals...)
	for queue := slices.Clone(from); len(queue) > 0; queue = queue[1:] {
		v := queue[0]
		if reached[v] || avoid[v] {
			continue
		}
		reached[v] = true
		if !goal[v] {
			queue = append(queue, next(v)...)
		}
	}
	return reached
}

// Masked returns the IDs of the vertices in a mask.
func (p Graph) Masked(mask []bool) []string {
	ids := []string{}
	for v, in := range mask {
		if in {
			ids = append(ids, p.Tasks[v])
		}
	}
	return ids
}

// LostWithout returns a mask of the tasks that are lost when organizations are
// gone.
func (p Graph) LostWithout(who rules.Roles, inForce rules.Rules, gone func(org int) bool) []bool {
	mask := p.Avoiding()
	for v, task := range p.Index {
		mask[v] = inForce.OutcomeOf(who, task, gone) == rules.Lost
	}
	return mask
}

// Mask returns a mask of the vertices whose task is lost.
func (p Graph) Mask(isLost func(task int) bool) []bool {
	mask := p.Avoiding()
	for v, task := range p.Index {
		mask[v] = isLost(task)
	}
	return mask
}
