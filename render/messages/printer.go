package messages

import (
	"fmt"

	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages/catalogue"
)

// Title returns the name of the dataset, or what to call one without a name.
func (p Printer) Title(name graph.Name) string {
	if name.IsZero() {
		return p.Plain("Responsibility matrix")
	}
	return name.In(p.Lang)
}

// Language is a language in which things are said.
type Language = catalogue.Language

// In returns a language with the catalogue that comes with the program.
func In(lang graph.Lang) Language { return catalogue.In(lang) }

// Printer writes about one graph in one language. Its methods return blocks,
// which become a page (HTML), Markdown or plain text.
type Printer struct {
	Graph *graph.Graph
	Language
	Asked bool // the facts are those of a server, so that commands to ask it are shown
}

// Say returns a sentence in the reporter's language. It is written in English,
// which is its key in the catalogues; {1} to {9} stand for the arguments, which are
// strings, ints or phrases.
func (p Printer) Say(english string, args ...any) document.Phrase {
	return said(p.Form(english), args)
}

// Many returns a sentence about {1}, a number of things: the first form is for
// one thing, the second for any other number and the key of the translation.
func (p Printer) Many(n int, one, other string, args ...any) document.Phrase {
	return said(p.FormOf(n, one, other), append([]any{n}, args...))
}

// said returns a form with its arguments.
func said(form string, args []any) document.Phrase {
	var said document.Phrase
	catalogue.Parts(form, func(words string) {
		if len(said) > 0 {
			words = catalogue.Unstopped(said[len(said)-1].Text, words)
		}
		if words != "" {
			said = append(said, document.Piece{Text: words})
		}
	}, func(i int) {
		said = append(said, toPhrase(args[i])...)
	})
	return said
}

func toPhrase(arg any) document.Phrase {
	switch arg := arg.(type) {
	case document.Phrase:
		return arg
	case string:
		return document.Words(arg)
	case int:
		return document.Words(Whole(arg))
	}
	panic(fmt.Sprintf("messages: no phrase can be made of a %T", arg))
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
	comma := p.Plain(", ")
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
	space := p.Plain(" ||between sentences")
	var said document.Phrase
	for _, s := range all {
		if len(said) > 0 && len(s) > 0 && space != "" {
			said = append(said, document.Piece{Text: space})
		}
		said = append(said, s...)
	}
	return said
}
