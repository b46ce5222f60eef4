package certainty

import (
	"cmp"
	"math/big"
	"slices"

	"tasuki/analysis/exact"
	"tasuki/analysis/placement"
	"tasuki/graph"
)

// TopicKind says which conclusion of [Certainties] is meant.
type TopicKind string

// The kinds of conclusion.
const (
	TopicFirst  TopicKind = "first"  // who holds the most lead marks
	TopicSecond TopicKind = "second" // who holds the next most
	TopicBand   TopicKind = "band"   // at which level of an authority's limits the HHI of all tasks is
	TopicFlow   TopicKind = "flow"   // whose loss leaves a flow no way
	TopicFlows  TopicKind = "flows"  // whose loss leaves some flow no way
)

// Topic names a conclusion of [Certainties].
type Topic struct {
	Kind TopicKind `json:"kind"` // first, second, band, flow or flows
	ID   string    `json:"id"`   // of the flow, or the authority; empty for the others
}

// MarkCheck says what hangs on an uncertain mark.
type MarkCheck struct {
	placement.Mark
	Source   graph.Source `json:"source"`   // where the mark stands
	Pivotal  []Topic      `json:"pivotal"`  // conclusions that change when this mark alone is read otherwise
	Smallest []Topic      `json:"smallest"` // conclusions that this mark and as few others as possible change: it stands in one of their smallest counter-readings; where these were not all looked at, in the first shown

	// Doubt is by how much less doubt is left on average when the mark is
	// settled, in percentage points, summed over the conclusions. The doubt of a
	// conclusion is the share of pairs of readings of which just one says what
	// the dataset says: 2 q (1 - q), where q is its agreement. Averages are over
	// the readings of the mark, each as often as it occurs.
	Doubt float64 `json:"doubt"`
	Exact bool    `json:"exact"` // Doubt is counted over all readings; otherwise estimated from Certainties.Sample
}

// checks returns what hangs on each mark: those first that stand in the smallest
// counter-readings of most conclusions, then those that leave least doubt when
// they are settled, then in the order of marks.
func (e *inquest) checks() []MarkCheck {
	doubts := make([]*big.Rat, len(e.marks))
	order := make([]int, len(e.marks))
	list := make([]MarkCheck, len(e.marks))
	for i, source := range e.sources() {
		list[i] = MarkCheck{Mark: e.marks[i], Source: source, Pivotal: []Topic{}, Smallest: []Topic{}, Exact: true}
		doubts[i], order[i] = new(big.Rat), i
	}
	for _, a := range e.asked {
		if len(a.changes) == 0 {
			continue
		}
		for i, h := range e.hanging(a) {
			c := &list[i]
			if e.pivotal(a, e.places[i]) {
				c.Pivotal = append(c.Pivotal, a.topic)
			}
			if h.smallest {
				c.Smallest = append(c.Smallest, a.topic)
			}
			doubts[i].Add(doubts[i], h.doubt)
			c.Exact = c.Exact && h.exact
		}
	}
	for i := range list {
		list[i].Doubt, _ = new(big.Rat).Mul(doubts[i], big.NewRat(100, 1)).Float64()
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(len(list[b].Smallest), len(list[a].Smallest)), doubts[b].Cmp(doubts[a]))
	})
	sorted := make([]MarkCheck, len(list))
	for i, at := range order {
		sorted[i] = list[at]
	}
	return sorted
}

// sources returns where the uncertain marks stand, in their order.
func (e *inquest) sources() []graph.Source {
	var list []graph.Source
	for _, gr := range e.groups {
		list = append(list, gr.Sources...)
	}
	return list
}

