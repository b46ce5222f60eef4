package placement

import (
	"cmp"
	"slices"

	"tasuki/analysis/exact"
	"tasuki/graph"
)

// maxOutcomes is how many readings of the marks of one role in one task are
// looked at. A matrix has two or three; above the limit, results are bounds.
const maxOutcomes = 256

// Group holds the marks of one role in one task, some of them uncertain. An
// outcome gives each uncertain mark an organization or [exact.Nobody], so that no
// organization has the role twice. Groups move independently of each other.
//
// A mark that says of itself that it is open, and lists no other organization, may
// be nobody's. A cell that could not be read is nobody's as the dataset reads, and
// may be a lead or a support of who is named over it, or of anybody where nobody is.
type Group struct {
	Task     int
	Role     graph.Role
	Fixed    []int          // organizations of the marks that are certain
	Choices  [][]int        // of each uncertain mark: its organization, then its alternatives
	Sources  []graph.Source // where each uncertain mark stands
	Outcomes [][]int        // the organization of each uncertain mark, as the dataset reads first; nil above maxOutcomes
}

// UncertainGroups returns the groups with an uncertain or unread mark, by task and
// role.
func UncertainGroups(g *graph.Graph) []Group {
	type key struct {
		task int
		role graph.Role
	}
	groups := map[key]*Group{}
	at := func(id string, role graph.Role) *Group {
		task, _ := g.TaskIndex(id)
		k := key{task, role}
		if groups[k] == nil {
			groups[k] = &Group{Task: task, Role: role}
		}
		return groups[k]
	}
	for _, a := range g.Assignments() {
		gr := at(a.Task, a.Role)
		if org, _ := g.OrganizationIndex(a.Organization); a.Reading != graph.Uncertain {
			gr.Fixed = append(gr.Fixed, org)
		} else {
			gr.Choices, gr.Sources = append(gr.Choices, choiceOf(g, org, a.Alternatives)), append(gr.Sources, a.Source)
		}
	}
	for _, u := range g.Unread() {
		for _, role := range []graph.Role{graph.Lead, graph.Support} {
			gr := at(u.Task, role)
			gr.Choices, gr.Sources = append(gr.Choices, unreadChoice(g, u)), append(gr.Sources, u.Source)
		}
	}
	var list []Group
	for _, gr := range groups {
		if len(gr.Choices) > 0 {
			gr.Outcomes = outcomes(*gr)
			list = append(list, *gr)
		}
	}
	slices.SortFunc(list, func(a, b Group) int {
		return cmp.Or(cmp.Compare(a.Task, b.Task), cmp.Compare(a.Role, b.Role))
	})
	return list
}

// choiceOf returns to whom an uncertain mark may belong.
func choiceOf(g *graph.Graph, org int, alternatives []string) []int {
	choice := []int{org}
	for _, id := range alternatives {
		if alternative, _ := g.OrganizationIndex(id); !slices.Contains(choice, alternative) {
			choice = append(choice, alternative)
		}
	}
	if len(alternatives) == 0 {
		choice = append(choice, exact.Nobody)
	}
	return choice
}

// unreadChoice returns to whom a mark that could not be read may belong.
func unreadChoice(g *graph.Graph, u graph.UnreadMark) []int {
	choice := []int{exact.Nobody}
	if org, named := g.OrganizationIndex(u.Organization); named {
		return append(choice, org)
	}
	for org := range g.Organizations() {
		choice = append(choice, org)
	}
	return choice
}

// Varies reports whether readings differ in how many organizations have the role.
func (gr Group) Varies() bool {
	return slices.ContainsFunc(gr.Choices, func(choice []int) bool { return slices.Contains(choice, exact.Nobody) })
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
				if org == exact.Nobody || !slices.Contains(o, org) && !slices.Contains(gr.Fixed, org) {
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
	orgs := slices.DeleteFunc(slices.Concat(gr.Fixed, outcome), func(org int) bool { return org == exact.Nobody })
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
				From: IDOf(g, from), To: IDOf(g, org),
			})
		}
	}
	return list
}

// IDOf returns the ID of an organization, or "" for nobody.
func IDOf(g *graph.Graph, org int) string {
	if org == exact.Nobody {
		return ""
	}
	return g.Organizations()[org].ID
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
