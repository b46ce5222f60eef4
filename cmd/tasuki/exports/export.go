// Package exports holds the command that writes a dataset for other programs.
package exports

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"tasuki/graph/said"
	"tasuki/internal/flagvalue"
	"tasuki/internal/input"
	"tasuki/internal/outdir"
	"tasuki/internal/usage"
)

// command are the flags of the command that writes a dataset for other programs.
type command struct {
	dataset        input.Flags
	output, format flagvalue.Choice
	lang           flagvalue.Lang
	path           string
}

// New returns the command `export`.
func New() *cobra.Command {
	f := command{dataset: input.Flags{Piping: "input-format"}} // --format is that of what is written
	cmd := &cobra.Command{
		Use:   "export DATASET",
		Short: "Write a dataset as canonical JSON, or for other programs",
		Long: `Export prints every fact of a dataset as canonical JSON: one line, lists in a
fixed order, so that equal datasets give equal bytes. Tasuki reads it back.

With --format it writes what other programs read:

  bpmn         a model in BPMN 2.0 with its picture: a pool for each flow, and a lane
               for each organization that leads a task in it (docs/bpmn.md)
  neo4j-admin  a folder of CSV from which Neo4j's import tool builds a database
               (docs/neo4j.md); its dataset is called as the folder or file here
  dora         a folder of CSV: columns of the register of information under DORA
               that the dataset knows; what is empty is counted (docs/dora.md)
  opengraph    nodes and edges for BloodHound (OpenGraph JSON)
  likec4       a model for LikeC4 (.c4)
  structurizr  a workspace for Structurizr (.dsl)
  drawio       pages for draw.io: who depends on whom, and each flow in swimlanes

--lang is the language of names and labels, and of what is said.`,
		Example: "  tasuki export examples/pension -o pension.json\n  tasuki export examples/pension --format bpmn -o pension.bpmn\n  tasuki export examples/pension --format neo4j-admin -o pension-csv\n  tasuki export examples/helpdesk --format dora -o register\n  tasuki export examples/helpdesk --format drawio -o helpdesk.drawio\n  tasuki export examples/helpdesk --format likec4 -o helpdesk.c4\n  tasuki export examples/helpdesk --format structurizr -o workspace.dsl\n  tasuki export examples/helpdesk --format opengraph -o bloodhound.json",
		Args:    usage.Exactly(1, "one DATASET"),
		RunE:    f.run,
	}
	f.dataset.Register(cmd)
	f.output.Register(cmd.Flags(), "output", "what is printed", "json")
	f.format.Register(cmd.Flags(), "format", "what is written", names()...)
	f.lang.RegisterOwn(cmd.Flags())
	cmd.Flags().StringVarP(&f.path, "out", "o", "", "write to `FILE`, or into a folder where the format is one of several files")
	return cmd
}

func (f *command) run(cmd *cobra.Command, args []string) error {
	var chosen format
	for _, x := range formats() {
		if x.name == f.format.String() {
			chosen = x
		}
	}
	if chosen.folder && f.path == "" {
		return usage.Of(said.Errorf("--format %s writes a folder; name it with -o", chosen.name))
	}
	g, err := f.dataset.Open(cmd.Context(), args[0])
	if err != nil {
		return err
	}
	lang := f.lang.Of(g)
	var files []outdir.File
	notes, err := input.Interruptible(cmd.Context(), func() (notes []string, err error) {
		files, notes, err = chosen.write(exported{g, f.dataset.Stored(args[0]), lang})
		return notes, err
	})
	if err != nil {
		return err
	}
	if chosen.folder {
		var kept []string
		kept, err = outdir.Replace(cmd.Context(), f.path, files)
		for _, k := range kept {
			notes = append(notes, lang.Plain("{1} is of an earlier export and was changed since: it was kept, and is not part of this one", k))
		}
	} else {
		err = outdir.Deliver(cmd.Context(), f.path, cmd.OutOrStdout(), files[0].Data)
	}
	if err != nil {
		return err
	}
	state(cmd.ErrOrStderr(), notes)
	if chosen.next != nil {
		_, err = fmt.Fprint(cmd.OutOrStdout(), chosen.next(lang, flagvalue.ShellWord(f.path)))
	}
	return err
}

// state says what was left out of what was written.
func state(out io.Writer, notes []string) {
	for _, note := range notes {
		fmt.Fprintln(out, "tasuki:", note)
	}
}
