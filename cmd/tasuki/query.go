package main

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"tasuki/graph"
	"tasuki/internal/flagvalue"
	"tasuki/internal/usage"
	"tasuki/queries"
)

func newQuery() *cobra.Command {
	var flags questionFlags
	cmd := &cobra.Command{
		Use:   "query CYPHER",
		Short: "Ask a database: a question of the catalogue, or your own Cypher",
		Long: `Query runs a statement of yours against the graph in Neo4j and prints the answer as
it arrives. Only reading is run, EXPLAIN, PROFILE and SHOW INDEXES, CONSTRAINTS,
PROCEDURES, FUNCTIONS and DATABASES among it: whatever else is refused, with exit
code 4. The dataset behind the # of the address is the parameter $dataset. An answer
that is over a limit is cut off with exit code 1, and says so in its last line.

The catalogue holds questions that are ready: query list, query show NAME, query run
NAME.`,
		Example: "  tasuki query --store neo4j://127.0.0.1:7687#pension 'MATCH (o:Organization {dataset: $dataset}) RETURN o.id'",
		Args:    usage.Exactly(1, "one statement"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return flags.ask(cmd, args[0], func(dataset string) (map[string]any, error) {
				params := map[string]any{"dataset": dataset}
				for name, value := range flags.params {
					params[name] = value
				}
				return params, nil
			})
		},
	}
	flags.register(cmd)
	cmd.AddCommand(newQueryList(), newQueryShow(), newQueryRun())
	return cmd
}

func newQueryList() *cobra.Command {
	var lang flagvalue.Lang
	var format flagvalue.Output
	cmd := &cobra.Command{
		Use:     "list",
		Short:   "List the questions of the catalogue",
		Example: "  tasuki query list --lang ja",
		Args:    usage.Exactly(0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			var text strings.Builder
			for _, q := range queries.All() {
				fmt.Fprintf(&text, "%-32s %s\n", q.Name, inLang(q.Title, lang.Language().Lang))
			}
			return format.Printf(cmd.OutOrStdout(), queries.All(), "%s", text.String())
		},
	}
	lang.Register(cmd.Flags())
	format.Register(cmd.Flags())
	return cmd
}

func newQueryShow() *cobra.Command {
	var lang flagvalue.Lang
	cmd := &cobra.Command{
		Use:               "show NAME",
		Short:             "Show a question with its parameters, columns and Cypher",
		Example:           "  tasuki query show concentration",
		Args:              usage.Exactly(1, "the NAME of one question"),
		ValidArgsFunction: completeQuestions,
		RunE: func(cmd *cobra.Command, args []string) error {
			q, err := queries.Get(args[0])
			if err != nil {
				return usage.Of(err)
			}
			return showQuestion(cmd.OutOrStdout(), q, lang.Language().Lang)
		},
	}
	lang.Register(cmd.Flags())
	return cmd
}

func newQueryRun() *cobra.Command {
	var flags questionFlags
	cmd := &cobra.Command{
		Use:               "run NAME",
		Short:             "Run a question of the catalogue",
		Example:           "  tasuki query run concentration --store neo4j://127.0.0.1:7687#pension",
		Args:              usage.Exactly(1, "the NAME of one question"),
		ValidArgsFunction: completeQuestions,
		RunE: func(cmd *cobra.Command, args []string) error {
			q, err := queries.Get(args[0])
			if err != nil {
				return usage.Of(err)
			}
			return flags.ask(cmd, q.Cypher, func(dataset string) (map[string]any, error) {
				given := map[string]string{}
				if dataset != "" {
					given["dataset"] = dataset
				}
				for name, value := range flags.params {
					given[name] = value
				}
				return q.BindTexts(given)
			})
		},
	}
	flags.register(cmd)
	return cmd
}

func completeQuestions(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	var names []string
	for _, q := range queries.All() {
		names = append(names, q.Name+"\t"+q.Title.EN)
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}

// completeParams offers the parameters of the question that is to be run.
func completeParams(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	var list []string
	if len(args) == 1 {
		if q, err := queries.Get(args[0]); err == nil {
			for _, p := range q.Params {
				if name, _, _ := strings.Cut(typed, "="); len(p.Words) > 0 && name == p.Name {
					for _, w := range p.Words {
						list = append(list, p.Name+"="+w)
					}
					continue
				}
				list = append(list, p.Name+"=\t"+p.Says)
			}
		}
	}
	return list, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}

func inLang(t queries.Text, l graph.Lang) string { return graph.Name{JA: t.JA, EN: t.EN}.In(l) }

// showQuestion prints all that is known of a question, its Cypher last.
func showQuestion(w io.Writer, q queries.Query, l graph.Lang) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s\n\nParameters\n", inLang(q.Title, l), inLang(q.Question, l))
	for _, p := range q.Params {
		fallback := "required"
		if !p.Required {
			fallback = fmt.Sprintf("default %v", p.Default)
		}
		fmt.Fprintf(&b, "  %s (%s, %s): %s\n", p.Name, p.Type, fallback, p.Says)
	}
	b.WriteString("\nColumns\n")
	for _, c := range q.Columns {
		fmt.Fprintf(&b, "  %s: %s\n", c.Name, c.Says)
	}
	fmt.Fprintf(&b, "\nAgrees with %s: %s\n\n%s\n", cmp.Or(q.Agrees.Analysis, "no analysis"), q.Agrees.Says, strings.TrimSpace(q.Cypher))
	_, err := io.WriteString(w, b.String())
	return err
}
