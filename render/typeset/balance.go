package typeset

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Evenly wraps one paragraph into as many lines as [Wrap] needs, so that the
// fewest breaks part what reads as one, and then the widest line is the
// narrowest; ties go to the earlier breaks. It takes time O(lines n²) for n
// places where the text may break.
func Evenly(text string, em float64) []string {
	text = Spaced(text)
	lines := Wrap(text, em)
	if len(lines) == 1 || !(LongestWord(text) <= em) {
		return lines
	}
	at := []int{0}
	for i := range text {
		if i > 0 && Breakable(text, i) && text[i-1] != ' ' {
			at = append(at, i)
		}
	}
	at = append(at, len(text))

	// best[j] is the best way to set text[:at[j]] in the lines so far.
	best := make([]*setting, len(at))
	best[0] = &setting{}
	for range lines {
		best = nextLine(text, at, best, em)
	}
	last := best[len(at)-1]
	if last == nil {
		return lines
	}
	for i := len(lines) - 1; i >= 0; i-- {
		lines[i] = last.line
		last = last.before
	}
	return lines
}

// setting is a way to break a beginning of a text into lines.
type setting struct {
	before   *setting // without the last line
	line     string   // the last line
	partings int
	widest   float64
}

// nextLine adds a line to each of the settings of the beginnings that end at
// the places in at, and returns the best for each.
func nextLine(text string, at []int, best []*setting, em float64) []*setting {
	next := make([]*setting, len(at))
	for i, s := range best {
		if s == nil {
			continue
		}
		for j := i + 1; j < len(at); j++ {
			line := strings.Trim(text[at[i]:at[j]], " ")
			w := Width(line)
			if w > em {
				break
			}
			t := &setting{s, line, s.partings, max(s.widest, w)}
			if at[j] < len(text) && Parts(text, at[j]) {
				t.partings++
			}
			if next[j] == nil || cmp.Or(cmp.Compare(t.partings, next[j].partings), cmp.Compare(t.widest, next[j].widest)) < 0 {
				next[j] = t
			}
		}
	}
	return next
}

// Parts reports whether a break at a byte of text stands between two kanji, or
// before hiragana that follow kanji or hiragana. Breaks between hiragana and
// the kanji or katakana behind them mostly stand between phrases.
func Parts(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	kanji := unicode.Is(unicode.Han, before)
	return (kanji || unicode.Is(unicode.Hiragana, before)) && unicode.Is(unicode.Hiragana, after) || kanji && unicode.Is(unicode.Han, after)
}
