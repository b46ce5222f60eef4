package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"tasuki/analysis"
	"tasuki/graph"
	"tasuki/render"
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
wrote: the next one replaces these files, removes those that are no longer of it,
and touches nothing else.

A matrix alone is enough to begin with; what needs handoffs says so, and how to
declare them.`,
		Example: "  tasuki report examples/pension -o review",
		Args:    exactly(1, "one DATASET"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o, err := options.options()
			if err != nil {
				return err
			}
			p := startProgress(cmd.ErrOrStderr())
			defer p.stop()
			p.now("reading %s", args[0])
			g, err := dataset.open(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			p.now("analysing")
			review, err := interruptible(cmd.Context(), func() (analysis.Review, error) { return analysis.Analyze(g, o), nil })
			if err != nil {
				return err
			}
			p.now("drawing")
			drawings, err := interruptible(cmd.Context(), func() ([]render.Drawing, error) { return drawAll(cmd.Context(), g, review, lang.lang()) })
			if err != nil {
				return err
			}
			if err := writeReport(cmd.Context(), folder, g, review, drawings, lang.lang()); err != nil {
				return err
			}
			if err := render.Summary(cmd.OutOrStdout(), g, review, lang.lang()); err != nil {
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
// one that are no longer of it. It makes all of them before it touches any.
func writeReport(ctx context.Context, folder string, g *graph.Graph, review analysis.Review, drawings []render.Drawing, lang graph.Lang) error {
	outputs, err := interruptible(ctx, func() ([]output, error) { return reportFiles(folder, g, review, drawings, lang) })
	if err != nil {
		return err
	}
	now := manifestOf(outputs)
	before, err := earlier(folder, now)
	if err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return fmt.Errorf("making the folder of the report: %w", err)
	}
	// The manifest is there before the files that it names, and names the stale
	// ones until they are gone, so that one who is stopped can begin again.
	stale, all := before.stale(folder, now), maps.Clone(now)
	for _, name := range stale {
		all[name] = before[name]
	}
	list := func(m manifest) output {
		return output{path: filepath.Join(folder, manifestName), data: m.text()}
	}
	if err := writeAll(ctx, append([]output{list(all)}, outputs...)); err != nil || len(stale) == 0 {
		return err
	}
	for _, name := range stale {
		if err := os.Remove(filepath.Join(folder, name)); err != nil {
			return fmt.Errorf("removing a file of the earlier report: %w", err)
		}
	}
	return writeAll(ctx, []output{list(now)})
}

// reportFiles makes the files of a report: the page, the same as Markdown, the
// tables as a workbook, the figures and the drawings.
func reportFiles(folder string, g *graph.Graph, review analysis.Review, drawings []render.Drawing, lang graph.Lang) ([]output, error) {
	var sheets []workbook.Sheet
	for _, t := range render.Tables(g, review, lang) {
		sheets = append(sheets, workbook.Sheet(t))
	}
	var outputs []output
	for _, f := range []struct {
		name  string
		write func(io.Writer) error
	}{
		{"index.html", func(w io.Writer) error { return render.HTML(w, g, review, drawings, lang) }},
		{"report.md", func(w io.Writer) error { return render.Markdown(w, g, review, drawings, lang) }},
		{"report.xlsx", func(w io.Writer) error { return workbook.Write(w, sheets...) }},
		{"results.json", func(w io.Writer) error { return render.ResultsJSON(w, review) }},
	} {
		var b bytes.Buffer
		if err := f.write(&b); err != nil {
			return nil, err
		}
		outputs = append(outputs, output{path: filepath.Join(folder, f.name), data: b.Bytes()})
	}
	for _, d := range drawings {
		outputs = append(outputs, output{path: filepath.Join(folder, d.File), data: besidePage(d.SVG)})
	}
	return outputs, nil
}

// besidePage lets the links of a drawing, which lead to rows of the page that it
// stands in, lead there from a file beside the page.
func besidePage(svg []byte) []byte {
	return bytes.ReplaceAll(svg, []byte(`xlink:href="#`), []byte(`xlink:href="index.html#`))
}
