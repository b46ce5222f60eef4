package main

import (
	"github.com/spf13/cobra"

	"tasuki/cmd/tasuki/flags"
	"tasuki/graph/neo4jstore/model"
	"tasuki/internal/flagvalue"
	"tasuki/internal/outdir"
	"tasuki/internal/usage"
	"tasuki/render/drawings"
)

// newDrawModel returns the command that draws what is in the database.
func newDrawModel() *cobra.Command {
	var lang flagvalue.Lang
	var painting flags.Painting
	var path string
	cmd := &cobra.Command{
		Use:     "model",
		Short:   "Draw the labels and relationship types of the graph in Neo4j",
		Example: "  tasuki draw model -o neo4j-schema.svg",
		Args:    usage.Exactly(0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			var parts []drawings.SchemaPart
			for _, p := range model.Parts() {
				parts = append(parts, drawings.SchemaPart(p))
			}
			s, err := drawings.Schema(parts, lang.Language())
			if err != nil {
				return err
			}
			drawn, err := painting.Tools(lang.Language()).Scene("Neo4j", s, path)
			if err != nil {
				return err
			}
			return outdir.Deliver(cmd.Context(), path, cmd.OutOrStdout(), drawn)
		},
	}
	lang.Register(cmd.Flags())
	painting.Register(cmd)
	cmd.Flags().StringVarP(&path, "out", "o", "", "write to `FILE`, .svg, .png, .pdf or .dot, instead")
	return cmd
}
