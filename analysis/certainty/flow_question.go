package certainty

import (
	"maps"
	"math/big"
	"slices"

	"tasuki/analysis/exact"
	"tasuki/analysis/flow"
	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// Blocked asks which organizations stop one of some flows: leave it no way,
// under the rules in force, when they are lost.
//
// What an organization loses of one task does not depend on what it loses of
// another, and a flow that is broken stays so when more tasks are lost. So an
// organization breaks a flow in every reading exactly when the tasks that it
// loses in every reading leave no way, and in some reading exactly when those
// that it loses in some do.
type Blocked struct {
	g      *graph.Graph
	rules  rules.Rules
	groups []placement.Group
	Flows  []flow.Graph
	tasks  []int // of the flows, ascending
	at     []int // the groups of leads and supports of these tasks
	placement.Variants
	set     []int                    // organizations that stop one, as the dataset reads
	always  []int                    // in every reading
	unsure  []int                    // in some readings, or in some that are not known
	unknown bool                     // a task has too many readings
	fates   map[int]map[int]taskFate // organization -> task -> fate
	nearest []int                    // of unsure, those that the fewest moves change
	trial   *trial                   // made when first asked for an answer
	spent   *int                     // searches for a way in the settling of marks
}

func newStopping(g *graph.Graph, inForce rules.Rules, groups []placement.Group, flows ...flow.Graph) *Blocked {
	s := NewReadings(g, inForce, groups, flows...)
	s.set = s.setIn(g)
	for org := range g.Organizations() {
		fates := s.fatesOf(org)
		s.fates[org] = fates
		surely := func(task int) bool { return fates[task].surely() }
		possibly := func(task int) bool { return fates[task].possibly() }
		if s.stops(surely) {
			s.always = append(s.always, org)
		} else if s.stops(possibly) {
			s.unsure = append(s.unsure, org)
		}
	}
	return s
}

// NewReadings returns the readings of the tasks of flows, without asking
// anything.
func NewReadings(g *graph.Graph, inForce rules.Rules, groups []placement.Group, flows ...flow.Graph) *Blocked {
	s := &Blocked{g: g, rules: inForce, groups: groups, Flows: flows, spent: new(int), fates: map[int]map[int]taskFate{}}
	for _, p := range flows {
		s.tasks = append(s.tasks, p.Index...)
	}
	slices.Sort(s.tasks)
	s.tasks = slices.Compact(s.tasks)
	s.Variants = placement.VariantsOf(g, s.tasks, groups)
	for i, gr := range groups {
		if _, ok := s.Variants[gr.Task]; ok && gr.Role.TakesPart() {
			s.at = append(s.at, i)
		}
	}
	for _, list := range s.Variants {
		s.unknown = s.unknown || len(list) == 0
	}
	return s
}

// setIn returns the organizations that stop a flow in a reading, ascending.
func (s *Blocked) setIn(who rules.Roles) []int {
	var set []int
	for org := range s.g.Organizations() {
		if s.stopsIn(who, org) {
			set = append(set, org)
		}
	}
	return set
}

func (s *Blocked) stopsIn(who rules.Roles, org int) bool {
	return s.stops(func(task int) bool { return s.rules.OutcomeOf(who, task, rules.Only(org)) == rules.Lost })
}

// stops reports whether a flow has no way that avoids the tasks that are lost.
func (s *Blocked) stops(isLost func(task int) bool) bool {
	return slices.ContainsFunc(s.Flows, func(p flow.Graph) bool { return !p.Passable(p.Mask(isLost)) })
}

func (s *Blocked) answer(outcomes [][]int) []int {
	if s.trial == nil {
		s.trial = newTrial(s)
	}
	set := slices.Concat(s.always, s.trial.stopping(outcomes))
	slices.Sort(set)
	return set
}

func (s *Blocked) asRead() []int { return s.set }

func (s *Blocked) touches(group int) bool {
	gr := s.groups[group]
	if _, ok := s.Variants[gr.Task]; !ok || !gr.Role.TakesPart() {
		return false
	}
	return slices.ContainsFunc(s.unsure, func(org int) bool {
		f := s.fates[org][gr.Task]
		return !f.surely() && f.possibly()
	})
}

// taskFate is what becomes of a task with an organization: in how many of its
// variants it is lost and kept, and which of them move the fewest marks. Where
// the variants are not known, nor is anything else.
type taskFate struct {
	lost, kept   int
	toLose       *placement.Variant // nil when it is never lost
	toKeep       *placement.Variant // nil when it is always lost
	unknown, now bool               // now: lost as the dataset reads
}

func (f taskFate) surely() bool { return f.kept == 0 && !f.unknown }

func (f taskFate) possibly() bool { return f.lost > 0 || f.unknown }

// fatesOf returns what becomes of each task with an organization, by task.
func (s *Blocked) fatesOf(org int) map[int]taskFate {
	fates := make(map[int]taskFate, len(s.tasks))
	for _, task := range s.tasks {
		fates[task] = s.fateOf(task, org)
	}
	return fates
}

func (s *Blocked) fateOf(task, org int) taskFate {
	f := taskFate{now: s.rules.OutcomeOf(s.g, task, rules.Only(org)) == rules.Lost}
	list, uncertain := s.Variants[task]
	if !uncertain {
		list = []placement.Variant{{LeadIDs: s.g.Leads(task), SupportIDs: s.g.Supports(task)}}
	}
	f.unknown = len(list) == 0
	for i, x := range list {
		count, best := &f.kept, &f.toKeep
		if s.rules.OutcomeOf(x, task, rules.Only(org)) == rules.Lost {
			count, best = &f.lost, &f.toLose
		}
		*count++
		if *best == nil || x.Moves < (*best).Moves {
			*best = &list[i]
		}
	}
	return f
}

// Count returns in how many readings of the tasks of the flows the set is as the
// dataset reads.
func (s *Blocked) Count() (placement.Verdict, bool) {
	same, ok := s.readingsWith(s.unsure, s.set)
	return placement.Verdict{Same: same, All: s.readings(), Moves: exact.Nobody}, ok
}

// settle is count with one mark settled. Its moves are those of the nearest
// changes only: no other can become one of the smallest.
func (s *Blocked) settle(group, mark, org int) (placement.Verdict, bool) {
	part, task := *s, s.groups[group].Task
	part.groups = placement.GroupsWith(s.groups, group, mark, org)
	part.Variants = maps.Clone(s.Variants)
	part.Variants[task] = placement.VariantsOf(s.g, []int{task}, part.groups)[task]
	part.fates = map[int]map[int]taskFate{}
	for _, org := range s.unsure {
		part.fates[org] = maps.Clone(s.fates[org])
		part.fates[org][task] = part.fateOf(task, org)
	}
	v, ok := part.Count()
	for _, org := range s.nearest {
		if c, ok := part.change(org); ok && (v.Moves == exact.Nobody || c.moves < v.Moves) {
			v.Moves = c.moves
		}
	}
	return v, ok && *s.spent <= 2*maxSearches
}

// readings returns how many readings the tasks of the flows have.
func (s *Blocked) readings() *big.Int {
	n := big.NewInt(1)
	for _, task := range s.tasks {
		if list, ok := s.Variants[task]; ok {
			n.Mul(n, big.NewInt(int64(len(list))))
		}
	}
	return n
}

// holds returns in how many readings an organization stops a flow.
func (s *Blocked) holds(org int) *placement.Proportion {
	if !slices.Contains(s.unsure, org) {
		return placement.Certainly(slices.Contains(s.always, org))
	}
	if n, ok := s.readingsWith([]int{org}, []int{org}); ok {
		return placement.ProportionOf(n, s.readings())
	}
	return nil
}
