package layout

import (
	"cmp"
	"slices"
)

// segment is a piece of an arrow along a channel or a gutter. What is said of a
// channel, its left and right, up and down, is meant for a gutter of its top and
// bottom, left and right.
type segment struct {
	line         int  // the channel or gutter
	from, to     int  // the places between which it runs
	fromUp, toUp bool // the arrow goes on upwards there
	begin, end   float64
	track        int
}

func (s *segment) low() float64 { return min(s.begin, s.end) }

func (s *segment) high() float64 { return max(s.begin, s.end) }

// setTracks gives the segments of all arrows tracks: those of gutters first, as
// where they stand decides what crosses what in channels.
func (g *grid) setTracks() {
	gutters, channels := make([][]*segment, len(g.D.Lanes)+1), make([][]*segment, g.rows+1)
	for _, w := range g.ways {
		if s := w.gutter; s != nil {
			s.begin, s.end = float64(s.from), float64(s.to)
			if w.side != bottomSide {
				s.begin += w.exit - 0.5
			}
			gutters[s.line] = append(gutters[s.line], s)
		}
	}
	for _, list := range gutters {
		g.gutters = append(g.gutters, setTracks(list))
	}
	for i, w := range g.ways {
		from, to := g.from(g.D.Edges[i]), g.to(g.D.Edges[i])
		begin := float64(column(from.Lane)) + w.exit - 0.5
		end := float64(column(to.Lane)) + g.slot(g.ends[i].port) - 0.5
		if w.gutter != nil {
			at := float64(2*w.gutter.line) + float64(w.gutter.track+1)/float64(g.gutters[w.gutter.line]+1) - 0.5
			if w.first != nil {
				w.first.begin, w.first.end = begin, at
			}
			w.final.begin, w.final.end = at, end
		} else {
			for _, s := range []*segment{w.first, w.final} {
				if s != nil {
					s.begin, s.end = begin, end
				}
			}
		}
		for _, s := range []*segment{w.first, w.final} {
			if s != nil {
				channels[s.line] = append(channels[s.line], s)
			}
		}
	}
	for _, list := range channels {
		g.channels = append(g.channels, setTracks(list))
	}
}

// setTracks gives the segments of one channel tracks from top to bottom, so that none
// shares a piece of one with another, and returns how many there are. Segments are
// put in order one after the other, long ones last, each where the arrows cross
// least, the highest of equal places, and once more when all stand. O(n²) for n
// segments.
func setTracks(list []*segment) int {
	slices.SortStableFunc(list, func(a, b *segment) int { return cmp.Compare(a.high()-a.low(), b.high()-b.low()) })
	var order []*segment
	for _, s := range list {
		order = insert(order, s)
	}
	for _, s := range list {
		at := slices.Index(order, s)
		order = insert(slices.Delete(order, at, at+1), s)
	}
	count := 0
	for k, s := range order {
		s.track = 0
		for _, other := range order[:k] {
			if other.low() <= s.high() && s.low() <= other.high() {
				s.track = max(s.track, other.track+1)
			}
		}
		count = max(count, s.track+1)
	}
	return count
}

// insert puts a segment where it crosses the others least.
func insert(order []*segment, s *segment) []*segment {
	best, least, sum := 0, 0, 0 // counted from the highest place on
	for k, other := range order {
		if sum += crossings(other, s) - crossings(s, other); sum < least {
			best, least = k+1, sum
		}
	}
	return slices.Insert(order, best, s)
}

// crossings counts how often two arrows cross where one has a segment above that
// of the other.
func crossings(upper, lower *segment) int {
	n := 0
	for _, x := range []struct {
		at     float64
		up     bool
		within *segment
		count  bool
	}{
		{upper.begin, upper.fromUp, lower, false}, {upper.end, upper.toUp, lower, false},
		{lower.begin, lower.fromUp, upper, true}, {lower.end, lower.toUp, upper, true},
	} {
		if x.up == x.count && x.within.low() < x.at && x.at < x.within.high() {
			n++
		}
	}
	return n
}
