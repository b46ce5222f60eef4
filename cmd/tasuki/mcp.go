package main

import (
	"context"
	"io"
	"time"

	"github.com/spf13/cobra"

	"tasuki/graph/neo4jstore"
	"tasuki/graph/said"
	"tasuki/internal/assistant"
	"tasuki/internal/flagvalue"
	"tasuki/internal/input"
	"tasuki/internal/usage"
)

func newMCP(now func() time.Time) *cobra.Command {
	var dataset input.Flags
	var lang flagvalue.Lang
	var cypher bool
	var decisions input.Decisions
	cmd := &cobra.Command{
		Use:   "mcp DATASET",
		Short: "Answer assistants over standard input and output (Model Context Protocol)",
		Long: `Mcp serves a dataset to an assistant that starts it: who does a task, what breaks with
changes, whom to call next, the way between tasks, findings and, where the dataset lies
in Neo4j, the questions of the catalogue. It only reads, and ends with its input.

Statements of the assistant's own are run with --allow-cypher alone, and only where they
read. With --redact nothing is asked of the database, which knows the names.`,
		Example: "  tasuki mcp examples/pension\n  tasuki mcp neo4j://127.0.0.1:7687#pension --allow-cypher",
		Args:    usage.Exactly(1, "one DATASET"),
		RunE: func(cmd *cobra.Command, args []string) error {
			inDatabase := neo4jstore.IsAddress(args[0])
			switch {
			case args[0] == "-":
				return usage.Of(said.New("mcp is spoken to on standard input, so that no dataset can be piped in; name a file"))
			case cypher && !inDatabase:
				return usage.Of(said.New("--allow-cypher needs a dataset in Neo4j; name its address, or leave the flag out"))
			case cypher && dataset.Key != "":
				return usage.Of(said.New("--allow-cypher would show the names that --redact hides; leave one of them out"))
			}
			dataset.ListsUnread = dataset.Key != "" // a name of a file may be that of an organization
			g, err := dataset.Open(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			if err := decisions.Open(&dataset, g, args[0]); err != nil {
				return err
			}
			c := assistant.Config{Graph: g, Decide: decisions.Decide, Language: lang.Language(), Version: version(), Cypher: cypher, Redacted: dataset.Redactor != nil}
			if inDatabase && !c.Redacted {
				store, at, err := input.OpenDatabase(cmd.Context(), args[0], neo4jstore.Options{})
				if err != nil {
					return err
				}
				defer store.Close(context.WithoutCancel(cmd.Context()))
				c.Database, c.Dataset = store, at.Dataset
			}
			return assistant.Serve(cmd.Context(), c, io.NopCloser(cmd.InOrStdin()), cmd.OutOrStdout())
		},
	}
	dataset.Register(cmd)
	decisions.Register(cmd, now)
	cmd.Flags().BoolVar(&cypher, "allow-cypher", false, "let the assistant run statements of its own that only read; for a dataset in Neo4j")
	lang.Register(cmd.Flags())
	return cmd
}
