package layout

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"tasuki/graph"
	"tasuki/graph/matrix"
	"tasuki/graph/matrix/align"
	"tasuki/graph/matrix/cell"
	"tasuki/graph/matrix/propose/band"
	"tasuki/graph/matrix/propose/sign"
	"tasuki/graph/matrix/propose/word"
	"tasuki/graph/matrix/table"
	"tasuki/graph/said"
)

// proposal is what is found out about one sheet.
type proposal struct {
	sheet       Sheet
	glyphs      matrix.Glyphs
	printed     matrix.Glyphs // for which ticks stand in the rows
	table       cell.Table
	notation    cell.Notation
	areas       []*area
	parts       []*proposal     // the tables that stand beside each other, or this alone
	roleTable   *roleTable      // a table whose cells name the parties, instead of areas
	singles     []*area         // of one row with marks, whose headings no area has yet
	left        []*area         // those of the tables on the left of this
	first       int             // the place of the first area among the blocks
	core        []int           // the columns where marks stand
	known       map[string]bool // names of organizations
	assumptions []said.Note

	merged map[int][]table.Span // line -> what merged ranges copy into it
	titles map[int]bool         // lines whose cells are headings, although they look like marks
	kinds  *sign.Kinds          // of the cells seen so far
	marked map[int]bool         // line -> whether it has marks
}

func (p *proposal) assume(format string, args ...any) {
	p.note(said.Notef(format, args...))
}

// assumeLines takes something for granted of lines, if there are any.
func (p *proposal) assumeLines(lines []int, one, several string) {
	if len(lines) > 0 {
		p.assume(word.Agree(len(lines), one, several), word.Lines(lines))
	}
}

func (p *proposal) note(notes ...said.Note) {
	for _, n := range notes {
		if !said.Has(p.assumptions, n) {
			p.assumptions = append(p.assumptions, n)
		}
	}
}

// look searches a matrix in a sheet; without any, there are no areas.
func look(sheet Sheet) *proposal {
	merged := map[int][]table.Span{}
	for _, row := range sheet.Rows {
		if len(row.Merged) > 0 {
			merged[row.Line] = row.Merged
		}
	}
	sheet.Rows = table.WithCopies(sheet.Rows)
	p := &proposal{sheet: sheet, merged: merged, titles: band.Titles(sheet.Rows, sign.InAnyNotation()), marked: map[int]bool{}}
	if !p.findGlyphs() {
		return p
	}
	for _, columns := range p.sideBySide() {
		if part := p.part(columns); len(part.areas) > 0 {
			p.parts = append(p.parts, part)
			p.areas = append(p.areas, part.areas...)
		}
	}
	if len(p.parts) < 2 {
		p.areas = nil
		p.findAreas()
		p.parts = []*proposal{p}
	}
	return p
}

// reading turns what was found into a reading.
func (p *proposal) reading(name string) matrix.Reading {
	base := filepath.Base(name)
	r := matrix.Reading{
		Matrix: base, Sheet: p.sheet.Name, Glyphs: p.glyphsAsPrinted(), KeepUnread: true,
		Name: graph.Text(strings.TrimSuffix(base, filepath.Ext(base))),
	}
	if p.roleTable != nil {
		p.roleTable.assumptions = p.assumptions
		return p.roleTable.reading(r)
	}
	p.assumeGlyphs()
	if l := p.sheet.Legend; len(l.Cells) > 0 {
		p.note(l.Assumptions()...)
	}
	if len(p.parts) > 1 {
		p.assume("blocks: %d tables stand beside each other; change \"across\" of the blocks", len(p.parts))
	}
	for _, part := range p.parts {
		part.readPart(&r)
	}
	p.addSections(&r)
	for _, part := range p.parts {
		part.assumeRemarks()
		part.assumeLeftOut(&r)
		if part != p {
			p.assumptions = append(p.assumptions, part.assumptions...)
		}
	}
	p.note(word.UndeclaredRules()...)
	r.Assumptions = p.assumptions
	if l := p.sheet.Legend; l.Sheet == p.sheet.Name {
		l.Leave(&r, p.sheet.Rows)
	}
	return p.align(r)
}

// readPart adds the blocks of the tables below each other in some columns.
func (p *proposal) readPart(r *matrix.Reading) {
	p.readTimings(r)
	p.readColumns()
	p.leaveStrays()
	p.first = len(r.Blocks)
	for _, a := range p.areas {
		p.extend(a)
		p.findBands(a)
		p.addBlock(r, a)
		a.items = p.taskIDs(a)
	}
}

// align adds corrections when the marks do not stand under the headings, and
// corrections make more of them readable. That some marks are unknown does not
// mean that they stand elsewhere.
func (p *proposal) align(r matrix.Reading) matrix.Reading {
	if !p.drifted() || p.tooLong(r) || p.notation.Pure {
		return r
	}
	problems := p.faults(r)
	known := func(fault graph.Problem) bool { return !p.isToken(fault.Value) }
	if !slices.ContainsFunc(problems, known) {
		return r
	}
	aligned := align.Align(p.sheet.Rows, r)
	if len(aligned.Rows) == 0 || p.faults(aligned).Count() >= problems.Count() {
		return r
	}
	aligned.Assumptions = append(aligned.Assumptions, said.Notef(`rows: some marks do not stand under their headings, and where they belong was estimated; see and change under "rows"`))
	return aligned
}

// tooLong reports whether estimating every row would keep people waiting and
// take much memory: Align weighs each row against each organization's heading.
func (p *proposal) tooLong(r matrix.Reading) bool {
	return len(p.sheet.Rows)*len(r.Organizations) > maxAligned
}

// faults returns what cannot be read of the sheet as r says.
func (p *proposal) faults(r matrix.Reading) graph.Problems {
	r.KeepUnread = false
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
