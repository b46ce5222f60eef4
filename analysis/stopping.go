package analysis

import (
	"maps"
	"math/big"
	"slices"

	"tasuki/graph"
)

// stopping asks which organizations stop one of some flows: leave it no way,
// under the rules in force, when they are lost.
//
// What an organization loses of one task does not depend on what it loses of
// another, and a flow that is broken stays so when more tasks are lost. So an
// organization breaks a flow in every reading exactly when the tasks that it
// loses in every reading leave no way, and in some reading exactly when those
// that it loses in some do.
type stopping struct {
	g      *graph.Graph
	rules  Rules
	groups []group
	flows  []procedure
	tasks  []int // of the flows, ascending
	at     []int // the groups of leads and supports of these tasks
	variants
	set     []int                    // organizations that stop one, as the dataset reads
	always  []int                    // in every reading
	unsure  []int                    // in some readings, or in some that are not known
	unknown bool                     // a task has too many readings
	fates   map[int]map[int]taskFate // organization -> task -> fate
	nearest []int                    // of unsure, those that the fewest moves change
	spent   *int                     // searches for a way in the settling of marks
}

func newStopping(g *graph.Graph, rules Rules, groups []group, flows ...procedure) *stopping {
	s := newReadings(g, rules, groups, flows...)
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

// newReadings returns the readings of the tasks of flows, without asking
// anything.
func newReadings(g *graph.Graph, rules Rules, groups []group, flows ...procedure) *stopping {
	s := &stopping{g: g, rules: rules, groups: groups, flows: flows, spent: new(int), fates: map[int]map[int]taskFate{}}
	for _, p := range flows {
		s.tasks = append(s.tasks, p.index...)
	}
	slices.Sort(s.tasks)
	s.tasks = slices.Compact(s.tasks)
	s.variants = variantsOf(g, s.tasks, groups)
	for i, gr := range groups {
		if _, ok := s.variants[gr.task]; ok && gr.role != graph.Informed {
			s.at = append(s.at, i)
		}
	}
	for _, list := range s.variants {
		s.unknown = s.unknown || len(list) == 0
	}
	return s
}

// setIn returns the organizations that stop a flow in a reading, ascending.
func (s *stopping) setIn(who roles) []int {
	var set []int
	for org := range s.g.Organizations() {
		if s.stopsIn(who, org) {
			set = append(set, org)
		}
	}
	return set
}

func (s *stopping) stopsIn(who roles, org int) bool {
	return s.stops(func(task int) bool { return s.rules.fateOf(who, task, only(org)) == lost })
}

// stops reports whether a flow has no way that avoids the tasks that are lost.
func (s *stopping) stops(isLost func(task int) bool) bool {
	return slices.ContainsFunc(s.flows, func(p procedure) bool { return !p.passable(p.mask(isLost)) })
}

// mask returns a mask of the vertices whose task is lost.
func (p procedure) mask(isLost func(task int) bool) []bool {
	mask := p.avoiding()
	for v, task := range p.index {
		mask[v] = isLost(task)
	}
	return mask
}

func (s *stopping) answer(outcomes [][]int) []int {
	who := readAs(s.g, s.groups, s.at, outcomes)
	set := slices.Clone(s.always)
	for _, org := range s.unsure {
		if s.stopsIn(who, org) {
			set = append(set, org)
		}
	}
	slices.Sort(set)
	return set
}

func (s *stopping) asRead() []int { return s.set }

func (s *stopping) touches(group int) bool {
	gr := s.groups[group]
	if _, ok := s.variants[gr.task]; !ok || gr.role == graph.Informed {
		return false
	}
	return slices.ContainsFunc(s.unsure, func(org int) bool {
		f := s.fates[org][gr.task]
		return !f.surely() && f.possibly()
	})
}

// taskFate is what becomes of a task with an organization: in how many of its
// variants it is lost and kept, and which of them move the fewest marks. Where
// the variants are not known, nor is anything else.
type taskFate struct {
	lost, kept   int
	toLose       *variant // nil when it is never lost
	toKeep       *variant // nil when it is always lost
	unknown, now bool     // now: lost as the dataset reads
}

func (f taskFate) surely() bool   { return f.kept == 0 && !f.unknown }
func (f taskFate) possibly() bool { return f.lost > 0 || f.unknown }

// fatesOf returns what becomes of each task with an organization, by task.
func (s *stopping) fatesOf(org int) map[int]taskFate {
	fates := make(map[int]taskFate, len(s.tasks))
	for _, task := range s.tasks {
		fates[task] = s.fateOf(task, org)
	}
	return fates
}

func (s *stopping) fateOf(task, org int) taskFate {
	f := taskFate{now: s.rules.fateOf(s.g, task, only(org)) == lost}
	list, uncertain := s.variants[task]
	if !uncertain {
		list = []variant{{leads: s.g.Leads(task), supports: s.g.Supports(task)}}
	}
	f.unknown = len(list) == 0
	for i, x := range list {
		count, best := &f.kept, &f.toKeep
		if s.rules.fateOf(x, task, only(org)) == lost {
			count, best = &f.lost, &f.toLose
		}
		*count++
		if *best == nil || x.moves < (*best).moves {
			*best = &list[i]
		}
	}
	return f
}

// count returns in how many readings of the tasks of the flows the set is as the
// dataset reads.
func (s *stopping) count() (verdict, bool) {
	same, ok := s.readingsWith(s.unsure, s.set)
	return verdict{same: same, all: s.readings(), moves: nobody}, ok
}

// settle is count with one mark settled. Its moves are those of the nearest
// changes only: no other can become one of the smallest.
func (s *stopping) settle(group, mark, org int) (verdict, bool) {
	part, task := *s, s.groups[group].task
	part.groups = groupsWith(s.groups, group, mark, org)
	part.variants = maps.Clone(s.variants)
	part.variants[task] = variantsOf(s.g, []int{task}, part.groups)[task]
	part.fates = map[int]map[int]taskFate{}
	for _, org := range s.unsure {
		part.fates[org] = maps.Clone(s.fates[org])
		part.fates[org][task] = part.fateOf(task, org)
	}
	v, ok := part.count()
	for _, org := range s.nearest {
		if c, ok := part.change(org); ok && (v.moves == nobody || c.moves < v.moves) {
			v.moves = c.moves
		}
	}
	return v, ok && *s.spent <= 2*maxSearches
}

// readings returns how many readings the tasks of the flows have.
func (s *stopping) readings() *big.Int {
	n := big.NewInt(1)
	for _, task := range s.tasks {
		if list, ok := s.variants[task]; ok {
			n.Mul(n, big.NewInt(int64(len(list))))
		}
	}
	return n
}

// holds returns in how many readings an organization stops a flow.
func (s *stopping) holds(org int) *Proportion {
	if !slices.Contains(s.unsure, org) {
		return certainly(slices.Contains(s.always, org))
	}
	if n, ok := s.readingsWith([]int{org}, []int{org}); ok {
		return proportionOf(n, s.readings())
	}
	return nil
}
