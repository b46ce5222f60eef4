package neo4jstore

import (
	"bytes"
	"errors"
	"io/fs"
	"strings"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"tasuki/graph"
	"tasuki/graph/storetest"
)

func find(t *testing.T, s *Store, name string) *Stored {
	t.Helper()
	list, err := s.Datasets(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range list {
		if d.Name == name {
			return &d
		}
	}
	return nil
}

func holds(t *testing.T, s *Store, name string, want graph.Dataset) {
	t.Helper()
	got, err := s.Load(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(storetest.Encode(t, got), storetest.Encode(t, want)) {
		t.Errorf("%q holds something else", name)
	}
}

func TestDatasets(t *testing.T) {
	s := connect(t)
	name := newPrefix(t, s) + "a"
	d := storetest.Random(3, 20)
	c, err := s.Replace(t.Context(), name, d)
	if err != nil {
		t.Fatal(err)
	}
	hash, err := graph.Hash(d)
	if err != nil {
		t.Fatal(err)
	}
	first := find(t, s, name)
	if first == nil || first.Facts != c.Created || first.Tasks != len(d.Tasks) || first.Organizations != len(d.Organizations) || first.Flows != len(d.Flows) || first.Content != hash || first.Loaded == nil {
		t.Fatalf("the list says %+v", first)
	}
	if _, err := s.Replace(t.Context(), name, d); err != nil {
		t.Fatal(err)
	}
	if again := find(t, s, name); !again.Loaded.Equal(*first.Loaded) {
		t.Error("a load of the same facts has another time")
	}
	time.Sleep(5 * time.Millisecond)
	d.Tasks[0].Name = graph.Text("other")
	if _, err := s.Replace(t.Context(), name, d); err != nil {
		t.Fatal(err)
	}
	if third := find(t, s, name); !third.Loaded.After(*first.Loaded) {
		t.Error("a load of other facts has the same time")
	}
}

func TestReplaceAsksBeforeItDeletes(t *testing.T) {
	s := connect(t)
	name := newPrefix(t, s) + "a"
	d, other := storetest.Random(4, 20), storetest.Random(5, 20)
	never := Terms{Agree: func(c graph.Changes) bool { t.Errorf("asked about %+v", c); return false }}
	if _, err := s.ReplaceOn(t.Context(), name, d, never); err != nil {
		t.Fatal(err)
	}
	d.Tasks[0].Name = graph.Text("edited")
	d.Tasks = append(d.Tasks, graph.Task{ID: "new", Name: graph.Text("new")})
	if c, err := s.ReplaceOn(t.Context(), name, d, never); err != nil || c != (graph.Changes{Created: 1, Changed: 1}) {
		t.Errorf("adding: %+v, %v", c, err)
	}
	var asked graph.Changes
	var disagreed *Disagreed
	_, err := s.ReplaceOn(t.Context(), name, other, Terms{Agree: func(c graph.Changes) bool { asked = c; return false }})
	if !errors.As(err, &disagreed) || disagreed.Would != asked || asked.Deleted == 0 || !strings.Contains(err.Error(), "nothing was changed") {
		t.Errorf("Replace that nobody agrees to: %v, asked about %+v", err, asked)
	}
	holds(t, s, name, d)
	c, err := s.ReplaceOn(t.Context(), name, other, Terms{Agree: func(c graph.Changes) bool { return c == asked }})
	if err != nil || c != asked {
		t.Errorf("Replace changed %+v (%v), and asked about %+v", c, err, asked)
	}
	holds(t, s, name, other)
}

func TestDropAndRename(t *testing.T) {
	s := connect(t)
	prefix := newPrefix(t, s)
	a, b, free := prefix+"a", prefix+"b", prefix+"free"
	d := storetest.Random(6, 20)
	for _, name := range []string{a, b} {
		if _, err := s.Replace(t.Context(), name, d); err != nil {
			t.Fatal(err)
		}
	}
	parameters := map[string]any{"a": a, "id": d.Tasks[0].ID, "note": prefix + "note"}
	query(t, s, `MATCH (n:Task {tasuki: $a, id: $id}) CREATE (n)<-[:LEADS]-(:Organization {dataset: $a, id: $note}), (n)-[:NOTED]->(:Note {dataset: $note})`, parameters)

	for says, call := range map[string]func() error{
		"is taken; choose":         func() error { return s.Rename(t.Context(), a, b) },
		"there is no dataset":      func() error { return s.Rename(t.Context(), free, b) },
		"2 relationships of":       func() error { _, err := s.Drop(t.Context(), a, false); return err },
		"no dataset \"" + free[:9]: func() error { _, err := s.Drop(t.Context(), free, false); return err },
	} {
		if err := call(); err == nil || !strings.Contains(err.Error(), says) || !strings.Contains(err.Error(), "nothing was changed") {
			t.Errorf("got %v, want an error that says %q", err, says)
		}
	}
	facts := find(t, s, a).Facts
	if err := s.Rename(t.Context(), a, free); err != nil {
		t.Fatal(err)
	}
	holds(t, s, free, d)
	if _, err := s.Load(t.Context(), a); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("under the old name: %v", err)
	}
	if c, err := s.Replace(t.Context(), free, d); err != nil || c != (graph.Changes{}) {
		t.Errorf("Replace under the new name: %+v, %v, want no changes", c, err)
	}
	if n, err := s.Drop(t.Context(), free, true); err != nil || n < facts {
		t.Errorf("Drop deleted %d of %d facts: %v", n, facts, err)
	}
	if find(t, s, free) != nil {
		t.Error("a dropped dataset is listed")
	}
	if rows := query(t, s, `MATCH (n) WHERE n.dataset = $note OR n.id = $note RETURN n`, parameters); len(rows) != 2 {
		t.Errorf("%d foreign nodes are left, want 2", len(rows))
	}
	holds(t, s, b, d)
}

func TestAbsentOffersTheNearestName(t *testing.T) {
	s := connect(t)
	name := newPrefix(t, s) + "pension"
	if _, err := s.Replace(t.Context(), name, storetest.Random(6, 5)); err != nil {
		t.Fatal(err)
	}
	var absent *Absent
	if err := s.Check(t.Context(), name+"x"); !errors.As(err, &absent) || absent.There[0] != name || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("Check: %v", err)
	}
	if err := s.Check(t.Context(), name); err != nil {
		t.Error(err)
	}
}

