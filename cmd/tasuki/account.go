package main

import (
	"bufio"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"tasuki/graph"
	"tasuki/graph/files"
	"tasuki/render"
)

func newAccount() *cobra.Command {
	var dataset datasetFlags
	var lang langFlag
	var format choice
	var every bool
	cmd := &cobra.Command{
		Use:   "account DATASET",
		Short: "Account for every row and mark of an imported matrix",
		Long: `Account says what became of every row and mark of the matrices of a dataset:
rows in = loaded + rejected, marks in = printed + realigned + uncertain, the
headings that no mark was read from, and the organizations without any mark.
As JSON, and with --marks as text, it lists every mark with its file, line or
sheet, and column.`,
		Example: "  tasuki account examples/pension --output json",
		Args:    exactly(1, "one DATASET"),
		RunE: func(cmd *cobra.Command, args []string) error {
			account, organizations, err := files.Account(cmd.Context(), args[0], dataset.Options)
			if err != nil {
				return err
			}
			marks := func(mark func(graph.Assignment) error) error {
				return files.Marks(cmd.Context(), args[0], dataset.Options, mark)
			}
			out := bufio.NewWriter(cmd.OutOrStdout())
			if format.value == "json" {
				err = render.AccountJSON(out, account, marks)
			} else {
				err = accountText(out, account, organizations, lang.lang())
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
	dataset.register(cmd)
	lang.register(cmd)
	format.register(cmd, "output", "what is printed", "text", "json")
	cmd.Flags().BoolVar(&every, "marks", false, "list every mark in the text too")
	return cmd
}

// accountText prints the account with the names of the organizations, which are
// all that it needs of a graph.
func accountText(w io.Writer, a graph.Account, organizations []graph.Organization, lang graph.Lang) error {
	g, err := graph.New(graph.Dataset{Organizations: organizations})
	if err != nil {
		return err
	}
	return render.AccountText(w, g, a, lang)
}

func printMark(w io.Writer, a graph.Assignment) error {
	_, err := fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\t%v\n", a.Source, a.Task, a.Source.Mark, a.Role, a.Organization, a.Reading, a.Alternatives)
	return err
}
