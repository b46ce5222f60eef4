package layout

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"

	"tasuki/graph"
	"tasuki/graph/matrix"
	"tasuki/graph/matrix/propose/band"
	"tasuki/graph/matrix/table"
)

var leadingNumber = regexp.MustCompile(`^[0-9]+`)

// addSections tells item numbers apart that start again: each time one repeats
// a new section begins, named by the number of the title above it or by its
// place.
func (p *proposal) addSections(r *matrix.Reading) {
	starts := p.sectionStarts()
	if len(starts) < 2 {
		p.addTitles(r)
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

// addTitles makes the titles of tables below each other phases, where each has one of
// its own.
func (p *proposal) addTitles(r *matrix.Reading) {
	seen := map[string]bool{}
	for _, a := range p.areas {
		if a.title == "" || seen[a.title] || a.turned {
			return
		}
		seen[a.title] = true
	}
	if len(seen) < 2 || len(p.parts) > 1 {
		return
	}
	for i, a := range p.areas {
		r.Phases = append(r.Phases, graph.Term{ID: a.title, Name: graph.Text(a.title)})
		r.Blocks[i].Phase = a.title
	}
	p.assume(`blocks: the titles of %d tables (%s) are the phases of their tasks; change "phase" of the blocks`, len(seen), table.FirstOf(matrix.SortedKeys(seen)))
}

// cutTitle takes the last row off the body of a, and returns its text, when it is a
// title directly above the headings in a line.
func (p *proposal) cutTitle(a *area, line int) string {
	if a == nil || len(a.body) < 2 {
		return ""
	}
	last := a.body[len(a.body)-1]
	texts := band.Texts(last)
	if last.Line != line-1 || len(texts) != 1 || p.hasMarks(last) || p.isRemark(last) {
		return ""
	}
	a.body = a.body[:len(a.body)-1]
	return texts[0]
}

// sectionStarts returns the areas at which the item numbers start again, the
// first area among them; none when there are no item numbers.
func (p *proposal) sectionStarts() []int {
	if !slices.ContainsFunc(p.areas, func(a *area) bool { return a.item > 0 }) {
		return nil
	}
	seen := map[string]bool{}
	var starts []int
	for i, a := range p.areas {
		if i == 0 || slices.ContainsFunc(a.items, func(text string) bool { return seen[text] }) {
			starts = append(starts, i)
			clear(seen)
		}
		for _, text := range a.items {
			seen[text] = true
		}
	}
	return starts
}

// taskIDs returns what the tasks of a are called by: their item numbers or, without
// any, their names.
func (p *proposal) taskIDs(a *area) []string {
	var ids []string
	if len(a.named) == 0 {
		return nil
	}
	if a.turned {
		for _, column := range matrix.SortedKeys(a.names) {
			ids = append(ids, a.names[column])
		}
		return ids
	}
	for _, row := range a.body {
		if text := matrix.Fold(row.Cell(a.named[0])); text != "" && !a.banded[row.Line] {
			ids = append(ids, text)
		}
	}
	return ids
}
