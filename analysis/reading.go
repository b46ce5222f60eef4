package analysis

import (
	"slices"

	"tasuki/graph"
)

// maxOutcomes is how many readings of the marks of one role in one task are
// looked at. A matrix has two or three; above the limit, results are bounds.
const maxOutcomes = 256

// group holds the marks of one role in one task, some of them uncertain. An
// outcome gives each uncertain mark an organization, so that no organization
// has the role twice. Groups move independently of each other.
type group struct {
	task     int
	role     graph.Role
	fixed    []int   // organizations of the marks that are certain
	choices  [][]int // of each uncertain mark: its organization, then its alternatives
	outcomes [][]int // the organization of each uncertain mark, as the dataset reads first; nil above maxOutcomes
}

// uncertainGroups returns the groups with an uncertain mark, by task and role.
func uncertainGroups(g *graph.Graph) []group {
	var list []group
	all := g.Assignments() // by task, then role
	for start := 0; start < len(all); {
		end := start
		for end < len(all) && all[end].Task == all[start].Task && all[end].Role == all[start].Role {
			end++
		}
		if gr := newGroup(g, all[start:end]); len(gr.choices) > 0 {
			list = append(list, gr)
		}
		start = end
	}
	return list
}

func newGroup(g *graph.Graph, marks []graph.Assignment) group {
	gr := group{role: marks[0].Role}
	gr.task, _ = g.TaskIndex(marks[0].Task)
	for _, a := range marks {
		org, _ := g.OrganizationIndex(a.Organization)
		if a.Reading != graph.Uncertain {
			gr.fixed = append(gr.fixed, org)
			continue
		}
		choice := []int{org}
		for _, id := range a.Alternatives {
			if alternative, _ := g.OrganizationIndex(id); !slices.Contains(choice, alternative) {
				choice = append(choice, alternative)
			}
		}
		gr.choices = append(gr.choices, choice)
	}
	gr.outcomes = outcomes(gr)
	return gr
}

// outcomes enumerates the outcomes of a group; the dataset's own comes first.
func outcomes(gr group) [][]int {
	size := 1
	for _, c := range gr.choices {
		if size *= len(c); size > maxOutcomes {
			return nil
		}
	}
	list := [][]int{nil}
	for _, choice := range gr.choices {
		var longer [][]int
		for _, o := range list {
			for _, org := range choice {
				if !slices.Contains(o, org) && !slices.Contains(gr.fixed, org) {
					longer = append(longer, append(slices.Clone(o), org))
				}
			}
		}
		list = longer
	}
	return list
}

// pick is the outcome that a reading gives a group, by its position.
type pick struct {
	group   int
	outcome []int
}

// groupsWith returns the groups with one mark of one of them read as org's.
func groupsWith(groups []group, at, mark, org int) []group {
	groups = slices.Clone(groups)
	groups[at].outcomes = slices.DeleteFunc(slices.Clone(groups[at].outcomes), func(o []int) bool { return o[mark] != org })
	return groups
}

// ofRole returns the groups of a role.
func ofRole(groups []group, role graph.Role) []group {
	return slices.DeleteFunc(slices.Clone(groups), func(gr group) bool { return gr.role != role })
}

// current returns the organizations that the dataset gives the uncertain marks.
func (gr group) current() []int {
	orgs := make([]int, len(gr.choices))
	for i, c := range gr.choices {
		orgs[i] = c[0]
	}
	return orgs
}

// holders returns all organizations with the role under an outcome, ascending.
func (gr group) holders(outcome []int) []int {
	orgs := slices.Concat(gr.fixed, outcome)
	slices.Sort(orgs)
	return orgs
}

// presence returns whether org has one of the uncertain marks in every
// outcome, and whether it has in some; above maxOutcomes, whether it may.
func (gr group) presence(org int) (always, sometimes bool) {
	if gr.outcomes == nil {
		may := func(choice []int) bool { return slices.Contains(choice, org) }
		return false, slices.ContainsFunc(gr.choices, may)
	}
	always = true
	for _, o := range gr.outcomes {
		if slices.Contains(o, org) {
			sometimes = true
		} else {
			always = false
		}
	}
	return always, sometimes
}

// moves returns how an outcome differs from what the dataset reads.
func (gr group) moves(g *graph.Graph, outcome []int) []Move {
	var list []Move
	for i, org := range outcome {
		if from := gr.choices[i][0]; org != from {
			list = append(list, Move{
				Task: g.Tasks()[gr.task].ID, Role: gr.role,
				From: g.Organizations()[from].ID, To: g.Organizations()[org].ID,
			})
		}
	}
	return list
}

// changes returns how many marks an outcome reads otherwise than the dataset.
func (gr group) changes(outcome []int) int {
	n := 0
	for i, org := range outcome {
		if org != gr.choices[i][0] {
			n++
		}
	}
	return n
}
