package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"tasuki/analysis/bottleneck"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/graph/neo4jstore"
	"tasuki/graph/neo4jstore/gds"
	"tasuki/graph/said"
	"tasuki/internal/flagvalue"
	"tasuki/internal/input"
	"tasuki/internal/usage"
)

// engine is what computes betweenness: this program, or the server of the dataset.
type engine struct {
	choice flagvalue.Choice
	memory flagvalue.Size
	note   func(error) // says it to whoever reads notes

	store *neo4jstore.Store // nil: this program computes
	by    *gds.Engine       // nil: this program computes
}

// engineMemory is how much memory the server may take unless another limit is given.
const engineMemory = 2 << 30

func (e *engine) register(cmd *cobra.Command) {
	e.memory = engineMemory
	e.choice.Register(cmd.Flags(), "engine", "what computes betweenness: this program, or the Graph Data Science library of the dataset's server", "go", "gds")
	cmd.Flags().Var(&e.memory, "engine-memory", "how much memory the server may take for it; what needs more is refused")
}

// open connects to the server of a dataset, if it is to compute.
func (e *engine) open(cmd *cobra.Command, dataset *input.Flags, lang flagvalue.Lang, path string) error {
	if e.choice.Word != "gds" {
		return nil
	}
	if !neo4jstore.IsAddress(path) {
		return usage.Of(said.Errorf("--engine gds has the server of a dataset compute, and %q is in no database; load it, or leave the flag out", path))
	}
	e.note = func(err error) { fmt.Fprintln(cmd.ErrOrStderr(), "tasuki:", said.In(err, lang.Language().Form)) }
	store, _, err := input.OpenDatabase(cmd.Context(), path, neo4jstore.Options{})
	if err != nil {
		return err
	}
	e.store, dataset.Opened = store, store
	return e.found(gds.Open(cmd.Context(), store, int64(e.memory)))
}

// found takes the engine of a server. Where that has none, this program computes, and says so.
func (e *engine) found(by *gds.Engine, err error) error {
	var none *gds.NoEngine
	if errors.As(err, &none) {
		e.note(said.Errorf("%w; this program computes instead", err))
		return nil
	}
	if err == nil {
		e.by = by
	}
	return err
}

func (e *engine) close(ctx context.Context) {
	if e.by != nil {
		e.by.Close() // a command that is stopped does not wait for what it computes
	}
	if e.store != nil {
		e.store.Close(context.WithoutCancel(ctx))
	}
}

// bottlenecks has the ranking computed.
func (e *engine) bottlenecks(g *graph.Graph, o rules.Options) (bottleneck.Bottleneck, error) {
	if e.by != nil {
		b, err := bottleneck.BottlenecksBy(e.by, g, o)
		if !errors.Is(err, bottleneck.ErrBeyond) {
			return b, err
		}
		e.note(said.Errorf("there may be more shortest ways than %s can count; this program computes instead", e.by.Name()))
	}
	return bottleneck.Bottlenecks(g, o), nil
}
