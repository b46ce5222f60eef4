package analysis

import "math/big"

// impact is what the loss of an organization does to a flow.
type impact struct {
	now      *big.Rat
	readings span
	exact    bool
	broken   bool
	lost     []string
}

// impact returns what the loss of an organization does to the flow, as the
// dataset reads and over all readings. Tasks move independently of each other,
// and more lost tasks never do less, so the extremes are those of the tasks
// lost in every and in some reading.
func (s *stopping) impact(org int) impact {
	fates, p := s.fatesOf(org), s.flows[0]
	now := p.mask(func(task int) bool { return fates[task].now })
	always := p.mask(func(task int) bool { return fates[task].surely() })
	sometimes := p.mask(func(task int) bool { return fates[task].possibly() })
	i := impact{
		now:      p.impactOf(now),
		readings: span{p.impactOf(always), p.impactOf(sometimes)},
		exact:    !s.unknown, broken: !p.passable(now), lost: []string{},
	}
	for v, isLost := range now {
		if isLost {
			i.lost = append(i.lost, p.tasks[v])
		}
	}
	return i
}

// impactOf returns 1 when no way avoids the lost tasks, otherwise their share.
func (p procedure) impactOf(lost []bool) *big.Rat {
	if !p.passable(lost) {
		return big.NewRat(1, 1)
	}
	n := 0
	for _, isLost := range lost {
		if isLost {
			n++
		}
	}
	return big.NewRat(int64(n), int64(len(lost)))
}
