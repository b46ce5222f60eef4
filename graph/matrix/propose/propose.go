package propose

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"tasuki/graph"
	"tasuki/graph/matrix"
	"tasuki/graph/matrix/align"
	"tasuki/graph/matrix/cell"
	"tasuki/graph/matrix/legend"
	"tasuki/graph/matrix/table"
	"tasuki/graph/said"
)

// Sheet is a table in memory. Only sheets of workbooks have names.
type Sheet struct {
	Name string
	Rows []table.Row

	legend legend.Legend // what is said of its marks, there or on another sheet
}

// explained finds the legends of sheets, and takes them out of the rows. A sheet
// without one has those of the others, since workbooks often keep them apart.
func explained(sheets []Sheet) []Sheet {
	sheets = slices.Clone(sheets)
	var all legend.Legend
	for i, s := range sheets {
		l := legend.Find(s.Rows)
		l.Sheet = s.Name
		if len(l.Cells) > 0 && len(all.Cells) == 0 {
			all = l
		}
		sheets[i].legend, sheets[i].Rows = l, l.Mask(s.Rows)
	}
	for i := range sheets {
		if len(sheets[i].legend.Cells) == 0 {
			sheets[i].legend = all
		}
	}
	return sheets
}

// ProposeOptions say what is known of a matrix beforehand.
type ProposeOptions struct {
	Sheet  string       // the one to read; empty: the one with the most marks
	Format table.Format // of the file; empty: by its content and its ending
}

// Propose makes a reading for the matrix called name, which has none. It finds
// the marks by what they look like, the headings above them, the blocks that
// repeated headings make, and the columns of item numbers, task names, timings
// and organizations; when the headings look less like parties than the first
// column does, organizations stand in rows. What it took for granted it says in
// Assumptions, with the key to change. When the marks do not fit the headings,
// [align.Align] adds corrections.
//
// A sign or word where marks stand that could be one is read as one, so that
// importing stops at what nothing is known of. Columns and rows beside the tasks
// that are left out are named in Assumptions, and so are fillers of empty cells,
// such as dashes, which count from the second on.
//
// IDs are the printed texts, white space folded. Of a heading that explains
// itself after " - " only what stands before counts.
//
// Of several sheets that hold a matrix it takes the one with the most marks, the
// first of equals. The error says that there is no matrix, or is a [table.SheetError]
// when the sheet asked for is not there. Time grows with the cells, apart from
// Align, which large sheets are spared: those with more than 20,000 rows times
// organizations.
func Propose(name string, sheets []Sheet, o ProposeOptions) (matrix.Reading, error) {
	c, names := choice{}, []string(nil)
	for _, sheet := range explained(sheets) {
		names = append(names, sheet.Name)
		if o.Sheet == "" || sheet.Name == o.Sheet {
			c.add(sheet)
		}
	}
	if o.Sheet != "" && !slices.Contains(names, o.Sheet) {
		return matrix.Reading{}, said.Errorf("proposing a reading of %q: %w", name, &table.SheetError{Sheet: o.Sheet, Sheets: names})
	}
	return c.reading(name, o.Sheet, len(sheets))
}

// choice is the sheet with the most marks among those seen, the first of several.
type choice struct {
	best  *proposal
	marks int
	names []string // of the sheets with a matrix
}

// add looks at a sheet.
func (c *choice) add(sheet Sheet) {
	p := look(sheet)
	if len(p.areas) == 0 {
		return
	}
	c.names = append(c.names, sheet.Name)
	if n := p.markCount(); c.best == nil || n > c.marks {
		c.best, c.marks = p, n
	}
}

// reading proposes a reading of the sheet chosen, which says that there was a
// choice.
func (c *choice) reading(name, asked string, sheets int) (matrix.Reading, error) {
	switch {
	case c.best == nil && asked != "":
		return matrix.Reading{}, said.Errorf("proposing a reading of %q, sheet %q: %w", name, asked, errNoMatrix)
	case c.best == nil:
		return matrix.Reading{}, said.Errorf("proposing a reading of %q: %w", name, errNoMatrix)
	case asked != "":
	case len(c.names) > 1:
		c.best.assume("sheet: of %d sheets that hold a matrix (%s), %q has the most marks; name another with --sheet or under \"sheet\"",
			len(c.names), table.FirstOf(c.names), c.best.sheet.Name)
	case sheets > 1:
		c.best.assume("sheet: %q is the only sheet that holds a matrix; name another under \"sheet\"", c.best.sheet.Name)
	}
	if len(c.best.areas) > maxAreas {
		return matrix.Reading{}, said.Errorf("proposing a reading of %q: headings begin %d times, and at most %d are proposed; write a reading file that says where the matrix is", name, len(c.best.areas), maxAreas)
	}
	return c.best.reading(name), nil
}

