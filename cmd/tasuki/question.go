package main

import (
	"cmp"
	"context"
	"errors"
	"os"
	"regexp"
	"time"

	"github.com/spf13/cobra"

	"tasuki/cmd/tasuki/flags"
	"tasuki/graph/neo4jstore"
	"tasuki/graph/said"
	"tasuki/internal/answergraph"
	"tasuki/internal/flagvalue"
	"tasuki/internal/input"
	"tasuki/internal/outdir"
	"tasuki/internal/usage"
	"tasuki/render/answer"
	"tasuki/render/graphviz"
	"tasuki/render/layout"
)

// paramFlag is the name of the flag that gives a parameter its value.
const paramFlag = "param"

// questionFlags are the flags of every command that asks the database.
type questionFlags struct {
	address string
	format  flagvalue.Choice
	timeout time.Duration
	rows    int
	bytes   flagvalue.Size
	params  map[string]string
	path    string // of a drawing, when the answer is drawn
	lang    flagvalue.Lang

	painting flags.Painting
}

// addressVariable names the database when --store does not.
const addressVariable = "TASUKI_NEO4J_URI"

func (f *questionFlags) register(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.address, "store", os.Getenv(addressVariable), "the `ADDRESS` of the database: neo4j://host:port/database#dataset; default: TASUKI_NEO4J_URI")
	f.format.Register(cmd.Flags(), "output", "what is printed", "table", "json", "jsonl", "csv")
	cmd.Flags().DurationVar(&f.timeout, "timeout", 30*time.Second, "how long the answer may take, 24h at most")
	cmd.Flags().IntVar(&f.rows, "rows", 10_000, "how many rows the answer may have")
	f.bytes = 32 << 20
	cmd.Flags().Var(&f.bytes, "bytes", "how large the answer may be, about as JSON, such as 500KiB or 2GiB")
	cmd.Flags().StringVarP(&f.path, "out", "o", "", "draw the nodes and relationships of the answer in `FILE`, .svg, .png, .pdf or .dot")
	f.painting.Register(cmd)
	f.lang.Register(cmd.Flags())
	cmd.Flags().StringToStringVar(&f.params, paramFlag, nil, "a parameter, `NAME=VALUE`")
}

// limits returns the limits, or all faults in them.
func (f *questionFlags) limits() (neo4jstore.Limits, error) {
	var faults []error
	if f.timeout <= 0 || f.timeout > 24*time.Hour {
		faults = append(faults, said.Errorf("--timeout must be above 0 and at most 24h, not %v", f.timeout))
	}
	if f.rows < 1 {
		faults = append(faults, said.Errorf("--rows must be at least 1, not %d", f.rows))
	}
	if len(faults) > 0 {
		return neo4jstore.Limits{}, usage.Of(errors.Join(faults...))
	}
	return neo4jstore.Limits{Timeout: f.timeout, Rows: f.rows, Bytes: int64(f.bytes)}, nil
}

// partialError says that an answer was printed in part.
type partialError struct{ error }

// Unwrap returns why it is not whole.
func (p partialError) Unwrap() error { return p.error }

// ask runs a statement and prints its answer as it arrives.
func (f *questionFlags) ask(cmd *cobra.Command, statement string, bind func(dataset string) (map[string]any, error)) error {
	if f.address == "" {
		return usage.Of(said.Errorf("name the database with --store or %s, such as neo4j://127.0.0.1:7687#pension", addressVariable))
	}
	limits, err := f.limits()
	if err != nil {
		return err
	}
	store, at, err := input.OpenDatabase(cmd.Context(), f.address, neo4jstore.Options{})
	if err != nil {
		return err
	}
	defer store.Close(context.WithoutCancel(cmd.Context()))
	if err := f.hasDataset(cmd.Context(), store, at, statement); err != nil {
		return err
	}
	params, err := bind(at.Dataset)
	if err != nil {
		return usage.Of(err)
	}
	if f.path != "" {
		return f.draw(cmd, store, statement, params, limits)
	}
	answer := answer.NewAnswer(cmd.OutOrStdout(), answer.AnswerFormat(f.format.Word))
	rows := 0
	err = store.Run(cmd.Context(), statement, params, limits, func(columns []string, row []any) error {
		if row == nil {
			return answer.Columns(columns)
		}
		rows++
		return answer.Row(row)
	})
	switch {
	case err == nil:
		return answer.Close()
	case rows == 0:
		return err
	}
	return partialError{errors.Join(said.Errorf("the answer is cut off, with %d of its rows printed: %w", rows, err), answer.Cut(err.Error()))}
}

// draw runs a statement and draws what its answer holds.
func (f *questionFlags) draw(cmd *cobra.Command, store *neo4jstore.Store, statement string, params map[string]any, limits neo4jstore.Limits) error {
	p := answergraph.Graph{Lang: f.lang.Language().Lang}
	err := store.Run(cmd.Context(), statement, params, limits, func(_ []string, row []any) error {
		p.Add(row)
		return nil
	})
	if err != nil {
		return err
	}
	dot, err := p.DOT()
	if err != nil {
		return err
	}
	data, err := f.painting.Tools(f.lang.Language()).Drawing("tasuki", f.path, func() string { return dot }, func() (*layout.Scene, error) { return graphviz.Layout(cmd.Context(), dot) })
	if err != nil {
		return err
	}
	if err := outdir.Deliver(cmd.Context(), f.path, cmd.OutOrStdout(), data); err != nil {
		return err
	}
	f.painting.State(cmd.ErrOrStderr(), f.lang.Language())
	return nil
}

// usesDataset finds the parameter for the dataset in a statement.
var usesDataset = regexp.MustCompile("\\$(dataset\\b|`dataset`)")

// hasDataset checks that the dataset that a question is about is there: about one
// that is not, the graph answers nothing and zeros.
func (f *questionFlags) hasDataset(ctx context.Context, store *neo4jstore.Store, at neo4jstore.Address, statement string) error {
	name := cmp.Or(f.params["dataset"], at.Dataset)
	switch {
	case name != "":
		return store.Check(ctx, name)
	case usesDataset.MatchString(statement):
		return input.ErrNoDataset(ctx, store, f.address)
	}
	return nil
}
