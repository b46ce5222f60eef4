package main

import (
	"bytes"

	"github.com/spf13/cobra"

	"tasuki/graph"
	"tasuki/graph/bpmn"
	"tasuki/internal/flagvalue"
	"tasuki/internal/input"
	"tasuki/internal/outdir"
	"tasuki/internal/usage"
	"tasuki/render/messages"
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
		{"bpmn", false, func(g *graph.Graph, lang messages.Language) ([]outdir.File, []string, error) {
			text, err := bpmn.Write(g, lang.Lang)
			return oneFile(text), nil, err
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

  bpmn         a model in BPMN 2.0 with its picture: a pool for each flow, and a lane
               for each organization that leads a task in it (docs/bpmn.md)

--lang is the language of names and labels, and of what is said.`,
		Example: "  tasuki export examples/pension -o pension.json\n  tasuki export examples/pension --format bpmn -o pension.bpmn",
		Args:    usage.Exactly(1, "one DATASET"),
		RunE:    f.run,
	}
	f.dataset.Register(cmd)
	f.output.Register(cmd.Flags(), "output", "what is printed", "json")
	f.format.Register(cmd.Flags(), "format", "what is written", exportNames()...)
	f.lang.RegisterOwn(cmd.Flags())
	cmd.Flags().StringVarP(&f.path, "out", "o", "", "write to `FILE` instead")
	return cmd
}

func (f *exportFlags) run(cmd *cobra.Command, args []string) error {
	var format exportFormat
	for _, x := range exportFormats() {
		if x.name == f.format.String() {
			format = x
		}
	}
	g, err := f.dataset.Open(cmd.Context(), args[0])
	if err != nil {
		return err
	}
	lang := f.lang.Of(g)
	files, err := input.Interruptible(cmd.Context(), func() ([]outdir.File, error) {
		files, _, err := format.write(g, lang)
		return files, err
	})
	if err != nil {
		return err
	}
	return outdir.Deliver(cmd.Context(), f.path, cmd.OutOrStdout(), files[0].Data)
}
