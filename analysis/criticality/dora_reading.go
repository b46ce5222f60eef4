package criticality

import (
	"slices"

	"tasuki/analysis/placement"
	"tasuki/graph"
)

// maxAnswerReadings is how many readings a trigger is asked in.
const maxAnswerReadings = 1 << 12

// judged returns a trigger with how sure its answer is.
//
// More leads never lower an answer, so an answer that is the same with the
// leads of every reading and with those of any holds. Otherwise the readings
// are gone through.
func (p providers) judged(ask func(providers, func(task int) []int) Trigger) Trigger {
	t := ask(p, p.g.Leads)
	groups := p.groups()
	least, most := ask(p, p.leadsWhen(groups, true)).Answer, ask(p, p.leadsWhen(groups, false)).Answer
	if least == most {
		return t
	}
	size := 1
	for _, gr := range groups {
		if size *= len(gr.Outcomes); size == 0 || size > maxAnswerReadings {
			t.Certainty = placement.NotComputed
			return t
		}
	}
	chosen := make([]int, len(groups))
	best := -1
	for range size {
		changes := 0
		for i, gr := range groups {
			changes += gr.Changes(gr.Outcomes[chosen[i]])
		}
		if best < 0 || changes < best {
			if ask(p, p.leadsOf(groups, chosen)).Answer != t.Answer {
				best, t.Certainty, t.Counter = changes, placement.Depends, p.moves(groups, chosen)
			}
		}
		next(chosen, groups)
	}
	return t
}

// next goes to the next choice of outcomes, and after the last to the first.
func next(chosen []int, groups []placement.Group) {
	for i := range chosen {
		if chosen[i]++; chosen[i] < len(groups[i].Outcomes) {
			return
		}
		chosen[i] = 0
	}
}

// groups returns the uncertain leads of tasks of the flows.
func (p providers) groups() []placement.Group {
	return slices.DeleteFunc(placement.OfRole(placement.UncertainGroups(p.g), graph.Lead), func(gr placement.Group) bool {
		return !slices.ContainsFunc(p.flows, func(f providerFlow) bool { return slices.Contains(f.tasks, gr.Task) })
	})
}

// leadsWhen returns who leads a task in every reading, or in some.
func (p providers) leadsWhen(groups []placement.Group, always bool) func(task int) []int {
	leads := map[int][]int{}
	for _, gr := range groups {
		list := slices.Clone(gr.Fixed)
		for org := range p.is {
			every, some := gr.Presence(org)
			if every || some && !always {
				list = append(list, org)
			}
		}
		leads[gr.Task] = list
	}
	return p.leadsFrom(leads)
}

// leadsOf returns who leads a task in the reading with these outcomes.
func (p providers) leadsOf(groups []placement.Group, chosen []int) func(task int) []int {
	leads := map[int][]int{}
	for i, gr := range groups {
		leads[gr.Task] = gr.Holders(gr.Outcomes[chosen[i]])
	}
	return p.leadsFrom(leads)
}

func (p providers) leadsFrom(read map[int][]int) func(task int) []int {
	return func(task int) []int {
		if list, ok := read[task]; ok {
			return list
		}
		return p.g.Leads(task)
	}
}

func (p providers) moves(groups []placement.Group, chosen []int) []placement.Move {
	list := []placement.Move{}
	for i, gr := range groups {
		list = append(list, gr.Moves(p.g, gr.Outcomes[chosen[i]])...)
	}
	return list
}

// undeclared lists what the unknown cases want declared.
func (p providers) undeclared(cases []TriggerCase, of func(TriggerCase) Undeclared) Undeclared {
	all := Undeclared{Flows: len(p.g.Flows()) == 0, Kinds: []string{}, Tiers: []string{}, Substitutability: []string{}}
	for _, c := range cases {
		if c.Answer == Unknown {
			u := of(c)
			all.Kinds = append(all.Kinds, u.Kinds...)
			all.Tiers = append(all.Tiers, u.Tiers...)
			all.Substitutability = append(all.Substitutability, u.Substitutability...)
		}
	}
	for _, list := range []*[]string{&all.Kinds, &all.Tiers, &all.Substitutability} {
		slices.SortFunc(*list, graph.Compare)
		*list = slices.Compact(*list)
	}
	return all
}

// unknownIn lists what keeps the arrangements of a case from being certain.
func (p providers) unknownIn(c TriggerCase) Undeclared {
	u := Undeclared{}
	for _, a := range c.Arrangements {
		if org, _ := p.g.OrganizationIndex(a.Provider); p.is[org] == Unknown {
			u.Kinds = append(u.Kinds, a.Provider)
		}
		if a.Tier == "" {
			u.Tiers = append(u.Tiers, a.Flow)
		}
	}
	return u
}
