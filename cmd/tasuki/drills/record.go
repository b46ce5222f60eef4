package drills

import (
	"context"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"tasuki/analysis/drill"
	"tasuki/graph/files"
	"tasuki/graph/redact"
	"tasuki/graph/said"
	"tasuki/internal/evaluation"
	"tasuki/internal/flagvalue"
	"tasuki/internal/input"
	"tasuki/internal/outdir"
	"tasuki/internal/usage"
	"tasuki/render/report/section"
)

// recordFlags are the flags of the command that adds to a record.
type recordFlags struct {
	dataset   input.Flags
	path      string // of the dataset
	unchecked bool
	outcome   flagvalue.Choice
	entry     drill.Entry
}

func newDrillRecord(now func() time.Time) *cobra.Command {
	var f recordFlags
	cmd := &cobra.Command{
		Use:   "record RECORD --dataset DATASET",
		Short: "Add to a record what a drill has shown of one handoff",
		Long: `Record adds one line to RECORD, a .jsonl or .csv file, which it makes if it has to.
What was recorded before stays as it is: a record that does not parse is not added
to, and one that was stopped on the way leaves it as it was.

It refuses a time that has not come, a handoff that the DATASET does not declare, and
what the record has already of that time, handoff, number and evaluator. Where there is
no dataset to ask, --unchecked records without asking.`,
		Example: "  tasuki drill record drills.csv --dataset examples/helpdesk --time 2026-03-04T10:15 --flow outage --from F-1 --to F-2 --outcome confirmed --note 'in 4 minutes'",
		Args:    usage.Exactly(1, "one RECORD"),
		RunE: func(cmd *cobra.Command, args []string) error {
			f.entry.Outcome = drill.Outcome(f.outcome.Word)
			if _, err := recordFormat(args[0]); err != nil {
				return err
			}
			if err := f.check(cmd.Context(), now()); err != nil {
				return err
			}
			return Append(cmd.Context(), args[0], f.entry)
		},
	}
	f.dataset.RegisterInput(cmd)
	f.outcome.Register(cmd.Flags(), "outcome", "what it has shown, also in the words of the evaluation", outcomes()...)
	f.outcome.Read = func(text string) string { return string(evaluation.Outcome(text)) }
	f.outcome.Word, cmd.Flags().Lookup("outcome").DefValue = "", "" // it has to be said
	cmd.Flags().StringVar(&f.entry.Time, "time", "", "`WHEN` it was drilled: 2026-03-04 or 2026-03-04T10:15")
	cmd.Flags().StringVar(&f.entry.Flow, "flow", "", "the `ID` of the flow")
	cmd.Flags().StringVar(&f.entry.From, "from", "", "the `ID` of the task that hands on")
	cmd.Flags().StringVar(&f.entry.To, "to", "", "the `ID` of the task that receives")
	cmd.Flags().StringVar(&f.entry.Note, "note", "", "a remark, as `TEXT` on one line")
	cmd.Flags().IntVar(&f.entry.Number, "number", 0, "the `NUMBER` of the drill")
	cmd.Flags().IntVar(&f.entry.Minutes, "minutes", 0, "the measured `MINUTES` from when the one task has the work until the other has it")
	cmd.Flags().StringVar(&f.entry.Evaluator, "evaluator", "", "`WHO` saw it")
	cmd.Flags().StringVar(&f.entry.Finding, "finding", "", "what is to be mended, as `TEXT` on one line")
	cmd.Flags().StringVar(&f.entry.Owner, "owner", "", "`WHO` mends what the finding says")
	cmd.Flags().StringVar(&f.entry.Due, "due", "", "the `DAY` by which, as 2026-06-30")
	cmd.Flags().StringVar(&f.path, "dataset", "", "the `DATASET` that must declare the handoff")
	cmd.Flags().BoolVar(&f.unchecked, "unchecked", false, "record without asking a dataset whether it declares the handoff")
	return cmd
}

// Append adds an entry to the record at path, after what others add at the same time,
// or leaves the record as it was.
func Append(ctx context.Context, path string, e drill.Entry) error {
	format, err := recordFormat(path)
	if err != nil {
		return err
	}
	err = outdir.Append(ctx, path, func(text []byte) ([]byte, error) {
		return drill.Extend(filepath.Base(path), text, format, e)
	})
	if err != nil {
		return said.Errorf("adding to the record %q: nothing was recorded: %w", path, err)
	}
	return nil
}

