package loss

import "slices"

// greedy returns the participants in the order in which a greedy search loses
// them, and how many tasks are lost by then. It takes time O(marks + n^2) for n
// participants.
func (r lossReading) greedy() (order, lost []int) {
	degrees := byDegree(r.g, r.orgs)
	s := newGreedySearch(r)
	for range r.orgs {
		next := -1
		for _, o := range degrees {
			if !s.gone[o] && (next < 0 || s.gains[o] > s.gains[next]) {
				next = o
			}
		}
		s.lose(next)
		order, lost = append(order, next), append(lost, s.lost)
	}
	return order, lost
}

// greedySearch knows how many more tasks are lost with each participant, which
// changes with a loss only as far as its own tasks do.
type greedySearch struct {
	groups  []taskGroup
	of      [][]int // participant -> positions of the groups that it has a say in
	missing []int   // of each group, members of all that are left
	met     []bool  // of each group, that one of oneOf is gone, or there is none
	gone    []bool
	gains   []int
	lost    int
}

func newGreedySearch(r lossReading) *greedySearch {
	n := len(r.orgs)
	s := &greedySearch{
		groups: r.groups, of: make([][]int, n), missing: make([]int, len(r.groups)), met: make([]bool, len(r.groups)),
		gone: make([]bool, n), gains: make([]int, n),
	}
	for i, t := range r.groups {
		for _, list := range [][]int{t.lost.all, t.lost.oneOf} {
			for _, o := range list {
				s.of[o] = append(s.of[o], i)
			}
		}
		s.missing[i], s.met[i] = len(t.lost.all), len(t.lost.oneOf) == 0
		s.count(i, t.tasks)
	}
	return s
}

// lose loses one more participant. A group is counted anew for each of its
// members, but looked through only when one more loss would lose its tasks.
func (s *greedySearch) lose(org int) {
	for _, i := range s.of[org] {
		s.count(i, -s.groups[i].tasks)
	}
	s.gone[org] = true
	for _, i := range s.of[org] {
		if _, one := slices.BinarySearch(s.groups[i].lost.oneOf, org); one {
			s.met[i] = true
		} else {
			s.missing[i]--
		}
		s.count(i, s.groups[i].tasks)
	}
}

// count adds the tasks of a group to what is lost, or to the gains of those any
// of whose loss loses them.
func (s *greedySearch) count(i, tasks int) {
	c := s.groups[i].lost
	switch {
	case s.missing[i] == 0 && s.met[i]:
		s.lost += tasks
	case s.missing[i] == 0:
		for _, o := range c.oneOf {
			s.gains[o] += tasks
		}
	case s.missing[i] == 1 && s.met[i]:
		s.gains[c.all[slices.IndexFunc(c.all, func(o int) bool { return !s.gone[o] })]] += tasks
	}
}
