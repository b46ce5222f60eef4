package graph

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Pseudonym is a number in place of an organization: an entry of the key by
// which a redacted dataset can be read.
type Pseudonym struct {
	Number int    `json:"number"`
	ID     string `json:"id"`
	Name   Name   `json:"name"`
}

func (p Pseudonym) id() string { return fmt.Sprintf("party-%d", p.Number) }

func (p Pseudonym) name() Name {
	return Name{JA: fmt.Sprintf("組織%d", p.Number), EN: fmt.Sprintf("Party %d", p.Number)}
}

// Redact returns d with pseudonyms in place of its organizations' IDs, names and
// aliases, wherever these stand in any text, in capitals or not, in letters of
// any width, and broken by white space or not. An ID or a name in Western letters
// stands as a word of its own. A spelling that d does not declare, a short form
// say, is not found: declare it as an alias.
//
// Organizations that key knows keep their numbers; the others get the next ones,
// by ID. The key that is returned holds both, by number. Redact takes time in
// proportion to the texts of d, and fails when two facts become one, as when the
// IDs of two tasks differ by the names of organizations only.
func Redact(d Dataset, key []Pseudonym) (Dataset, []Pseudonym, error) {
	key = extend(key, d.Canonical().Organizations)
	r := newRedactor(key, d.Organizations)
	out := reflect.New(reflect.TypeFor[Dataset]()).Elem()
	r.copy(out, reflect.ValueOf(d))
	redacted := out.Interface().(Dataset)
	for i, o := range d.Organizations {
		redacted.Organizations[i].Name = key[slices.IndexFunc(key, func(p Pseudonym) bool { return p.ID == o.ID })].name()
		redacted.Organizations[i].Aliases = nil
	}
	if _, err := New(redacted); err != nil {
		return Dataset{}, nil, fmt.Errorf("redacting: %w", err)
	}
	return redacted, key, nil
}

// extend returns key with an entry for each organization.
func extend(key []Pseudonym, organizations []Organization) []Pseudonym {
	key = slices.Clone(key)
	known, last := map[string]bool{}, 0
	for _, p := range key {
		known[p.ID] = true
		last = max(last, p.Number)
	}
	for _, o := range organizations {
		if !known[o.ID] {
			last++
			key = append(key, Pseudonym{last, o.ID, o.Name})
		}
	}
	slices.SortFunc(key, func(a, b Pseudonym) int { return cmp.Compare(a.Number, b.Number) })
	return key
}

// redactor finds the spellings of organizations.
type redactor struct {
	ids       map[string]string
	spellings map[rune][]spelling // by their first letter, the longest first
}

type spelling struct {
	letters []rune // as fold writes them
	party   Pseudonym
}

func newRedactor(key []Pseudonym, organizations []Organization) *redactor {
	r := &redactor{ids: map[string]string{}, spellings: map[rune][]spelling{}}
	parties := map[string]Pseudonym{}
	add := func(text string, p Pseudonym) {
		if letters, _ := fold(text); len(letters) > 0 {
			r.spellings[letters[0]] = append(r.spellings[letters[0]], spelling{letters, p})
		}
	}
	for _, p := range key {
		parties[p.ID], r.ids[p.ID] = p, p.id()
		add(p.ID, p)
		add(p.Name.JA, p)
		add(p.Name.EN, p)
	}
	for _, o := range organizations {
		for _, text := range append([]string{o.Name.JA, o.Name.EN}, o.Aliases...) {
			add(text, parties[o.ID])
		}
	}
	for _, list := range r.spellings {
		slices.SortStableFunc(list, func(a, b spelling) int {
			return cmp.Or(cmp.Compare(len(b.letters), len(a.letters)), cmp.Compare(a.party.Number, b.party.Number))
		})
	}
	return r
}

// copy copies a value with all texts in it redacted. Words of closed
// vocabularies have types of their own, and stay.
func (r *redactor) copy(to, from reflect.Value) {
	switch from.Kind() {
	case reflect.String:
		to.Set(from)
		if from.Type() == reflect.TypeFor[string]() {
			to.SetString(r.text(from.String(), Pseudonym.id))
		}
	case reflect.Struct:
		if n, ok := from.Interface().(Name); ok {
			to.Set(reflect.ValueOf(Name{
				JA: r.text(n.JA, func(p Pseudonym) string { return p.name().JA }),
				EN: r.text(n.EN, func(p Pseudonym) string { return p.name().EN }),
			}))
			return
		}
		for i := range from.NumField() {
			r.copy(to.Field(i), from.Field(i))
		}
	case reflect.Slice:
		if from.IsNil() {
			return
		}
		to.Set(reflect.MakeSlice(from.Type(), from.Len(), from.Len()))
		for i := range from.Len() {
			r.copy(to.Index(i), from.Index(i))
		}
	case reflect.Pointer:
		if !from.IsNil() {
			to.Set(reflect.New(from.Type().Elem()))
			r.copy(to.Elem(), from.Elem())
		}
	default:
		to.Set(from)
	}
}

// text returns s with what put says in the place of each organization.
func (r *redactor) text(s string, put func(Pseudonym) string) string {
	if id, ok := r.ids[s]; ok {
		return id
	}
	letters, at := fold(s)
	var b strings.Builder
	done := 0
	for i := 0; i < len(letters); i++ {
		found := r.find(s, letters, at, i)
		if found == nil {
			continue
		}
		last := i + len(found.letters) - 1
		b.WriteString(s[done:at[i]])
		b.WriteString(put(found.party))
		_, size := utf8.DecodeRuneInString(s[at[last]:])
		done, i = at[last]+size, last
	}
	b.WriteString(s[done:])
	return b.String()
}

// find returns the longest spelling that begins at a letter, or nil.
func (r *redactor) find(s string, letters []rune, at []int, i int) *spelling {
	for k, sp := range r.spellings[letters[i]] {
		end := i + len(sp.letters)
		if end > len(letters) || !slices.Equal(letters[i:end], sp.letters) {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(s[:at[i]])
		_, size := utf8.DecodeRuneInString(s[at[end-1]:])
		behind, _ := utf8.DecodeRuneInString(s[at[end-1]+size:])
		if isWestern(letters[i]) && isWestern(before) || isWestern(letters[end-1]) && isWestern(behind) {
			continue
		}
		return &r.spellings[letters[i]][k]
	}
	return nil
}

// fold returns the letters of s, small and of normal width, without white
// space, and where in s each of them stands.
func fold(s string) (letters []rune, at []int) {
	for i, c := range s {
		if unicode.IsSpace(c) {
			continue
		}
		if c >= '！' && c <= '～' { // full-width forms of ASCII
			c -= '！' - '!'
		}
		letters, at = append(letters, unicode.ToLower(c)), append(at, i)
	}
	return letters, at
}

// isWestern reports whether c is part of a word in Western letters.
func isWestern(c rune) bool {
	return c < 0x2E80 && (unicode.IsLetter(c) || unicode.IsDigit(c))
}