// markCount returns how many cells of the sheet read as marks.
func (p *proposal) markCount() int {
	n := 0
	for _, row := range p.sheet.Rows {
		for _, cell := range row.Cells {
			if p.isMark(cell) {
				n++
			}
		}
	}
	return n
}

var errNoMatrix = said.Errorf("there is no matrix: no rows with headings above and marks such as ○ △, R A C I or X; write a reading file that says where it is")

// proposal is what is found out about one sheet.
type proposal struct {
	sheet       Sheet
	glyphs      matrix.Glyphs
	table       cell.Table
	notation    cell.Notation
	areas       []*area
	core        []int           // the columns where marks stand
	known       map[string]bool // names of organizations
	assumptions []string

	kinds  map[string]cellKind // of the cells seen so far
	marked map[int]bool        // line -> whether it has marks
}

func (p *proposal) assume(format string, args ...any) {
	if text := fmt.Sprintf(format, args...); !slices.Contains(p.assumptions, text) {
		p.assumptions = append(p.assumptions, text)
	}
}

// look searches a matrix in a sheet; without any, there are no areas.
func look(sheet Sheet) *proposal {
	sheet.Rows = table.WithCopies(sheet.Rows)
	p := &proposal{sheet: sheet, kinds: map[string]cellKind{}, marked: map[int]bool{}}
	if p.findGlyphs() {
		p.findAreas()
	}
	return p
}

// reading turns what was found into a reading.
func (p *proposal) reading(name string) matrix.Reading {
	base := filepath.Base(name)
	r := matrix.Reading{
		Matrix: base, Sheet: p.sheet.Name, Glyphs: p.glyphs, KeepUnread: true,
		Name: graph.Text(strings.TrimSuffix(base, filepath.Ext(base))),
	}
	p.assumeGlyphs()
	if l := p.sheet.legend; len(l.Cells) > 0 {
		p.assume("%s", l.Assumption())
	}
	p.readTimings(&r)
	p.readColumns()
	for _, a := range p.areas {
		p.extend(a)
		p.addBlock(&r, a)
	}
	p.addSections(&r)
	p.assumeRemarks()
	p.assumeLeftOut(&r)
	p.assume(`rules: leads not declared, so each of several leads is taken to be needed; declare it under "rules"`)
	p.assume(`rules: support not declared, so no supporter is taken to stand in; declare it under "rules"`)
	r.Assumptions = p.assumptions
	if l := p.sheet.legend; l.Sheet == p.sheet.Name {
		l.Leave(&r, p.sheet.Rows)
	}
	return p.align(r)
}

// align adds corrections when the marks do not stand under the headings, and
// corrections make more of them readable. That some marks are unknown does not
// mean that they stand elsewhere.
func (p *proposal) align(r matrix.Reading) matrix.Reading {
	problems := p.faults(r)
	known := func(fault graph.Problem) bool { return !p.isToken(fault.Value) }
	if !slices.ContainsFunc(problems, known) || p.tooLong(r) {
		return r
	}
	aligned := align.Align(p.sheet.Rows, r)
	if len(aligned.Rows) == 0 || p.faults(aligned).Count() >= problems.Count() {
		return r
	}
	aligned.Assumptions = append(aligned.Assumptions, `rows: some marks do not stand under their headings, and where they belong was estimated; see and change under "rows"`)
	return aligned
}

// tooLong reports whether estimating every row would keep people waiting and
// take much memory: Align weighs each row against each organization's heading.
func (p *proposal) tooLong(r matrix.Reading) bool {
	return len(p.sheet.Rows)*len(r.Organizations) > maxAligned
}

// faults returns what cannot be read of the sheet as r says.
func (p *proposal) faults(r matrix.Reading) graph.Problems {
	_, err := matrix.Scan(func(yield func(table.Row, error) bool) {
		for _, row := range p.sheet.Rows {
			if !yield(row, nil) {
				return
			}
		}
	}, r, r.Matrix, nil)
	var problems graph.Problems
	if err != nil && !errors.As(err, &problems) {
		problems = graph.Problems{{Message: err.Error()}}
	}
	return problems
}
