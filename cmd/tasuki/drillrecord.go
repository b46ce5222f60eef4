package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tasuki/analysis/drill"
	"tasuki/render"
)

func newDrillRecord() *cobra.Command {
	var dataset datasetFlags
	var outcome choice
	var e drill.Entry
	var path string
	cmd := &cobra.Command{
		Use:   "record RECORD",
		Short: "Add to a record what a drill has shown of one handoff",
		Long: `Record adds one line to RECORD, a .jsonl or .csv file, which it makes if it has to.
What was recorded before stays as it is: a record that does not parse is not added
to, and one that was stopped on the way leaves it as it was.

With --dataset it refuses handoffs that the dataset does not declare.`,
		Example: "  tasuki drill record drills.csv --time 2026-03-04T10:15 --flow outage --from F-1 --to F-2 --outcome confirmed --note 'in 4 minutes'",
		Args:    exactly(1, "one RECORD"),
		RunE: func(cmd *cobra.Command, args []string) error {
			e.Outcome = drill.Outcome(outcome.value)
			format, err := recordFormat(args[0])
			if err != nil {
				return err
			}
			if faults := e.Check(); len(faults) > 0 {
				return usageError{fmt.Errorf("nothing was recorded:\n%w", faults)}
			}
			if path != "" {
				g, err := dataset.open(cmd.Context(), path)
				if err != nil {
					return err
				}
				if !e.Declared(g) {
					return usageError{fmt.Errorf("nothing was recorded: the flow %q declares no handoff %s -> %s; correct the IDs", e.Flow, e.From, e.To)}
				}
			}
			return appendEntry(cmd.Context(), args[0], format, e)
		},
	}
	dataset.registerMatrix(cmd)
	outcome.register(cmd, "outcome", "what it has shown", outcomes()...)
	outcome.value, cmd.Flags().Lookup("outcome").DefValue = "", "" // it has to be said
	cmd.Flags().StringVar(&e.Time, "time", "", "`WHEN` it was drilled: 2026-03-04 or 2026-03-04T10:15")
	cmd.Flags().StringVar(&e.Flow, "flow", "", "the `ID` of the flow")
	cmd.Flags().StringVar(&e.From, "from", "", "the `ID` of the task that hands on")
	cmd.Flags().StringVar(&e.To, "to", "", "the `ID` of the task that receives")
	cmd.Flags().StringVar(&e.Note, "note", "", "a remark, as `TEXT` on one line")
	cmd.Flags().StringVar(&path, "dataset", "", "the `DATASET` that must declare the handoff")
	return cmd
}

func outcomes() []string {
	var words []string
	for _, o := range drill.Outcomes() {
		words = append(words, string(o))
	}
	return words
}

func newDrillCoverage() *cobra.Command {
	var dataset datasetFlags
	var lang langFlag
	var format choice
	cmd := &cobra.Command{
		Use:     "coverage DATASET RECORD",
		Short:   "Say which handoffs drills have tested, when, and which never",
		Example: "  tasuki drill coverage examples/helpdesk drills.csv --output json",
		Args:    exactly(2, "a DATASET and a RECORD"),
		RunE: func(cmd *cobra.Command, args []string) error {
			g, err := dataset.open(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			kind, err := recordFormat(args[1])
			if err != nil {
				return err
			}
			text, err := os.ReadFile(args[1])
			if err != nil {
				return fmt.Errorf("reading the record: %w", err)
			}
			entries, err := drill.Parse(filepath.Base(args[1]), kind, text)
			if err != nil {
				return fmt.Errorf("reading the record %q:\n%w", args[1], err)
			}
			coverage := drill.CoverageOf(g, dataset.entries(entries))
			if format.value == "json" {
				return printJSON(cmd.OutOrStdout(), coverage)
			}
			return render.CoverageText(cmd.OutOrStdout(), g, coverage, lang.lang())
		},
	}
	dataset.register(cmd)
	lang.register(cmd)
	format.register(cmd, "output", "what is printed", "text", "json")
	return cmd
}

// entries makes the texts of a record those of the graph that open has returned.
func (f *datasetFlags) entries(list []drill.Entry) []drill.Entry {
	if f.redactor == nil {
		return list
	}
	list = slices.Clone(list)
	for i := range list {
		for _, text := range []*string{&list[i].Flow, &list[i].From, &list[i].To, &list[i].Note} {
			*text = f.redactor.Text(*text)
		}
	}
	return list
}

// recordFormat returns the format that the ending of a record names.
func recordFormat(path string) (drill.Format, error) {
	format := drill.Format(strings.TrimPrefix(strings.ToLower(filepath.Ext(path)), "."))
	if !slices.Contains(drill.Formats(), format) {
		return "", usageError{fmt.Errorf("%q is no record: its name must end in .jsonl or .csv", path)}
	}
	return format, nil
}
