package pdf

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"tasuki/graph/matrix/table/pdf/page"
)

// loose is a table without lines around its cells, which may go on over several pages.
type loose struct {
	columns columns
	lines   [][]*spot
	gaps    []float64 // above each line; 0 for the first of a page
	pages   []start   // with lines in place of rows
	below   []int     // the lines behind those that show the columns
	alone   []int     // lines that may belong to the row above or below
}

// wideGap returns the width from which a gap in a line parts two texts. Where blanks are
// written, a gap without one parts them sooner.
func wideGap(writes bool) func(letter, string, bool) float64 {
	return func(l letter, before string, blank bool) float64 {
		first, _ := utf8.DecodeRuneInString(l.text)
		last, _ := utf8.DecodeLastRuneInString(before)
		switch {
		case l.begins && !blank: // it was not drawn behind what stands before it
			return math.Inf(-1)
		case !blank && l.starts:
			return 0.15 * l.size
		case writes && !blank && !(isWide(first) && isWide(last)):
			return 0.25 * l.size
		case l.space > 0:
			return max(1.5*l.space, l.space+0.15*l.size)
		}
		return 0.45 * l.size
	}
}

// shown returns the characters that a page shows. Where a text is cut off, it ends.
func shown(glyphs []page.Glyph) []page.Glyph {
	var list []page.Glyph
	for i, g := range glyphs {
		g.Ends = i+1 < len(glyphs) && glyphs[i+1].Cut && !glyphs[i+1].Begins
		if !g.Cut {
			list = append(list, g)
		}
	}
	return list
}

// writesBlanks reports whether a page has characters for blanks.
func writesBlanks(glyphs []page.Glyph) bool {
	n := 0
	for _, g := range glyphs {
		if strings.TrimSpace(g.Text) == "" {
			n++
		}
	}
	return n*20 > len(glyphs)
}

// spotsOf returns the texts of a page by line. One that runs up or down stands where it
// ends below, as a heading over its column does.
func spotsOf(glyphs []page.Glyph) [][]*spot {
	wide := wideGap(writesBlanks(glyphs))
	var byTurn [4][]page.Glyph
	for _, g := range glyphs {
		byTurn[g.Turn] = append(byTurn[g.Turn], g)
	}
	var all []*spot
	for turn, list := range byTurn {
		for _, line := range linesOf(letters(list)) {
			for _, p := range pieces(line, wide) {
				across, low := -p.mid, p.right
				if turn == 3 {
					across, low = p.mid, -p.left
				}
				if turn%2 == 1 {
					p.left, p.right, p.mid = across-p.size/2, across+p.size/2, low-p.size/2
				}
				all = append(all, &spot{piece: p})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b *spot) int { return cmp.Compare(a.mid, b.mid) })
	var lines [][]*spot
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].mid-all[n-1].mid < 0.35*all[n].size && all[n].mid-all[0].mid < 0.7*all[n].size {
			n++
		}
		line := all[:n]
		slices.SortStableFunc(line, func(a, b *spot) int { return cmp.Compare(a.left, b.left) })
		lines = append(lines, line)
		all = all[n:]
	}
	return lines
}

// region returns the lines of a page that may be a table: from the first to the last with
// two texts or more, and what stands close above and below them. It returns how many have
// several texts, too.
func region(lines [][]*spot) (from, to, many int) {
	last := -1
	var gaps []float64
	for i, line := range lines {
		if len(line) > 1 {
			many++
			if last < 0 {
				from = i
			} else {
				gaps = append(gaps, line[0].mid-lines[last][0].mid)
			}
			last = i
		}
	}
	if many == 0 {
		return 0, 0, 0
	}
	most := 3 * lines[from][0].size
	if len(gaps) > 0 {
		slices.Sort(gaps)
		most = 2 * gaps[len(gaps)/2]
	}
	for from > 0 && lines[from][0].mid-lines[from-1][0].mid < most {
		from--
	}
	for to = last + 1; to < len(lines) && lines[to][0].mid-lines[to-1][0].mid < most; to++ {
	}
	return from, to, many
}

