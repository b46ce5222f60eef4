package main

import (
	"bytes"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"tasuki/analysis/bottleneck"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/internal/flagvalue"
	"tasuki/internal/input"
	"tasuki/internal/outdir"
	"tasuki/internal/usage"
	"tasuki/render/exchange"
	"tasuki/render/messages"
	"tasuki/render/register"
)

// exportFormat is a format that a dataset is written in. write returns its files, of which
// there is one, without a name, unless it is a folder; and notes on what was left out.
type exportFormat struct {
	name   string
	folder bool
	write  func(g *graph.Graph, lang messages.Language) (files []outdir.File, notes []string, err error)
}

// exportFormats lists the formats; the first is what is written when none is named.
func exportFormats() []exportFormat {
	return []exportFormat{
		{"json", false, func(g *graph.Graph, _ messages.Language) ([]outdir.File, []string, error) {
			var b bytes.Buffer
			err := graph.Encode(&b, g.Dataset())
			return oneFile(b.Bytes()), nil, err
		}},
		{"dora", true, func(g *graph.Graph, lang messages.Language) ([]outdir.File, []string, error) {
			r, err := register.Of(g)
			return outdir.FilesOf(r.Files), r.Gaps(g, lang), err
		}},
		{"opengraph", false, func(g *graph.Graph, lang messages.Language) ([]outdir.File, []string, error) {
			text, err := exchange.OpenGraph(g, lang.Lang)
			return oneFile(text), nil, err
		}},
		{"likec4", false, func(g *graph.Graph, lang messages.Language) ([]outdir.File, []string, error) {
			return oneFile(exchange.LikeC4(g, lang)), nil, nil
		}},
		{"structurizr", false, func(g *graph.Graph, lang messages.Language) ([]outdir.File, []string, error) {
			return oneFile(exchange.Structurizr(g, lang)), nil, nil
		}},
		{"drawio", false, func(g *graph.Graph, lang messages.Language) ([]outdir.File, []string, error) {
			text, left, err := exchange.DrawIO(g, bottleneck.Bottlenecks(g, rules.Options{}), lang)
			var notes []string
			for _, id := range left {
				notes = append(notes, lang.Plain("flow {1} is too large for a page, and left out", id))
			}
			return oneFile(text), notes, err
		}},
	}
}

func oneFile(data []byte) []outdir.File { return []outdir.File{{Data: data}} }

// exportNames returns the names of the formats.
func exportNames() (names []string) {
	for _, f := range exportFormats() {
		names = append(names, f.name)
	}
	return names
}

// exportFlags are the flags of the command that writes a dataset for other programs.
type exportFlags struct {
	dataset        input.Flags
	output, format flagvalue.Choice
	lang           flagvalue.Lang
	path           string
}

func newExport() *cobra.Command {
	f := exportFlags{dataset: input.Flags{Piping: "input-format"}} // --format is that of what is written
	cmd := &cobra.Command{
		Use:   "export DATASET",
		Short: "Write a dataset as canonical JSON, or for other programs",
		Long: `Export prints every fact of a dataset as canonical JSON: one line, lists in a
fixed order, so that equal datasets give equal bytes. Tasuki reads it back.

With --format it writes what other programs read:

  dora         a folder of CSV: columns of the register of information under DORA
               that the dataset knows; what is empty is counted (docs/dora.md)
  opengraph    nodes and edges for BloodHound (OpenGraph JSON)
  likec4       a model for LikeC4 (.c4)
  structurizr  a workspace for Structurizr (.dsl)
  drawio       pages for draw.io: who depends on whom, and each flow in swimlanes

--lang is the language of names and labels, and of what is said.`,
		Example: "  tasuki export examples/pension -o pension.json\n  tasuki export examples/helpdesk --format dora -o register\n  tasuki export examples/helpdesk --format drawio -o helpdesk.drawio\n  tasuki export examples/helpdesk --format likec4 -o helpdesk.c4\n  tasuki export examples/helpdesk --format structurizr -o workspace.dsl\n  tasuki export examples/helpdesk --format opengraph -o bloodhound.json",
		Args:    usage.Exactly(1, "one DATASET"),
		RunE:    f.run,
	}
	f.dataset.Register(cmd)
	f.output.Register(cmd.Flags(), "output", "what is printed", "json")
	f.format.Register(cmd.Flags(), "format", "what is written", exportNames()...)
	f.lang.RegisterOwn(cmd.Flags())
	cmd.Flags().StringVarP(&f.path, "out", "o", "", "write to `FILE`, or into a folder where the format is one of several files")
	return cmd
}

func (f *exportFlags) run(cmd *cobra.Command, args []string) error {
	var format exportFormat
	for _, x := range exportFormats() {
		if x.name == f.format.String() {
			format = x
		}
	}
	if format.folder && f.path == "" {
		return usage.Of(said.Errorf("--format %s writes a folder; name it with -o", format.name))
	}
	g, err := f.dataset.Open(cmd.Context(), args[0])
	if err != nil {
		return err
	}
	lang := f.lang.Of(g)
	var files []outdir.File
	notes, err := input.Interruptible(cmd.Context(), func() (notes []string, err error) {
		files, notes, err = format.write(g, lang)
		return notes, err
	})
	if err != nil {
		return err
	}
	if format.folder {
		var kept []string
		kept, err = outdir.Replace(cmd.Context(), f.path, files)
		for _, k := range kept {
			notes = append(notes, lang.Plain("{1} is of an earlier export and was changed since: it was kept, and is not part of this one", k))
		}
	} else {
		err = outdir.Deliver(cmd.Context(), f.path, cmd.OutOrStdout(), files[0].Data)
	}
	if err == nil {
		state(cmd.ErrOrStderr(), notes)
	}
	return err
}

// state says what was left out of what was written.
func state(out io.Writer, notes []string) {
	for _, note := range notes {
		fmt.Fprintln(out, "tasuki:", note)
	}
}
