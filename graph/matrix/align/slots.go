package align

import (
	"slices"

	"tasuki/graph/matrix"
)

// slots says where the headings of a block put each organization of its
// table: the column, or 0 for an organization that has none.
type slots []int

// at returns the organization in a column, or -1.
func (s slots) at(column int) int {
	if column <= 0 {
		return -1
	}
	return slices.Index(s, column)
}

// first returns the leftmost column of an organization, or 0.
func (s slots) first() int {
	first := 0
	for _, column := range s {
		if column > 0 && (first == 0 || column < first) {
			first = column
		}
	}
	return first
}

// printedSlots are the slots as the headings of b have them. Of two columns
// with one organization the first counts.
func (t *alignTable) printedSlots(b *alignBlock) slots {
	s := make(slots, len(t.orgs))
	for _, column := range matrix.SortedKeys(b.Columns) {
		if o := t.index[b.Columns[column]]; s[o] == 0 {
			s[o] = int(column)
		}
	}
	return s
}

// insert returns s with a column for organization o, which has none: right of
// the organizations before it, moving those after it when no column is free.
// It returns nil when the order of s leaves o no place.
func (s slots) insert(o int) slots {
	before, after := 0, 0
	for i, column := range s {
		switch {
		case column == 0:
		case i < o:
			before = max(before, column)
		case after == 0 || column < after:
			after = column
		}
	}
	if after != 0 && after <= before {
		return nil
	}
	s = slices.Clone(s)
	switch {
	case before == 0:
		s[o] = after - 1
		if s[o] > 0 {
			return s
		}
	case after == 0 || after > before+1:
		s[o] = before + 1
		return s
	}
	for i := o + 1; i < len(s); i++ {
		if s[i] != 0 {
			s[i]++
		}
	}
	s[o] = before + 1
	return s
}

// widen returns s with a free column before organization o, or nil when o is
// the first or has no column.
func (s slots) widen(o int) slots {
	if s[o] == 0 || s[o] == s.first() {
		return nil
	}
	w := slices.Clone(s)
	for i, column := range s {
		if column >= s[o] {
			w[i]++
		}
	}
	return w
}

// unionOrder returns the organizations of all blocks in one order that agrees
// with the columns of every block as far as the blocks agree. It repeats: take
// the organization that fewest blocks still put behind another that is left,
// and of these the one met first.
func unionOrder(blocks []*alignBlock) []string {
	var left []string
	var lists [][]string
	for _, b := range blocks {
		var list []string
		for _, column := range matrix.SortedKeys(b.Columns) {
			if o := b.Columns[column]; !slices.Contains(list, o) {
				list = append(list, o)
			}
		}
		lists = append(lists, list)
		for _, o := range list {
			if !slices.Contains(left, o) {
				left = append(left, o)
			}
		}
	}
	var order []string
	for len(left) > 0 {
		best, fewest := 0, len(lists)+1
		for i, o := range left {
			behind := 0
			for _, list := range lists {
				at := slices.Index(list, o)
				if at > 0 && slices.ContainsFunc(list[:at], func(p string) bool { return slices.Contains(left, p) }) {
					behind++
				}
			}
			if behind < fewest {
				best, fewest = i, behind
			}
		}
		order = append(order, left[best])
		left = slices.Delete(left, best, best+1)
	}
	return order
}
