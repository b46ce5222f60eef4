package main

import (
	"context"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"tasuki/graph"
	"tasuki/graph/files"
	"tasuki/graph/neo4jstore"
)

// datasetFlags are the flags of every command that takes a DATASET.
type datasetFlags struct {
	files.Options
	key      keyFlag
	redactor *graph.Redactor // nil: organizations are named
	cmd      *cobra.Command
}

func (f *datasetFlags) register(cmd *cobra.Command) {
	f.registerMatrix(cmd)
	f.cmd = cmd
	cmd.Flags().Var(&f.key, "redact", "put pseudonyms in place of organizations, and keep the key to them in `FILE`")
}

// registerMatrix adds the flags that say how a matrix is read.
func (f *datasetFlags) registerMatrix(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.Reading, "reading", "", "the reading `FILE` of a matrix, if it does not lie beside it")
	cmd.Flags().StringVar(&f.Sheet, "sheet", "", "the `NAME` of the sheet, if a workbook holds several matrices")
	cmd.Flags().BoolVar(&f.AllowOutside, "allow-outside", false, "let the files of a dataset that you trust name others outside its folder")
	cmd.ValidArgsFunction = func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return []string{"yaml", "json", "tsv", "csv", "xlsx"}, cobra.ShellCompDirectiveFilterFileExt
	}
}

func (f *datasetFlags) open(ctx context.Context, path string) (*graph.Graph, error) {
	if f.key == "" {
		return f.load(ctx, path)
	}
	if out := f.cmd.Flags().Lookup("out"); out != nil {
		if err := f.key.apartFrom(out.Value.String()); err != nil {
			return nil, err
		}
	}
	g, err := f.load(ctx, path)
	if err != nil {
		return nil, err
	}
	g, f.redactor, err = redacted(ctx, g, f.key, f.cmd.ErrOrStderr())
	return g, err
}

// id returns the ID by which what is asked for is called in the graph that open
// has returned.
func (f *datasetFlags) id(id string) string {
	if f.redactor == nil {
		return id
	}
	return f.redactor.ID(id)
}

func (f *datasetFlags) ids(list []string) []string {
	list = slices.Clone(list)
	for i := range list {
		list[i] = f.id(list[i])
	}
	return list
}

func (f *datasetFlags) load(ctx context.Context, path string) (*graph.Graph, error) {
	if err := f.misplaced(path); err != nil {
		return nil, err
	}
	if neo4jstore.IsAddress(path) {
		return loadGraph(ctx, path)
	}
	f.sayUnread(path)
	return interruptible(ctx, func() (*graph.Graph, error) { return files.Open(ctx, path, f.Options) })
}

// misplaced refuses flags that say how to read what is not read.
func (f *datasetFlags) misplaced(path string) error {
	if neo4jstore.IsAddress(path) {
		if f.Options != (files.Options{}) {
			return usageError{fmt.Errorf("--reading, --sheet and --allow-outside are for files, and %s is a database; leave them out", path)}
		}
		return nil
	}
	if err := f.Misplaced(path); err != nil {
		return usageError{err}
	}
	return nil
}

// sayUnread names what lies in the folder of a dataset and is not read. What keeps
// it from being listed keeps the dataset from being opened, which says so.
func (f *datasetFlags) sayUnread(path string) {
	if names, err := files.Unread(path); err == nil && len(names) > 0 && f.cmd != nil {
		fmt.Fprintf(f.cmd.ErrOrStderr(), "tasuki: not read in %s: %s\n", path, files.FewOf(names))
	}
}

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
	return fmt.Errorf("use one of %v", c.words)
}

// register adds the flag to cmd. The first word is the default.
func (c *choice) register(cmd *cobra.Command, name, usage string, words ...string) {
	c.value, c.words = words[0], words
	cmd.Flags().Var(c, name, fmt.Sprintf("%s: one of %v", usage, words))
	// The only error is an unknown flag, and the line above has made it.
	_ = cmd.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
}

// langFlag is the flag that says in which language names are shown.
type langFlag struct{ choice }

func (f *langFlag) register(cmd *cobra.Command) {
	f.choice.register(cmd, "lang", "language of names and texts", string(graph.English), string(graph.Japanese))
}

func (f *langFlag) lang() graph.Lang { return graph.Lang(f.value) }

// registerOwn adds the flag to a command whose default is the language of the
// dataset.
func (f *langFlag) registerOwn(cmd *cobra.Command) {
	f.choice.register(cmd, "lang", "language of names and texts; own is Japanese where every task has a Japanese name, otherwise English",
		"own", string(graph.English), string(graph.Japanese))
}

// of returns the language chosen, for a command that called registerOwn.
func (f *langFlag) of(g *graph.Graph) graph.Lang {
	switch {
	case f.value != "own":
		return f.lang()
	case slices.ContainsFunc(g.Tasks(), func(t graph.Task) bool { return t.Name.JA == "" }):
		return graph.English
	}
	return graph.Japanese
}