// TestAdopt takes marks from a dataset, as it was before there were any.
func TestAdopt(t *testing.T) {
	s := connect(t)
	prefix := newPrefix(t, s)
	d := storetest.Random(8, 20)
	unmark := func(name string) {
		t.Helper()
		if _, err := s.Replace(t.Context(), name, d); err != nil {
			t.Fatal(err)
		}
		query(t, s, `MATCH (n {tasuki: $dataset})-[r]->() REMOVE r.tasuki`, map[string]any{"dataset": name})
		query(t, s, `MATCH (n {tasuki: $dataset}) REMOVE n.tasuki`, map[string]any{"dataset": name})
	}
	unmark(prefix + "a")
	if _, err := s.Load(t.Context(), prefix+"a"); err == nil || !strings.Contains(err.Error(), "load it again") {
		t.Errorf("Load without marks: %v", err)
	}
	if !find(t, s, prefix+"a").Earlier {
		t.Error("the list does not say that marks are missing")
	}
	if c, err := s.Replace(t.Context(), prefix+"a", d); err != nil || c != (graph.Changes{}) {
		t.Errorf("Replace: %+v, %v, want marks and no changes", c, err)
	}
	holds(t, s, prefix+"a", d)

	unmark(prefix + "b")
	query(t, s, `CREATE (:Task {dataset: $dataset, id: "foreign"})`, map[string]any{"dataset": prefix + "b"})
	if _, err := s.Replace(t.Context(), prefix+"b", d); err == nil || !strings.Contains(err.Error(), "DETACH DELETE") || !strings.Contains(err.Error(), "nothing was changed") {
		t.Errorf("Replace of what is not all ours: %v", err)
	}
	if n := query(t, s, `MATCH (n {dataset: $dataset}) WHERE n.tasuki IS NOT NULL RETURN count(n)`, map[string]any{"dataset": prefix + "b"}); n[0][0] != int64(0) {
		t.Errorf("%v nodes got marks", n[0][0])
	}
}

// TestForeignConstraint loads beside a constraint of another application on our
// label, and has one broken.
func TestForeignConstraint(t *testing.T) {
	s := connect(t)
	name := newPrefix(t, s) + "a"
	query(t, s, `CREATE CONSTRAINT foreign_test IF NOT EXISTS FOR (n:Task) REQUIRE n.foreign_test IS UNIQUE`, nil)
	defer query(t, s, `DROP CONSTRAINT foreign_test`, nil)
	d := storetest.Random(9, 10)
	if _, err := s.Replace(t.Context(), name, d); err != nil {
		t.Errorf("beside a constraint that ours do not break: %v", err)
	}
	_, err := neo4j.ExecuteQuery(t.Context(), s.driver, `CREATE (:Task {foreign_test: 1}), (:Task {foreign_test: 1})`, nil, neo4j.EagerResultTransformer)
	if explained := explain(t.Context(), err); explained == nil || !strings.Contains(explained.Error(), "SHOW CONSTRAINTS") {
		t.Errorf("what breaks it: %v, want an error that says how to find it", explained)
	}
}
