package layout

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"

	"tasuki/graph"
	"tasuki/graph/matrix"
)

var leadingNumber = regexp.MustCompile(`^[0-9]+`)

// addSections tells item numbers apart that start again: each time one repeats
// a new section begins, named by the number of the title above it or by its
// place.
func (p *proposal) addSections(r *matrix.Reading) {
	starts := p.sectionStarts()
	if len(starts) < 2 {
		return
	}
	used := map[string]bool{}
	section := ""
	for i, a := range p.areas {
		if slices.Contains(starts, i) {
			section = leadingNumber.FindString(a.title)
			for n := len(used) + 1; section == "" || used[section]; n++ {
				section = strconv.Itoa(n)
			}
			used[section] = true
			title := cmp.Or(a.title, fmt.Sprintf("part %s", section))
			r.Phases = append(r.Phases, graph.Term{ID: section, Name: graph.Text(title)})
		}
		r.Blocks[i].Task = section + "-{item}"
		r.Blocks[i].Phase = section
	}
	p.assume(`blocks: the item numbers start again, so that each part of the table puts its own number before them; change "task" of the blocks`)
}

// sectionStarts returns the areas at which the item numbers start again, the
// first area among them; none when there are no item numbers.
func (p *proposal) sectionStarts() []int {
	seen := map[string]bool{}
	var starts []int
	for i, a := range p.areas {
		if a.item == 0 {
			return nil
		}
		texts := a.items
		if i == 0 || slices.ContainsFunc(texts, func(text string) bool { return seen[text] }) {
			starts = append(starts, i)
			clear(seen)
		}
		for _, text := range texts {
			seen[text] = true
		}
	}
	return starts
}
