package graph

import (
	"cmp"
	"slices"
	"strings"
)

// ForkRule says how the handoffs that leave a task in a flow belong together, in
// short for a branch at each of them.
type ForkRule string

// The fork rules.
const (
	AllOf ForkRule = "all" // each handoff is a branch of its own
	AnyOf ForkRule = "any" // all of them are alternatives of one branch
)

// anyBranch is the name of the branch that AnyOf stands for.
const anyBranch = "any"

// WithBranches returns d with a branch at each handoff that a fork rule gives one, and
// with the names of branches trimmed. It shares all else with d, and changes nothing
// of it.
func (d Dataset) WithBranches() Dataset {
	d.Handoffs = Flow{Handoffs: d.Handoffs}.branched()
	d.Flows = slices.Clone(d.Flows)
	for i := range d.Flows {
		f := &d.Flows[i]
		f.Handoffs, f.Forks = f.branched(), nil
	}
	return d
}

// branched returns the handoffs of f in their order, as WithBranches has them.
func (f Flow) branched() []Handoff {
	if len(f.Forks) == 0 && !slices.ContainsFunc(f.Handoffs, func(h Handoff) bool { return h.Branch != trimmedBranch(h) }) {
		return f.Handoffs
	}
	list := slices.Clone(f.Handoffs)
	leaving := map[string][]*Handoff{}
	for i := range list {
		h := &list[i]
		h.Branch = trimmedBranch(*h)
		leaving[h.From] = append(leaving[h.From], h)
	}
	for task, rule := range f.Forks {
		rule.branch(leaving[task])
	}
	return list
}

// branch names the branches of the handoffs that leave one task, in whatever order
// they stand.
func (r ForkRule) branch(list []*Handoff) {
	slices.SortFunc(list, func(a, b *Handoff) int { return compareHandoffs(*a, *b) })
	names, kinds := map[string]bool{}, map[string]int{}
	for _, h := range list {
		kinds[h.To]++
	}
	for _, h := range list {
		if r == AnyOf {
			h.Branch = anyBranch
			continue
		}
		h.Branch = h.To
		if kinds[h.To] > 1 {
			h.Branch += " " + string(h.Kind)
		}
		h.Branch = trimmedBranch(*h)
		for names[h.Branch] { // a task may be called like another and a kind
			h.Branch += "'"
		}
		names[h.Branch] = true
	}
}

// Branch is a part of the work that leaves a task: one of its handoffs is enough for
// it.
type Branch struct {
	Name     string // empty when it has none
	Optional bool   // whether the procedure can do without it
	Handoffs []Handoff
}

// Fork is all that leaves one task in a flow: each branch must be done, but for
// optional ones.
type Fork struct {
	Task     string
	Branches []Branch
}

// Forks returns what leaves each task of a flow that hands something on: by task; its
// branches by name, the one without a name first; their handoffs by task and kind.
// What leaves a goal is listed too, although work ends there. Forks takes time
// O(n log n) in the number of handoffs.
func Forks(f Flow) []Fork {
	list := slices.Clone(f.branched())
	slices.SortFunc(list, func(a, b Handoff) int {
		return cmp.Or(Compare(a.From, b.From), Compare(a.Branch, b.Branch), compareHandoffs(a, b))
	})
	var forks []Fork
	for i, h := range list {
		if i == 0 || h.From != list[i-1].From {
			forks = append(forks, Fork{Task: h.From})
		}
		k := &forks[len(forks)-1]
		if n := len(k.Branches); n == 0 || h.Branch != k.Branches[n-1].Name {
			k.Branches = append(k.Branches, Branch{Name: h.Branch, Optional: h.Optional})
		}
		b := &k.Branches[len(k.Branches)-1]
		b.Handoffs = append(b.Handoffs, h)
	}
	return forks
}

// Next returns the tasks that a branch hands on to, by ID: its alternatives. Handoffs
// of several kinds to one task are one of them.
func (b Branch) Next() []string {
	ids := make([]string, len(b.Handoffs))
	for i, h := range b.Handoffs {
		ids[i] = h.To
	}
	slices.SortFunc(ids, Compare)
	return slices.Compact(ids)
}

// Splits reports whether the fork has several branches, so that the work goes on in
// more than one place.
func (k Fork) Splits() bool { return len(k.Branches) > 1 }

// Declared reports whether the facts say how the handoffs of the fork belong together:
// one names a branch or has a condition, or there is but one task to hand on to. Where
// they do not, alternatives are assumed.
func (k Fork) Declared() bool {
	first := k.Branches[0]
	return k.Splits() || first.Name != "" || len(first.Next()) == 1 ||
		slices.ContainsFunc(first.Handoffs, func(h Handoff) bool { return !h.When.IsZero() })
}

// Splits reports whether some task of a flow, other than its goals, has several
// branches. A flow that does not has alternatives only: one way from a start to a goal
// is all that it needs.
func Splits(f Flow) bool {
	return slices.ContainsFunc(Forks(f), func(k Fork) bool { return k.Splits() && !slices.Contains(f.Goal, k.Task) })
}

func trimmedBranch(h Handoff) string { return strings.TrimSpace(h.Branch) }
