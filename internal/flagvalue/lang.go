package flagvalue

import (
	"slices"

	"github.com/spf13/pflag"

	"tasuki/graph"
	"tasuki/render/messages"
	"tasuki/render/messages/catalogue"
)

// Lang is the flag that says in which language names are shown.
type Lang struct{ Choice }

// Register adds the flag to others.
func (f *Lang) Register(flags *pflag.FlagSet) {
	f.Choice.Register(flags, "lang", "language of names and texts", Languages()...)
}

// Languages lists the codes of the languages that things can be said in.
func Languages() []string {
	var codes []string
	for _, lang := range catalogue.Langs() {
		codes = append(codes, string(lang))
	}
	return codes
}

// Language returns the language chosen.
func (f *Lang) Language() messages.Language { return messages.In(graph.Lang(f.Word)) }

// RegisterOwn adds the flag to a command whose default is the language of the
// dataset.
func (f *Lang) RegisterOwn(flags *pflag.FlagSet) {
	f.Choice.Register(flags, "lang", "language of names and texts; own is Japanese where every task has a Japanese name, otherwise English",
		append([]string{"own"}, Languages()...)...)
}

// Of returns the language chosen, for a command that called RegisterOwn.
func (f *Lang) Of(g *graph.Graph) messages.Language {
	switch {
	case f.Word != "own":
		return f.Language()
	case slices.ContainsFunc(g.Tasks(), func(t graph.Task) bool { return t.Name.JA == "" }):
		return messages.In(graph.English)
	}
	return messages.In(graph.Japanese)
}
