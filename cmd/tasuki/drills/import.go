package drills

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"tasuki/analysis/drill"
	"tasuki/graph/files"
	"tasuki/graph/said"
	"tasuki/internal/evaluation"
	"tasuki/internal/flagvalue"
	"tasuki/internal/input"
	"tasuki/internal/outdir"
	"tasuki/internal/usage"
	"tasuki/render/messages"
)

// importFlags are the flags of the command that adds filled-in evaluations to a record.
type importFlags struct {
	dataset input.Flags
	lang    flagvalue.Lang
	path    string // of the dataset
	date    flagvalue.Date
	number  int
}

func newDrillImport(now func() time.Time) *cobra.Command {
	var f importFlags
	cmd := &cobra.Command{
		Use:   "import RECORD EVALUATION... --dataset DATASET",
		Short: "Add to a record what evaluators have filled in",
		Long: `Import reads the evaluation.xlsx or evaluation.csv of a pack that evaluators have filled
in, and adds their rows to RECORD, all of them or none. Rows that are left empty are
counted. Every fault is named by file, sheet, row and column, and nothing is recorded then:
a handoff that the DATASET does not declare, a date in the future, a word that is no outcome.
An evaluation that the record has already is refused.

Dates and times may stand as Excel and LibreOffice rewrite them, in the Japanese calendar
too; of 3/4/2026 nobody can tell which is the month, and it is refused. A date, the number of the
drill and the evaluator hold for the rows below as well.`,
		Example: "  tasuki drill import drills.csv pack/evaluation.xlsx --dataset examples/helpdesk --date 2026-03-04 --number 7",
		Args:    usage.AtLeast(2, "a RECORD and an EVALUATION"),
		RunE:    func(cmd *cobra.Command, args []string) error { return f.run(cmd, args, now()) },
	}
	f.dataset.RegisterInput(cmd)
	f.lang.Register(cmd.Flags())
	cmd.Flags().StringVar(&f.path, "dataset", "", "the `DATASET` that must declare the handoffs")
	cmd.Flags().Var(&f.date, "date", "the `DAY` of rows that say none, as 2026-03-04")
	cmd.Flags().IntVar(&f.number, "number", 0, "the `NUMBER` of the drill, where the evaluation says none")
	return cmd
}

func (f *importFlags) run(cmd *cobra.Command, args []string, now time.Time) error {
	format, err := recordFormat(args[0])
	if err != nil {
		return err
	}
	if err := f.check(); err != nil {
		return err
	}
	read, err := f.read(cmd.Context(), args[1:], now)
	if err != nil {
		return said.Errorf("nothing was recorded:\n%w", err)
	}
	lang := f.lang.Language()
	for _, note := range read.Notes {
		fmt.Fprintln(cmd.ErrOrStderr(), "tasuki:", lang.Told(note))
	}
	if len(read.Entries) > 0 {
		err = outdir.Append(cmd.Context(), args[0], func(text []byte) ([]byte, error) {
			return drill.Extend(filepath.Base(args[0]), text, format, read.Entries...)
		})
	}
	if err != nil {
		return said.Errorf("adding to the record %q: nothing was recorded: %w", args[0], err)
	}
	_, err = fmt.Fprintln(cmd.OutOrStdout(), imported(read, lang))
	return err
}

// imported says what was recorded.
func imported(read evaluation.Result, lang messages.Language) string {
	text := lang.Count(len(read.Entries), "{1} entry was recorded.", "{1} entries were recorded.")
	if read.Empty > 0 {
		text += lang.Plain(" ||between sentences") + lang.Count(read.Empty, "{1} row is not filled in.", "{1} rows are not filled in.")
	}
	return text
}

// check reports what is wrong with the flags.
func (f *importFlags) check() error {
	if f.path == "" {
		return usage.Of(said.New("nothing was recorded: nothing says whether the handoffs are declared; name the dataset with --dataset"))
	}
	if f.number < 0 || f.number > drill.MaxNumber {
		return usage.Of(said.Errorf("nothing was recorded: --number %d is no number of a drill; use 1 to %d", f.number, drill.MaxNumber))
	}
	return nil
}

// read reads evaluations, and fails with all that is wrong with them.
func (f *importFlags) read(ctx context.Context, paths []string, now time.Time) (evaluation.Result, error) {
	g, err := f.dataset.Open(ctx, f.path)
	if err != nil {
		return evaluation.Result{}, err
	}
	return input.Interruptible(ctx, func() (evaluation.Result, error) {
		r := evaluation.NewReader(g, evaluation.Options{Date: f.date.String(), Number: f.number, Latest: latest(now)})
		for _, path := range paths {
			text, err := files.Read(path)
			if err != nil {
				return r.Result, said.Errorf("reading the evaluation: %w", err)
			}
			if err := r.Read(bytes.NewReader(text), path); err != nil {
				return r.Result, err
			}
		}
		return r.Result, r.Err()
	})
}