// pivotal reports whether the answer changes when one mark alone is read
// otherwise.
func (e *inquest) pivotal(a asked, p markPlace) bool {
	gr := e.groups[p.group]
	if !a.touches(p.group) {
		return false
	}
	return slices.ContainsFunc(gr.Choices[p.mark][1:], func(org int) bool {
		outcome := gr.Current()
		if org != exact.Nobody && (slices.Contains(outcome, org) || slices.Contains(gr.Fixed, org)) {
			return false
		}
		outcome[p.mark] = org
		now := e.current[p.group]
		e.current[p.group] = outcome
		defer func() { e.current[p.group] = now }()
		return !slices.Equal(a.answer(e.current), a.asRead())
	})
}

// hang is what hangs on one mark for one conclusion.
type hang struct {
	smallest bool
	doubt    *big.Rat // as a fraction
	exact    bool
}

// hanging returns what hangs on each mark. It settles one mark at a time; where
// that is too much, it looks at the readings drawn and the first change only.
func (e *inquest) hanging(a asked) []hang {
	list := make([]hang, len(e.places))
	for i, p := range e.places {
		list[i] = hang{doubt: new(big.Rat), exact: true}
		if !a.touches(p.group) {
			continue
		}
		h, ok := hang{}, a.counted != nil
		if ok {
			h, ok = a.settling(e.groups[p.group], p)
		}
		if !ok {
			return e.hangingByDraws(a)
		}
		list[i] = h
	}
	return list
}

// settling returns what hangs on a mark by settling it each way.
func (a asked) settling(gr placement.Group, p markPlace) (hang, bool) {
	h := hang{doubt: new(big.Rat), exact: true}
	q := new(big.Rat).SetFrac(a.counted.Same, a.counted.All)
	for _, org := range gr.Choices[p.mark] {
		n := 0
		for _, o := range gr.Outcomes {
			if o[p.mark] == org {
				n++
			}
		}
		if n == 0 {
			continue
		}
		v, ok := a.settle(p.group, p.mark, org)
		if !ok {
			return h, false
		}
		h.smallest = h.smallest || org != gr.Choices[p.mark][0] && v.Moves == a.changes[0].moves
		h.doubt.Add(h.doubt, spreadOf(q, new(big.Rat).SetFrac(v.Same, v.All), n, len(gr.Outcomes)))
	}
	return h, true
}

// spreadOf returns what one reading of a mark, n of m, adds to the doubt that
// settling it takes away: by the law of total variance, twice the square of the
// difference in agreement, as often as it occurs.
func spreadOf(q, settled *big.Rat, n, m int) *big.Rat {
	d := settled.Sub(settled, q)
	d.Mul(d, d)
	return d.Mul(d, big.NewRat(2*int64(n), int64(m)))
}

// hangingByDraws returns what hangs on each mark by the readings drawn.
func (e *inquest) hangingByDraws(a asked) []hang {
	if a.answers == nil {
		a.answers = e.answers(a.question)
	}
	same := make([]bool, len(a.answers))
	for i, answer := range a.answers {
		same[i] = slices.Equal(answer, a.asRead())
	}
	list := make([]hang, len(e.places))
	for i, p := range e.places {
		list[i] = hang{smallest: a.changes[0].reads(e.groups, p), doubt: new(big.Rat), exact: !a.touches(p.group)}
		if !list[i].exact && len(same) > 0 {
			list[i].doubt = e.doubtByDraws(same, p)
		}
	}
	return list
}

func (e *inquest) doubtByDraws(same []bool, p markPlace) *big.Rat {
	choice := e.groups[p.group].Choices[p.mark]
	drawn, agree := make([]int, len(choice)), make([]int, len(choice))
	all := 0
	for i, yes := range same {
		at := slices.Index(choice, e.drawn[i][p.group][p.mark])
		drawn[at]++
		if yes {
			agree[at]++
			all++
		}
	}
	doubt := new(big.Rat)
	for at, n := range drawn {
		if n > 0 {
			doubt.Add(doubt, spreadOf(big.NewRat(int64(all), int64(len(same))), big.NewRat(int64(agree[at]), int64(n)), n, len(same)))
		}
	}
	return doubt
}
