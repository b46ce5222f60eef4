package legend

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"tasuki/graph"
	"tasuki/graph/matrix/cell"
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
	head   = regexp.MustCompile(`^[\[(【（「]?(?i:凡例|記号の意味|記号|legend|key|marks?|symbols?|signs?|letters?|codes?|abbreviations?|meanings?|意味|notation|raci)[\])】）」]?\s*[:：]?\s*`)
	remark = regexp.MustCompile(`^(?:※|\*|注[:)]?|(?i:notes?:))\s*`)
	// defined is a letter, or a sign, and the word that says that it is one explained.
	defined = regexp.MustCompile(`(?:^|[\s,;/|、,。.(\[])([A-Z]|[^\pL\pN\s,;/|()\[\]:=.、。\-–—])\s*(?:=|:|は|…+|⇒|→|->| [-–—] )\s*`)
	spaced  = regexp.MustCompile(`(?:^|\s)([^\pL\pN\s,;/|()\[\]:=.、。\-–—*※+&])\s+`)
)

// entriesOf returns what a cell explains, and whether it calls itself a legend:
// "R = Responsible, A = Accountable", or signs and words in turn, of which there
// must be two unless it does.
func entriesOf(text string) (list []Entry, called bool) {
	if text == "" || len(text) > longest {
		return nil, false
	}
	tidy := cell.Tidy(text)
	word := head.FindString(tidy)
	rest := strings.ReplaceAll(remark.ReplaceAllString(tidy[len(word):], ""), "\n", " ; ")
	if list = entriesBy(defined, rest); len(list) == 0 {
		list = entriesBy(spaced, rest)
		if len(list) < 2 && word == "" {
			return nil, false
		}
	}
	return known(list), word != ""
}

// entriesBy cuts a text where entries begin.
func entriesBy(begin *regexp.Regexp, text string) (list []Entry) {
	at := begin.FindAllStringSubmatchIndex(text, -1)
	for i, m := range at {
		end := len(text)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		glyph, says := text[m[2]:m[3]], strings.TrimSpace(text[m[1]:end])
		if i == 0 && strings.TrimSpace(text[:m[0]]) != "" || says == "" || !isGlyph(glyph) {
			return nil
		}
		list = append(list, newEntry(glyph, says))
	}
	return list
}

// known returns a list of which at least half is understood, with different marks.
func known(list []Entry) []Entry {
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
	if understood == 0 || 2*understood < len(list) {
		return nil
	}
	return list
}

// isGlyph reports whether a text is a lone letter of the Latin alphabet, in
// capitals, or a lone sign.
func isGlyph(text string) bool {
	text = cell.Tidy(text)
	r, n := utf8.DecodeRuneInString(text)
	if n != len(text) || n == 0 {
		return false
	}
	return 'A' <= r && r <= 'Z' || cell.IsSymbol(text) && !unicode.IsPunct(r) && r != '*' || r == '※'
}
