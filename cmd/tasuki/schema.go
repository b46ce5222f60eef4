package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tasuki/graph/files/schema"
	"tasuki/graph/said"
	"tasuki/internal/usage"
	"tasuki/render/answer"
)

func newSchema() *cobra.Command {
	return &cobra.Command{
		Use:   "schema [KIND]",
		Short: "Print the JSON Schema of a file that people write, or of a result",
		Long: `Schema prints a JSON Schema (draft 2020-12).

Of what people write: dataset (the default), reading, scenario, acceptance or numbers. Save it
and name it in the first line of a YAML file, and an editor with a YAML language server completes and
checks as you type:

  # yaml-language-server: $schema=reading.schema.json

Of what is printed as JSON: results (the report's results.json), or a result by its
name: ` + strings.Join(answer.ResultKinds()[1:], ", ") + `.`,
		Example:   "  tasuki schema reading > reading.schema.json\n  tasuki schema spof",
		Args:      usage.Between(0, 1, "at most one KIND"),
		ValidArgs: schemaKinds(),
		RunE: func(cmd *cobra.Command, args []string) error {
			kind := "dataset"
			if len(args) == 1 {
				kind = args[0]
			}
			printed := schema.Of
			switch {
			case slices.Contains(answer.ResultKinds(), kind):
				printed = answer.ResultSchema
			case !slices.Contains(schema.Kinds(), kind):
				return usage.Of(said.Errorf("no schema of %q: use one of %s", kind, strings.Join(schemaKinds(), ", ")))
			}
			text, err := printed(kind)
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s", text)
			return err
		},
	}
}

func schemaKinds() []string { return slices.Concat(schema.Kinds(), answer.ResultKinds()) }
