package main

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"tasuki/graph"
	"tasuki/graph/neo4jstore"
	"tasuki/graph/said"
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
	return graphIn(ctx, store, at, address)
}

// graphIn returns the graph of the dataset that an address names.
func graphIn(ctx context.Context, store *neo4jstore.Store, at neo4jstore.Address, address string) (*graph.Graph, error) {
	if at.Dataset == "" {
		return nil, errNoDataset(ctx, store, address)
	}
	d, err := store.Load(ctx, at.Dataset)
	if err != nil {
		return nil, err
	}
	return graph.New(d)
}

// errNoDataset returns the error for an address without a dataset where one is
// needed.
func errNoDataset(ctx context.Context, store *neo4jstore.Store, address string) error {
	names, err := store.Names(ctx, "")
	if err != nil {
		return err
	}
	return usageError{said.Errorf("the address %s names no dataset: write it behind a #, as in %s#pension; %s", address, address, neo4jstore.Offer(names))}
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
		return errNoDataset(ctx, store, f.address)
	}
	return nil
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
