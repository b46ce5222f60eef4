package matrix

import (
	"fmt"
	"maps"
	"slices"

	"tasuki/graph"
	"tasuki/graph/matrix/cell"
)

// Check returns the faults of a reading that show without any row: unknown
// IDs and words, and blocks that claim the same line. Paths are JSON pointers
// into the reading.
func (r Reading) Check() graph.Problems {
	c := &checker{orgs: map[string]bool{}}
	for _, o := range r.Organizations {
		c.orgs[o.ID] = true
	}
	for i, b := range r.Blocks {
		path := fmt.Sprintf("/blocks/%d", i)
		c.organizations(path+"/columns", b.Columns)
		for j, other := range r.Blocks {
			if j < i && !b.Beside(other) {
				c.apart(path+"/lines", b.Lines, j, other)
			}
			if j != i && !b.Beside(other) {
				c.apart(path+"/headings", b.Headings, j, other)
			}
		}
		c.bands(path, b)
		c.roles(path, b)
	}
	for i, s := range r.Supplies {
		for j, b := range r.Blocks {
			c.apart(fmt.Sprintf("/supplies/%d/lines", i), s.Lines, j, b)
		}
	}
	c.glyphs(r.Glyphs)
	for _, word := range slices.Sorted(maps.Keys(r.Timings)) {
		if t := r.Timings[word]; t != "" && !slices.Contains(graph.Words("timing"), t) {
			c.add("/timings/"+word, t, "is not a known timing; use one of %v, or an empty word for one that says nothing", graph.Words("timing"))
		}
	}
	for i, k := range r.Rows {
		c.correction(fmt.Sprintf("/rows/%d", i), k)
	}
	return c.problems.Problems()
}

type checker struct {
	orgs     map[string]bool
	problems graph.Collector
}

func (c *checker) add(path, value, format string, args ...any) {
	c.problems.Add(graph.Problem{Path: path, Value: value}.Saying(format, args...))
}

func (c *checker) organization(path, id string) {
	if !c.orgs[id] {
		c.add(path, id, "is not the ID of any organization of this reading; declare it under organizations")
	}
}

func (c *checker) organizations(path string, columns map[Column]string) {
	for _, column := range slices.Sorted(maps.Keys(columns)) {
		c.organization(fmt.Sprintf("%s/%d", path, column), columns[column])
	}
}

func (c *checker) glyphs(g Glyphs) {
	meaning := map[string]string{}
	for _, list := range []struct {
		name   string
		glyphs []string
	}{{"lead", g.Lead}, {"accountable", g.Accountable}, {"support", g.Support}, {"informed", g.Informed}, {"blank", g.Blank}} {
		for i, glyph := range list.glyphs {
			key := cell.Fold(glyph)
			if other, listed := meaning[key]; listed && other != list.name {
				c.add(fmt.Sprintf("/glyphs/%s/%d", list.name, i), glyph, "means %s and %s; keep one meaning (case and width make no difference)", other, list.name)
			}
			meaning[key] = list.name
		}
	}
}

func (c *checker) correction(path string, k Correction) {
	c.organizations(path+"/marks", k.Marks)
	if !slices.Contains(graph.Words("reading"), string(k.Reading)) {
		c.add(path+"/reading", string(k.Reading), "is not a known reading; use one of %v", graph.Words("reading"))
	}
	if k.Shift != 0 && len(k.Marks) > 0 {
		c.add(path+"/shift", fmt.Sprint(k.Shift), "cannot go with marks: shift moves every mark of the row, marks names columns")
	}
	for _, column := range slices.Sorted(maps.Keys(k.Alternatives)) {
		if _, marked := k.Marks[column]; len(k.Marks) > 0 && !marked {
			c.add(fmt.Sprintf("%s/alternatives/%d", path, column), fmt.Sprint(column), "is none of the columns under marks, so its alternatives would be lost; add its mark or remove it")
		}
		for _, id := range k.Alternatives[column] {
			c.organization(fmt.Sprintf("%s/alternatives/%d", path, column), id)
		}
	}
	if k.Reading == graph.Uncertain && len(k.Alternatives) == 0 {
		c.add(path+"/alternatives", "", "is missing; list by column to whom else these uncertain marks may belong")
	}
	if k.Reading != graph.Printed && k.Reason.IsZero() {
		c.add(path+"/reason", "", "is missing; say why these marks are not read as printed")
	}
}

// apart reports lines that are among the task rows of block i.
func (c *checker) apart(path string, lines Lines, i int, b Block) {
	if overlap(lines, b.Lines) {
		c.add(path, lines.String(), "claims lines that block %d claims too; a line belongs to one block", i+1)
	}
}

func overlap(a, b Lines) bool {
	return a.Contains(b.First) || b.Contains(a.First)
}
