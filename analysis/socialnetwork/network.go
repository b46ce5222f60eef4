package socialnetwork

import (
	"cmp"
	"slices"
)

// result returns the measures by the names of parties. It takes time O(p log p) for p pairs,
// times Depth with Beta.
func (k *kind) result(by By, o Options, name func(i uint32) string) Network {
	r := Network{By: by, Parties: []Party{}, Pairs: []Pair{}, Crowded: k.crowded, Cases: k.cases, Events: k.events, Without: k.without, Triples: k.triples}
	r.Returns, r.PingPong = share(k.returns, k.triples), share(k.pingPongs, k.quadruples)
	successions, self := k.at(k.lengths, 1), 0
	for i, p := range k.parties {
		if p.events > 0 {
			r.Parties = append(r.Parties, Party{name(uint32(i)), p.events, p.cases, p.self, rate(float64(p.self), float64(successions))})
			self += p.self
		}
	}
	slices.SortFunc(r.Parties, func(a, b Party) int { return cmp.Compare(a.Name, b.Name) })
	r.Handover = Handover{Successions: successions, Self: share(self, successions)}
	d := k.denominators(o)
	r.Handover.Weighted, r.Handover.WeightedCases = d.handover, d.handoverCases
	for _, key := range k.pairs.Keys() {
		if joint := k.known(key[0], key[1]).joint; joint > 0 { // of either order, the one with the smaller number first
			r.Pairs = append(r.Pairs, k.measures(key[0], key[1], joint, d, name), k.measures(key[1], key[0], joint, d, name))
		}
	}
	slices.SortFunc(r.Pairs, func(a, b Pair) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) })
	return r
}

// known returns what is counted of a pair.
func (k *kind) known(a, b uint32) pair {
	if i := k.pairs.Find(a, b); i >= 0 {
		return *k.list[i]
	}
	return pair{}
}

func (k *kind) at(list []int, n int) int {
	if n < len(list) {
		return list[n]
	}
	return 0
}

// denominators are the sums that weighted counts are divided by.
type denominators struct {
	beta                         float64
	handover, handoverCases      float64
	subcontract, subcontractCase float64
}

func (k *kind) denominators(o Options) denominators {
	d := denominators{beta: o.Beta}
	factor := 1.0
	for n := 1; n < len(k.lengths) && n <= k.depth; n++ {
		d.handover += factor * float64(k.lengths[n])
		d.handoverCases += factor * float64(k.longer[n])
		if n+1 < len(k.lengths) && n+1 <= k.depth {
			d.subcontract += factor * float64(k.lengths[n+1]) * float64(n)
			d.subcontractCase += factor * float64(k.longer[n+1])
		}
		factor *= o.Beta
	}
	return d
}

func (k *kind) measures(a, b uint32, joint int, d denominators, name func(i uint32) string) Pair {
	x := k.known(a, b)
	p := Pair{From: name(a), To: name(b), JointCases: joint, PingPongs: x.pingPongs}
	p.Together = rate(float64(joint), float64(k.parties[a].cases))
	p.Handover = x.handover.measure(k.at(k.lengths, 1), k.cases, d.beta, d.handover, d.handoverCases)
	if k.causal != nil {
		causal := x.causal.measure(k.at(k.lengths, 1), k.cases, d.beta, d.handover, d.handoverCases)
		p.Causal = &causal
	}
	p.Subcontracting = x.subcontract.measure(k.triples, k.cases, d.beta, d.subcontract, d.subcontractCase)
	return p
}

func (s *series) measure(whole, cases int, beta, weighted, weightedCases float64) Measure {
	m := Measure{}
	if len(s.counts) > 0 {
		m.Count, m.Cases = s.counts[0], s.cases[0]
	}
	m.Rate, m.CaseRate = rate(float64(m.Count), float64(whole)), rate(float64(m.Cases), float64(cases))
	if beta == 0 {
		return m
	}
	sum, caseSum, factor := 0.0, 0.0, 1.0
	for n, count := range s.counts {
		sum += factor * float64(count)
		caseSum += factor * float64(s.cases[n])
		factor *= beta
	}
	m.BetaRate, m.BetaCaseRate = rate(sum, weighted), rate(caseSum, weightedCases)
	return m
}

func rate(part, whole float64) *float64 {
	if whole == 0 {
		return nil
	}
	x := part / whole
	return &x
}

func share(part, whole int) Share {
	s := Share{Part: part, Whole: whole}
	if whole > 0 {
		percent := 100 * float64(part) / float64(whole)
		s.Percent = &percent
	}
	return s
}
