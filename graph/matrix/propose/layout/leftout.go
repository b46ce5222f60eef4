package layout

import (
	"slices"

	"tasuki/graph/matrix"
	"tasuki/graph/matrix/propose/band"
	"tasuki/graph/matrix/propose/word"
	"tasuki/graph/matrix/table"
	"tasuki/graph/said"
)

// assumeLeftOut names what is not read: columns of the blocks that hold
// something, rows beside them that could be tasks, and rows with marks that no
// block covers.
func (p *proposal) assumeLeftOut(r *matrix.Reading) {
	var columns []said.Note
	seen := map[string]bool{}
	for i, a := range p.areas {
		for _, column := range p.unread(a, r.Blocks[p.first+i], len(r.Timings) > 0) {
			n := p.headless(a, column)
			if name := a.names[column]; name != "" {
				n = said.Notef("%s (%q)", p.columns([]int{column}), name)
			}
			if !seen[n.String()] && len(columns) < word.MostRanges {
				columns = append(columns, n)
			}
			seen[n.String()] = true
		}
	}
	if len(columns) > 0 {
		list := said.Join(", ", columns)
		if more := len(seen) - len(columns); more > 0 {
			list = said.Notef("%s and %d more", list, more)
		}
		p.assume(`columns: what stands in %s is not read, since it does not look like marks; change "columns" of the block`, list)
	}
	p.assumeLines(p.unreadLines(),
		`lines: %s beside the tasks is left out, not looking like a task; change "lines" of the block`,
		`lines: %s beside the tasks are left out, not looking like a task; change "lines" of the block`)
	p.assumeOutside(r)
}

// unread returns the columns of the body of a that hold something and that its
// block b does not read. Where no column is that of the names or timings, they
// are looked for in all columns left of the organizations.
func (p *proposal) unread(a *area, b matrix.Block, timings bool) []int {
	organizations := a.parties
	var columns []int
	for column := 1; column <= table.WidthOf(a.body); column++ {
		at := matrix.Column(column)
		read := at == b.Item || at == b.Label || at == b.Timing || slices.Contains(b.Category, at) || b.Columns[at] != ""
		if b.Turned {
			read = b.Across.Contains(column) || column == a.named[0]
		}
		left := len(organizations) > 0 && column < organizations[0]
		if read || slices.Contains(a.ignored, column) || left && !b.Turned && b.Label == 0 {
			continue
		}
		texts, words := p.holds(a, column, left || slices.Contains(b.Ignored, at))
		if texts > 0 && !(left && timings && b.Timing == 0 && words == texts) {
			columns = append(columns, column)
		}
	}
	return columns
}

// holds counts the cells of a column of a that are not empty, and those among
// them that are timing words. Marks count where Scan passes over them.
func (p *proposal) holds(a *area, column int, marks bool) (texts, words int) {
	for _, row := range a.body {
		if k := p.kind(row.Cell(column)); k == emptyCell || row.Copied(column) || k == markCell && !marks {
			continue
		}
		texts++
		if _, ok := word.TimingOf(row.Cell(column)); ok {
			words++
		}
	}
	return texts, words
}

// unreadLines returns the lines above and below tasks that could be tasks: those
// that hold something where names or marks stand, with nothing empty between, and
// farther ones that hold both.
func (p *proposal) unreadLines() []int {
	var lines []int
	for _, a := range p.areas {
		first, last := a.body[0].Line, a.body[len(a.body)-1].Line
		for _, row := range slices.Backward(a.above) {
			if p.couldBeTask(a, row, row.Line == first-1) {
				lines = append(lines, row.Line)
			}
			first = min(first, max(row.Line, first-1))
		}
		for _, row := range a.below {
			if p.couldBeTask(a, row, row.Line == last+1) {
				lines = append(lines, row.Line)
			}
			last = max(last, min(row.Line, last+1))
		}
	}
	slices.Sort(lines)
	return lines
}

// couldBeTask reports whether a row holds something where names stand in a, or
// marks; when it stands apart, both. Headings once more are no task.
func (p *proposal) couldBeTask(a *area, row table.Row, beside bool) bool {
	texts := band.Texts(row)
	if slices.ContainsFunc(p.areas, func(other *area) bool { return 2*other.known(texts) > len(texts) && other.known(texts[:1]) == 1 }) {
		return false
	}
	if band.IsTotal(texts) {
		return true
	}
	cells := len(a.cells(row)) > 0
	named := slices.ContainsFunc(a.named, func(column int) bool { return matrix.Fold(row.Cell(column)) != "" && !row.Copied(column) })
	return beside && (named || cells) || named && cells
}

// headless names a column without a heading by the first text in it.
func (p *proposal) headless(a *area, column int) said.Note {
	for _, row := range a.body {
		if text := matrix.Fold(row.Cell(column)); text != "" {
			return said.Notef("%s (no heading: %q in line %d)", p.columns([]int{column}), table.Cut(text, longestShown), row.Line)
		}
	}
	return said.Notef("%s (no heading)", p.columns([]int{column}))
}

// longestShown is how many bytes of a text are shown of a column without a heading.
const longestShown = 40
