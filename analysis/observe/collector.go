package observe

import (
	"tasuki/analysis/logpass"
	"tasuki/graph"
	"tasuki/graph/eventlog"
)

// Collector takes the cases of a log in. Several can each take a part of the cases, in any
// order, and be merged: the result is the same for every division. A Collector is for one
// goroutine at a time.
type Collector struct {
	plan *plan
	m    *eventlog.Map

	cases, events, mapped, mappedCases, untimed int
	times                                       span
	repeats                                     int
	put, taken                                  int // work that needed branches had to hand on; what was taken over

	declared, undeclared []*sight      // by index in plan.pairs and others
	others               logpass.Pairs // of tasks that are not declared
	fromCases, fromTimes []int         // by task
	edges                logpass.Pairs // of organizations
	passed               []*sight
	within, unknown      int

	performed  performed
	footprints [2]footprint // of activities, of tasks
	days       map[int32]*[standings]int
	outside    int
	activities values
	performers values
	flows      flowTally

	// of the case at hand
	steps []step
	token []int32 // branch -> the step + 1 whose work it has to hand on; 0: none
	held  []int32 // branches with a token, perhaps several times
	last  []int32 // task -> number of the case that reached it last
	row   int64
	id    string
}

// step is an event of a task.
type step struct {
	task, org int // org: [eventlog.Unmapped] or [eventlog.Ignored] where there is none
	time      int64
}

// span are the first and the last of some times.
type span struct {
	first, last int64
	any         bool
}

func (s *span) add(t int64) {
	if t == eventlog.NoTime {
		return
	}
	if !s.any {
		s.first, s.last, s.any = t, t, true
	}
	s.first, s.last = min(s.first, t), max(s.last, t)
}

func (s *span) merge(o span) {
	if o.any {
		s.add(o.first)
		s.add(o.last)
	}
}

func (s span) ends() (first, last *int64) {
	if !s.any {
		return nil, nil
	}
	return &s.first, &s.last
}

// sight is what was seen of a pair.
type sight struct {
	count, cases int
	latest       int // number of the case in which it was seen last
	times        span
	first        examples
	wait         waits
}

func (s *sight) merge(o *sight) {
	s.count += o.count
	s.cases += o.cases
	s.times.merge(o.times)
	s.first.merge(&o.first)
	s.wait.merge(&o.wait)
}

// NewCollector returns a collector for logs that m ties to g.
func NewCollector(g *graph.Graph, m *eventlog.Map) *Collector { return newPlan(g, m).collector(m) }

func (p *plan) collector(m *eventlog.Map) *Collector {
	n := len(p.g.Tasks())
	return &Collector{
		plan: p, m: m,
		declared: make([]*sight, len(p.declared)), fromCases: make([]int, n), fromTimes: make([]int, n),
		token: make([]int32, len(p.branches)), last: make([]int32, n),
		days: map[int32]*[standings]int{}, flows: newFlowTally(p),
	}
}

// Twin returns an empty collector for the same log, to be merged later. It shares what is
// known of the dataset, so that it takes no time in proportion to that.
func (c *Collector) Twin() *Collector { return c.plan.collector(c.m) }

// Add takes in a case. It takes time in proportion to its events, each with the branches
// that lead to and from its task; a sequence of tasks that is new is held to the flows that
// have one of them besides, see [FlowResult].
func (c *Collector) Add(one eventlog.Case) {
	c.cases++
	c.events += len(one.Events)
	if len(one.Events) == 0 {
		return
	}
	c.begin(one)
	for _, e := range one.Events {
		c.row = min(c.row, e.Row)
	}
	for _, e := range one.Events {
		c.footprints[0].step(e.Activity, e.Activity != eventlog.Nobody, c.cases)
		task := c.m.Task(e)
		if task < 0 {
			c.activities.add(e.Activity, task == eventlog.Ignored, c.cases)
			continue
		}
		c.footprints[1].step(uint32(task), true, c.cases)
		c.perform(e, task)
	}
	c.footprints[0].end()
	c.footprints[1].end()
	if len(c.steps) == 0 {
		return
	}
	c.mapped += len(c.steps)
	c.mappedCases++
	for j := range c.steps {
		c.follow(j)
	}
	c.flows.add(c)
}

func (c *Collector) begin(one eventlog.Case) {
	c.steps, c.row, c.id = c.steps[:0], one.Events[0].Row, one.ID
	for _, b := range c.held {
		c.token[b] = 0
	}
	c.held = c.held[:0]
}

// follow finds what led to step j, and lays out what it hands on. A branch that had work of
// its task hands it on to the first of its alternatives that comes.
func (c *Collector) follow(j int) {
	s := c.steps[j]
	led, pair := false, int32(-1)
	for _, a := range c.plan.leads[s.task] {
		from := c.token[a.branch]
		if from == 0 {
			continue
		}
		c.token[a.branch] = 0
		if c.plan.branches[a.branch].needed {
			c.taken++
		}
		if led = true; a.pair != pair {
			pair = a.pair
			c.declared[pair] = c.see(c.declared[pair], int(from)-1, j)
		}
	}
	if j > 0 && !led {
		if before := c.steps[j-1]; before.task == s.task {
			c.repeats++
		} else {
			i, isNew := c.others.Index(uint32(before.task), uint32(s.task))
			if isNew {
				c.undeclared = append(c.undeclared, nil)
			}
			c.undeclared[i] = c.see(c.undeclared[i], j-1, j)
		}
	}
	for _, b := range c.plan.out[s.task] {
		if c.plan.branches[b].needed {
			c.put++
		}
		c.token[b] = int32(j) + 1
		c.held = append(c.held, b)
	}
	c.fromTimes[s.task]++
	if c.last[s.task] != int32(c.cases) {
		c.last[s.task] = int32(c.cases)
		c.fromCases[s.task]++
	}
}

// see counts a handoff from step i to step j, and between their organizations.
func (c *Collector) see(s *sight, i, j int) *sight {
	from, to := c.steps[i], c.steps[j]
	s = c.count(s, from.time, to.time)
	switch {
	case from.org < 0 || to.org < 0:
		c.unknown++
	case from.org == to.org:
		c.within++
	default:
		e, isNew := c.edges.Index(uint32(from.org), uint32(to.org))
		if isNew {
			c.passed = append(c.passed, nil)
		}
		c.passed[e] = c.count(c.passed[e], from.time, to.time)
	}
	return s
}

func (c *Collector) count(s *sight, from, to int64) *sight {
	if s == nil {
		s = &sight{}
	}
	s.count++
	if s.latest != c.cases {
		s.latest = c.cases
		s.cases++
		s.first.add(c.row, c.id)
	}
	s.times.add(to)
	s.wait.add(from, to)
	return s
}
