package explorer

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/url"
	"slices"
	"testing"

	"tasuki/graph"
	"tasuki/graph/neo4jstore"
	"tasuki/internal/samples"
	"tasuki/internal/seeds"
	pages "tasuki/render/explorer"
)

// TestNothingChangesInADatabase holds that no request changes a dataset that lies in Neo4j:
// pages, and statements of the console that would write.
func TestNothingChangesInADatabase(t *testing.T) {
	store, name := database(t)
	before, was := held(t, store, name), stored(t, store, name)
	s := start(t, Options{Database: store, Open: func(ctx context.Context, version int) (*pages.Model, error) {
		d, err := store.Load(ctx, name)
		if err != nil {
			return nil, err
		}
		g, err := graph.New(d)
		if err != nil {
			return nil, err
		}
		m := pages.NewModel(g, name, graph.English, version)
		m.Console = true
		return m, nil
	}})
	d := samples.RelayGraph(t).Dataset()
	writing := []string{
		"MATCH (n {tasuki: $dataset}) DETACH DELETE n", "MATCH (t:Task {dataset: $dataset}) SET t.id = 'x'", "CREATE (:Task {tasuki: $dataset, id: 'new'})",
		"MATCH (t:Task {dataset: $dataset}) CALL (t) { SET t.name_en = 'x' } RETURN t", "MERGE (d:Dataset {tasuki: $dataset, id: 'y'}) RETURN d",
		"CALL db.labels() YIELD label DETACH DELETE label", "DROP INDEX x IF EXISTS", "FOREACH (x IN [1] | CREATE (:Task))", "MATCH (t:Task {dataset: $dataset}) RETURN t",
	}
	for seed := range seeds.Each(asks) {
		request := s.random(d, seed)
		if r := rand.New(rand.NewPCG(seed, 151)); r.IntN(10) == 0 {
			form := url.Values{"statement": {writing[r.IntN(len(writing))]}}.Encode()
			request = fmt.Sprintf("POST /console HTTP/1.1\r\nHost: %s\r\nOrigin: http://%s\r\nCookie: %s=%s\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s",
				s.at, s.at, s.cookie(), s.token, len(form), form)
		}
		if got := s.raw(t, request); got.code >= http.StatusInternalServerError {
			t.Errorf("seed %d: %d to %.300q\n%.300s", seed, got.code, request, got.body)
		}
	}
	if held(t, store, name) != before || stored(t, store, name) != was {
		t.Error("the dataset has changed")
	}
}

// held is the hash of what a database holds.
func held(t *testing.T, store *neo4jstore.Store, name string) string {
	t.Helper()
	d, err := store.Load(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	hash, err := graph.Hash(d)
	if err != nil {
		t.Fatal(err)
	}
	return hash
}

// stored is what a database says of the content of a dataset, and its number of facts.
func stored(t *testing.T, store *neo4jstore.Store, name string) string {
	t.Helper()
	list, err := store.Datasets(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(list, func(d neo4jstore.Stored) bool { return d.Name == name })
	return fmt.Sprint(list[i].Content, list[i].Facts)
}
