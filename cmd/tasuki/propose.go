package main

import (
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"tasuki/graph/files"
	"tasuki/graph/said"
	"tasuki/internal/flagvalue"
	"tasuki/internal/input"
	"tasuki/internal/outdir"
	"tasuki/internal/usage"
	"tasuki/render/form"
)

func newPropose() *cobra.Command {
	var dataset input.Flags
	log := logDraft{input: &dataset}
	var path string
	var force bool
	cmd := &cobra.Command{
		Use:   "propose FILE",
		Short: "Draft a reading for a matrix, a table of handoffs, or the mapping of an event log",
		Long: `Propose finds the headings, the columns of organizations and the glyphs of a
matrix and prints them as a reading, with what it took for granted. Save it
beside the matrix as NAME.reading.yaml and correct it there.

With --reading it keeps the blocks and columns of that reading and drafts its
corrections: where marks have drifted it places each row where it fits the block,
says why, and calls a mark uncertain when two places fit.

Propose handoffs writes a table of handoffs to fill in, and propose log drafts the
mapping of an event log, as propose does where the file is one: XES, OCEL, or a table
whose headings name a case, an activity and a time.`,
		Example: "  tasuki propose raci.xlsx --sheet Teams -o raci.reading.yaml",
		Args:    usage.Exactly(1, "one matrix FILE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if path != "" && !force && outdir.Replaces(path) {
				return usage.Of(said.Errorf("%q is there already, perhaps with corrections; name another file, or replace it with --force", path))
			}
			draft, err := proposed(cmd, args[0], &dataset, &log)
			if err != nil {
				return err
			}
			return outdir.Deliver(cmd.Context(), path, cmd.OutOrStdout(), draft)
		},
	}
	dataset.RegisterMatrix(cmd)
	cmd.Flags().BoolVar(&force, "force", false, "replace the file of -o if it is there")
	cmd.Flags().StringVarP(&path, "out", "o", "", "write to `FILE` instead")
	log.register(cmd)
	cmd.AddCommand(newProposeHandoffs(), newProposeLog())
	return cmd
}

// proposed drafts what a file asks for: a mapping for a log, a reading for a matrix.
func proposed(cmd *cobra.Command, path string, dataset *input.Flags, log *logDraft) ([]byte, error) {
	if path != files.Stdin && dataset.Options == (files.Options{}) && log.takes(cmd, path) {
		return log.draft(cmd.Context(), path)
	}
	if err := dataset.Prepare(cmd.Context(), path); err != nil {
		return nil, err
	}
	return files.Propose(cmd.Context(), path, dataset.Options)
}

func newProposeHandoffs() *cobra.Command {
	var dataset input.Flags
	var lang flagvalue.Lang
	var path string
	var force bool
	cmd := &cobra.Command{
		Use:   "handoffs DATASET",
		Short: "Write a table of handoffs to fill in",
		Long: `Handoffs writes a table with the headings flow, from, to, kind, what is handed over,
minutes, basis, inferred, branch, when and optional, and one row that shows with tasks of
the dataset how it is filled in. In an .xlsx file the tasks and kinds are lists to choose from. A row whose
flow begins with (example) is not read.

Nothing else is filled in: the order of rows in a matrix says nothing about handoffs.
Fill in a row for each, from and to by ID or name, rows of one flow under its name, and
put the file into one folder with the matrix, called handoffs.xlsx or handoffs.csv, or
copy the sheet Handoffs into the workbook of the matrix. A flow starts where nothing
leads in and ends where nothing leads on; columns start and goal say otherwise.`,
		Example: "  tasuki propose handoffs raci.xlsx -o handoffs.xlsx\n  tasuki propose handoffs examples/helpdesk --lang ja > handoffs.csv",
		Args:    usage.Exactly(1, "one DATASET"),
		RunE: func(cmd *cobra.Command, args []string) error {
			ending := strings.ToLower(filepath.Ext(path))
			switch {
			case ending != "" && ending != ".xlsx" && ending != ".csv":
				return usage.Of(said.Errorf("%q ends neither in .xlsx nor in .csv; name a file that does", path))
			case path != "" && !force && outdir.Replaces(path):
				return usage.Of(said.Errorf("%q is there already, perhaps filled in; name another file, or replace it with --force", path))
			}
			g, err := dataset.Open(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			table, err := form.Handoffs(g, lang.Language())
			if err != nil {
				return err
			}
			data, err := form.Encode(table, ending != ".xlsx")
			if err != nil {
				return err
			}
			return outdir.Deliver(cmd.Context(), path, cmd.OutOrStdout(), data)
		},
	}
	dataset.RegisterInput(cmd)
	lang.Register(cmd.Flags())
	cmd.Flags().BoolVar(&force, "force", false, "replace the file of -o if it is there")
	cmd.Flags().StringVarP(&path, "out", "o", "", "write to `FILE`, .xlsx or .csv, instead of CSV to standard output")
	return cmd
}
