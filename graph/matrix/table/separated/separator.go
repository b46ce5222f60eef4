package separated

import (
	"strings"
)

// candidates are the separators that are looked for, the likelier ones first.
const candidates = ",;\t|"

// separator returns what separates the cells of a text, by its beginning: the sign
// that the most records have, and in equal numbers. The usual one is taken unless
// another does better.
func separator(head string, whole bool, usual byte) byte {
	if last := strings.LastIndexByte(head, '\n'); !whole && last >= 0 {
		head = head[:last]
	}
	best, most, wide := usual, 0, 0
	for _, c := range []byte(string(usual) + candidates) {
		score, mode := consistency(head, c)
		if score > most || score == most && best != usual && mode > wide {
			best, most, wide = c, score, mode
		}
	}
	return best
}

// Separator returns what separates the cells of a text, by its beginning, which may be
// all of it; of signs that divide it equally well, the comma.
func Separator(head string, whole bool) byte { return separator(head, whole, ',') }

// consistency returns how well a separator divides the records of a text: two for
// each record that has it, and one more for each with the most frequent number of it,
// which is the mode.
func consistency(text string, separator byte) (score, mode int) {
	counts := map[int]int{}
	for n := range separators(text, separator) {
		if n > 0 {
			counts[n]++
			score += 2
		}
	}
	most := 0
	for n, times := range counts {
		if times > most || times == most && n > mode {
			most, mode = times, n
		}
	}
	return score + most, mode
}

// separators hands over how many separators each record of a text has outside quotes.
func separators(text string, separator byte) func(func(int) bool) {
	return func(yield func(int) bool) {
		n, quoted, begins := 0, false, true
		for i := range len(text) {
			c := text[i]
			switch {
			case c == '"' && (quoted || begins):
				quoted = !quoted
			case quoted:
			case c == '\n':
				if !yield(n) {
					return
				}
				n = 0
			case c == separator:
				n++
			}
			begins = c == separator || c == '\n' || c == '"' && !quoted
		}
		yield(n)
	}
}
