package certainty

import (
	"math/big"
	"slices"

	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
)

// maxSearches is how many searches for a way the count of readings of a flow
// may take.
const maxSearches = 1 << 12

// census counts the readings in which organizations stop a flow, or do not, as
// wanted. It settles one task at a time, and is done with an organization when
// what is open can neither break nor save a flow for it: the factoring method of
// network reliability (Satyanarayana and Chang, Networks 13(1), 1983). In the
// worst case it takes exponential time in the number of tasks that matter.
type census struct {
	*Blocked
	wanted   map[int]bool     // organization -> that it stops a flow
	open     map[int][]parcel // task -> readings that differ for an organization
	settled  map[int]parcel
	searches int
}

// parcel are readings of a task that are alike for every organization.
type parcel struct {
	ways int
	lost []int // organizations with which the task is lost
}

// readingsWith returns in how many readings of the tasks of the flows each of
// the organizations stops a flow exactly when it is of the set, or false when
// that takes too many searches.
func (s *Blocked) readingsWith(orgs, set []int) (*big.Int, bool) {
	if s.unknown {
		return nil, false
	}
	c := &census{Blocked: s, wanted: map[int]bool{}, open: map[int][]parcel{}, settled: map[int]parcel{}}
	for _, org := range orgs {
		c.wanted[org] = slices.Contains(set, org)
	}
	rest := big.NewInt(1) // readings of tasks that make no difference
	for _, task := range s.tasks {
		list, uncertain := s.Variants[task]
		if !uncertain {
			continue
		}
		if parcels := s.parcels(task, list, orgs); len(parcels) > 1 {
			c.open[task] = parcels
		} else {
			c.settled[task] = parcels[0]
			rest.Mul(rest, big.NewInt(int64(len(list))))
		}
	}
	n := c.Count(orgs)
	*s.spent += c.searches
	return rest.Mul(rest, n), c.searches <= maxSearches
}

// parcels groups the readings of a task by the organizations with which it is
// lost.
func (s *Blocked) parcels(task int, list []placement.Variant, orgs []int) []parcel {
	var parcels []parcel
	for _, x := range list {
		p := parcel{ways: 1}
		for _, org := range orgs {
			if s.rules.OutcomeOf(x, task, rules.Only(org)) == rules.Lost {
				p.lost = append(p.lost, org)
			}
		}
		i := slices.IndexFunc(parcels, func(other parcel) bool { return slices.Equal(p.lost, other.lost) })
		if i < 0 {
			parcels = append(parcels, p)
			continue
		}
		parcels[i].ways++
	}
	return parcels
}

// Count returns the readings of what is open in which each of the organizations
// does what is wanted.
func (c *census) Count(orgs []int) *big.Int {
	var unclear []int
	for _, org := range orgs {
		stops, known := c.settles(org)
		if known && stops != c.wanted[org] || c.searches > maxSearches {
			return new(big.Int)
		}
		if !known {
			unclear = append(unclear, org)
		}
	}
	n := big.NewInt(1)
	if len(unclear) == 0 {
		for task, parcels := range c.open {
			if _, ok := c.settled[task]; !ok {
				n.Mul(n, big.NewInt(int64(ways(parcels))))
			}
		}
		return n
	}
	task := c.next(unclear[0])
	n.SetInt64(0)
	for _, p := range c.open[task] {
		c.settled[task] = p
		n.Add(n, new(big.Int).Mul(big.NewInt(int64(p.ways)), c.Count(unclear)))
	}
	delete(c.settled, task)
	return n
}

func ways(parcels []parcel) int {
	n := 0
	for _, p := range parcels {
		n += p.ways
	}
	return n
}

// settles returns whether an organization stops a flow, if what is settled says.
func (c *census) settles(org int) (stops, known bool) {
	c.searches += 2
	if c.stops(c.isLost(org, true)) {
		return true, true
	}
	return false, !c.stops(c.isLost(org, false))
}

// isLost says whether a task is lost with an organization, what is open being
// kept where it can be, or lost.
func (c *census) isLost(org int, keeping bool) func(task int) bool {
	return func(task int) bool {
		if p, ok := c.settled[task]; ok {
			return slices.Contains(p.lost, org)
		}
		f := c.fates[org][task]
		if keeping {
			return f.surely()
		}
		return f.possibly()
	}
}

// next returns the task to settle: the first open one of the best that is
// left when open tasks are kept, of the first flow that has none when they are
// lost.
func (c *census) next(org int) int {
	for _, p := range c.Flows {
		avoid := p.Mask(c.isLost(org, false))
		if p.Passable(avoid) {
			continue
		}
		for _, v := range p.Left(p.Mask(c.isLost(org, true))) {
			if avoid[v] {
				return p.Index[v]
			}
		}
	}
	panic("analysis: an organization is unclear, but no open task matters to it")
}
