package socialnetwork

import "tasuki/analysis/logpass"

// kind counts among parties of one kind. All counts are whole numbers, so that nothing
// depends on the order of cases.
type kind struct {
	depth  int // up to which distance handovers are counted
	most   int // pairs that are kept
	causal *follows

	pairs   logpass.Pairs
	list    []*pair
	crowded bool // there are more than most, so that none is kept
	parties []party
	cases   int
	events  int
	without int
	lengths []int // distance n -> sum over cases of |c| - n, where above 0
	longer  []int // distance n -> cases with |c| > n
	triples, returns,
	quadruples, pingPongs int

	// of the case at hand
	who, what []uint32
	present   []uint32
}

type party struct{ events, cases, latest, self int }

// pair counts from one party to another; of distance n at place n - 1, or n - 2.
type pair struct {
	handover, causal, subcontract series
	pingPongs                     int
	joint                         int // cases with both, counted where the first has the smaller number
}

// series counts by distance, and the cases in which something was counted.
type series struct {
	counts, cases, latest []int
}

func (s *series) add(at, n, number int) {
	for at >= len(s.counts) {
		s.counts, s.cases, s.latest = append(s.counts, 0), append(s.cases, 0), append(s.latest, 0)
	}
	s.counts[at] += n
	if s.latest[at] != number {
		s.latest[at] = number
		s.cases[at]++
	}
}

func (s *series) merge(o *series) {
	for at, n := range o.counts {
		if at >= len(s.counts) {
			s.counts, s.cases, s.latest = append(s.counts, 0), append(s.cases, 0), append(s.latest, 0)
		}
		s.counts[at] += n
		s.cases[at] += o.cases[at]
	}
}

func (k *kind) take(party, activity uint32, known bool) {
	if !known {
		k.without++
		return
	}
	k.who, k.what = append(k.who, party), append(k.what, activity)
}

// pair returns what is counted of a pair; when there are too many, something that nobody
// reads.
func (k *kind) pair(a, b uint32) *pair {
	if k.crowded {
		return &pair{}
	}
	i, isNew := k.pairs.Index(a, b)
	if isNew {
		k.list = append(k.list, &pair{})
	}
	if len(k.list) > k.most {
		k.crowd()
		return &pair{}
	}
	return k.list[i]
}

func (k *kind) crowd() { k.crowded, k.pairs, k.list = true, logpass.Pairs{}, nil }

// end counts the case at hand.
func (k *kind) end() {
	if len(k.who) == 0 {
		return
	}
	k.cases++
	k.events += len(k.who)
	k.meet()
	for n := range min(len(k.who), max(k.depth, 1)+1) {
		if n >= len(k.lengths) {
			k.lengths, k.longer = append(k.lengths, 0), append(k.longer, 0)
		}
		k.lengths[n] += len(k.who) - n
		k.longer[n]++
	}
	for i := range k.who {
		k.onward(i)
		k.back(i)
	}
	k.who, k.what = k.who[:0], k.what[:0]
}

// meet counts who is in the case, and with whom.
func (k *kind) meet() {
	k.present = k.present[:0]
	for _, p := range k.who {
		for int(p) >= len(k.parties) {
			k.parties = append(k.parties, party{})
		}
		x := &k.parties[p]
		x.events++
		if x.latest != k.cases {
			x.latest = k.cases
			x.cases++
			k.present = append(k.present, p)
		}
	}
	for i, p := range k.present {
		if k.crowded {
			return
		}
		for _, q := range k.present[:i] {
			k.pair(min(p, q), max(p, q)).joint++
		}
	}
}

// onward counts what event i hands on.
func (k *kind) onward(i int) {
	for n := 1; n <= k.depth && i+n < len(k.who); n++ {
		a, b := k.who[i], k.who[i+n]
		if a == b {
			if n == 1 {
				k.parties[a].self++
			}
			continue
		}
		if k.crowded {
			continue
		}
		x := k.pair(a, b)
		x.handover.add(n-1, 1, k.cases)
		if k.causal != nil && k.causal.related(k.what[i], k.what[i+n]) {
			x.causal.add(n-1, 1, k.cases)
		}
	}
}

// back counts what comes back to the party of event i.
func (k *kind) back(i int) {
	c := k.who
	for n := 2; n <= max(k.depth, 2) && i+n < len(c); n++ {
		if c[i] != c[i+n] || k.crowded {
			continue
		}
		for j := i + 1; j < i+n; j++ {
			if c[j] != c[i] {
				k.pair(c[i], c[j]).subcontract.add(n-2, 1, k.cases)
			}
		}
	}
	if i+2 < len(c) {
		k.triples++
		if c[i] == c[i+2] && c[i] != c[i+1] {
			k.returns++
		}
	}
	if i+3 < len(c) {
		k.quadruples++
		if c[i] == c[i+2] && c[i+1] == c[i+3] && c[i] != c[i+1] {
			k.pingPongs++
			k.pair(c[i], c[i+1]).pingPongs++
		}
	}
}

func (k *kind) merge(o *kind) {
	k.cases += o.cases
	k.events += o.events
	k.without += o.without
	k.triples += o.triples
	k.returns += o.returns
	k.quadruples += o.quadruples
	k.pingPongs += o.pingPongs
	for n := range o.lengths {
		if n >= len(k.lengths) {
			k.lengths, k.longer = append(k.lengths, 0), append(k.longer, 0)
		}
		k.lengths[n] += o.lengths[n]
		k.longer[n] += o.longer[n]
	}
	for p, x := range o.parties {
		for p >= len(k.parties) {
			k.parties = append(k.parties, party{})
		}
		k.parties[p].events += x.events
		k.parties[p].cases += x.cases
		k.parties[p].self += x.self
	}
	if o.crowded {
		k.crowd()
	}
	for i, key := range o.pairs.Keys() {
		x, y := k.pair(key[0], key[1]), o.list[i]
		x.handover.merge(&y.handover)
		x.causal.merge(&y.causal)
		x.subcontract.merge(&y.subcontract)
		x.pingPongs += y.pingPongs
		x.joint += y.joint
	}
}
