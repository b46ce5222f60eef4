package matrix

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"tasuki/graph"
)

// corrections finds the corrections of a task, and remembers which were used.
type corrections struct {
	list   []Correction
	exact  map[string][]int // task -> positions in list
	ranges []itemRange
	used   []bool
}

type itemRange struct {
	items Items
	index int
}

func newCorrections(list []Correction) *corrections {
	c := &corrections{list: list, exact: map[string][]int{}, used: make([]bool, len(list))}
	for i, k := range list {
		for _, items := range k.Items {
			if strings.Contains(string(items), "..") {
				c.ranges = append(c.ranges, itemRange{items, i})
			} else {
				c.exact[string(items)] = append(c.exact[string(items)], i)
			}
		}
	}
	return c
}

// Of returns the positions of the corrections that concern a task.
func (c *corrections) Of(task string) []int {
	found := slices.Clone(c.exact[task])
	for _, r := range c.ranges {
		if r.items.Contains(task) {
			found = append(found, r.index)
		}
	}
	slices.Sort(found)
	found = slices.Compact(found)
	for _, i := range found {
		c.used[i] = true
	}
	return found
}

// unused reports the corrections that matched no row.
func (c *corrections) unused() graph.Problems {
	var ps graph.Problems
	for i, used := range c.used {
		if !used {
			ps = append(ps, graph.Problem{Path: fmt.Sprintf("/rows/%d/items", i), Value: fmt.Sprint(c.list[i].Items), Message: "matches no row of the matrix; correct the items or remove the entry"})
		}
	}
	return ps
}

// place is where one mark belongs.
type place struct {
	organization string
	reading      graph.Reading
	alternatives []string
	reason       graph.Name
}

// printedPlaces returns, by column, where the marks of a block belong by its
// headings alone.
func printedPlaces(b Block) map[Column]place {
	at := make(map[Column]place, len(b.Columns))
	for column, org := range b.Columns {
		at[column] = place{organization: org, reading: graph.Printed}
	}
	return at
}

// places returns, by column, where the marks of one row of block b belong: by
// the block's headings, and over them by the corrections at the given
// positions. Two corrections of one column are a fault.
func (c *corrections) places(b Block, found []int) (map[Column]place, graph.Problems) {
	at := printedPlaces(b)
	var ps graph.Problems
	by := map[Column]int{}
	for _, i := range found {
		k := c.list[i]
		targets := k.Marks
		if len(targets) == 0 {
			at = map[Column]place{}
			targets = map[Column]string{}
			for column, org := range b.Columns {
				targets[column-Column(k.Shift)] = org
			}
		}
		for _, column := range slices.Sorted(maps.Keys(targets)) {
			if j, taken := by[column]; taken {
				ps = append(ps, graph.Problem{Path: fmt.Sprintf("/rows/%d", i), Value: fmt.Sprint(column)}.Saying("column corrected twice for the same row, here and at /rows/%d; keep one", j))
			}
			by[column] = i
			at[column] = place{targets[column], k.Reading, k.Alternatives[column], k.Reason}
		}
	}
	return at, ps
}

// HeadingOf returns the first column of an organization in a block.
func HeadingOf(b Block, organization string) (Column, bool) {
	for _, column := range SortedKeys(b.Columns) {
		if b.Columns[column] == organization {
			return column, true
		}
	}
	return 0, false
}
