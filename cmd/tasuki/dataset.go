package main

import (
	"context"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"tasuki/graph"
	"tasuki/graph/files"
	"tasuki/graph/matrix/formats"
	"tasuki/graph/neo4jstore"
	"tasuki/graph/said"
	"tasuki/internal/flagvalue"
	"tasuki/internal/pseudonyms"
	"tasuki/render/messages"
	"tasuki/render/report"
)

// datasetFlags are the flags of every command that takes a DATASET.
type datasetFlags struct {
	files.Options
	format   flagvalue.Choice // of what is piped in
	key      pseudonyms.File
	redactor *graph.Redactor // nil: organizations are named
	cmd      *cobra.Command

	listsUnread bool // the result says what is not read
}

func (f *datasetFlags) register(cmd *cobra.Command) {
	f.registerInput(cmd)
	cmd.Flags().Var(&f.key, "redact", "put pseudonyms in place of organizations, and keep the key to them in `FILE`")
}

// registerInput adds the flags that say how a dataset is read.
func (f *datasetFlags) registerInput(cmd *cobra.Command) {
	f.registerMatrix(cmd)
	cmd.Flags().BoolVar(&f.Strict, "strict", false, "stop at a cell among the marks that cannot be read, instead of keeping it as unread")
	cmd.Flags().BoolVar(&f.AllowOutside, "allow-outside", false, "let the files of a dataset that you trust name others outside its folder")
}

// registerMatrix adds the flags that say how a matrix is read.
func (f *datasetFlags) registerMatrix(cmd *cobra.Command) {
	f.cmd = cmd
	cmd.Flags().Var((*flagvalue.Text)(&f.Reading), "reading", "the reading `FILE` of a matrix, if it does not lie beside it")
	cmd.Flags().Var((*flagvalue.Text)(&f.Sheet), "sheet", "the `NAME` of the sheet or table (\"table 2\" of a document), if a file holds several")
	f.format.Register(cmd.Flags(), "format", "the format of standard input, if that is read (-); auto is by its content", append([]string{"auto"}, files.PipedFormats()...)...)
	cmd.ValidArgsFunction = func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return files.Endings(), cobra.ShellCompDirectiveFilterFileExt
	}
}

// open returns the graph of a dataset, with pseudonyms where they are asked for, and
// says which of its marks could not be read.
func (f *datasetFlags) open(ctx context.Context, path string) (*graph.Graph, error) {
	g, err := f.named(ctx, path)
	if err == nil && !f.listsUnread {
		f.sayUnreadMarks(g)
	}
	return g, err
}

// named returns the graph with the names that are asked for.
func (f *datasetFlags) named(ctx context.Context, path string) (*graph.Graph, error) {
	if f.key == "" {
		return f.load(ctx, path)
	}
	if out := f.cmd.Flags().Lookup("out"); out != nil {
		if err := f.key.ApartFrom(out.Value.String()); err != nil {
			return nil, usageError{err}
		}
	}
	g, err := f.load(ctx, path)
	if err != nil {
		return nil, err
	}
	list, redactors, err := pseudonyms.Redacted(ctx, f.key, f.cmd.ErrOrStderr(), g)
	if err != nil {
		return nil, err
	}
	f.redactor = redactors[0]
	return list[0], nil
}

// id returns the ID by which what is asked for is called in the graph that open
// has returned.
func (f *datasetFlags) id(id string) string { return f.redactor.ID(id) }

func (f *datasetFlags) ids(list []string) []string { return f.redactor.IDs(list) }

func (f *datasetFlags) load(ctx context.Context, path string) (*graph.Graph, error) {
	if err := f.prepare(ctx, path); err != nil {
		return nil, err
	}
	if neo4jstore.IsAddress(path) {
		return loadGraph(ctx, path)
	}
	f.sayUnread(path)
	return interruptible(ctx, func() (*graph.Graph, error) { return files.Open(ctx, path, f.Options) })
}

// prepare refuses flags that say how to read what is not read, and takes what is
// piped in.
func (f *datasetFlags) prepare(ctx context.Context, path string) error {
	if err := formats.Link(path); err != nil {
		return usageError{said.Errorf("opening %q: %w", path, err)}
	}
	switch {
	case path == files.Stdin && f.Piped == nil:
		format := f.format.Word
		if format == "auto" {
			format = ""
		}
		var err error
		f.Piped, err = interruptible(ctx, func() (*files.Piped, error) { return files.ReadPiped(f.cmd.InOrStdin(), format) })
		if err != nil {
			return err
		}
	case path != files.Stdin && f.format.Word != "auto":
		return usageError{said.Errorf("--format is for standard input, and the dataset is %q; name it -, or leave the flag out", path)}
	case neo4jstore.IsAddress(path) && f.Options != (files.Options{}):
		return usageError{said.Errorf("--reading, --sheet, --strict and --allow-outside are for files, and %s is a database; leave them out", path)}
	case neo4jstore.IsAddress(path):
		return nil
	}
	if err := f.Misplaced(path); err != nil {
		return usageError{err}
	}
	return nil
}

// unread lists what lies in the folder of a dataset and is not read. What keeps it
// from being listed keeps the dataset from being opened, which says so.
func (f *datasetFlags) unread(path string) []string {
	if path == files.Stdin {
		return nil
	}
	names, err := files.Unread(path)
	if err != nil {
		return nil
	}
	return names
}

// sayUnread names what lies in the folder of a dataset and is not read, but for what
// is hidden.
func (f *datasetFlags) sayUnread(path string) {
	names := slices.DeleteFunc(f.unread(path), files.IsHidden)
	if len(names) == 0 || f.listsUnread {
		return
	}
	fmt.Fprintln(f.cmd.ErrOrStderr(), "tasuki:", report.NotRead(path, names, f.lang()))
}

// sayUnreadMarks names the cells of a matrix that could not be read.
func (f *datasetFlags) sayUnreadMarks(g *graph.Graph) {
	if text := report.UnreadMarks(g.Unread(), f.lang()); text != "" {
		fmt.Fprintln(f.cmd.ErrOrStderr(), "tasuki:", text)
	}
}

// lang is the language that the command speaks.
func (f *datasetFlags) lang() (lang messages.Language) {
	if flag := f.cmd.Flags().Lookup("lang"); flag != nil {
		lang = messages.In(graph.Lang(flag.Value.String()))
	}
	return lang
}

// words returns the flags by which another command opens the dataset that was
// opened from path. With pseudonyms it does not say where the names are, and what was
// piped in is gone.
func (f *datasetFlags) words(path string) string {
	if f.redactor != nil || f.Piped != nil {
		return "--dataset DATASET"
	}
	words := "--dataset " + flagvalue.ShellWord(path)
	if f.Reading != "" {
		words += " --reading " + flagvalue.ShellWord(f.Reading)
	}
	if f.Sheet != "" {
		words += " --sheet " + flagvalue.ShellWord(f.Sheet)
	}
	if f.Strict {
		words += " --strict"
	}
	if f.AllowOutside {
		words += " --allow-outside"
	}
	return words
}
