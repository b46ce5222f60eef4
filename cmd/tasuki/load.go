package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"tasuki/graph/neo4jstore"
)

func newLoad() *cobra.Command {
	var dataset datasetFlags
	var format choice
	var address string
	cmd := &cobra.Command{
		Use:   "load DATASET",
		Short: "Load a dataset into Neo4j",
		Long: `Load makes a dataset the one of its name in a Neo4j database: all of it or
nothing, touching no other. What is there already stays; what left the data leaves
the database. The name is what stands behind the # of the address, or else that of
the folder or file.

The user is TASUKI_NEO4J_USER (neo4j when empty), the password TASUKI_NEO4J_PASSWORD
or what is in the file that TASUKI_NEO4J_PASSWORD_FILE names.`,
		Example: "  tasuki load examples/pension --store neo4j://127.0.0.1:7687",
		Args:    exactly(1, "one DATASET"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if address == "" {
				return usageError{fmt.Errorf("load needs --store, such as neo4j://127.0.0.1:7687")}
			}
			p := startProgress(cmd.ErrOrStderr())
			defer p.stop()
			p.now("reading %s", args[0])
			g, err := dataset.open(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			p.now("connecting to %s", address)
			store, at, err := openDatabase(cmd.Context(), address, neo4jstore.Options{Progress: func(doing string, done, total int) {
				p.now("%s: %d of %d", doing, done, total)
			}})
			if err != nil {
				return err
			}
			defer store.Close(context.WithoutCancel(cmd.Context()))
			if at.Dataset == "" {
				at.Dataset = datasetName(args[0])
			}
			changes, err := store.Replace(cmd.Context(), at.Dataset, g.Dataset())
			if err != nil {
				return err
			}
			if format.value == "json" {
				return printJSON(cmd.OutOrStdout(), changes)
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s: %d created, %d changed, %d deleted\n", at, changes.Created, changes.Changed, changes.Deleted)
			return err
		},
	}
	dataset.register(cmd)
	format.register(cmd, "output", "what is printed", "text", "json")
	cmd.Flags().StringVar(&address, "store", "", "the `ADDRESS` of the database: neo4j://host:port/database#name")
	return cmd
}
