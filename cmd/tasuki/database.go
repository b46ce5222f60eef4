package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"tasuki/graph"
	"tasuki/graph/neo4jstore"
)

// openDatabase connects to the database at an address, as the user that the
// environment names. The caller closes the store.
func openDatabase(ctx context.Context, address string, o neo4jstore.Options) (*neo4jstore.Store, neo4jstore.Address, error) {
	at, err := neo4jstore.ParseAddress(address)
	if err != nil {
		return nil, at, usageError{err}
	}
	login, err := neo4jstore.LoginFrom(os.Getenv)
	if err != nil {
		return nil, at, err
	}
	store, err := neo4jstore.Open(ctx, at, login, o)
	return store, at, err
}

// loadGraph returns the graph of a dataset that lies in a database.
func loadGraph(ctx context.Context, address string) (*graph.Graph, error) {
	store, at, err := openDatabase(ctx, address, neo4jstore.Options{})
	if err != nil {
		return nil, err
	}
	defer store.Close(context.WithoutCancel(ctx))
	if at.Dataset == "" {
		return nil, usageError{errNoDataset(address)}
	}
	d, err := store.Load(ctx, at.Dataset)
	if err != nil {
		return nil, err
	}
	return graph.New(d)
}

func errNoDataset(address string) error {
	return fmt.Errorf("the address %s names no dataset: write it behind a #, as in %s#pension", address, address)
}

// datasetName returns the name that a dataset has in a database unless its
// address gives another: that of its folder or file.
func datasetName(path string) string {
	if absolute, err := filepath.Abs(path); err == nil {
		path = absolute
	}
	base := filepath.Base(path)
	return strings.TrimSuffix(base, filepath.Ext(base))
}
