package main

import (
	"bytes"
	"cmp"
	"fmt"

	"github.com/spf13/cobra"

	"tasuki/graph"
	"tasuki/graph/neo4jstore/admincsv"
	"tasuki/graph/said"
	"tasuki/internal/flagvalue"
	"tasuki/internal/input"
	"tasuki/internal/outdir"
	"tasuki/internal/usage"
)

// exportFormat is a format that a dataset is written in: into a file, or as the files of
// a folder.
type exportFormat struct {
	name   string
	file   func(g *graph.Graph) ([]byte, error)
	folder func(g *graph.Graph, name string) ([]outdir.File, error)
	next   string // what to say of the folder, which is called %s
}

// exportFormats lists the formats, the usual one first.
func exportFormats() []exportFormat {
	return []exportFormat{
		{name: "json", file: func(g *graph.Graph) ([]byte, error) {
			var b bytes.Buffer
			err := graph.Encode(&b, g.Dataset())
			return b.Bytes(), err
		}},
		{name: "neo4j-admin", folder: func(g *graph.Graph, name string) ([]outdir.File, error) {
			list, err := admincsv.Files(name, g.Dataset())
			return outdir.FilesOf(list), err
		}, next: "To make the files the whole database of a server that is stopped:\n\n  cd %s\n  neo4j-admin database import full neo4j --overwrite-destination=true @import.args\n\nand, when the server runs again:\n\n  cypher-shell -f schema.cypher\n"},
	}
}

func newExport() *cobra.Command {
	dataset := input.Flags{Piping: "input-format"} // --format is that of what is written
	var output, chosen flagvalue.Choice
	var path string
	formats := exportFormats()
	cmd := &cobra.Command{
		Use:   "export DATASET",
		Short: "Write a dataset as canonical JSON, or for other programs",
		Long: `Export prints every fact of a dataset as canonical JSON: one line, lists in a
fixed order, so that equal datasets give equal bytes. Tasuki reads it back.

With --format neo4j-admin it writes a folder of CSV files from which Neo4j's import
tool builds a database, faster than a load where there are very many facts. The name
of the dataset in that database is that of its folder or file.`,
		Example: "  tasuki export examples/pension -o pension.json\n  tasuki export examples/pension --format neo4j-admin -o pension-csv",
		Args:    usage.Exactly(1, "one DATASET"),
		RunE: func(cmd *cobra.Command, args []string) error {
			var f exportFormat
			for _, f = range formats {
				if f.name == chosen.Word {
					break
				}
			}
			if f.folder != nil && path == "" {
				return usage.Of(said.Errorf("--format %s writes a folder; name it with -o", f.name))
			}
			g, err := dataset.Open(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			if f.folder != nil {
				return f.writeFolder(cmd, g, dataset.Stored(args[0]), path)
			}
			data, err := f.file(g)
			if err != nil {
				return err
			}
			return outdir.Deliver(cmd.Context(), path, cmd.OutOrStdout(), data)
		},
	}
	dataset.Register(cmd)
	output.Register(cmd.Flags(), "output", "what is printed", "json")
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.name
	}
	chosen.Register(cmd.Flags(), "format", "what is written", names...)
	cmd.Flags().StringVarP(&path, "out", "o", "", "write to `FILE`, or into a folder where the format is one of several files")
	return cmd
}

// writeFolder writes a folder and says what to do with it.
func (f exportFormat) writeFolder(cmd *cobra.Command, g *graph.Graph, name, path string) error {
	list, err := input.Interruptible(cmd.Context(), func() ([]outdir.File, error) { return f.folder(g, name) })
	if err != nil {
		return err
	}
	kept, err := outdir.Replace(cmd.Context(), path, list)
	if err != nil {
		return err
	}
	for _, k := range kept {
		fmt.Fprintf(cmd.ErrOrStderr(), "tasuki: %q is of an earlier export and was changed since: it was kept, and is not part of this one\n", k)
	}
	_, err = fmt.Fprintf(cmd.OutOrStdout(), cmp.Or(f.next, "%s\n"), flagvalue.ShellWord(path))
	return err
}
