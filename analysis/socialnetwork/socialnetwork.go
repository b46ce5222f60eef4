package socialnetwork

import (
	"tasuki/analysis/logpass"
	"tasuki/graph"
	"tasuki/graph/eventlog"
)

// Compute passes through the cases of a log on two goroutines, once, or twice where causal
// relations are asked for. The error is that of the log. Without Beta it takes time in
// proportion to the events, and for each case to the pairs of its parties; with Beta, times
// Depth, and for subcontracting Depth^2 where a party comes back. It takes memory in
// proportion to pairs of parties, times Depth with Beta.
func Compute(g *graph.Graph, log eventlog.Log, m *eventlog.Map, o Options) (Result, error) {
	var causal *follows
	if o.Causal {
		first := []*follows{{}, {}}
		if err := logpass.Spread(first, log.Cases()); err != nil {
			return Result{}, err
		}
		causal = first[0]
	}
	c := &collector{g: g, m: m, options: o}
	for i := range c.kinds {
		c.kinds[i] = &kind{depth: o.reach(), most: MostPairs, causal: causal}
	}
	if err := logpass.Spread([]*collector{c, c.twin()}, log.Cases()); err != nil {
		return Result{}, err
	}
	r := Result{Options: o}
	names := log.Names()
	r.Performers = c.kinds[0].result(Performer, o, func(i uint32) string { return names.Performers[i] })
	r.Organizations = c.kinds[1].result(Organization, o, func(i uint32) string { return g.Organizations()[i].ID })
	return r, nil
}

// reach returns how far handovers are counted.
func (o Options) reach() int {
	if o.Beta == 0 {
		return 1
	}
	return max(1, o.Depth)
}

// follows are the pairs of activities that follow each other directly somewhere.
type follows struct{ pairs logpass.Pairs }

// Add takes a case in; events without an activity are passed over.
func (f *follows) Add(one eventlog.Case) {
	before := eventlog.Nobody
	for _, e := range one.Events {
		if e.Activity == eventlog.Nobody {
			continue
		}
		if before != eventlog.Nobody {
			f.pairs.Index(before, e.Activity)
		}
		before = e.Activity
	}
}

// Merge adds the pairs of another.
func (f *follows) Merge(o *follows) {
	for _, k := range o.pairs.Keys() {
		f.pairs.Index(k[0], k[1])
	}
}

// related reports whether two activities are in causal relation.
func (f *follows) related(a, b uint32) bool {
	return a != eventlog.Nobody && b != eventlog.Nobody && f.pairs.Find(a, b) >= 0 && f.pairs.Find(b, a) < 0
}

// collector counts by performer and by organization.
type collector struct {
	g       *graph.Graph
	m       *eventlog.Map
	options Options
	kinds   [2]*kind
}

func (c *collector) twin() *collector {
	t := &collector{g: c.g, m: c.m, options: c.options}
	for i, k := range c.kinds {
		t.kinds[i] = &kind{depth: k.depth, most: k.most, causal: k.causal}
	}
	return t
}

// Add takes a case in. Among organizations only events of tasks of the dataset are compared, as
// everywhere beside what is declared; performers are those of the whole log.
func (c *collector) Add(one eventlog.Case) {
	for _, e := range one.Events {
		c.kinds[0].take(e.Performer, e.Activity, e.Performer != eventlog.Nobody)
		if c.m.Task(e) < 0 {
			continue
		}
		org := c.m.Organization(e)
		c.kinds[1].take(uint32(org), e.Activity, org >= 0)
	}
	c.kinds[0].end()
	c.kinds[1].end()
}

// Merge adds what another has taken in.
func (c *collector) Merge(o *collector) {
	for i, k := range c.kinds {
		k.merge(o.kinds[i])
	}
}
