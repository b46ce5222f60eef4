package main

import (
	"fmt"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"tasuki/analysis"
	"tasuki/analysis/findings"
	"tasuki/cmd/tasuki/flags"
	"tasuki/graph/neo4jstore"
	"tasuki/internal/flagvalue"
	"tasuki/internal/input"
	"tasuki/internal/observing"
	"tasuki/internal/outdir"
	"tasuki/internal/terminal"
	"tasuki/internal/usage"
	"tasuki/render/bundle"
	"tasuki/render/report"
)

// reportFlags are the flags of the command that writes a report.
type reportFlags struct {
	dataset input.Flags
	decided input.Decisions
	options flags.Options
	lang    flagvalue.Lang
	log     observing.Flags
	folder  string
	brief   bool
}

func newReport(now func() time.Time) *cobra.Command {
	var f reportFlags
	cmd := &cobra.Command{
		Use:   "report DATASET",
		Short: "Write the whole review: a page, its drawings and its figures",
		Long: `Report writes into a folder: index.html, the conclusion and its chapters, which lead
to the pages of details beside it; report.pdf, conclusion and chapters on paper;
report.md, the same as Markdown; report.xlsx, its tables as a workbook; the drawings
as SVG files; and results.json with every figure. The terminal shows the three most
important things and how sure they are.

With --brief it writes the beginning alone, for a committee: index.html and brief.pdf,
with three sentences, a picture and what to do first, on two printed pages at most.

The folder must be empty or hold an earlier report. manifest.txt lists what a report
wrote: the next one replaces these files, removes those that are no longer of it
(one that was changed since is kept, and named), and touches nothing else but what
a killed report has left.

A matrix alone is enough to begin with; what needs handoffs says so, and how to
declare them. What a team has decided about findings (tasuki check --help) stands
beside them. With --log, a chapter says what an event log shows (tasuki observe --help).`,
		Example: "  tasuki report examples/pension -o review\n  tasuki report examples/pension --brief -o brief",
		Args:    usage.Exactly(1, "one DATASET"),
		RunE:    f.run,
	}
	f.dataset.Register(cmd)
	f.decided.Register(cmd, now)
	f.options.Register(cmd)
	f.log.Register(cmd)
	f.lang.Register(cmd.Flags())
	cmd.Flags().BoolVar(&f.brief, "brief", false, "write the brief alone: index.html and brief.pdf, two printed pages at most")
	cmd.Flags().StringVarP(&f.folder, "out", "o", "review", "the `FOLDER` to write into")
	return cmd
}

// run writes the report and prints its summary. All files are made before any is touched.
func (f *reportFlags) run(cmd *cobra.Command, args []string) error {
	o, err := f.options.Read()
	if err != nil {
		return err
	}
	p := terminal.StartProgress(cmd.ErrOrStderr())
	defer p.Stop()
	p.Now("reading %s", args[0])
	g, err := f.dataset.Open(cmd.Context(), args[0])
	if err != nil {
		return err
	}
	if err := f.decided.Open(&f.dataset, g, args[0]); err != nil {
		return err
	}
	seen, err := f.log.Observation(cmd.Context(), g, f.dataset.Redactor != nil, p)
	if err != nil {
		return err
	}
	p.Now("analysing")
	review, err := input.Interruptible(cmd.Context(), func() (findings.Review, error) {
		r := analysis.Analyze(g, o)
		r.Findings = f.decided.Apply(&r, g).Findings
		return r, nil
	})
	if err != nil {
		return err
	}
	review.Observed = seen
	review.Version, review.Asked = version(), neo4jstore.IsAddress(args[0])
	p.Now("drawing")
	next := func(number, of int, file string) { p.Now("drawing %d of %d, %s", number, of, file) }
	list, err := input.Interruptible(cmd.Context(), func() ([]bundle.File, error) { return bundle.Files(g, review, f.brief, f.lang.Language(), next) })
	if err != nil {
		return err
	}
	kept, err := outdir.Replace(cmd.Context(), f.folder, outdir.FilesOf(list))
	if err != nil {
		return err
	}
	for _, name := range kept {
		fmt.Fprintf(cmd.ErrOrStderr(), "tasuki: %q is of an earlier report and was changed since: it was kept, and is not part of this one\n", filepath.Join(f.folder, name))
	}
	if err := report.Summary(cmd.OutOrStdout(), g, review, f.lang.Language()); err != nil {
		return err
	}
	_, err = fmt.Fprintf(cmd.OutOrStdout(), "\n%s\n", filepath.Join(f.folder, "index.html"))
	return err
}
