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
	wordParted     = 3 // two kanji, or a number and what it counts
	endingParted   = 9 // hiragana from what they end, such as a particle
)

// phraseEnds and phraseBegins are signs that end and begin what reads as one.
const (
	phraseEnds   = "、。，．：；？！）］｝〕〉》」』】・：；｡､"
	phraseBegins = "（［｛〔〈《「『【"
)

// Parts reports whether a break at a byte of text stands within a phrase of Japanese.
func Parts(text string, at int) bool { return parting(text, at) > nothingParted }

// parting returns what a break at a byte of text parts.
func parting(text string, at int) int {
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
	case kanji || unicode.IsDigit(before):
		return wordParted
	}
	return compoundParted
}

func japanese(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) }
