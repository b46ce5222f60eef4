// Package input opens what commands take: datasets, in files and in a database.
package input

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"tasuki/analysis/overlay"
	"tasuki/graph"
	"tasuki/graph/files"
	"tasuki/graph/matrix/formats"
	"tasuki/graph/neo4jstore"
	"tasuki/graph/redact"
	"tasuki/graph/said"
	"tasuki/internal/flagvalue"
	"tasuki/internal/pseudonyms"
	"tasuki/internal/usage"
	"tasuki/render/messages"
	"tasuki/render/report"
)

// Flags are the flags of every command that takes a DATASET.
type Flags struct {
	files.Options
	Format   flagvalue.Choice // of what is piped in
	Piping   string           // the flag of Format; "": format
	Key      pseudonyms.File
	Redactor *redact.Redactor // nil: organizations are named
	cmd      *cobra.Command

	ListsUnread bool // the result says what is not read

	Opened *neo4jstore.Store // the database of the address, where the command has opened it; nil: it is opened for the dataset alone
}

// Register adds the flags of a command that takes a dataset.
func (f *Flags) Register(cmd *cobra.Command) {
	f.RegisterInput(cmd)
	cmd.Flags().Var(&f.Key, "redact", "put pseudonyms in place of organizations, and keep the key to them in `FILE`")
}

// RegisterInput adds the flags that say how a dataset is read.
func (f *Flags) RegisterInput(cmd *cobra.Command) {
	f.RegisterMatrix(cmd)
	cmd.Flags().BoolVar(&f.Strict, "strict", false, "stop at a cell among the marks that cannot be read, instead of keeping it as unread")
	cmd.Flags().BoolVar(&f.AllowOutside, "allow-outside", false, "let the files of a dataset that you trust name others outside its folder")
}

// RegisterMatrix adds the flags that say how a matrix is read.
func (f *Flags) RegisterMatrix(cmd *cobra.Command) {
	f.cmd = cmd
	cmd.Flags().Var((*flagvalue.Text)(&f.Reading), "reading", "the reading `FILE` of a matrix, if it does not lie beside it")
	cmd.Flags().Var((*flagvalue.Text)(&f.Sheet), "sheet", "the `NAME` of the sheet or table (\"table 2\" of a document), if a file holds several")
	f.Format.Register(cmd.Flags(), cmp.Or(f.Piping, "format"), "the format of standard input, if that is read (-); auto is by its content", append([]string{"auto"}, files.PipedFormats()...)...)
	cmd.ValidArgsFunction = func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return files.Endings(), cobra.ShellCompDirectiveFilterFileExt
	}
}

// Open returns the graph of a dataset, with pseudonyms where they are asked for, and
// says which of its marks could not be read.
func (f *Flags) Open(ctx context.Context, path string) (*graph.Graph, error) {
	g, err := f.named(ctx, path)
	if err == nil && !f.ListsUnread {
		f.SayUnreadMarks(g)
	}
	return g, err
}

// named returns the graph with the names that are asked for.
func (f *Flags) named(ctx context.Context, path string) (*graph.Graph, error) {
	if f.Key == "" {
		return f.Load(ctx, path)
	}
	if out := f.cmd.Flags().Lookup("out"); out != nil {
		if err := f.Key.ApartFrom(out.Value.String()); err != nil {
			return nil, usage.Of(err)
		}
	}
	g, err := f.Load(ctx, path)
	if err != nil {
		return nil, err
	}
	list, redactors, err := pseudonyms.Redacted(ctx, f.Key, f.cmd.ErrOrStderr(), g)
	if err != nil {
		return nil, err
	}
	f.Redactor = redactors[0]
	return list[0], nil
}

// ID returns the ID by which what is asked for is called in the graph that Open
// has returned.
func (f *Flags) ID(id string) string { return f.Redactor.ID(id) }

// IDs is ID of each.
func (f *Flags) IDs(list []string) []string { return f.Redactor.IDs(list) }

// Load returns the graph of a dataset with the names that it has.
func (f *Flags) Load(ctx context.Context, path string) (*graph.Graph, error) {
	if err := f.Prepare(ctx, path); err != nil {
		return nil, err
	}
	if neo4jstore.IsAddress(path) {
		return graphAt(ctx, f.Opened, path)
	}
	f.sayUnread(path)
	return Interruptible(ctx, func() (*graph.Graph, error) { return files.Open(ctx, path, f.Options) })
}

// Prepare refuses flags that say how to read what is not read, and takes what is
// piped in.
func (f *Flags) Prepare(ctx context.Context, path string) error {
	if err := formats.Link(path); err != nil {
		return usage.Of(said.Errorf("opening %q: %w", path, err))
	}
	switch {
	case path == files.Stdin && f.Piped == nil:
		format := f.Format.Word
		if format == "auto" {
			format = ""
		}
		var err error
		f.Piped, err = Interruptible(ctx, func() (*files.Piped, error) { return files.ReadPiped(f.cmd.InOrStdin(), format) })
		if err != nil {
			return err
		}
	case path != files.Stdin && f.Format.Word != "auto":
		return usage.Of(said.Errorf("--%s is for standard input, and the dataset is %q; name it -, or leave the flag out", cmp.Or(f.Piping, "format"), path))
	case neo4jstore.IsAddress(path) && f.Options != (files.Options{}):
		return usage.Of(said.Errorf("--reading, --sheet, --strict and --allow-outside are for files, and %s is a database; leave them out", path))
	case neo4jstore.IsAddress(path):
		return nil
	}
	if err := f.Misplaced(path); err != nil {
		return usage.Of(err)
	}
	return nil
}

// Unread lists what lies in the folder of a dataset and is not read. What keeps it
// from being listed keeps the dataset from being opened, which says so.
func (f *Flags) Unread(path string) []string {
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
func (f *Flags) sayUnread(path string) {
	names := slices.DeleteFunc(f.Unread(path), files.IsHidden)
	if len(names) == 0 || f.ListsUnread {
		return
	}
	fmt.Fprintln(f.cmd.ErrOrStderr(), "tasuki:", report.NotRead(path, names, f.lang()))
}

// SayUnreadMarks names the cells of a matrix that could not be read.
func (f *Flags) SayUnreadMarks(g *graph.Graph) {
	if text := report.UnreadMarks(g.Unread(), f.lang()); text != "" {
		fmt.Fprintln(f.cmd.ErrOrStderr(), "tasuki:", text)
	}
}

// lang is the language that the command speaks.
func (f *Flags) lang() (lang messages.Language) {
	if flag := f.cmd.Flags().Lookup("lang"); flag != nil {
		lang = messages.In(graph.Lang(flag.Value.String()))
	}
	return lang
}

// Words returns the flags by which another command opens the dataset that was
// opened from path. With pseudonyms it does not say where the names are, and what was
// piped in is gone.
func (f *Flags) Words(path string) string {
	if f.Redactor != nil || f.Piped != nil {
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

// Changes makes the organizations of changes those of the graph that Open has returned.
func (f *Flags) Changes(list []overlay.Change) []overlay.Change {
	renamed := make([]overlay.Change, len(list))
	for i, c := range list {
		renamed[i] = c.Renamed(f.ID)
	}
	return renamed
}

// Stored returns the name under which the dataset that was opened from path lies in a
// database, unless it was given another. With pseudonyms it names nothing.
func (f *Flags) Stored(path string) string {
	switch at, err := neo4jstore.ParseAddress(path); {
	case f.Redactor != nil || path == files.Stdin:
		return "DATASET"
	case neo4jstore.IsAddress(path) && err == nil:
		return at.Dataset
	}
	return DatasetName(path)
}
