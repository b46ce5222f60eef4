package drawings

import (
	"cmp"
	"slices"

	"tasuki/analysis/bottleneck"
	"tasuki/render/typeset"
)

// ringOrder returns the organizations with the one that has the most handoffs
// through it first, ties by rank, and the others so that those that hand much
// to each other stand together, as far as swapping two at a time can reach.
func ringOrder(b bottleneck.Bottleneck) []bottleneck.OrganizationLoad {
	through := func(l bottleneck.OrganizationLoad) float64 {
		if l.Handoffs == nil {
			return 0
		}
		return l.Handoffs.In + l.Handoffs.Out
	}
	orgs := slices.SortedStableFunc(slices.Values(b.Organizations), func(x, y bottleneck.OrganizationLoad) int {
		return cmp.Compare(through(y), through(x))
	})
	linked := slices.IndexFunc(orgs, func(l bottleneck.OrganizationLoad) bool { return through(l) == 0 })
	if linked < 0 {
		linked = len(orgs)
	}
	s := newRing(orgs[:linked], b.Handovers)
	best := s.span()
	for improved := true; improved; {
		improved = false
		for i := 1; i < linked; i++ {
			for j := i + 1; j < linked; j++ {
				if s.change(i, j) > best*rounding {
					continue
				}
				s.swap(i, j)
				if span := s.span(); span < best-1e-9 {
					best, improved = span, true
					orgs[i], orgs[j] = orgs[j], orgs[i]
				} else {
					s.swap(i, j)
				}
			}
		}
	}
	return orgs
}

// rounding is more than sums of handoffs in different orders differ by, relatively.
const rounding = 1e-9

// ring are organizations on places, 0 being the centre, with the handoffs between
// those on the ring.
type ring struct {
	at, place []int // which stands at a place, and where each stands
	handovers []ringHandover
	of        [][]int // positions in handovers of those to and from each
}

type ringHandover struct {
	from, to int
	handoffs float64
}

func newRing(orgs []bottleneck.OrganizationLoad, handovers []bottleneck.Handover) *ring {
	s := &ring{of: make([][]int, len(orgs))}
	index := map[string]int{}
	for i, o := range orgs {
		index[o.Organization] = i
		s.at, s.place = append(s.at, i), append(s.place, i)
	}
	for _, h := range handovers {
		from, to := index[h.From], index[h.To]
		if from == 0 || to == 0 || from == to {
			continue
		}
		s.of[from], s.of[to] = append(s.of[from], len(s.handovers)), append(s.of[to], len(s.handovers))
		s.handovers = append(s.handovers, ringHandover{from, to, h.Handoffs})
	}
	return s
}

// span adds up how many places on the ring each handoff spans, those of the
// centre apart.
func (s *ring) span() float64 {
	span := 0.0
	for _, h := range s.handovers {
		span += s.length(h)
	}
	return span
}

// length returns how many places the handoffs of one organization to another span.
func (s *ring) length(h ringHandover) float64 {
	steps := typeset.Abs(s.place[h.from] - s.place[h.to])
	return h.handoffs * float64(min(steps, len(s.at)-1-steps))
}

func (s *ring) swap(i, j int) {
	s.at[i], s.at[j] = s.at[j], s.at[i]
	s.place[s.at[i]], s.place[s.at[j]] = i, j
}

// change returns by how much swapping what stands at two places changes the span,
// but for rounding. It looks at the handoffs of the two alone.
func (s *ring) change(i, j int) float64 {
	before := s.near(i) + s.near(j)
	s.swap(i, j)
	after := s.near(i) + s.near(j)
	s.swap(i, j)
	return after - before
}

// near adds up the spans of what stands at a place; those between the two that
// are swapped count twice, and are not changed by it.
func (s *ring) near(i int) float64 {
	sum := 0.0
	for _, at := range s.of[s.at[i]] {
		sum += s.length(s.handovers[at])
	}
	return sum
}
