package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"tasuki/graph/files"
)

func newSchema() *cobra.Command {
	return &cobra.Command{
		Use:   "schema [dataset|reading]",
		Short: "Print the JSON Schema of the files that people write",
		Long: `Schema prints the JSON Schema (draft 2020-12) of dataset files or of readings.
Save it and name it in the first line of a YAML file, and an editor with a YAML
language server completes and checks as you type:

  # yaml-language-server: $schema=reading.schema.json`,
		Example:   "  tasuki schema reading > reading.schema.json",
		Args:      between(0, 1, "at most one kind of file"),
		ValidArgs: files.SchemaKinds(),
		RunE: func(cmd *cobra.Command, args []string) error {
			kind := "dataset"
			if len(args) == 1 {
				kind = args[0]
			}
			text, err := files.Schema(kind)
			if err != nil {
				return usageError{err}
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s", text)
			return err
		},
	}
}
