package drills

import (
	"fmt"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"tasuki/analysis/drill"
	"tasuki/cmd/tasuki/flags"
	"tasuki/graph"
	"tasuki/graph/files"
	"tasuki/graph/said"
	"tasuki/internal/flagvalue"
	"tasuki/internal/input"
	"tasuki/internal/outdir"
	"tasuki/internal/usage"
	"tasuki/render/bundle"
)

// reportFlags are the flags of the command that writes an after-action report.
type reportFlags struct {
	dataset          input.Flags
	lang             flagvalue.Lang
	painting         flags.Painting
	output           flagvalue.Output
	number           int
	on               flagvalue.Date
	scenario, folder string
	overwrite        bool
}

func newDrillReport(now func() time.Time) *cobra.Command {
	var f reportFlags
	cmd := &cobra.Command{
		Use:   "report DATASET RECORD",
		Short: "Write the after-action report of a drill",
		Long: `Report writes into a folder after-action.html and after-action.pdf: what is to be mended, by whom and
by when, and what is overdue; what was exercised, with which outcome, and the minutes measured
beside those declared; what was tested more than a year ago, and what never; and a drawing of each
flow that was exercised, with what drills have shown of each handoff.

It is about the drill of --number, or about all drills of the record. With --output json it
prints the same for programs, and writes nothing.`,
		Example: "  tasuki drill report examples/helpdesk drills.csv --number 7 --scenario examples/helpdesk/outage.scenario.yaml -o after-action",
		Args:    usage.Exactly(2, "a DATASET and a RECORD"),
		RunE:    func(cmd *cobra.Command, args []string) error { return f.run(cmd, args, now()) },
	}
	f.dataset.Register(cmd)
	f.lang.Register(cmd.Flags())
	f.painting.Register(cmd)
	f.output.Register(cmd.Flags())
	cmd.Flags().IntVar(&f.number, "number", 0, "the `NUMBER` of the drill; by default all drills of the record")
	cmd.Flags().Var(&f.on, "on", "the `DAY` on which due dates and a year are judged, as 2026-03-04; by default today")
	cmd.Flags().StringVar(&f.scenario, "scenario", "", "the scenario `FILE`, for its title and objectives")
	cmd.Flags().StringVarP(&f.folder, "out", "o", "after-action", "the `FOLDER` to write into")
	cmd.Flags().BoolVar(&f.overwrite, "overwrite", false, "replace files of a report that were written from other input")
	return cmd
}

func (f *reportFlags) run(cmd *cobra.Command, args []string, now time.Time) error {
	if f.scenario != "" && f.dataset.Key != "" {
		return usage.Of(said.New("--redact puts no pseudonyms into the words of a --scenario; leave one of both out"))
	}
	g, err := f.dataset.Open(cmd.Context(), args[0])
	if err != nil {
		return err
	}
	entries, err := Record(args[1], f.dataset.Redactor, now)
	if err != nil {
		return err
	}
	if numbers := drill.Numbers(entries); f.number != 0 && !slices.Contains(numbers, f.number) {
		return usage.Of(said.Errorf("the record has no entry of the drill %d; it has those of %v", f.number, numbers))
	}
	on := f.on.String()
	if on == "" {
		on = Today(now)
	}
	after := drill.AfterActionOf(g, entries, f.number, on)
	if f.output.Word == "json" {
		return f.output.Print(cmd.OutOrStdout(), after, nil)
	}
	scenario, err := f.stated(g, after.Flows)
	if err != nil {
		return err
	}
	made, err := input.Interruptible(cmd.Context(), func() ([]bundle.File, error) {
		return bundle.AfterAction(g, after, scenario, f.painting.Tools(f.lang.Language()), f.lang.Language())
	})
	if err != nil {
		return err
	}
	if err := outdir.Add(cmd.Context(), f.folder, outdir.FilesOf(made), f.overwrite); err != nil {
		return err
	}
	f.painting.State(cmd.ErrOrStderr(), f.lang.Language())
	_, err = fmt.Fprintln(cmd.OutOrStdout(), filepath.Join(f.folder, "after-action.pdf"))
	return err
}

// stated returns the scenario of the drill; nil where none is given.
func (f *reportFlags) stated(g *graph.Graph, flows []string) (*graph.Scenario, error) {
	if f.scenario == "" {
		return nil, nil
	}
	file, err := files.OpenScenario(f.scenario)
	if err != nil {
		return nil, err
	}
	flow := file.Flow
	if flow == "" && len(flows) == 1 {
		flow = flows[0]
	}
	scenario, err := file.For(g, flow)
	return &scenario, err
}
