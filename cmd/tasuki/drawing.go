package main

import (
	"context"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"tasuki/render"
	"tasuki/render/graphviz"
)

// paint returns a drawing in the format that the ending of its path names.
func paint(ctx context.Context, dot, path string) ([]byte, error) {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".dot", ".gv":
		return []byte(dot), nil
	case ".svg", "":
		return graphviz.SVG(ctx, dot)
	}
	return nil, usageError{errEnding}
}

// newDrawing returns the command that draws one kind of picture.
func newDrawing(use, short string, args int, draw func(request) (sketch, error)) *cobra.Command {
	var dataset datasetFlags
	var options optionFlags
	var lang langFlag
	var path string
	var r request
	kind, what, _ := strings.Cut(use, " ")
	cmd := &cobra.Command{
		Use: use, Short: short,
		Example: "  tasuki draw " + kind + " examples/pension" + strings.Repeat(" hardware-fault", args-1) + " -o " + kind + ".svg",
		Args:    exactly(args, what),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			if r.options, err = options.options(); err != nil {
				return err
			}
			if r.g, err = dataset.open(cmd.Context(), args[0]); err != nil {
				return err
			}
			r.flows, r.lang = args[1:], lang.lang()
			s, err := draw(r)
			if err != nil {
				return err
			}
			picture, err := paint(cmd.Context(), render.DOT(s.diagram), path)
			if err != nil {
				return err
			}
			return deliver(cmd.Context(), path, cmd.OutOrStdout(), picture)
		},
	}
	dataset.register(cmd)
	options.register(cmd)
	lang.register(cmd)
	cmd.Flags().StringVarP(&path, "out", "o", "", "write to `FILE`, .svg or .dot, instead")
	if kind == "ladder" {
		cmd.Flags().StringSliceVar(&r.without, "without", nil, "the `ID` of an organization that is absent")
	}
	return cmd
}
