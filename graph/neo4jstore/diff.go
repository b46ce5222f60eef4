package neo4jstore

import (
	"context"
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"tasuki/graph/neo4jstore/model"
	"tasuki/graph/said"
)

// diff is what it takes to make the database hold the facts of a shape, and no
// others.
type diff struct {
	*model.Shape
	create []int    // facts that the database lacks
	change []change // facts that it holds with other properties
	remove []string // element IDs of what it holds besides
}

type change struct {
	at   string // element ID
	fact int
}

func (d *diff) size() int { return len(d.create) + len(d.change) + len(d.remove) }

// places maps the IDs of the nodes of a label to their element IDs.
type places map[string]map[string]string

// compareShape reads what the database holds of a shape and compares it with f. Of
// the nodes that stay it notes the places in at.
func compareShape(ctx context.Context, tx neo4j.ManagedTransaction, s *model.Shape, dataset string, f *model.Facts, at map[string]string) (*diff, error) {
	d, err := compareOnce(ctx, tx, s, dataset, f, at, false)
	if err != nil || s.IsNode() || len(d.change)+len(d.remove) == 0 {
		return d, err
	}
	return compareOnce(ctx, tx, s, dataset, f, at, true)
}

// compareOnce compares; without ids, the relationships in the result lack
// their element IDs.
func compareOnce(ctx context.Context, tx neo4j.ManagedTransaction, s *model.Shape, dataset string, f *model.Facts, at map[string]string, ids bool) (*diff, error) {
	c := &comparison{
		diff: &diff{Shape: s}, facts: f, at: at,
		groups: map[string][]int{}, missing: map[string]int{}, space: make([]string, 0, s.Keys),
	}
	for i := range s.Count(f) {
		anchor, _ := c.split(s.Key(f, i, c.space))
		c.groups[anchor] = append(c.groups[anchor], i)
	}
	if s.IsNode() {
		// All nodes are one group, though they come one by one.
		if err := c.begin(""); err != nil {
			return nil, err
		}
	}
	if err := eachFact(ctx, tx, s, dataset, ids, c.found); err != nil {
		return nil, err
	}
	c.end()
	for anchor := range c.groups {
		if err := c.begin(anchor); err != nil {
			return nil, err
		}
		c.end()
	}
	slices.Sort(c.create)
	return c.diff, nil
}

// comparison is a comparison under way. It goes group by group: relationships
// that share the end by which they are read are a group, so that what it
// remembers at a time is small.
type comparison struct {
	*diff
	facts   *model.Facts
	at      map[string]string
	groups  map[string][]int // the facts of the groups to come, by that end
	missing map[string]int   // the facts of this group that were not found yet, by key
	space   []string
}

// split returns the end by which a relationship is read, and what tells it from
// others of its group. Of a node it returns the ID.
func (c *comparison) split(key []string) (anchor, rest string) {
	switch {
	case len(key) == 0:
		return "", ""
	case c.IsNode():
		return "", key[0]
	case c.ByFrom:
		anchor, rest = key[0], key[1]
	default:
		anchor, rest = key[1], key[0]
	}
	for _, k := range key[2:] {
		rest += "\x00" + k
	}
	return anchor, rest
}

func (c *comparison) begin(anchor string) error {
	for _, i := range c.groups[anchor] {
		_, k := c.split(c.Key(c.facts, i, c.space))
		if _, twice := c.missing[k]; twice {
			ends, row := c.Put(c.facts, i)
			return said.Errorf("the facts state %s twice; keep one", c.Describe(ends, append(row, nil)[0]))
		}
		c.missing[k] = i
	}
	delete(c.groups, anchor)
	return nil
}

// end ends a group: what was not found in it has to be created.
func (c *comparison) end() {
	for _, i := range c.missing {
		c.create = append(c.create, i)
	}
	clear(c.missing)
}

// found compares facts that the database holds, of one group.
func (c *comparison) found(anchor string, facts []stored) error {
	if !c.IsNode() {
		c.end()
		if err := c.begin(anchor); err != nil {
			return err
		}
	}
	for _, fact := range facts {
		_, k := c.split(c.keyOf(fact))
		i, ok := c.missing[k]
		if !ok {
			c.remove = append(c.remove, fact.at)
			continue
		}
		delete(c.missing, k)
		if c.IsNode() {
			c.at[k] = fact.at
		}
		if c.Differs(c.facts, i, fact.values) {
			c.change = append(c.change, change{fact.at, i})
		}
	}
	return nil
}

func (c *comparison) keyOf(fact stored) []string {
	key := append(c.space[:0], fact.ends...)
	for _, v := range fact.values[:c.Keys-len(key)] {
		s, _ := v.(string)
		key = append(key, s)
	}
	return key
}
