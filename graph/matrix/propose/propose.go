package propose

import (
	"slices"

	"tasuki/graph/matrix"
	"tasuki/graph/matrix/legend"
	"tasuki/graph/matrix/propose/layout"
	"tasuki/graph/matrix/table"
	"tasuki/graph/said"
)

// Sheet is a table in memory. Only sheets of workbooks have names.
type Sheet = layout.Sheet

// explained finds the legends of sheets, and takes them out of the rows. A sheet
// without one has those of the others, since workbooks often keep them apart.
func explained(sheets []Sheet) []Sheet {
	sheets = slices.Clone(sheets)
	var all legend.Legend
	signs := legend.Signs{}
	for _, s := range sheets {
		signs.Count(s.Rows)
	}
	for i, s := range sheets {
		l := legend.Find(s.Rows, signs)
		l.Sheet = s.Name
		if len(l.Cells) > 0 && len(all.Cells) == 0 {
			all = l
		}
		sheets[i].Legend, sheets[i].Rows = l, l.Mask(s.Rows)
	}
	for i := range sheets {
		if len(sheets[i].Legend.Cells) == 0 {
			sheets[i].Legend = all
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
	best  *layout.Found
	marks int
	names []string // of the sheets with a matrix

	noParty error // why marks under a heading are no matrix
}

// add looks at a sheet.
func (c *choice) add(sheet Sheet) {
	p := layout.Look(sheet)
	if !p.HasMatrix() {
		if c.noParty == nil {
			c.noParty = p.Without()
		}
		return
	}
	c.names = append(c.names, sheet.Name)
	if n := p.Marks(); c.best == nil || n > c.marks {
		c.best, c.marks = p, n
	}
}

// reading proposes a reading of the sheet chosen, which says that there was a
// choice.
func (c *choice) reading(name, asked string, sheets int) (matrix.Reading, error) {
	switch {
	case c.best == nil && c.noParty != nil:
		return matrix.Reading{}, said.Errorf("proposing a reading of %q: %w", name, c.noParty)
	case c.best == nil && asked != "":
		return matrix.Reading{}, said.Errorf("proposing a reading of %q, sheet %q: %w", name, asked, errNoMatrix)
	case c.best == nil:
		return matrix.Reading{}, said.Errorf("proposing a reading of %q: %w", name, errNoMatrix)
	case asked != "":
	case len(c.names) > 1:
		c.best.Assume("sheet: of %d sheets that hold a matrix (%s), %q has the most marks; name another with --sheet or under \"sheet\"",
			len(c.names), table.FirstOf(c.names), c.best.Sheet().Name)
	case sheets > 1:
		c.best.Assume("sheet: %q is the only sheet that holds a matrix; name another under \"sheet\"", c.best.Sheet().Name)
	}
	if c.best.Headings() > maxAreas {
		return matrix.Reading{}, said.Errorf("proposing a reading of %q: headings begin %d times, and at most %d are proposed; write a reading file that says where the matrix is", name, c.best.Headings(), maxAreas)
	}
	r := c.best.Reading(name)
	if len(r.Organizations) == 0 {
		return matrix.Reading{}, said.Errorf("proposing a reading of %q: %w", name, errNoParty)
	}
	return r, nil
}

var errNoParty = said.Errorf("none of the headings over marks looks like a party; if one is, write a reading file that says which columns are organizations")

var errNoMatrix = said.Errorf("there is no matrix: no rows with headings above and marks such as ○ △, R A C I or X; write a reading file that says where it is")
