package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"tasuki/analysis"
	"tasuki/graph"
	"tasuki/render"
)

func newReport() *cobra.Command {
	var dataset datasetFlags
	var options optionFlags
	var lang langFlag
	var folder string
	cmd := &cobra.Command{
		Use:   "report DATASET",
		Short: "Write the whole review: a page, its drawings and its figures",
		Long: `Report writes into a folder: index.html, which needs nothing else, the drawings as
SVG files, and results.json with every figure. The terminal shows the three most
important things and how sure they are.

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
			review := analysis.Analyze(g, o)
			p.now("drawing")
			drawings, err := drawAll(cmd.Context(), g, review, lang.lang())
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

func writeReport(ctx context.Context, folder string, g *graph.Graph, review analysis.Review, drawings []render.Drawing, lang graph.Lang) error {
	var page, results bytes.Buffer
	if err := render.HTML(&page, g, review, drawings, lang); err != nil {
		return err
	}
	if err := render.ResultsJSON(&results, review); err != nil {
		return err
	}
	outputs := []output{
		{path: filepath.Join(folder, "index.html"), data: page.Bytes()},
		{path: filepath.Join(folder, "results.json"), data: results.Bytes()},
	}
	for _, d := range drawings {
		outputs = append(outputs, output{path: filepath.Join(folder, d.File), data: d.SVG})
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return fmt.Errorf("making the folder of the report: %w", err)
	}
	return writeAll(ctx, outputs)
}
