package pdf

import (
	"cmp"
	"math"
	"slices"
)

// column is where texts stand below each other.
type column struct {
	left, right float64 // of its texts
	head        [2]float64
	headed      bool         // a text of the line that shows the columns stands in it
	wide        bool         // it holds texts longer than marks
	above       bool         // it holds headings only, which stand over none of the others
	marks       [2]float64   // where marks stand in it
	taken       map[int]bool // lines that have a text in it
}

// spot is a text of a line, and the columns over which it stands.
type spot struct {
	piece
	line        int
	alone       bool // in its line
	again       bool // it repeats a heading
	first, last *column
}

// isNarrow reports whether a text is no longer than marks are.
func (p piece) isNarrow() bool { return p.right-p.left <= 2.5*p.size }

func (p piece) middle() float64 { return (p.left + p.right) / 2 }

// columns tells which texts stand below each other.
type columns struct {
	list []*column
	seed int  // the first line of those that show them
	last int  // the last one
	many bool // there are more than a table has
}

func (c *columns) add(s *spot) *column {
	of := &column{left: s.left, right: s.right, taken: map[int]bool{}, marks: [2]float64{math.Inf(1), math.Inf(-1)}}
	c.list = append(c.list, of)
	return of
}

// put lets a text stand in a column.
func (c *columns) put(s *spot, first, last *column) {
	s.first, s.last = first, last
	first.taken[s.line] = true
	if first == last && !s.isNarrow() && s.line >= c.seed {
		first.wide = true
		first.left, first.right = min(first.left, s.left), max(first.right, s.right)
	}
}

// seeded lets the texts of some lines begin columns, those below each other one.
func (c *columns) seeded(lines [][]*spot) {
	for _, stack := range stacks(lines) {
		of := c.add(stack[0])
		for _, s := range stack {
			of.left, of.right = min(of.left, s.left), max(of.right, s.right)
			s.first, s.last = of, of
			of.taken[s.line] = true
		}
		of.head, of.headed = [2]float64{of.left, of.right}, true
	}
}

// stacks parts texts into those that stand below each other, from left to right.
func stacks(lines [][]*spot) [][]*spot {
	all := slices.Concat(lines...)
	slices.SortStableFunc(all, func(a, b *spot) int { return cmp.Compare(a.left, b.left) })
	var list [][]*spot
	right := 0.0
	for _, s := range all {
		if n := len(list); n > 0 && s.left < right {
			list[n-1], right = append(list[n-1], s), max(right, s.right)
			continue
		}
		list, right = append(list, []*spot{s}), s.right
	}
	return list
}

// over returns the columns that a text overlaps, from left to right. A heading above the
// line that shows the columns stands over those of which it covers half, or they half of
// it: a title or a heading of several columns is none of one.
func (c *columns) over(s *spot) []*column {
	var list []*column
	for _, of := range c.list {
		half := min(of.right-of.left, s.right-s.left) / 2
		if s.line >= c.seed {
			half = min(half, 0.2*s.size)
		}
		if !of.above && min(of.right, s.right)-max(of.left, s.left) > half {
			list = append(list, of)
		}
	}
	slices.SortStableFunc(list, func(a, b *column) int { return cmp.Compare(a.left, b.left) })
	return list
}

// under returns the only column whose heading, widened a little, spans a place.
func (c *columns) under(x, near float64) *column {
	var found *column
	for _, of := range c.list {
		if of.headed && of.head[0]-near <= x && x <= of.head[1]+near {
			if found != nil {
				return nil
			}
			found = of
		}
	}
	return found
}

// where returns the only column in which a text of another page stands, or nil.
func (c *columns) where(s *spot) *column {
	if of := c.under(s.middle(), 0); s.isNarrow() && of != nil {
		return of
	}
	if over := c.over(s); len(over) == 1 {
		return over[0]
	}
	return c.home(s)
}

