package observe

import (
	"tasuki/analysis/logpass"
	"tasuki/graph/eventlog"
)

// performed counts mapped events by task and organization.
type performed struct {
	pairs logpass.Pairs // of a task and an organization
	done  []*deeds
	loose [][standings]int // task -> events that are tied to no organization
	cases []int            // organization -> cases
	last  []int            // organization -> the case that it was in last
}

// deeds are the events of a task by an organization.
type deeds struct {
	events, cases, latest int
	times                 span
	first                 examples
	standing              int
	mayLead               bool
}

// perform takes in an event of a task.
func (c *Collector) perform(e eventlog.Event, task int) {
	org := c.m.Organization(e)
	c.steps = append(c.steps, step{task, org, e.Time})
	if e.Time == eventlog.NoTime {
		c.untimed++
	}
	c.times.add(e.Time)
	standing := nobody
	switch {
	case org >= 0:
		standing = c.performed.add(c, e, task, org)
	case e.Performer != eventlog.Nobody:
		standing = unmapped
		if org == eventlog.Ignored {
			standing = ignored
		}
		c.performers.add(e.Performer, org == eventlog.Ignored, c.cases)
	}
	if org < 0 {
		if c.performed.loose == nil {
			c.performed.loose = make([][standings]int, len(c.plan.g.Tasks()))
		}
		c.performed.loose[task][standing]++
	}
	c.drift(e.Time, standing)
}

func (p *performed) add(c *Collector, e eventlog.Event, task, org int) int {
	i, isNew := p.pairs.Index(uint32(task), uint32(org))
	if isNew {
		d := &deeds{}
		d.standing, d.mayLead = c.plan.standing(task, org)
		p.done = append(p.done, d)
	}
	d := p.done[i]
	d.events++
	if d.latest != c.cases {
		d.latest = c.cases
		d.cases++
		d.first.add(c.row, c.id)
	}
	d.times.add(e.Time)
	if p.last == nil {
		n := len(c.plan.g.Organizations())
		p.last, p.cases = make([]int, n), make([]int, n)
	}
	if p.last[org] != c.cases {
		p.last[org] = c.cases
		p.cases[org]++
	}
	return d.standing
}

func (p *performed) merge(o *performed) {
	for i, k := range o.pairs.Keys() {
		at, isNew := p.pairs.Index(k[0], k[1])
		if isNew {
			p.done = append(p.done, &deeds{standing: o.done[i].standing, mayLead: o.done[i].mayLead})
		}
		d, other := p.done[at], o.done[i]
		d.events += other.events
		d.cases += other.cases
		d.times.merge(other.times)
		d.first.merge(&other.first)
	}
	if p.cases == nil && o.cases != nil {
		p.cases, p.last = make([]int, len(o.cases)), make([]int, len(o.cases))
	}
	for org, n := range o.cases {
		p.cases[org] += n
	}
	if p.loose == nil {
		p.loose = o.loose
		return
	}
	for task := range o.loose {
		for s, n := range o.loose[task] {
			p.loose[task][s] += n
		}
	}
}

// performersResult returns who performed what. All lists are by ID, because tasks and organizations
// are.
func (c *Collector) performersResult() Performers {
	g, p := c.plan.g, &c.performed
	r := Performers{Tasks: []TaskPerformers{}, Organizations: []OrganizationPerformed{}, Pairs: []Performed{}}
	var all [standings]int
	tasks, orgs := make([][standings]int, len(g.Tasks())), make([][standings]int, len(g.Organizations()))
	copy(tasks, p.loose)
	for _, i := range p.pairs.Sorted() {
		d, task, org := p.done[i], p.pairs.Keys()[i][0], p.pairs.Keys()[i][1]
		tasks[task][d.standing] += d.events
		orgs[org][d.standing] += d.events
		x := Performed{
			Task: g.Tasks()[task].ID, Organization: g.Organizations()[org].ID, Standing: Standings()[d.standing],
			MayLead: d.mayLead, Events: d.events, Cases: d.cases, Examples: d.first.list(),
		}
		x.First, x.Last = d.times.ends()
		r.Pairs = append(r.Pairs, x)
	}
	for task := range tasks {
		n := &tasks[task]
		if events := total(n); events > 0 {
			r.Tasks = append(r.Tasks, TaskPerformers{g.Tasks()[task].ID, events, c.fromCases[task], counts(n), ledShare(n)})
		}
		for s, k := range n {
			all[s] += k
		}
	}
	for org := range orgs {
		n := &orgs[org]
		if events := total(n); events > 0 {
			r.Organizations = append(r.Organizations, OrganizationPerformed{g.Organizations()[org].ID, events, p.cases[org], counts(n), ledShare(n)})
		}
	}
	r.Counts, r.Lead, r.Drift = counts(&all), ledShare(&all), c.driftResult()
	return r
}

func total(n *[standings]int) (sum int) {
	for _, k := range n {
		sum += k
	}
	return sum
}
