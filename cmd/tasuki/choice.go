package main

import (
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/render/messages"
	"tasuki/render/messages/catalogue"
)

// choice is a flag whose value is one of a few words.
type choice struct {
	value string
	words []string
}

// String returns the word chosen.
func (c *choice) String() string { return c.value }

// Type names the words in the help.
func (c *choice) Type() string { return "word" }

// Set chooses a word.
func (c *choice) Set(s string) error {
	for _, w := range c.words {
		if s == w {
			c.value = s
			return nil
		}
	}
	return said.Errorf("use one of %v", c.words)
}

// register adds the flag to cmd. The first word is the default.
func (c *choice) register(cmd *cobra.Command, name, usage string, words ...string) {
	c.value, c.words = words[0], words
	cmd.Flags().Var(c, name, fmt.Sprintf("%s: one of %v", usage, words))
}

// langFlag is the flag that says in which language names are shown.
type langFlag struct{ choice }

func (f *langFlag) register(cmd *cobra.Command) {
	f.choice.register(cmd, "lang", "language of names and texts", languages()...)
}

// languages lists the codes of the languages that things can be said in.
func languages() []string {
	var codes []string
	for _, lang := range catalogue.Langs() {
		codes = append(codes, string(lang))
	}
	return codes
}

func (f *langFlag) lang() messages.Language { return messages.In(graph.Lang(f.value)) }

// registerOwn adds the flag to a command whose default is the language of the
// dataset.
func (f *langFlag) registerOwn(cmd *cobra.Command) {
	f.choice.register(cmd, "lang", "language of names and texts; own is Japanese where every task has a Japanese name, otherwise English",
		append([]string{"own"}, languages()...)...)
}

// of returns the language chosen, for a command that called registerOwn.
func (f *langFlag) of(g *graph.Graph) messages.Language {
	switch {
	case f.value != "own":
		return f.lang()
	case slices.ContainsFunc(g.Tasks(), func(t graph.Task) bool { return t.Name.JA == "" }):
		return messages.In(graph.English)
	}
	return messages.In(graph.Japanese)
}
