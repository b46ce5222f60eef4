package catalogue

import (
	"embed"
	"fmt"
	"path"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"tasuki/graph"
)

// files are the catalogues, named after their languages. English, in which texts
// are written, needs a file only for what is to be said otherwise.
//
//go:embed *.json
var files embed.FS

// Language is a language in which things are said. Without a catalogue it says
// them in English.
type Language struct {
	Lang      graph.Lang
	catalogue *texts
}

// texts are the entries of a catalogue, by key, and the rules of its plurals.
type texts struct {
	entries map[string]entry
	tag     language.Tag
}

// Langs lists the languages that things can be said in: English, then the others
// by code.
func Langs() []graph.Lang {
	list := []graph.Lang{graph.English}
	names, err := files.ReadDir(".")
	if err != nil {
		panic(fmt.Sprintf("catalogue: the embedded files cannot be listed: %v", err))
	}
	for _, f := range names {
		if lang := langOf(f.Name()); lang != graph.English {
			list = append(list, lang)
		}
	}
	return list
}

// langOf returns the language of a file.
func langOf(name string) graph.Lang { return graph.Lang(strings.TrimSuffix(name, path.Ext(name))) }

// In returns a language with the catalogue that comes with the program, if there
// is one.
func In(lang graph.Lang) Language {
	l := Language{Lang: lang}
	if read, ok := embedded()[lang]; ok {
		l.catalogue = read()
	}
	return l
}

// embedded returns what reads each catalogue, which it does once.
var embedded = sync.OnceValue(func() map[graph.Lang]func() *texts {
	all := map[graph.Lang]func() *texts{}
	names, err := files.ReadDir(".")
	if err != nil {
		panic(fmt.Sprintf("catalogue: the embedded files cannot be listed: %v", err))
	}
	for _, f := range names {
		all[langOf(f.Name())] = sync.OnceValue(func() *texts {
			data, err := files.ReadFile(f.Name())
			if err != nil {
				panic(fmt.Sprintf("catalogue: %v", err))
			}
			l, err := Read(langOf(f.Name()), data)
			if err != nil {
				panic(err)
			}
			return l.catalogue
		})
	}
	return all
})
