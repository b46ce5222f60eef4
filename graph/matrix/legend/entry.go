package legend

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tasuki/graph"
	"tasuki/graph/matrix/cell"
	"tasuki/graph/matrix/table"
	"tasuki/graph/pattern"
)

// Entry is one mark with what a legend says of it.
type Entry struct {
	Glyph string
	Says  string
	Role  graph.Role // "" for a mark that fills an empty cell
	Known bool       // the role is; otherwise only that the mark is explained
}

func newEntry(glyph, says string) Entry {
	role, known := roleOf(says)
	return Entry{Glyph: glyph, Says: strings.Trim(cell.Line(says), " ,;.、。"), Role: role, Known: known}
}

// longest is how many bytes a cell may have that is looked at.
const longest = 600

var (
	head   = pattern.Lazy(`^[\[(【（「]?(?i:凡例|記号の意味|記号|legend[ea]?|légende|leyenda|zeichenerklärung|abkürzungen|图例|圖例|说明|key|marks?|symbols?|signs?|letters?|codes?|abbreviations?|meanings?|意味|notation|raci)[\])】）」]?\s*[:：]?\s*`)
	remark = pattern.Lazy(`^(?:※|\*|注[:)]?|(?i:notes?:))\s*`)
	// defined is a letter or two, or a sign, and what says that it is one explained.
	defined  = pattern.Lazy(`(?:^|[\s,;/|、,。.(\[])(\([^()\s]{1,2}\)|[A-Za-z]{1,2}|[\p{Han}\p{Hiragana}\p{Katakana}]|[^\pL\pN\s,;/|()\[\]:=.、。\-–—])\s*(?:=|:|は|…+|⇒|→|->| [-–—] )\s*`)
	spaced   = pattern.Lazy(`(?:^|\s)([^\pL\pN\s,;/|()\[\]:=.、。\-–—*※+&])\s+`)
	tight    = pattern.Lazy(`(?:^|[\s,;/|、,。.])([^\pL\pN\s,;/|()\[\]:=.、。\-–—*※+&])`)
	lettered = pattern.Lazy(`(?:^|\s)([A-Z]|[\p{Han}\p{Hiragana}\p{Katakana}])\s+`)
)

// Signs are what stands alone in the cells of sheets, folded, with how often.
type Signs map[string]int

// entriesOf returns what a cell explains, and whether it calls itself a legend:
// "R = Responsible, A = Accountable", or signs and words in turn, of which there
// must be two unless it does. Without space between them all words must be known.
func (g Signs) entriesOf(text string) (list []Entry, called bool) {
	if text == "" || len(text) > longest {
		return nil, false
	}
	tidy := cell.Tidy(text)
	word := head().FindString(tidy)
	rest := strings.ReplaceAll(remark().ReplaceAllString(tidy[len(word):], ""), "\n", " ; ")
	if list = g.entriesBy(defined(), rest); len(list) == 0 {
		list = g.entriesBy(spaced(), rest)
		if marked := g.entriesBy(tight(), rest); len(marked) > len(list) && len(marked) > 1 && g.areMarks(marked, 1) && areKnown(marked) {
			list = marked
		}
		if len(list) < 2 && word == "" {
			return nil, false
		}
		if word != "" && len(list) == 0 {
			list = g.entriesBy(lettered(), rest)
		}
	}
	return g.known(list), word != ""
}

// entriesBy cuts a text where entries begin.
func (g Signs) entriesBy(begin *regexp.Regexp, text string) (list []Entry) {
	at := slices.DeleteFunc(begin.FindAllStringSubmatchIndex(text, -1), func(m []int) bool {
		return !g.isGlyph(text[m[2]:m[3]], 1)
	})
	for i, m := range at {
		end := len(text)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		glyph, says := text[m[2]:m[3]], strings.TrimSpace(text[m[1]:end])
		if i == 0 && strings.TrimSpace(text[:m[0]]) != "" || says == "" {
			return nil
		}
		list = append(list, newEntry(glyph, says))
	}
	return list
}

// known returns a list with different marks, of which at least half is understood. Of
// one that is not, each must be a mark of the sheet.
func (g Signs) known(list []Entry) []Entry {
	seen, understood := map[string]bool{}, 0
	for _, e := range list {
		if seen[e.Glyph] {
			return nil
		}
		seen[e.Glyph] = true
		if e.Known {
			understood++
		}
	}
	if (understood == 0 || 2*understood < len(list)) && !g.areMarks(list, 1) {
		return nil
	}
	return list
}

// areKnown reports whether all that is explained is understood.
func areKnown(list []Entry) bool {
	return !slices.ContainsFunc(list, func(e Entry) bool { return !e.Known })
}

// areMarks reports whether all that is explained stands alone in cells, so often at
// least.
func (g Signs) areMarks(list []Entry, times int) bool {
	return !slices.ContainsFunc(list, func(e Entry) bool { return g[cell.Fold(e.Glyph)] < times })
}

// isGlyph reports whether a text is a lone letter of the Latin alphabet, in capitals,
// or a lone sign; or a letter or two, or one of all these in brackets, that stand alone in
// cells, so often at least.
func (g Signs) isGlyph(text string, times int) bool {
	text = cell.Tidy(text)
	r, n := utf8.DecodeRuneInString(text)
	inner, opened := strings.CutPrefix(text, "(")
	inner, closed := strings.CutSuffix(inner, ")")
	switch {
	case opened && closed:
		return g[cell.Fold(text)] >= times && g.isGlyph(inner, times)
	case n == 0 || len(text) > maxGlyph:
		return false
	case n == len(text) && ('A' <= r && r <= 'Z' || cell.IsSymbol(text) && !unicode.IsPunct(r) && r != '*' || r == '※'):
		return true
	}
	return utf8.RuneCountInString(text) <= 2 && g[cell.Fold(text)] >= times && !strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
}

// maxGlyph is how many bytes two letters have at most.
const maxGlyph = 2 * utf8.UTFMax

// Count counts what stands alone in cells of a sheet and is short enough for a glyph.
func (g Signs) Count(rows []table.Row) {
	for _, row := range rows {
		for _, text := range row.Cells {
			if text != "" && len(text) <= maxGlyph {
				g[cell.Fold(text)]++
			}
		}
	}
}