// minLines is how many lines must have several texts to be a table.
const minLines = 3

// spread reads the texts of a page that stand in no cell as a table, which may continue
// one of the page before, and returns those of which it makes none.
func spread(p *page.Page, glyphs []page.Glyph, before *loose) (l *loose, aside []string) {
	lines := spotsOf(shown(glyphs))
	from, to, many := region(lines)
	for to > from && isFolio(lines[to-1], p.Number) {
		to--
	}
	seed, end := heads(lines[from:to])
	l = before
	if l == nil || l.columns.many || l.pages[len(l.pages)-1].page != p.Number-1 || !l.fits(lines[from+seed:from+end]) {
		if l = nil; many >= minLines && from < to {
			l = &loose{columns: columns{seed: seed, last: end - 1}}
		}
	}
	for i, line := range lines {
		for _, s := range line {
			if l == nil || i < from || i >= to {
				aside = append(aside, s.text)
			}
		}
	}
	if l != nil && from < to {
		l.add(p.Number, lines[from:to], seed, end)
	}
	return l, aside
}

// add adds the lines of a page, of which some may show the columns.
func (l *loose) add(number int, lines [][]*spot, seed, end int) {
	l.pages = append(l.pages, start{number, len(l.lines)})
	l.repeated(lines)
	var spots []*spot
	for i, line := range lines {
		gap := 0.0
		if i > 0 {
			gap = line[0].mid - lines[i-1][0].mid
		}
		for _, s := range line {
			s.line, s.alone = len(l.lines), len(line) == 1
		}
		spots = append(spots, line...)
		l.lines, l.gaps = append(l.lines, line), append(l.gaps, gap)
	}
	if len(l.pages) == 1 {
		l.columns.seeded(lines[seed:end])
		l.below = append(l.below, end)
	}
	l.columns.place(spots)
	l.columns.many = l.columns.many || len(l.columns.list) > maxLoose
}

// beside reports whether the letters of a line reach beside those of the line above.
func beside(gap float64, line []*spot) bool { return gap > 0 && gap < 0.85*line[0].size }

// heads returns the lines that show the columns: of lines whose letters reach beside each
// other, the first with the most texts next to each other, which are the headings or else
// a row.
func heads(lines [][]*spot) (from, to int) {
	most := 0
	for i := 0; i < len(lines); {
		n := 1
		for i+n < len(lines) && beside(lines[i+n][0].mid-lines[i+n-1][0].mid, lines[i+n]) {
			n++
		}
		if count := len(stacks(lines[i : i+n])); count > most {
			from, to, most = i, i+n, count
		}
		i += n
	}
	return from, to
}

// isFolio reports whether a line is the number of its page, with some words.
func isFolio(line []*spot, page int) bool {
	return len(line) == 1 && len(line[0].text) <= 24 && strings.Contains(line[0].text, strconv.Itoa(page)) &&
		strings.IndexFunc(line[0].text, unicode.IsDigit) >= 0
}

// repeated lets headings of a page that repeat those of the first one stand in the same
// columns.
func (l *loose) repeated(lines [][]*spot) {
	first := slices.Concat(l.lines[:min(len(l.lines), l.columns.last+3)]...)
	for i, line := range lines {
		for _, s := range line {
			n := slices.IndexFunc(first, func(old *spot) bool {
				return old.text == s.text && max(old.left-s.left, s.left-old.left) < 2
			})
			if n < 0 {
				return
			}
			s.first, s.last, s.again = first[n].first, first[n].last, true
			if first[n].line == l.columns.last {
				l.below = append(l.below, len(l.lines)+i+1)
			}
		}
	}
}

// fits reports whether the texts of some lines stand in columns of the table, those next
// to each other each in another one.
func (l *loose) fits(lines [][]*spot) bool {
	seen := map[*column]bool{}
	for _, stack := range stacks(lines) {
		all := spot{piece: stack[0].piece, line: l.columns.last + 1}
		for _, s := range stack {
			all.right = max(all.right, s.right)
		}
		of := l.columns.where(&all)
		if of == nil || seen[of] {
			return false
		}
		seen[of] = true
	}
	return true
}
