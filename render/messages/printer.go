package messages

import (
	"fmt"
	"regexp"
	"strings"

	"tasuki/graph"
	"tasuki/render/document"
)

// Title returns the name of the dataset, or what to call one without a name.
func (p Printer) Title(name graph.Name) string {
	if name.IsZero() {
		return p.Plain("Responsibility matrix")
	}
	return name.In(p.Lang)
}

// Printer writes about one graph in one language. Its methods return blocks,
// which become a page (HTML), Markdown or plain text.
type Printer struct {
	Graph *graph.Graph
	Lang  graph.Lang
}

// Say returns a sentence in the reporter's language. It is written in English;
// {1} to {9} stand for the arguments, which are strings, ints or phrases.
func (p Printer) Say(english string, args ...any) document.Phrase {
	form := english
	if translated, ok := Japanese[english]; ok && p.Lang == graph.Japanese {
		form = translated
	}
	var said document.Phrase
	end := 0
	for _, at := range Value.FindAllStringIndex(form, -1) {
		said = then(said, form[end:at[0]])
		said = append(said, toPhrase(args[form[at[0]+1]-'1'])...)
		end = at[1]
	}
	return then(said, form[end:])
}

// then returns the phrase with words of a form behind it.
func then(p document.Phrase, words string) document.Phrase {
	if len(p) > 0 {
		words = unstopped(p[len(p)-1].Text, words)
	}
	if words == "" {
		return p
	}
	return append(p, document.Piece{Text: words})
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

// Value stands for an argument in a sentence.
var Value = regexp.MustCompile(`\{[1-9]\}`)

func toPhrase(arg any) document.Phrase {
	switch arg := arg.(type) {
	case document.Phrase:
		return arg
	case string:
		return document.Words(arg)
	case int:
		return document.Words(Whole(arg))
	}
	panic(fmt.Sprintf("render: no phrase can be made of a %T", arg))
}

// Plain returns a sentence as text alone.
func (p Printer) Plain(english string, args ...any) string {
	return p.Say(english, args...).String()
}

// Many returns a sentence about {1}, a number of things: the first form is for
// one thing, the second for any other number and the key of the translation.
func (p Printer) Many(n int, one, other string, args ...any) document.Phrase {
	args = append([]any{n}, args...)
	if n == 1 && p.Lang == graph.English {
		return p.Say(one, args...)
	}
	return p.Say(other, args...)
}

// Left, right and wide return a column of names, of figures and of sentences.
func (p Printer) Left(head string) document.Column {
	return document.Column{Head: p.Plain(head), Href: definitionOf(head)}
}

// Right returns a column of figures.
func (p Printer) Right(head string) document.Column {
	return document.Column{Head: p.Plain(head), Href: definitionOf(head), Number: true}
}

// Wide returns a column of sentences or lists.
func (p Printer) Wide(head string) document.Column {
	return document.Column{Head: p.Plain(head), Href: definitionOf(head), Wide: true}
}

// List joins phrases with commas.
func (p Printer) List(items []document.Phrase) document.Phrase {
	comma := ", "
	if p.Lang == graph.Japanese {
		comma = "、"
	}
	var all document.Phrase
	for i, item := range items {
		if i > 0 {
			all = append(all, document.Piece{Text: comma})
		}
		all = append(all, item...)
	}
	return all
}

// Strong emphasizes a phrase.
func Strong(p document.Phrase) document.Phrase {
	said := make(document.Phrase, len(p))
	for i, s := range p {
		if s.Style == document.PlainStyle {
			s.Style = document.StrongStyle
		}
		said[i] = s
	}
	return said
}

// Sentences joins sentences, with a space between them where the language has
// one.
func (p Printer) Sentences(all ...document.Phrase) document.Phrase {
	var said document.Phrase
	for _, s := range all {
		if len(said) > 0 && len(s) > 0 && p.Lang == graph.English {
			said = append(said, document.Piece{Text: " "})
		}
		said = append(said, s...)
	}
	return said
}
