package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"tasuki/analysis"
	"tasuki/analysis/findings"
	"tasuki/graph"
	"tasuki/internal/outdir"
	"tasuki/internal/terminal"
	"tasuki/render/document"
	"tasuki/render/messages"
	"tasuki/render/report"
	"tasuki/render/workbook"
)

func newReport() *cobra.Command {
	var dataset datasetFlags
	var options optionFlags
	var lang langFlag
	var folder string
	cmd := &cobra.Command{
		Use:   "report DATASET",
		Short: "Write the whole review: a page, its drawings and its figures",
		Long: `Report writes into a folder: index.html, which needs nothing else; report.md, the
same as Markdown; report.xlsx, its tables as a workbook; the drawings as SVG files;
and results.json with every figure. The terminal shows the three most important
things and how sure they are.

The folder must be empty or hold an earlier report. manifest.txt lists what a report
wrote: the next one replaces these files, removes those that are no longer of it
(one that was changed since is kept, and named), and touches nothing else but what
a killed report has left.

A matrix alone is enough to begin with; what needs handoffs says so, and how to
declare them.`,
		Example: "  tasuki report examples/pension -o review",
		Args:    exactly(1, "one DATASET"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o, err := options.options()
			if err != nil {
				return err
			}
			p := terminal.StartProgress(cmd.ErrOrStderr())
			defer p.Stop()
			p.Now("reading %s", args[0])
			g, err := dataset.open(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			p.Now("analysing")
			review, err := interruptible(cmd.Context(), func() (findings.Review, error) { return analysis.Analyze(g, o), nil })
			if err != nil {
				return err
			}
			p.Now("drawing")
			drawings, err := interruptible(cmd.Context(), func() ([]document.Drawing, error) { return drawAll(g, review, lang.lang()) })
			if err != nil {
				return err
			}
			kept, err := writeReport(cmd.Context(), folder, g, review, drawings, lang.lang())
			if err != nil {
				return err
			}
			for _, name := range kept {
				fmt.Fprintf(cmd.ErrOrStderr(), "tasuki: %q is of an earlier report and was changed since: it was kept, and is not part of this one\n", filepath.Join(folder, name))
			}
			if err := report.Summary(cmd.OutOrStdout(), g, review, lang.lang()); err != nil {
				return err
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "\n%s\n", filepath.Join(folder, "index.html"))
			return err
		},
	}
	dataset.register(cmd)
	options.register(cmd)
	lang.register(cmd)
	cmd.Flags().StringVarP(&folder, "out", "o", "review", "the `FOLDER` to write into")
	return cmd
}

// writeReport writes every file of the report, and removes those of an earlier
// one that are no longer of it, but for those that it returns. It makes all of them
// before it touches any.
func writeReport(ctx context.Context, folder string, g *graph.Graph, review findings.Review, drawings []document.Drawing, lang messages.Language) (kept []string, err error) {
	files, err := interruptible(ctx, func() ([]outdir.File, error) { return reportFiles(g, review, drawings, lang) })
	if err != nil {
		return nil, err
	}
	return outdir.Replace(ctx, folder, files)
}

// reportFiles makes the files of a report: the page, the same as Markdown, the
// tables as a workbook, the figures and the drawings.
func reportFiles(g *graph.Graph, review findings.Review, drawings []document.Drawing, lang messages.Language) ([]outdir.File, error) {
	var sheets []workbook.Sheet
	for _, t := range report.Tables(g, review, lang) {
		sheets = append(sheets, workbook.Sheet(t))
	}
	var outputs []outdir.File
	for _, f := range []struct {
		name  string
		write func(io.Writer) error
	}{
		{"index.html", func(w io.Writer) error { return report.HTML(w, g, review, drawings, lang) }},
		{"report.md", func(w io.Writer) error { return report.Markdown(w, g, review, drawings, lang) }},
		{"report.xlsx", func(w io.Writer) error { return workbook.Write(w, sheets...) }},
		{"results.json", func(w io.Writer) error { return report.ResultsJSON(w, g, review) }},
	} {
		var b bytes.Buffer
		if err := f.write(&b); err != nil {
			return nil, err
		}
		outputs = append(outputs, outdir.File{Name: f.name, Data: b.Bytes()})
	}
	for _, d := range drawings {
		outputs = append(outputs, outdir.File{Name: d.File, Data: besidePage(d.SVG)})
	}
	return outputs, nil
}

// besidePage lets the links of a drawing, which lead to rows of the page that it
// stands in, lead there from a file beside the page.
func besidePage(svg []byte) []byte {
	return bytes.ReplaceAll(svg, []byte(`xlink:href="#`), []byte(`xlink:href="index.html#`))
}
