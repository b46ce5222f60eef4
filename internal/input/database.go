package input

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"tasuki/graph"
	"tasuki/graph/neo4jstore"
	"tasuki/graph/said"
	"tasuki/internal/usage"
)

// OpenDatabase connects to the database at an address, as the user that the
// environment names. The caller closes the store.
func OpenDatabase(ctx context.Context, address string, o neo4jstore.Options) (*neo4jstore.Store, neo4jstore.Address, error) {
	at, err := neo4jstore.ParseAddress(address)
	if err != nil {
		return nil, at, usage.Of(err)
	}
	login, err := neo4jstore.LoginFrom(os.Getenv)
	if err != nil {
		return nil, at, err
	}
	store, err := neo4jstore.Open(ctx, at, login, o)
	return store, at, err
}

// graphAt returns the graph of a dataset that lies in a database, which may be open.
func graphAt(ctx context.Context, opened *neo4jstore.Store, address string) (*graph.Graph, error) {
	if opened != nil {
		at, err := neo4jstore.ParseAddress(address)
		if err != nil {
			return nil, usage.Of(err)
		}
		return GraphIn(ctx, opened, at, address)
	}
	store, at, err := OpenDatabase(ctx, address, neo4jstore.Options{})
	if err != nil {
		return nil, err
	}
	defer store.Close(context.WithoutCancel(ctx))
	return GraphIn(ctx, store, at, address)
}

// GraphIn returns the graph of the dataset that an address names.
func GraphIn(ctx context.Context, store *neo4jstore.Store, at neo4jstore.Address, address string) (*graph.Graph, error) {
	if at.Dataset == "" {
		return nil, ErrNoDataset(ctx, store, address)
	}
	d, err := store.Load(ctx, at.Dataset)
	if err != nil {
		return nil, err
	}
	return graph.New(d)
}

// ErrNoDataset returns the error for an address without a dataset where one is
// needed.
func ErrNoDataset(ctx context.Context, store *neo4jstore.Store, address string) error {
	names, err := store.Names(ctx, "")
	if err != nil {
		return err
	}
	return usage.Of(said.Errorf("the address %s names no dataset: write it behind a #, as in %s#pension; %s", address, address, neo4jstore.Offer(names)))
}

// DatasetName returns the name that a dataset has in a database unless its
// address gives another: that of its folder or file.
func DatasetName(path string) string {
	if absolute, err := filepath.Abs(path); err == nil {
		path = absolute
	}
	base := filepath.Base(path)
	return strings.TrimSuffix(base, filepath.Ext(base))
}
