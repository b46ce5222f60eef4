package graph

import "tasuki/graph/said"

// What a [Collector] keeps of one kind of problem.
const (
	keptOfEqual = 3    // problems with the same value
	keptValues  = 100  // different values
	keptBytes   = 1000 // of a value
)

// Collector gathers problems in bounded memory: of each kind it keeps the first few
// of each of the first values, and counts the others. The zero value is ready
// for use.
type Collector struct {
	problems Problems
	count    int
	kinds    map[string]*collected
}

// collected is what there is of one kind.
type collected struct {
	first  int // position of the first problem
	values map[string]*collectedValue
}

// collectedValue is what there is of one kind and value.
type collectedValue struct{ first, kept int }

// Add takes one problem, and those that it stands for.
func (c *Collector) Add(p Problem) {
	c.count += 1 + p.More
	p.Value = said.Cut(p.Value, keptBytes)
	if c.kinds == nil {
		c.kinds = map[string]*collected{}
	}
	kind := c.kinds[p.kind()]
	if kind == nil {
		kind = &collected{len(c.problems), map[string]*collectedValue{}}
		c.kinds[p.kind()] = kind
	}
	value := kind.values[p.Value]
	if value == nil {
		if len(kind.values) == keptValues {
			c.problems[kind.first].More += 1 + p.More
			return
		}
		value = &collectedValue{first: len(c.problems)}
		kind.values[p.Value] = value
	}
	if value.kept == keptOfEqual {
		c.problems[value.first].More += 1 + p.More
		return
	}
	value.kept++
	c.problems = append(c.problems, p)
}

// AddAll takes every problem of a list.
func (c *Collector) AddAll(ps Problems) {
	for _, p := range ps {
		c.Add(p)
	}
}

// Count returns how many problems there are.
func (c *Collector) Count() int { return c.count }

// Problems returns what is kept of them, in the order in which they came.
func (c *Collector) Problems() Problems { return append(Problems(nil), c.problems...) }
