package redact

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"tasuki/graph/spelling"
)

// spelled is one way in which an organization is written.
type spelled struct {
	letters []rune // as fold writes them
	party   Pseudonym
}

// learn collects the spellings of all organizations.
func (r *Redactor) learn() {
	r.spellings = map[rune][]spelled{}
	add := func(text string, p Pseudonym) {
		var letters []rune
		for _, l := range fold(text) {
			letters = append(letters, l.rune)
		}
		if len(letters) == 0 {
			return
		}
		for _, form := range numbers(letters) {
			r.spellings[form[0]] = append(r.spellings[form[0]], spelled{form, p})
		}
	}
	for _, p := range r.key {
		add(p.ID, p)
		add(p.Name.JA, p)
		add(p.Name.EN, p)
	}
	for _, o := range r.named {
		for _, text := range append([]string{o.Name.JA, o.Name.EN, string(o.LEI)}, o.Aliases...) {
			add(text, r.parties[o.ID])
		}
	}
	for _, list := range r.spellings {
		slices.SortStableFunc(list, func(a, b spelled) int {
			return cmp.Or(cmp.Compare(len(b.letters), len(a.letters)), cmp.Compare(a.party.Number, b.party.Number))
		})
	}
}

// numbers returns a word, and as English forms them its plurals and its singular.
func numbers(word []rune) [][]rune {
	forms := [][]rune{word}
	last := word[len(word)-1]
	if last < 'a' || last > 'z' {
		return forms
	}
	add := func(stem, ending string) { forms = append(forms, []rune(stem+ending)) }
	s := string(word)
	add(s, "s")
	if strings.ContainsRune("hosxz", last) {
		add(s, "es")
	}
	if stem, ok := strings.CutSuffix(s, "y"); ok {
		add(stem, "ies")
	}
	// A short word that ends in s is hardly a plural, as "ops".
	if stem, ok := strings.CutSuffix(s, "s"); ok && last != word[max(0, len(word)-2)] && len(word) > 4 {
		add(stem, "")
		if stem, ok := strings.CutSuffix(stem, "ie"); ok {
			add(stem, "y")
		}
	}
	return forms
}

// replace returns s with what put says in the place of each organization.
func (r *Redactor) replace(s string, put func(Pseudonym) string) string {
	letters := fold(s)
	var b strings.Builder
	done := 0
	for i := 0; i < len(letters); i++ {
		found := r.find(letters, i)
		if found == nil || letters[i].from < done {
			continue
		}
		b.WriteString(s[done:letters[i].from])
		b.WriteString(put(found.party))
		i += len(found.letters) - 1
		done = letters[i].to
	}
	b.WriteString(s[done:])
	return b.String()
}

// find returns the longest spelling that begins at a letter, or nil.
func (r *Redactor) find(letters []letter, i int) *spelled {
	for k, sp := range r.spellings[letters[i].rune] {
		end := i + len(sp.letters)
		if end <= len(letters) && !inWord(letters, i) && !inWord(letters, end) &&
			slices.EqualFunc(letters[i:end], sp.letters, func(l letter, c rune) bool { return l.rune == c }) {
			return &r.spellings[letters[i].rune][k]
		}
	}
	return nil
}

// letter is a letter of a text, and the bytes that write it.
type letter struct {
	rune
	from, to int
}

// inWord reports whether a place before a letter is inside a word in Western
// letters.
func inWord(letters []letter, i int) bool {
	if i == 0 || i == len(letters) {
		return false
	}
	return letters[i].from <= letters[i-1].to && isWestern(letters[i-1].rune) && isWestern(letters[i].rune)
}

// fold returns the letters of s as Unicode's compatibility form has them, small,
// without what may or may not stand between the letters of a name.
func fold(s string) []letter {
	var letters []letter
	for from := 0; from < len(s); {
		form, size := spelling.CompatibleUnit(s[from:])
		to := from + size
		for _, c := range form {
			if !isJoint(c) {
				letters = append(letters, letter{unicode.ToLower(c), from, to})
			}
		}
		from = to
	}
	return letters
}

// isJoint reports whether c is white space, a hyphen, an underscore, a middle
// dot, or a character that is not seen.
func isJoint(c rune) bool {
	return c == '・' || c == '·' || c == '−' || unicode.IsSpace(c) || unicode.In(c, unicode.Pd, unicode.Pc, unicode.Cf)
}

// isWestern reports whether c is part of a word in Western letters.
func isWestern(c rune) bool {
	return c < 0x2E80 && (unicode.IsLetter(c) || unicode.IsDigit(c))
}
