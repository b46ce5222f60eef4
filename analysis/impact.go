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
func (f flowReadings) impact(org int) impact {
	fates := f.fates(org)
	i := impact{
		now:      f.impactOf(fates.now),
		readings: span{f.impactOf(fates.always), f.impactOf(fates.sometimes)},
		exact:    true, broken: !f.p.passable(fates.now), lost: []string{},
	}
	for v, isLost := range fates.now {
		if isLost {
			i.lost = append(i.lost, f.p.tasks[v])
		}
	}
	for _, list := range f.variants {
		i.exact = i.exact && len(list) > 0
	}
	return i
}

// impactOf returns 1 when no way avoids the lost tasks, otherwise their share.
func (f flowReadings) impactOf(lost []bool) *big.Rat {
	if !f.p.passable(lost) {
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
