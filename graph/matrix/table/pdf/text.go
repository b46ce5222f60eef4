package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"tasuki/graph/matrix/table/pdf/page"
)

// letter is a character in the direction in which it is read: from left to right, and
// lines from top to bottom.
type letter struct {
	text             string
	left, right, mid float64
	size, space      float64
	begins           bool // the pen moved to it
	starts           bool // it is the first that is drawn at once
	ends             bool // what follows it is cut off
}

// letters turns characters, most of which run in one direction, into it.
func letters(glyphs []page.Glyph) []letter {
	var turns [4]int
	for _, g := range glyphs {
		turns[g.Turn]++
	}
	turn := 0
	for i, n := range turns {
		if n > turns[turn] {
			turn = i
		}
	}
	list := make([]letter, len(glyphs))
	for i, g := range glyphs {
		l := letter{text: g.Text, size: g.Size, space: g.Space, begins: g.Begins, starts: g.Starts, ends: g.Ends}
		switch turn {
		case 0:
			l.left, l.right, l.mid = g.Left, g.Right, (g.Top+g.Bottom)/2
		case 1:
			l.left, l.right, l.mid = g.Top, g.Bottom, -(g.Left+g.Right)/2
		case 2:
			l.left, l.right, l.mid = -g.Right, -g.Left, -(g.Top+g.Bottom)/2
		case 3:
			l.left, l.right, l.mid = -g.Bottom, -g.Top, (g.Left+g.Right)/2
		}
		list[i] = l
	}
	return list
}

// linesOf sorts letters into lines, each from left to right. What is drawn twice at one
// place, to look bold, is one letter.
func linesOf(list []letter) [][]letter {
	slices.SortStableFunc(list, func(a, b letter) int { return cmp.Compare(a.mid, b.mid) })
	var lines [][]letter
	for len(list) > 0 {
		n := 1
		for n < len(list) && list[n].mid-list[n-1].mid < 0.3*list[n].size && list[n].mid-list[0].mid < 0.7*list[n].size {
			n++
		}
		line := list[:n]
		slices.SortStableFunc(line, func(a, b letter) int { return cmp.Compare(a.left+a.right, b.left+b.right) })
		lines = append(lines, slices.CompactFunc(line, func(a, b letter) bool {
			return a.text == b.text && max(a.left-b.left, b.left-a.left) < 0.12*a.size
		}))
		list = list[n:]
	}
	return lines
}

// piece is a text between wide gaps of a line.
type piece struct {
	text        string
	left, right float64
	mid, size   float64
	blank       bool // the line ends in a blank
}

// pieces joins the letters of a line, with a blank where a gap is left, and parts them
// where it is wider than the width that is given for a letter, the text before it, and
// whether a blank is written between them.
func pieces(line []letter, wide func(l letter, before string, blank bool) float64) []piece {
	var list []piece
	var b strings.Builder
	var now piece
	blank, last := false, ""
	space := 0.0
	end := func() {
		if now.text = b.String(); now.text != "" {
			now.blank = blank
			list = append(list, now)
		}
		b.Reset()
		last = ""
	}
	for _, l := range line {
		if strings.TrimSpace(l.text) == "" {
			blank, space = true, l.right-l.left
			continue
		}
		if blank && space > 0 {
			l.space = space
		}
		gap := l.left - now.right
		if b.Len() > 0 && gap > wide(l, last, blank) {
			end()
		}
		if b.Len() == 0 {
			now, blank = piece{left: l.left, right: l.right, mid: l.mid, size: l.size}, false
		}
		if b.Len() > 0 && (blank || gap > blankOf(l, last)) {
			b.WriteByte(' ')
		}
		b.WriteString(l.text)
		blank, last = false, l.text
		now.right, now.size = max(now.right, l.right), max(now.size, l.size)
		if l.ends {
			end()
		}
	}
	end()
	return list
}

// unparted is for lines that are one text.
func unparted(letter, string, bool) float64 { return math.Inf(1) }

// blankOf returns the width from which a gap before a letter is a blank that was not
// written. Between ideographs it is none: headings are spread over their columns.
func blankOf(l letter, before string) float64 {
	r, _ := utf8.DecodeRuneInString(l.text)
	last, _ := utf8.DecodeLastRuneInString(before)
	if isWide(r) && isWide(last) {
		return 3 * l.size
	}
	if l.space > 0 {
		return max(l.space/2, 0.1*l.size)
	}
	return 0.18 * l.size
}

// isWide reports whether a character takes a full square and needs no blank beside it.
func isWide(r rune) bool { return r >= 0x2E80 && (r < 0xFF61 || r > 0xFFDC) }

// textOf returns the text of a cell that leaves a text so much width. A line that the
// width ended goes on in the next one; others stay lines.
func textOf(glyphs []page.Glyph, width float64) string {
	var b strings.Builder
	var lines []piece
	for _, line := range linesOf(letters(glyphs)) {
		lines = append(lines, pieces(line, unparted)...)
	}
	for i, p := range lines {
		if i > 0 {
			b.WriteString(between(lines[i-1], p, width))
		}
		b.WriteString(p.text)
	}
	return b.String()
}

// between returns what stands between two lines of a cell.
func between(a, b piece, width float64) string {
	word, rest, _ := strings.Cut(b.text, " ")
	first, size := utf8.DecodeRuneInString(word)
	last, _ := utf8.DecodeLastRuneInString(a.text)
	if isWide(first) {
		rest, word = b.text[size:], b.text[:size]
	}
	share := (b.right - b.left) * float64(utf8.RuneCountInString(word)) / float64(utf8.RuneCountInString(word)+utf8.RuneCountInString(rest))
	alone := isWide(first) && isWide(last) && rest == "" && utf8.RuneCountInString(a.text) == 1
	switch {
	case alone:
		return "" // written from top to bottom
	case a.right-a.left+share+0.3*b.size < width:
		return "\n"
	case a.blank || !isWide(first) && !isWide(last) && last != '-':
		return " "
	}
	return ""
}
