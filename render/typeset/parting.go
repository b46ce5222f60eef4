package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tasuki/render/typeset/phrase"
)

// What a break between Japanese characters parts, the less the better.
const (
	nothingParted  = 0
	compoundParted = 1 // where a compound goes from one script to another
	pairParted     = 2 // kanji after a whole number of pairs, of which most words consist
	wordParted     = 3 // other kanji, or a number and what it counts
	endingParted   = 9 // hiragana from what they end, such as a particle
)

// phraseEnds and phraseBegins are signs that end and begin what reads as one.
const (
	phraseEnds   = "、。，．：；？！）］｝〕〉》」』】・：；｡､"
	phraseBegins = "（［｛〔〈《「『【"
)

// Parting returns how much a break at a byte of text parts of what reads as one: 0 where a
// phrase of Japanese begins, or at a space.
func Parting(text string, at int) int {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	switch {
	case !japanese(before) && !japanese(after) || unicode.IsSpace(before) || unicode.IsSpace(after):
		return nothingParted
	case strings.ContainsRune(phraseEnds, before) || strings.ContainsRune(phraseBegins, after):
		return nothingParted
	}
	kanji := unicode.Is(unicode.Han, before) && unicode.Is(unicode.Han, after)
	switch begins := phrase.Begins(text, at); {
	case begins && kanji: // between kanji the model is often wrong
		return compoundParted
	case begins:
		return nothingParted
	case unicode.Is(unicode.Hiragana, after):
		return endingParted
	case kanji && betweenPairs(text, at):
		return pairParted
	case kanji || unicode.IsDigit(before):
		return wordParted
	}
	return compoundParted
}

// betweenPairs reports whether an even number of kanji stands on either side of a byte.
func betweenPairs(text string, at int) bool {
	before, after := 0, 0
	for rest := text[:at]; rest != ""; before++ {
		r, size := utf8.DecodeLastRuneInString(rest)
		if !unicode.Is(unicode.Han, r) {
			break
		}
		rest = rest[:len(rest)-size]
	}
	for _, r := range text[at:] {
		if !unicode.Is(unicode.Han, r) {
			break
		}
		after++
	}
	return before%2 == 0 && after%2 == 0
}

func japanese(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) }