// place gives every text a column: what stands above the line that shows the columns
// first, then marks, each under the heading that spans it, then longer texts, the
// longest first. What stands under no heading gets a column of its own, and is left to
// those who read the table.
func (c *columns) place(spots []*spot) {
	rank := func(s *spot) int {
		switch {
		case s.line < c.seed:
			return 0
		case s.isNarrow():
			return 1
		}
		return 2
	}
	order := slices.Clone(spots)
	slices.SortStableFunc(order, func(a, b *spot) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(b.right-b.left, a.right-a.left))
	})
	var stray []*spot
	for _, s := range order {
		switch {
		case s.first != nil:
		case s.isNarrow():
			if of := c.under(s.middle(), 0); of != nil && !of.taken[s.line] {
				c.put(s, of, of)
				of.marks = [2]float64{min(of.marks[0], s.left), max(of.marks[1], s.right)}
			} else {
				stray = append(stray, s)
			}
		default:
			c.long(s)
		}
	}
	c.strays(stray)
	slices.SortStableFunc(c.list, func(a, b *column) int { return cmp.Compare(a.left+a.right, b.left+b.right) })
}

// long places a text that is no mark: over one column, or, as a heading of several, over
// all of them.
func (c *columns) long(s *spot) {
	over := c.over(s)
	switch n := len(over); {
	case s.line < c.seed && s.alone && (n == 0 || over[0].left <= c.list[0].left):
		s.first, s.last = c.list[0], c.list[0]
	case n == 0 && s.line < c.seed:
		of := c.add(s)
		of.above = true
		c.put(s, of, of)
	case n == 0:
		of := c.add(s)
		c.put(s, of, of)
	case n == 1:
		c.put(s, over[0], over[0])
	case s.line < c.seed:
		c.put(s, over[0], over[n-1])
	default: // it is too long for its column
		s.first, s.last = over[0], over[0]
		over[0].taken[s.line] = true
	}
}

// strays places short texts that no heading spans: with the marks below which they stand,
// within a column of longer texts, or in columns of their own.
func (c *columns) strays(list []*spot) {
	slices.SortStableFunc(list, func(a, b *spot) int { return cmp.Compare(a.middle(), b.middle()) })
	var own []*spot
	for _, s := range list {
		if of := c.home(s); of != nil {
			c.put(s, of, of)
			continue
		}
		if n := len(own); n > 0 && s.left > own[n-1].right {
			c.apart(own)
			own = nil
		}
		own = append(own, s)
	}
	c.apart(own)
}

// home returns the only column that a text without a heading may stand in, or nil.
func (c *columns) home(s *spot) *column {
	var found *column
	for _, of := range c.list {
		half := (s.right - s.left) / 2
		among := min(of.marks[1], s.right)-max(of.marks[0], s.left) > half
		within := of.wide && s.left >= of.left && s.right <= of.right
		if of.above || of.taken[s.line] || !among && !within {
			continue
		}
		if found != nil {
			return nil
		}
		found = of
	}
	return found
}

// apart gives texts below each other a column of their own, or the one whose heading all
// but spans them. Two of one line are not in one column.
func (c *columns) apart(list []*spot) {
	for len(list) > 0 {
		var rest []*spot
		a := [2]float64{list[0].left, list[0].right}
		lines := map[int]bool{}
		together := list[:0:0]
		for _, s := range list {
			if lines[s.line] {
				rest = append(rest, s)
				continue
			}
			lines[s.line] = true
			together = append(together, s)
			a = [2]float64{min(a[0], s.left), max(a[1], s.right)}
		}
		of := c.under((a[0]+a[1])/2, list[0].size/2)
		if of == nil || slices.ContainsFunc(together, func(s *spot) bool { return of.taken[s.line] }) {
			if c.many = c.many || len(c.list) > maxLoose; c.many {
				of = c.list[0]
			} else {
				of = c.add(together[0])
			}
		}
		for _, s := range together {
			if !of.headed {
				of.left, of.right = min(of.left, s.left), max(of.right, s.right)
			}
			of.marks = [2]float64{min(of.marks[0], s.left), max(of.marks[1], s.right)}
			c.put(s, of, of)
		}
		list = rest
	}
}
