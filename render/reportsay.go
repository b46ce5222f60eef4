package render

import (
	"fmt"
	"regexp"
	"strings"

	"tasuki/graph"
)

// say returns a sentence in the reporter's language. It is written in English;
// {1} to {9} stand for the arguments, which are strings, ints or phrases.
func (p reporter) say(english string, args ...any) phrase {
	form := english
	if translated, ok := japanese[english]; ok && p.lang == graph.Japanese {
		form = translated
	}
	var said phrase
	end := 0
	for _, at := range value.FindAllStringIndex(form, -1) {
		said = said.then(form[end:at[0]])
		said = append(said, toPhrase(args[form[at[0]+1]-'1'])...)
		end = at[1]
	}
	return said.then(form[end:])
}

// then returns the phrase with words of a form behind it.
func (p phrase) then(words string) phrase {
	if len(p) > 0 {
		words = unstopped(p[len(p)-1].Text, words)
	}
	if words == "" {
		return p
	}
	return append(p, piece{Text: words})
}

// unstopped returns words without the full stop that they begin with where what
// is before them, such as "Acme Inc.", has brought one.
func unstopped(before, words string) string {
	for _, stop := range []string{".", "。"} {
		if rest, ends := strings.CutPrefix(words, stop); ends && (strings.HasSuffix(before, stop) || strings.HasSuffix(before, "。")) {
			return rest
		}
	}
	return words
}

// value stands for an argument in a sentence.
var value = regexp.MustCompile(`\{[1-9]\}`)

func toPhrase(arg any) phrase {
	switch arg := arg.(type) {
	case phrase:
		return arg
	case string:
		return words(arg)
	case int:
		return words(whole(arg))
	}
	panic(fmt.Sprintf("render: no phrase can be made of a %T", arg))
}

// plain returns a sentence as text alone.
func (p reporter) plain(english string, args ...any) string {
	return p.say(english, args...).String()
}

// many returns a sentence about {1}, a number of things: the first form is for
// one thing, the second for any other number and the key of the translation.
func (p reporter) many(n int, one, other string, args ...any) phrase {
	args = append([]any{n}, args...)
	if n == 1 && p.lang == graph.English {
		return p.say(one, args...)
	}
	return p.say(other, args...)
}

// left, right and wide return a column of names, of figures and of sentences.
func (p reporter) left(head string) column {
	return column{Head: p.plain(head), Href: definitionOf(head)}
}
func (p reporter) right(head string) column {
	return column{Head: p.plain(head), Href: definitionOf(head), Number: true}
}
func (p reporter) wide(head string) column {
	return column{Head: p.plain(head), Href: definitionOf(head), Wide: true}
}

// list joins phrases with commas.
func (p reporter) list(items []phrase) phrase {
	comma := ", "
	if p.lang == graph.Japanese {
		comma = "、"
	}
	var all phrase
	for i, item := range items {
		if i > 0 {
			all = append(all, piece{Text: comma})
		}
		all = append(all, item...)
	}
	return all
}

// strong emphasizes a phrase.
func strong(p phrase) phrase {
	said := make(phrase, len(p))
	for i, s := range p {
		if s.Style == plainStyle {
			s.Style = strongStyle
		}
		said[i] = s
	}
	return said
}

// sentences joins sentences, with a space between them where the language has
// one.
func (p reporter) sentences(all ...phrase) phrase {
	var said phrase
	for _, s := range all {
		if len(said) > 0 && len(s) > 0 && p.lang == graph.English {
			said = append(said, piece{Text: " "})
		}
		said = append(said, s...)
	}
	return said
}
