package main

import (
	"bufio"
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"tasuki/graph"
	"tasuki/graph/files"
	"tasuki/graph/neo4jstore"
	"tasuki/graph/said"
	"tasuki/internal/flagvalue"
	"tasuki/internal/input"
	"tasuki/internal/usage"
	"tasuki/render/answer"
	"tasuki/render/messages"
	"tasuki/render/report"
	"tasuki/render/typeset"
)

func newAccount() *cobra.Command {
	var dataset input.Flags
	var lang flagvalue.Lang
	var format flagvalue.Output
	var every bool
	dataset.ListsUnread = true
	cmd := &cobra.Command{
		Use:   "account DATASET",
		Short: "Account for every row and mark of a matrix, every element of a model",
		Long: `Account says what became of every row and mark of the matrices of a dataset:
rows in = loaded + rejected, marks in = printed + realigned + uncertain, the
headings that no mark was read from, the organizations without any mark, and what
lies in the folder of the dataset and is not read, hidden files among it. As JSON,
and with --marks as text, it lists every mark with its file, line or sheet, and
column.

Of a model in BPMN or ArchiMate it counts every element by its type: how many became
facts, how many are left out and why, with their IDs (docs/bpmn.md).`,
		Example: "  tasuki account examples/pension --output json\n  tasuki account order.bpmn",
		Args:    usage.Exactly(1, "one DATASET"),
		RunE: func(cmd *cobra.Command, args []string) error {
			account, organizations, marks, err := accountOf(cmd.Context(), args[0], &dataset)
			if err != nil {
				return err
			}
			out := bufio.NewWriter(cmd.OutOrStdout())
			unread := dataset.Redactor.Texts(dataset.Unread(args[0]))
			if format.Word == "json" {
				err = answer.AccountJSON(out, account, unread, marks)
			} else {
				err = accountText(out, account, organizations, unread, lang.Language())
				if err == nil && every {
					err = marks(func(a graph.Assignment) error { return printMark(out, a) })
				}
			}
			if err != nil {
				return err
			}
			return out.Flush()
		},
	}
	dataset.Register(cmd)
	lang.Register(cmd.Flags())
	format.Register(cmd.Flags())
	cmd.Flags().BoolVar(&every, "marks", false, "list every mark in the text too")
	return cmd
}

// accountOf returns the account of a dataset, its organizations, and what hands
// over its marks. Matrices are read anew, so that none of them is kept.
func accountOf(ctx context.Context, path string, dataset *input.Flags) (graph.Account, []graph.Organization, func(func(graph.Assignment) error) error, error) {
	if err := dataset.Prepare(ctx, path); err != nil {
		return graph.Account{}, nil, nil, err
	}
	if !neo4jstore.IsAddress(path) && dataset.Key == "" && !dataset.IsJSON(path) {
		account, organizations, err := files.Account(ctx, path, dataset.Options)
		return account, organizations, func(mark func(graph.Assignment) error) error {
			return files.Marks(ctx, path, dataset.Options, mark)
		}, err
	}
	g, err := dataset.Open(ctx, path)
	if err != nil {
		return graph.Account{}, nil, nil, err
	}
	account := g.Dataset().Account
	if account == nil {
		return graph.Account{}, nil, nil, said.Errorf("accounting for %q: its facts do not come from a matrix", path)
	}
	return *account, g.Organizations(), func(mark func(graph.Assignment) error) error {
		for _, a := range asPrinted(g.Assignments()) {
			if err := mark(a); err != nil {
				return err
			}
		}
		return nil
	}, nil
}

// asPrinted returns the assignments that stand in a matrix, in the order in
// which they stand there.
func asPrinted(list []graph.Assignment) []graph.Assignment {
	list = slices.DeleteFunc(slices.Clone(list), func(a graph.Assignment) bool { return a.Source.Line == 0 })
	slices.SortStableFunc(list, func(a, b graph.Assignment) int {
		return cmp.Or(
			graph.Compare(a.Source.File, b.Source.File),
			graph.Compare(a.Source.Sheet, b.Source.Sheet),
			cmp.Compare(a.Source.Line, b.Source.Line),
			cmp.Compare(a.Source.Column, b.Source.Column),
		)
	})
	return list
}

// accountText prints the account with the names of the organizations, which are
// all that it needs of a graph.
func accountText(w io.Writer, a graph.Account, organizations []graph.Organization, unread []string, lang messages.Language) error {
	g, err := graph.New(graph.Dataset{Organizations: organizations})
	if err != nil {
		return err
	}
	return report.AccountText(w, g, a, unread, lang)
}

func printMark(w io.Writer, a graph.Assignment) error {
	line := fmt.Sprintf("%s\t%s\t%s\t%s\t%s\t%s\t%v\n", a.Source, a.Task, a.Source.Mark, a.Role, a.Organization, a.Reading, a.Alternatives)
	_, err := io.WriteString(w, typeset.InOrder(line))
	return err
}
