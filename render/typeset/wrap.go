package typeset

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Characters that Japanese typesetting (JIS X 4051, kinsoku shori) keeps off
// the beginning and the end of a line.
const (
	notFirst = "、。，．・：；？！）］｝〕〉》」』】〙〗〟’”»ーァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎゕゖ々〻ゝゞヽヾ‐゠–〜～゛゜％‰℃" +
		",.:;?!)]}%/／ｧｨｩｪｫｬｭｮｯｰﾞﾟ｡､･｣…‥"
	notLast = "（［｛〔〈《「『【〘〖〝‘“«([{｢＄￥＃№"
)

// Wrap breaks text into lines no wider than width ems by [Width]. It breaks at
// spaces, after hyphens and slashes between letters, and between Japanese
// characters except where kinsoku forbids, rather between phrases than within; a word too long for a line is broken
// between any two characters, which are never parted from their marks. Runs of
// white space count as one space, a newline always breaks, and a character wider
// than width stands alone. The result has at least one line, and its lines joined
// hold every character of text that is not space.
func Wrap(text string, width float64) []string {
	return WrapBy(text, hundredths(width), emsOf)
}

// emsOf measures a character in hundredths of an em.
func emsOf(r rune) float64 { return float64(runeWidth(r)) }

// tight breaks a paragraph without white space to spare into as few lines as there are.
func tight(text string, width float64, measure func(rune) float64) []string {
	return wrapLine(text, width, measure, func(text string, end int) int { return lastBreak(text, end, Breakable) })
}

// hundredths returns the greatest number of hundredths that are no more than width,
// as [Width] makes ems of them: what a product rounds to can be one more.
func hundredths(width float64) float64 {
	n := math.Floor(100 * width)
	switch {
	case n/100 > width:
		return n - 1
	case (n+1)/100 <= width:
		return n + 1
	}
	return n
}

// WrapBy breaks text as [Wrap] does, into lines no wider than width where measure
// gives the width of a character.
func WrapBy(text string, width float64, measure func(rune) float64) []string {
	var lines []string
	for paragraph := range strings.SplitSeq(text, "\n") {
		lines = append(lines, wrapLine(Spaced(paragraph), width, measure, gentleBreak)...)
	}
	return lines
}

// Spaced returns text with every run of white space as one space, none at its
// ends. A space that carries a mark is no place to break: it becomes a no-break
// space, which is what a mark without a letter is to stand on (The Unicode
// Standard, 7.9).
func Spaced(text string) string {
	var b strings.Builder
	space := false
	for _, r := range text {
		switch {
		case unicode.IsSpace(r):
			space = true
			continue
		case space && standsOn(r):
			b.WriteRune('\u00A0')
		case space && b.Len() > 0:
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(r)
	}
	return b.String()
}

// wrapLine breaks a paragraph line by line, each where breakAt says, or else where kinsoku
// allows, or else where the line is full.
func wrapLine(text string, width float64, measure func(rune) float64, breakAt func(text string, end int) int) []string {
	var lines []string
	for {
		end := fitting(text, width, measure)
		if end == len(text) {
			return append(lines, text)
		}
		at := breakAt(text, end)
		if at == 0 {
			at = lastBreak(text, end, kinsoku)
		}
		if at == 0 {
			at = end
		}
		lines = append(lines, strings.TrimSuffix(text[:at], " "))
		text = strings.TrimPrefix(text[at:], " ")
	}
}

// gentleBreak returns the place, in the last third of what fits a line, at which a break
// parts the least of what reads as one, of equal places the last; or else the last place at
// all where text should be broken, or 0.
func gentleBreak(text string, end int) int {
	last := lastBreak(text, end, Breakable)
	best, least := last, 0
	for at := last; at > 0 && 3*at > 2*end; at = lastBreak(text, lastCharacter(text[:at]), Breakable) {
		cost := Parting(text, at)
		if at == last || cost < least {
			best, least = at, cost
		}
		if least == nothingParted {
			break
		}
	}
	return best
}

// lastBreak returns the last place up to end where text may be broken, or 0.
func lastBreak(text string, end int, may func(text string, at int) bool) int {
	for at := end; at > 0; {
		if may(text, at) {
			return at
		}
		_, size := utf8.DecodeLastRuneInString(text[:at])
		at -= size
	}
	return 0
}

// fitting returns the length of the longest beginning of text that fits, at
// least one character with all that joins it.
func fitting(text string, width float64, measure func(rune) float64) int {
	sum, begin := 0.0, 0
	for i, r := range text {
		if i > 0 && !withinCharacter(text, i) {
			begin = i
		}
		// A space at the end of a line is dropped, so it always fits.
		if sum += measure(r); begin > 0 && r != ' ' && !(sum <= width) {
			return begin
		}
	}
	return len(text)
}

// Breakable reports whether a line should end before byte at of text: kinsoku
// allows it, and it is not inside a loan word.
func Breakable(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	loanWord := unicode.Is(unicode.Katakana, after) && (before == 'ー' || unicode.Is(unicode.Katakana, before))
	return !loanWord && kinsoku(text, at)
}

// kinsoku reports whether a line may end before byte at of text.
func kinsoku(text string, at int) bool {
	before, size := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	switch {
	case before == ' ' || after == ' ' || after == '\u00A0':
		return true
	case withinCharacter(text, at):
		return false
	case before == '\u200B': // a space without width
		return true
	case joins(before):
		return false
	case strings.ContainsRune(notLast, before) || strings.ContainsRune(notFirst, after):
		return false
	case before == '-' || before == '/':
		first, _ := utf8.DecodeLastRuneInString(text[:at-size])
		return unicode.IsLetter(first) && unicode.IsLetter(after)
	}
	return ideographic(before) || ideographic(after)
}

// ideographic reports whether lines may break on either side of r.
func ideographic(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x3000 && r <= 0x30FF || r >= 0xFF00 && r <= 0xFFEF || r == '→' || r >= 0x1F000
}

// Clip returns at most n lines; where some are left out, the last one ends in
// an ellipsis and still fits width.
func Clip(lines []string, n int, width float64) []string {
	if len(lines) <= n {
		return lines
	}
	last := lines[n-1]
	for last != "" && Width(last)+1 > width {
		last = last[:lastCharacter(last)]
	}
	return append(append([]string{}, lines[:n-1]...), last+"…")
}

// lastCharacter returns where the last character of text begins.
func lastCharacter(text string) int {
	at := len(text)
	for at > 0 {
		_, size := utf8.DecodeLastRuneInString(text[:at])
		if at -= size; !withinCharacter(text, at) {
			break
		}
	}
	return at
}

// LongestWord returns the width in ems of the longest part of text that no line
// should break.
func LongestWord(text string) float64 {
	longest, begin := 0.0, 0
	for i := range text {
		if i > 0 && Breakable(text, i) {
			longest = max(longest, Width(text[begin:i]))
			begin = i
		}
	}
	return max(longest, Width(text[begin:]))
}

// Widest returns the width of the widest line in ems.
func Widest(lines []string) float64 {
	w := 0.0
	for _, line := range lines {
		w = max(w, Width(line))
	}
	return w
}
