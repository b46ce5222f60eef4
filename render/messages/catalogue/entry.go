package catalogue

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"tasuki/graph"
	"tasuki/graph/said"
)

// entry is what a language says for a key, by plural category. Most texts have the
// category other alone.
type entry map[string]string

// categories are those of the Unicode CLDR, by their place in package plural.
var categories = []string{plural.Other: "other", plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many"}

// UnmarshalJSON reads a text, or an object with one per plural category.
func (e *entry) UnmarshalJSON(data []byte) error {
	var text string
	if json.Unmarshal(data, &text) == nil {
		*e = entry{"other": text}
		return nil
	}
	var forms map[string]string
	if err := json.Unmarshal(data, &forms); err != nil {
		return err
	}
	for category := range forms {
		if !slices.Contains(categories, category) {
			return said.Errorf("%q is no plural category; use some of %v", category, categories)
		}
	}
	if _, ok := forms["other"]; !ok {
		return said.Errorf("the plural forms %v lack other", slices.Sorted(maps.Keys(forms)))
	}
	*e = forms
	return nil
}

// Read returns a language with a catalogue of its own: one JSON object, whose keys
// are the English texts and whose values are texts or plural forms of them.
func Read(lang graph.Lang, data []byte) (Language, error) {
	t := texts{tag: language.Make(string(lang))}
	if err := json.Unmarshal(data, &t.entries); err != nil {
		return Language{}, said.Errorf("reading the catalogue of language %q: %w", lang, err)
	}
	return Language{lang, &t}, nil
}

// Entries returns the texts of the catalogue by key and plural category.
func (l Language) Entries() map[string]map[string]string {
	all := map[string]map[string]string{}
	if l.catalogue != nil {
		for key, e := range l.catalogue.entries {
			all[key] = maps.Clone(e)
		}
	}
	return all
}

// contextSign stands between an English text and what it is about, in keys of texts
// that other languages say in several ways. It is no part of what is said.
const contextSign = "||"

// Key returns a text. It tells the test of the catalogues that a key which is not
// written where it is said is one.
func Key(english string) string { return english }

// Form returns what the language says for a key, arguments unfilled.
func (l Language) Form(key string) string {
	if e, ok := l.entry(key); ok {
		return e["other"]
	}
	english, _, _ := strings.Cut(key, contextSign)
	return english
}

// Told returns what a note says. A text that no catalogue knows is one of others.
func (l Language) Told(n said.Note) string {
	return n.In(func(form string) string {
		if e, ok := l.entry(form); ok {
			return e["other"]
		}
		return form
	})
}

// FormOf returns the form for a number of things. Other is the key, and in English
// said of any number but one.
func (l Language) FormOf(n int, one, other string) string {
	e, ok := l.entry(other)
	switch {
	case ok && len(e) > 1:
		if form, ok := e[categories[plural.Cardinal.MatchPlural(l.catalogue.tag, n, 0, 0, 0, 0)]]; ok {
			return form
		}
		return e["other"]
	case !ok && n == 1:
		return l.Form(one)
	}
	return l.Form(other)
}

func (l Language) entry(key string) (entry, bool) {
	if l.catalogue == nil {
		return nil, false
	}
	e, ok := l.catalogue.entries[key]
	return e, ok
}
