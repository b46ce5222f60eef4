package pdf

import (
	"cmp"
	"slices"
)

// column is where texts stand below each other.
type column struct {
	left, right float64 // of its texts
	head        [2]float64
	headed      bool         // a text of the line that shows the columns stands in it
	wide        bool         // it holds texts longer than marks
	above       bool         // it holds headings only, which stand over none of the others
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
	of := &column{left: s.left, right: s.right, taken: map[int]bool{}}
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

// under returns the column whose heading spans the middle of a text, or else nearly does.
func (c *columns) under(s *spot) *column {
	var exact, near []*column
	x := s.middle()
	for _, of := range c.list {
		switch {
		case !of.headed:
		case of.head[0] <= x && x <= of.head[1]:
			exact = append(exact, of)
		case of.head[0]-s.size/2 <= x && x <= of.head[1]+s.size/2:
			near = append(near, of)
		}
	}
	if len(exact) == 0 {
		exact = near
	}
	if len(exact) != 1 {
		return nil
	}
	return exact[0]
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
			if of := c.under(s); of != nil && !of.taken[s.line] {
				c.put(s, of, of)
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
	case s.line < c.seed && s.alone:
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

// strays places short texts that stand under no heading: within a column of longer
// texts, or in columns of their own.
func (c *columns) strays(list []*spot) {
	slices.SortStableFunc(list, func(a, b *spot) int { return cmp.Compare(a.middle(), b.middle()) })
	var own *column
	for _, s := range list {
		over := c.over(s)
		if len(over) == 1 && !over[0].taken[s.line] && (!over[0].headed || over[0].wide && s.left >= over[0].left && s.right <= over[0].right) {
			c.put(s, over[0], over[0])
			continue
		}
		if own == nil || s.left > own.right || own.taken[s.line] {
			if len(c.list) > maxLoose {
				c.many = true
			}
			own = c.add(s)
		}
		own.left, own.right = min(own.left, s.left), max(own.right, s.right)
		c.put(s, own, own)
	}
}
