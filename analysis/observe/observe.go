package observe

import (
	"cmp"
	"math"
	"slices"

	"tasuki/analysis/logpass"
	"tasuki/graph"
	"tasuki/graph/eventlog"
)

// Compare passes once through the cases of a log, on two goroutines beside whoever reads it.
// The error is that of the log. It takes time in proportion to the events, each with the
// handoffs that lead to and from its task, and memory in proportion to pairs of names, not
// to events; see [Collector] for taking cases in otherwise.
func Compare(g *graph.Graph, log eventlog.Log, m *eventlog.Map) (Result, error) {
	c := NewCollector(g, m)
	if err := logpass.Spread([]*Collector{c, c.Twin()}, log.Cases()); err != nil {
		return Result{}, err
	}
	return c.Result(log.Names()), nil
}

// Merge adds what another collector for the same log has taken in, which must not be used
// any more.
func (c *Collector) Merge(o *Collector) {
	c.cases += o.cases
	c.events += o.events
	c.mapped += o.mapped
	c.mappedCases += o.mappedCases
	c.untimed += o.untimed
	c.repeats += o.repeats
	c.put += o.put
	c.taken += o.taken
	c.within += o.within
	c.unknown += o.unknown
	c.outside += o.outside
	c.times.merge(o.times)
	for i, s := range o.declared {
		c.declared[i] = joined(c.declared[i], s)
	}
	c.undeclared = mergeSights(&c.others, c.undeclared, &o.others, o.undeclared)
	c.passed = mergeSights(&c.edges, c.passed, &o.edges, o.passed)
	for i := range o.fromCases {
		c.fromCases[i] += o.fromCases[i]
		c.fromTimes[i] += o.fromTimes[i]
	}
	c.performed.merge(&o.performed)
	for i := range c.footprints {
		c.footprints[i].merge(&o.footprints[i])
	}
	for d, n := range o.days {
		if c.days[d] == nil {
			c.days[d] = &[standings]int{}
		}
		for s, k := range n {
			c.days[d][s] += k
		}
	}
	c.activities.merge(&o.activities)
	c.performers.merge(&o.performers)
	c.flows.merge(&o.flows)
}

func joined(a, b *sight) *sight {
	if a == nil || b == nil {
		return cmp.Or(a, b)
	}
	a.merge(b)
	return a
}

func mergeSights(p *logpass.Pairs, list []*sight, q *logpass.Pairs, others []*sight) []*sight {
	for i, k := range q.Keys() {
		at, isNew := p.Index(k[0], k[1])
		if isNew {
			list = append(list, nil)
		}
		list[at] = joined(list[at], others[i])
	}
	return list
}

// Result returns what the cases that were taken in show. Names are those of their log. The
// collector must not be used any more. It takes time O(p log p) in the number of pairs, and
// that of the betweenness of the organizations.
func (c *Collector) Result(names *eventlog.Names) Result {
	// What the merging of parts has not settled is who saw a case last: the numbers of cases
	// are of one collector alone, and not asked for any more.
	r := Result{
		Log:        Extent{Cases: c.cases, Events: c.events, Mapped: c.mapped, MappedCases: c.mappedCases, Untimed: c.untimed},
		Handoffs:   c.handoffsResult(),
		Performers: c.performersResult(),
		Flows:      c.flows.result(),
		Footprints: c.footprintsResult(names),
		Network:    c.networkResult(),
	}
	r.Log.First, r.Log.Last = c.times.ends()
	r.Unmapped.Activities, r.Unmapped.IgnoredActivities = c.activities.result(names.Activities)
	r.Unmapped.Performers, r.Unmapped.IgnoredPerformers = c.performers.result(names.Performers)
	return r
}

func (c *Collector) handoffsResult() Handoffs {
	r := Handoffs{Declared: []Declared{}, Undeclared: []Undeclared{}, Repeats: c.repeats}
	tasks := c.plan.g.Tasks()
	seen, reached, times, all := 0, 0, 0, 0
	for _, i := range c.plan.pairs.Sorted() {
		k := c.plan.pairs.Keys()[i]
		d := Declared{From: tasks[k[0]].ID, To: tasks[k[1]].ID, Declarations: c.plan.declarations(i), FromCases: c.fromCases[k[0]], FromEvents: c.fromTimes[k[0]], Seen: c.declared[i].result()}
		r.Declared = append(r.Declared, d)
		seen += one(d.Count > 0)
		reached += one(d.FromCases > 0)
		times += d.Count
	}
	all = times
	for _, i := range c.others.Sorted() {
		k := c.others.Keys()[i]
		u := Undeclared{From: tasks[k[0]].ID, To: tasks[k[1]].ID, Seen: c.undeclared[i].result()}
		r.Undeclared = append(r.Undeclared, u)
		all += u.Count
	}
	slices.SortStableFunc(r.Undeclared, func(a, b Undeclared) int { return cmp.Compare(b.Count, a.Count) })
	r.PairPrecision = share(seen, seen+len(r.Undeclared))
	r.PairRecall = share(seen, len(r.Declared))
	r.ReachedRecall = share(seen, reached)
	r.CountPrecision = share(times, all)
	r.CountRecall = share(c.taken, c.put)
	return r
}

func (s *sight) result() Seen {
	if s == nil {
		s = &sight{}
	}
	r := Seen{Count: s.count, Cases: s.cases, Examples: s.first.list(), Wait: s.wait.result()}
	r.First, r.Last = s.times.ends()
	return r
}

// declarations returns where a pair is declared, by flow, branch, kind; of no flow last.
func (p *plan) declarations(pair int) []Declaration {
	slices.SortStableFunc(p.declared[pair], func(a, b Declaration) int {
		return cmp.Or(cmp.Compare(one(a.Flow == ""), one(b.Flow == "")), graph.Compare(a.Flow, b.Flow), cmp.Compare(a.Branch, b.Branch), cmp.Compare(a.Kind, b.Kind))
	})
	return slices.Clone(p.declared[pair])
}

// ProposeMinutes returns the waits of declared handoffs as a draft of their minutes, by flow,
// from, to, branch, kind; of no flow last. Handoffs without a measured wait are left out.
func ProposeMinutes(r Result) []Minutes {
	list := []Minutes{}
	for _, h := range r.Handoffs.Declared {
		if h.Wait.P50 == nil {
			continue
		}
		for _, d := range h.Declarations {
			if d.PastGateway { // minutes are those of handoffs
				continue
			}
			list = append(list, Minutes{
				Flow: d.Flow, From: h.From, To: h.To, Kind: d.Kind, Branch: d.Branch, Declared: d.Minutes,
				Minutes: int(math.Ceil(*h.Wait.P50)), Measured: h.Wait.Measured,
			})
		}
	}
	slices.SortStableFunc(list, func(a, b Minutes) int {
		return cmp.Or(cmp.Compare(one(a.Flow == ""), one(b.Flow == "")), graph.Compare(a.Flow, b.Flow), graph.Compare(a.From, b.From),
			graph.Compare(a.To, b.To), cmp.Compare(a.Branch, b.Branch), cmp.Compare(a.Kind, b.Kind))
	})
	return list
}
