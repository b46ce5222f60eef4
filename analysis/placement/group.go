package placement

import (
	"slices"

	"tasuki/graph"
)

// maxOutcomes is how many readings of the marks of one role in one task are
// looked at. A matrix has two or three; above the limit, results are bounds.
const maxOutcomes = 256

// Group holds the marks of one role in one task, some of them uncertain. An
// outcome gives each uncertain mark an organization, so that no organization
// has the role twice. Groups move independently of each other.
type Group struct {
	Task     int
	Role     graph.Role
	Fixed    []int   // organizations of the marks that are certain
	Choices  [][]int // of each uncertain mark: its organization, then its alternatives
	Outcomes [][]int // the organization of each uncertain mark, as the dataset reads first; nil above maxOutcomes
}

// UncertainGroups returns the groups with an uncertain mark, by task and role.
func UncertainGroups(g *graph.Graph) []Group {
	var list []Group
	all := g.Assignments() // by task, then role
	for start := 0; start < len(all); {
		end := start
		for end < len(all) && all[end].Task == all[start].Task && all[end].Role == all[start].Role {
			end++
		}
		if gr := newGroup(g, all[start:end]); len(gr.Choices) > 0 {
			list = append(list, gr)
		}
		start = end
	}
	return list
}

func newGroup(g *graph.Graph, marks []graph.Assignment) Group {
	gr := Group{Role: marks[0].Role}
	gr.Task, _ = g.TaskIndex(marks[0].Task)
	for _, a := range marks {
		org, _ := g.OrganizationIndex(a.Organization)
		if a.Reading != graph.Uncertain {
			gr.Fixed = append(gr.Fixed, org)
			continue
		}
		choice := []int{org}
		for _, id := range a.Alternatives {
			if alternative, _ := g.OrganizationIndex(id); !slices.Contains(choice, alternative) {
				choice = append(choice, alternative)
			}
		}
		gr.Choices = append(gr.Choices, choice)
	}
	gr.Outcomes = outcomes(gr)
	return gr
}

// outcomes enumerates the outcomes of a group; the dataset's own comes first.
func outcomes(gr Group) [][]int {
	size := 1
	for _, c := range gr.Choices {
		if size *= len(c); size > maxOutcomes {
			return nil
		}
	}
	list := [][]int{nil}
	for _, choice := range gr.Choices {
		var longer [][]int
		for _, o := range list {
			for _, org := range choice {
				if !slices.Contains(o, org) && !slices.Contains(gr.Fixed, org) {
					longer = append(longer, append(slices.Clone(o), org))
				}
			}
		}
		list = longer
	}
	return list
}

// Pick is the outcome that a reading gives a group, by its position.
type Pick struct {
	Group   int
	Outcome []int
}

// GroupsWith returns the groups with one mark of one of them read as org's.
func GroupsWith(groups []Group, at, mark, org int) []Group {
	groups = slices.Clone(groups)
	groups[at].Outcomes = slices.DeleteFunc(slices.Clone(groups[at].Outcomes), func(o []int) bool { return o[mark] != org })
	return groups
}

// OfRole returns the groups of a role.
func OfRole(groups []Group, role graph.Role) []Group {
	return slices.DeleteFunc(slices.Clone(groups), func(gr Group) bool { return gr.Role != role })
}

// Current returns the organizations that the dataset gives the uncertain marks.
func (gr Group) Current() []int {
	orgs := make([]int, len(gr.Choices))
	for i, c := range gr.Choices {
		orgs[i] = c[0]
	}
	return orgs
}

// Holders returns all organizations with the role under an outcome, ascending.
func (gr Group) Holders(outcome []int) []int {
	orgs := slices.Concat(gr.Fixed, outcome)
	slices.Sort(orgs)
	return orgs
}

// Presence returns whether org has one of the uncertain marks in every
// outcome, and whether it has in some; above maxOutcomes, whether it may.
func (gr Group) Presence(org int) (always, sometimes bool) {
	if gr.Outcomes == nil {
		may := func(choice []int) bool { return slices.Contains(choice, org) }
		return false, slices.ContainsFunc(gr.Choices, may)
	}
	always = true
	for _, o := range gr.Outcomes {
		if slices.Contains(o, org) {
			sometimes = true
		} else {
			always = false
		}
	}
	return always, sometimes
}

// Moves returns how an outcome differs from what the dataset reads.
func (gr Group) Moves(g *graph.Graph, outcome []int) []Move {
	var list []Move
	for i, org := range outcome {
		if from := gr.Choices[i][0]; org != from {
			list = append(list, Move{
				Task: g.Tasks()[gr.Task].ID, Role: gr.Role,
				From: g.Organizations()[from].ID, To: g.Organizations()[org].ID,
			})
		}
	}
	return list
}

// Changes returns how many marks an outcome reads otherwise than the dataset.
func (gr Group) Changes(outcome []int) int {
	n := 0
	for i, org := range outcome {
		if org != gr.Choices[i][0] {
			n++
		}
	}
	return n
}
