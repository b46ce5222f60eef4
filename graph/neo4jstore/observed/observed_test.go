package observed

import (
	"context"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/graph/neo4jstore"
	"tasuki/graph/storetest"
)

// server opens the database that the environment names and loads a dataset, which goes at
// the end.
func server(t *testing.T) (*neo4jstore.Store, string, graph.Dataset) {
	t.Helper()
	uri := os.Getenv("TASUKI_NEO4J_URI")
	if uri == "" {
		t.Skip(`no Neo4j: set -a; eval "$(scripts/neo4j start)"; set +a; or run ./scripts/test`)
	}
	address, err := neo4jstore.ParseAddress(uri)
	if err != nil {
		t.Fatal(err)
	}
	login, err := neo4jstore.LoginFrom(os.Getenv)
	if err != nil {
		t.Fatal(err)
	}
	s, err := neo4jstore.Open(t.Context(), address, login, neo4jstore.Options{})
	if err != nil {
		t.Fatal(err)
	}
	name, d := "test of observed/"+t.Name(), storetest.Random(1, 40)
	t.Cleanup(func() {
		s.Drop(context.Background(), name, true)
		s.Close(context.Background())
	})
	if _, err := s.Replace(t.Context(), name, d); err != nil {
		t.Fatal(err)
	}
	return s, name, d
}