// check reports everything that is wrong with the entry.
func (f *recordFlags) check(ctx context.Context, now time.Time) error {
	refused := func(err error) error { return usage.Of(said.Errorf("nothing was recorded: %w", err)) }
	if faults := f.entry.Check(); len(faults) > 0 {
		return usage.Of(said.Errorf("nothing was recorded:\n%w", faults))
	}
	if f.entry.Time > latest(now) {
		return refused(said.Errorf("--time %s is in the future (it is %s UTC); correct the time, or the clock of this machine", f.entry.Time, now.UTC().Format(minutes)))
	}
	switch {
	case f.path != "" && f.unchecked:
		return refused(said.New("--dataset asks whether the handoff is declared, and --unchecked does not; leave one of both out"))
	case f.unchecked && (f.dataset.Options != (files.Options{}) || f.dataset.Format.Word != "auto"):
		return refused(said.New("--reading, --sheet, --format and --allow-outside say how the dataset is read, and --unchecked asks none; leave them out"))
	case f.unchecked:
		return nil
	case f.path == "":
		return refused(said.New("nothing says whether the handoff is declared; name the dataset with --dataset, or record without asking with --unchecked"))
	}
	g, err := f.dataset.Open(ctx, f.path)
	if err != nil {
		return err
	}
	if err := checkDeclared(g, f.entry); err != nil {
		return refused(err)
	}
	return nil
}

func outcomes() []string {
	var words []string
	for _, o := range drill.Outcomes() {
		words = append(words, string(o))
	}
	return words
}

func newDrillCoverage(now func() time.Time) *cobra.Command {
	var dataset input.Flags
	var lang flagvalue.Lang
	var format flagvalue.Output
	cmd := &cobra.Command{
		Use:     "coverage DATASET RECORD",
		Short:   "Say which handoffs drills have tested, when, and which never",
		Example: "  tasuki drill coverage examples/helpdesk drills.csv --output json",
		Args:    usage.Exactly(2, "a DATASET and a RECORD"),
		RunE: func(cmd *cobra.Command, args []string) error {
			g, err := dataset.Open(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			entries, err := Record(args[1], dataset.Redactor, now())
			if err != nil {
				return err
			}
			coverage := drill.CoverageOf(g, entries, Today(now()))
			return format.Print(cmd.OutOrStdout(), coverage, func(w io.Writer) error { return section.CoverageText(w, g, coverage, lang.Language()) })
		},
	}
	dataset.Register(cmd)
	lang.Register(cmd.Flags())
	format.Register(cmd.Flags())
	return cmd
}

// Record reads the record of drills about a graph, which may have pseudonyms.
func Record(path string, r *redact.Redactor, now time.Time) ([]drill.Entry, error) {
	kind, err := recordFormat(path)
	if err != nil {
		return nil, err
	}
	text, err := files.Read(path)
	if err != nil {
		return nil, said.Errorf("reading the record: %w", err)
	}
	entries, err := drill.Parse(filepath.Base(path), kind, text)
	if err != nil {
		return nil, said.Errorf("reading the record %q:\n%w", path, err)
	}
	entries = redacted(entries, r)
	if err := checkTimes(entries, now); err != nil {
		return nil, said.Errorf("reading the record %q:\n%w", path, err)
	}
	return entries, nil
}

// redacted makes the texts of a record those of a graph with pseudonyms.
func redacted(list []drill.Entry, r *redact.Redactor) []drill.Entry {
	if r == nil {
		return list
	}
	list = slices.Clone(list)
	for i := range list {
		for _, text := range []*string{&list[i].Flow, &list[i].From, &list[i].To, &list[i].Note, &list[i].Finding} {
			*text = r.Text(*text)
		}
		list[i].Evaluator, list[i].Owner = "", "" // people, for whom there are no pseudonyms
	}
	return list
}

// recordFormat returns the format that the ending of a record names.
func recordFormat(path string) (drill.Format, error) {
	format := drill.Format(strings.TrimPrefix(strings.ToLower(filepath.Ext(path)), "."))
	if !slices.Contains(drill.Formats(), format) {
		return "", usage.Of(said.Errorf("%q is no record: its name must end in .jsonl or .csv", path))
	}
	return format, nil
}
