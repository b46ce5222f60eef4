package certainty

import (
	"math/bits"
	"slices"

	"tasuki/analysis/exact"
	"tasuki/analysis/flow"
	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
)

// trial tries readings: with which of the organizations that are unsure does a
// flow have no way. It loses 64 of them at once, and knows of each reading of a
// task with which of them it is lost, so that a reading costs a look at each group
// and a search for a way in each flow.
type trial struct {
	*Blocked
	flows    []*flow.Parallel
	unsureAt []int              // organization -> position in unsure; nobody
	sets     int                // words that hold a bit for each of unsure
	of       map[int][]int      // task -> its groups
	read     map[int][][]uint64 // task -> of each of its readings, those with which it is lost; nil: not looked at yet
	lost     [][]uint64         // task -> the same in the reading at hand
}

func newTrial(s *Blocked) *trial {
	t := &trial{
		Blocked: s, unsureAt: slices.Repeat([]int{exact.Nobody}, len(s.g.Organizations())), sets: (len(s.unsure) + 63) / 64,
		lost: make([][]uint64, len(s.g.Tasks())), of: map[int][]int{}, read: map[int][][]uint64{},
	}
	for i, org := range s.unsure {
		t.unsureAt[org] = i
	}
	for _, p := range s.Flows {
		t.flows = append(t.flows, flow.NewParallel(p))
	}
	for _, task := range s.tasks {
		t.lost[task] = t.losers(s.g, task)
	}
	for _, i := range s.at {
		t.of[s.groups[i].Task] = append(t.of[s.groups[i].Task], i)
	}
	for task, list := range s.Variants {
		t.read[task] = make([][]uint64, len(list))
	}
	return t
}

// losers returns with which of unsure a task is lost: leads of it.
func (t *trial) losers(who rules.Roles, task int) []uint64 {
	set := make([]uint64, t.sets)
	for _, org := range who.Leads(task) {
		if i := t.unsureAt[org]; i != exact.Nobody && t.rules.OutcomeOf(who, task, rules.Only(org)) == rules.Lost {
			set[i/64] |= 1 << (i % 64)
		}
	}
	return set
}

// stopping returns those of unsure that stop a flow in a reading.
func (t *trial) stopping(outcomes [][]int) []int {
	for task := range t.Variants {
		t.lost[task] = t.losersIn(task, outcomes)
	}
	var set []int
	for w := range t.sets {
		stops := uint64(0)
		for _, p := range t.flows {
			stops |= p.Blocked(func(v int) uint64 { return t.lost[p.Index[v]][w] })
		}
		for ; stops != 0; stops &= stops - 1 {
			if i := 64*w + bits.TrailingZeros64(stops); i < len(t.unsure) {
				set = append(set, t.unsure[i])
			}
		}
	}
	return set
}

// losersIn is losers in a reading. A task's readings are numbered as
// [placement.VariantsOf] lists them; where they are too many, none is kept.
func (t *trial) losersIn(task int, outcomes [][]int) []uint64 {
	at := 0
	for _, i := range t.of[task] {
		gr := t.groups[i]
		if gr.Outcomes == nil {
			return t.losers(placement.ReadAs(t.g, t.groups, t.of[task], outcomes), task)
		}
		at = at*len(gr.Outcomes) + slices.IndexFunc(gr.Outcomes, func(o []int) bool { return slices.Equal(o, outcomes[i]) })
	}
	if t.read[task][at] == nil {
		t.read[task][at] = t.losers(t.Variants[task][at], task)
	}
	return t.read[task][at]
}