func ask(t *testing.T, s *neo4jstore.Store, statement, name string) (rows [][]any) {
	t.Helper()
	err := s.Ask(t.Context(), statement, map[string]any{"dataset": name}, func(row []any) { rows = append(rows, row) })
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

const all = `MATCH (a {tasuki: $dataset})-[r]->(b)
WHERE r.log IS NOT NULL
RETURN r.log, type(r), a.id, b.id, r.declared, r.standing, coalesce(r.count, r.events), r.cases, toString(r.first), r.p50, r.content
ORDER BY r.log, type(r), a.id, b.id`

func hash(t *testing.T, d graph.Dataset) string {
	t.Helper()
	h, err := graph.Hash(d)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// observation is one of every kind of relationship, between two tasks and two organizations.
func observation(d graph.Dataset, log string) Observation {
	at, wait := int64(-1_500_000), 2.5
	a, b, p, q := d.Tasks[0].ID, d.Tasks[1].ID, d.Organizations[0].ID, d.Organizations[1].ID
	return Observation{
		Log:       log,
		Handoffs:  []Passing{{From: a, To: b, Declared: true, Count: 5, Cases: 4, First: &at, Last: &at, P50: &wait, P90: &wait}},
		Unseen:    []Unseen{{From: b, To: a, Cases: 3, Events: 6}},
		Handovers: []Passing{{From: p, To: q, Count: 2, Cases: 1}},
		Performed: []Performed{{Organization: q, Task: b, Standing: "unmarked", Events: 7, Cases: 2}},
	}
}

func TestReplace(t *testing.T) {
	s, name, d := server(t)
	content := hash(t, d)
	for _, log := range []string{"x", "y", "x"} {
		if err := Replace(t.Context(), s, name, content, observation(d, log)); err != nil {
			t.Fatal(err)
		}
	}
	a, b, p, q := d.Tasks[0].ID, d.Tasks[1].ID, d.Organizations[0].ID, d.Organizations[1].ID
	want := [][]any{
		{"x", "OBSERVED_HANDOFF", a, b, true, nil, int64(5), int64(4), "1969-12-31T23:59:58.5Z", 2.5, content},
		{"x", "OBSERVED_HANDOVER", p, q, false, nil, int64(2), int64(1), nil, nil, content},
		{"x", "PERFORMED", q, b, nil, "unmarked", int64(7), int64(2), nil, nil, content},
		{"x", "UNOBSERVED_HANDOFF", b, a, nil, nil, int64(6), int64(3), nil, nil, content},
	}
	got := ask(t, s, all, name)
	if len(got) != 8 {
		t.Fatalf("two logs left %d relationships, want 8", len(got))
	}
	for i, row := range got[:4] {
		if row[8] != nil { // the zone is named or not, as the series of the server has it
			row[8], _, _ = strings.Cut(fmt.Sprint(row[8]), "[")
		}
		if !reflect.DeepEqual(row, want[i]) {
			t.Errorf("got  %v\nwant %v", row, want[i])
		}
	}
	if err := Replace(t.Context(), s, name, content, Observation{Log: "x"}); err != nil {
		t.Fatal(err)
	}
	if got := ask(t, s, all, name); len(got) != 4 || got[0][0] != "y" {
		t.Errorf("an observation without anything left %v", got)
	}
}

// TestFactsStay expects that a dataset with an observation is what it was: read, hashed,
// counted, loaded again, renamed.
func TestFactsStay(t *testing.T) {
	s, name, d := server(t)
	stored := func(name string) neo4jstore.Stored {
		t.Helper()
		list, err := s.Datasets(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range list {
			if x.Name == name {
				return x
			}
		}
		t.Fatalf("no dataset %q", name)
		return neo4jstore.Stored{}
	}
	before := stored(name)
	if err := Replace(t.Context(), s, name, hash(t, d), observation(d, "x")); err != nil {
		t.Fatal(err)
	}
	if after := stored(name); !reflect.DeepEqual(before, after) {
		t.Errorf("the list says %+v, and said %+v", after, before)
	}
	got, err := s.Load(t.Context(), name)
	if err != nil || hash(t, got) != hash(t, d) {
		t.Errorf("what is read has changed: %v", err)
	}
	if c, err := s.Replace(t.Context(), name, d); err != nil || c != (graph.Changes{}) {
		t.Errorf("loading the same changes %+v, %v", c, err)
	}
	if err := s.Rename(t.Context(), name, name+" renamed"); err != nil {
		t.Fatal(err)
	}
	if n := len(ask(t, s, all, name+" renamed")); n != 4 {
		t.Errorf("%d relationships have the new name, want 4", n)
	}
	dropped, err := s.Drop(t.Context(), name+" renamed", false)
	if err != nil || dropped != before.Facts {
		t.Errorf("%d facts were dropped, want %d: %v", dropped, before.Facts, err)
	}
}

// TestOtherFacts expects that nothing is stored of other facts than those of the dataset.
func TestOtherFacts(t *testing.T) {
	s, name, d := server(t)
	strange := observation(d, "x")
	strange.Unseen[0].To = "no such task"
	for want, err := range map[string]error{
		"the dataset has changed": Replace(t.Context(), s, name, strings.Repeat("0", 64), observation(d, "x")),
		"only 0 of 1 rows":        Replace(t.Context(), s, name, hash(t, d), strange),
		"needs a name":            Replace(t.Context(), s, name, hash(t, d), Observation{}),
	} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want an error that says %q", err, want)
		}
	}
	if got := ask(t, s, all, name); len(got) > 0 {
		t.Errorf("there is %v", got)
	}
}

// TestLoadTakesAway loads a dataset without what an observation hangs on: it goes with that, is counted
// beforehand, and keeps no load from it. What others have drawn does.
func TestLoadTakesAway(t *testing.T) {
	s, name, d := server(t)
	if err := Replace(t.Context(), s, name, hash(t, d), observation(d, "x")); err != nil {
		t.Fatal(err)
	}
	if err := s.Ask(t.Context(), `MATCH (a:Task {tasuki: $dataset, id: $id}) CREATE (a)-[:PERFORMED {log: "of others"}]->(a)`, map[string]any{"dataset": name, "id": d.Tasks[0].ID}, func([]any) {}); err != nil {
		t.Fatal(err)
	}
	var preview graph.Changes
	terms := neo4jstore.Terms{Agree: func(c graph.Changes) bool { preview = c; return false }}
	_, err := s.ReplaceOn(t.Context(), name, graph.Dataset{}, terms)
	if err == nil || preview.Observed != 4 || !strings.Contains(err.Error(), "4 relationships") {
		t.Errorf("the preview is %+v, %v; want 4 that go with the facts", preview, err)
	}
	if _, err := s.Replace(t.Context(), name, graph.Dataset{}); err == nil || !strings.Contains(err.Error(), "1 relationships of other applications") {
		t.Errorf("%v, want an error about the relationship of others", err)
	}
	if n := len(ask(t, s, all, name)); n != 5 {
		t.Errorf("after a refusal %d relationships are left, want 5", n)
	}
	terms = neo4jstore.Terms{Detach: true}
	if c, err := s.ReplaceOn(t.Context(), name, graph.Dataset{}, terms); err != nil || c.Observed != 4 {
		t.Errorf("%+v, %v; want 4 that went with the facts", c, err)
	}
}
