package pdf

import (
	"slices"
	"strings"

	"tasuki/graph/matrix/table"
)

// sheet returns the table with its rows, each of one line or of several.
func (l *loose) sheet() *sheet {
	moved, heads := l.settle()
	at := map[*column]int{}
	for i, of := range l.columns.list {
		at[of] = i
	}
	var all *sheet
	for i, p := range l.pages {
		end := len(l.lines)
		if i+1 < len(l.pages) {
			end = l.pages[i+1].row
		}
		s := l.page(p.row, end, at)
		s.pages = []start{{p.page, 1}}
		if all == nil {
			all = s
		} else {
			all.add(s)
		}
	}
	all.alone, all.moved, all.over = len(l.alone), moved, heads
	return all
}

// page returns the rows of the lines of one page.
func (l *loose) page(from, to int, at map[*column]int) *sheet {
	s := &sheet{xs: make([]float64, len(at)+1)}
	close := l.closeness(from, to)
	for n := 0; from < to; from += n {
		n = l.rowAt(from, to, close)
		var cells []string
		before := map[int]piece{}
		if n > 1 {
			s.several++
		}
		for _, line := range l.lines[from : from+n] {
			for _, p := range line {
				first, last := at[p.first], at[p.last]
				for len(cells) <= first {
					cells = append(cells, "")
				}
				if cells[first] != "" {
					cells[first] += between(before[first], p.piece, 0)
				}
				before[first] = p.piece
				cells[first] += p.text
				if last > first {
					s.areas = append(s.areas, table.Area{Top: len(s.cells) + 1, Left: first + 1, Bottom: len(s.cells) + 1, Right: last + 1})
				}
			}
		}
		s.cells = append(s.cells, cells)
	}
	return s
}

// closeness returns the distance below which lines may be of one row: where some lines
// stand closer than others, the least of all and little more.
func (l *loose) closeness(from, to int) float64 {
	var list []float64
	for i := from; i < to; i++ {
		if gap := l.gaps[i]; gap > 0 && !beside(gap, l.lines[i]) {
			list = append(list, gap)
		}
	}
	if len(list) < 3 {
		return 0
	}
	slices.Sort(list)
	if least := list[0]; list[len(list)-2] > 1.2*least && least < 1.7*l.lines[from][0].size {
		return 1.1 * least
	}
	return 0
}

// rowAt returns how many lines from one on are one row: those whose letters reach beside
// each other, and others that stand close where only one of them has marks and each of
// the texts that go on in another filled the width of its column.
func (l *loose) rowAt(from, to int, close float64) int {
	if slices.Contains(l.alone, from) {
		return 1
	}
	last := map[*column]*spot{}
	marked, n := false, 0
	for ; from+n < to; n++ {
		i := from + n
		line := l.lines[i]
		switch {
		case n == 0:
		case l.heads(line):
			return n
		case beside(l.gaps[i], line), l.headsOn(i, to):
		case l.gaps[i] >= close, slices.Contains(l.below, i), !l.continues(line, last, marked):
			return n
		case marked && l.undecided(i, to, close):
			return n
		}
		for _, s := range line {
			last[s.first] = s
		}
		marked = marked || hasMarks(line)
		if l.heads(line) {
			return n + 1
		}
	}
	return n
}

func hasMarks(line []*spot) bool { return slices.ContainsFunc(line, (*spot).isMark) }

// isMark reports whether a text is as short as marks are, and stands among such.
func (s *spot) isMark() bool { return s.isNarrow() && !s.first.wide }

// undecided reports whether a line, which continues the row above, may as well be of the
// row below, and keeps all such lines as rows of their own.
func (l *loose) undecided(from, to int, close float64) bool {
	i := from
	for ; i < to && !hasMarks(l.lines[i]); i++ {
		last := map[*column]*spot{}
		for _, s := range l.lines[i] {
			last[s.first] = s
		}
		if i+1 == to || l.gaps[i+1] >= close || !l.continues(l.lines[i+1], last, false) {
			return false
		}
	}
	for at := from; at < i; at++ {
		l.alone = append(l.alone, at)
	}
	return i > from && i < to
}

// heads reports whether a line has a heading of several columns.
func (l *loose) heads(line []*spot) bool {
	return slices.ContainsFunc(line, func(s *spot) bool { return s.first != s.last })
}

// headsOn reports whether a line continues the headings above it: it stands closer to
// them than to the line below, and has no text where tasks and their numbers do.
func (l *loose) headsOn(i, to int) bool {
	if !slices.Contains(l.below, i) || i+1 >= to || l.gaps[i+1] < 1.1*l.gaps[i] || l.gaps[i] > 1.7*l.lines[i][0].size {
		return false
	}
	list := l.columns.list
	return !slices.ContainsFunc(l.lines[i], func(s *spot) bool {
		return s.first == list[0] || s.first == list[min(1, len(list)-1)] || !s.first.headed
	})
}

// continues reports whether a line may continue a row with these texts.
func (l *loose) continues(line []*spot, last map[*column]*spot, marked bool) bool {
	for _, s := range line {
		before := last[s.first]
		if marked && s.isMark() && (before == nil || len(before.text) < 2 || !strings.HasSuffix(before.text, "-")) {
			return false
		}
		if before != nil && between(before.piece, s.piece, s.first.right-s.first.left) == "\n" {
			return false
		}
	}
	return true
}
