package certainty

import (
	"math/big"

	"tasuki/analysis/flow"
	"tasuki/analysis/rules"
)

// impact is what the loss of an organization does to a flow.
type impact struct {
	Now      *big.Rat
	Readings rules.Span
	Exact    bool
	Broken   bool
	Lost     []string
}

// Impact returns what the loss of an organization does to the flow, as the
// dataset reads and over all readings. Tasks move independently of each other,
// and more lost tasks never do less, so the extremes are those of the tasks
// lost in every and in some reading.
func (s *Blocked) Impact(org int) impact {
	fates, p := s.fatesOf(org), s.Flows[0]
	now := p.Mask(func(task int) bool { return fates[task].now })
	always := p.Mask(func(task int) bool { return fates[task].surely() })
	sometimes := p.Mask(func(task int) bool { return fates[task].possibly() })
	i := impact{
		Now:      impactOf(p, now),
		Readings: rules.Span{Low: impactOf(p, always), High: impactOf(p, sometimes)},
		Exact:    !s.unknown, Broken: !p.Passable(now), Lost: []string{},
	}
	for v, isLost := range now {
		if isLost {
			i.Lost = append(i.Lost, p.Tasks[v])
		}
	}
	return i
}

// impactOf returns 1 when no way avoids the lost tasks, otherwise their share.
func impactOf(p flow.Graph, lost []bool) *big.Rat {
	if !p.Passable(lost) {
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
