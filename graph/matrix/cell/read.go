package cell

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tasuki/graph"
)

// Longest is how many bytes a cell may have that is read as marks with remarks.
const Longest = 200

// Content is what a cell means.
type Content struct {
	// Marks are the parts that the organization has: at most one of lead, support
	// and informed, and besides it at most one other. None: the cell is filled to
	// say that it is empty.
	Marks []Mark
	// Glyphs are all that stand in the cell, fillers and weaker marks among them.
	Glyphs []string
	// Noted says that a remark or a sign stands with a mark.
	Noted bool
	// Numbered says that all of that is a letter with a number, or with words behind a
	// dash or colon, which looks like an item or its name where no marks stand.
	Numbered bool
	// Unsettled says that the cell itself calls a mark open.
	Unsettled bool
	// Weaker says that a mark was left out for a stronger one beside it.
	Weaker bool
}

// IsMark reports whether the cell holds a mark.
func (c Content) IsMark() bool { return len(c.Marks) > 0 }

// Role returns the first role; none for a cell that is filled as empty.
func (c Content) Role() graph.Role {
	if len(c.Marks) == 0 {
		return ""
	}
	return c.Marks[0].Role
}

// Read returns what a cell means, and whether it can be read. A cell may hold
// several marks, such as R/A; a mark may stand in brackets, and carry a remark or
// a footnote sign.
func (t Table) Read(text string) (Content, bool) {
	if c, ok := t.alone[text]; ok {
		return c, true
	}
	if len(text) > Longest || t.isOther(text) {
		return Content{}, false
	}
	tidy := Tidy(text)
	if tidy == "" {
		return Content{}, true
	}
	if m, ok := t.sign(tidy); ok {
		return content([]part{{mark: m}}), true
	}
	if !t.begins(tidy) {
		return Content{}, false
	}
	if p, ok := t.noted(tidy); ok {
		if len(p) == 1 {
			p[0].mark.Printed = Line(text)
		}
		return content(p), true
	}
	for _, pieces := range [][]string{split(tidy, isSeparator), split(tidy, isSpaced), split(tidy, isDashed)} {
		if p, ok := t.parts(pieces); ok {
			return content(p), true
		}
	}
	if p, ok := t.joined(tidy); ok {
		return content(p), true
	}
	return Content{}, false
}

// isOther reports whether a text begins with a character that stays as it is and
// that no glyph begins with: most texts do, and need not be tidied to see it.
func (t Table) isOther(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	switch {
	case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9':
		return !t.first[unicode.ToLower(r)]
	case 0x3041 <= r && r <= 0x3096, 0x30A1 <= r && r <= 0x30FA, 0x4E00 <= r && r <= 0x9FFF: // kana and kanji
		return !t.first[r]
	}
	return false
}

// MayRead reports whether a cell may hold a mark, by how it begins.
func (t Table) MayRead(text string) bool {
	return len(text) <= Longest && !t.isOther(text) && t.begins(Tidy(text))
}

// begins reports whether a text begins as a glyph does, or with a bracket: most
// texts do not, and need not be looked at further.
func (t Table) begins(tidy string) bool {
	for _, r := range tidy {
		return isOpening(r) || t.first[unicode.ToLower(r)]
	}
	return false
}

// Line returns a text as one line without control characters, as it stands
// otherwise.
func Line(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToValidUTF8(text, "\uFFFD"), func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
}

// part is one mark of a cell.
type part struct {
	mark            Mark
	noted, numbered bool
	unsettled       bool
}

// content puts the parts of a cell together. Of lead, support and informed an
// organization has one in a task, so the strongest counts.
func content(parts []part) Content {
	c := Content{Numbered: true}
	for _, p := range parts {
		c.Noted = c.Noted || p.noted
		c.Numbered = c.Numbered && p.numbered
		c.Unsettled = c.Unsettled || p.unsettled
		c.Glyphs = append(c.Glyphs, p.mark.Glyph)
		if p.mark.Role == "" {
			continue
		}
		at := slices.IndexFunc(c.Marks, func(m Mark) bool {
			return (m.Role == graph.Accountable) == (p.mark.Role == graph.Accountable)
		})
		switch {
		case at < 0:
			c.Marks = append(c.Marks, p.mark)
		case Rank(p.mark.Role) > Rank(c.Marks[at].Role):
			c.Marks[at], c.Weaker = p.mark, true
		case p.mark.Role != c.Marks[at].Role:
			c.Weaker = true
		}
	}
	slices.SortStableFunc(c.Marks, func(a, b Mark) int { return Rank(b.Role) - Rank(a.Role) })
	return c
}

// parts reads pieces that are all marks.
func (t Table) parts(pieces []string) ([]part, bool) {
	if len(pieces) < 2 {
		return nil, false
	}
	var list []part
	for _, piece := range pieces {
		if m, ok := t.sign(piece); ok {
			list = append(list, part{mark: m})
			continue
		}
		p, ok := t.noted(piece)
		if !ok {
			if p, ok = t.joined(piece); !ok {
				return nil, false
			}
		}
		list = append(list, p...)
	}
	return list, true
}

// joined reads the letters of who does the work and of who answers for it written
// as one word, such as RA. Other pairs of letters are words too often.
func (t Table) joined(text string) ([]part, bool) {
	var list []part
	for _, r := range text {
		m, ok := t.marks[strings.ToLower(string(r))]
		if !ok || r < 'A' || r > 'Z' || m.Role != graph.Lead && m.Role != graph.Accountable {
			return nil, false
		}
		if slices.ContainsFunc(list, func(p part) bool { return p.mark.Glyph == m.Glyph }) {
			return nil, false
		}
		list = append(list, part{mark: m})
	}
	return list, len(list) == 2
}

// split parts a text where a separator, or a word for one, stands outside of brackets.
func split(text string, is func(r rune) bool) []string {
	var pieces []string
	depth, from, next := 0, 0, 0
	add := func(piece string) {
		if piece = strings.TrimSpace(piece); piece != "" {
			pieces = append(pieces, piece)
		}
	}
	for i, r := range text {
		switch {
		case i < next:
		case isOpening(r):
			depth++
		case isClosing(r):
			depth = max(0, depth-1)
		case depth > 0:
		case is(r):
			add(text[from:i])
			from = i + len(string(r))
		default:
			if n := conjunction(text[i:]); n > 0 {
				add(text[from:i])
				next = i + n
				from = next
			}
		}
	}
	add(text[from:])
	return pieces
}

// conjunction returns how many bytes a text begins with that mean that two marks hold.
func conjunction(text string) int {
	for _, word := range []string{" and ", " und ", " et ", "と"} {
		if strings.HasPrefix(text, word) {
			return len(word)
		}
	}
	return 0
}

func isSeparator(r rune) bool { return strings.ContainsRune("/,;|、・+&\n\\", r) }

func isSpaced(r rune) bool { return r == ' ' || isSeparator(r) }

func isDashed(r rune) bool { return strings.ContainsRune("-–—", r) || isSeparator(r) }
