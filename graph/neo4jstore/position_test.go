package neo4jstore

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"tasuki/graph"
	"tasuki/graph/storetest"
	"tasuki/internal/seeds"
)

var edits = flag.Int("edits", 20, "how many rounds TestEditsAtAnyTime goes")

func TestParseBookmarks(t *testing.T) {
	const database = "ed19b2831e394b2ca3ffa62e847a3600"
	for text, want := range map[string]int64{
		"FB:kcwQ7Rmygx45Syyj/6YuhHo2AHSQ":             0x74,
		"FB:kcwQ7Rmygx45Syyj/6YuhHo2AMkA3JA=":         0xdc,
		"FB:kcwQ7Rmygx45Syyj/6YuhHo2AMoAAQAAkA==":     0x10000,
		"FB:kcwQ7Rmygx45Syyj/6YuhHo2AMsAAAABAAAAAJA=": 1 << 32,
	} {
		if place, number, ok := parseBookmarks([]string{text}); place != database || number != want || !ok {
			t.Errorf("%s: database %s, number %d, %v, want %d", text, place, number, ok, want)
		}
	}
	for _, bookmarks := range []neo4j.Bookmarks{
		nil,
		{""},
		{"FB:"},
		{"FB:kcwQ7Rmygx45Syyj/6YuhHo2AHSQ", "FB:kcwQ7Rmygx45Syyj/6YuhHo2AHSQ"},
		{"neo4j:bookmark:v1:tx116"},
		{"kcwQ7Rmygx45Syyj/6YuhHo2AHSQ"},
		{"FB:kcwQ7Rmygx45Syyj/6YuhHo2AHQ="}, // no end
		{"FB:kcwQ7Rmygx45Syyj/6YuhHo2AMkA3JGQ"},
		{"FB:kswQ7Rmygx45Syyj/6YuhHo2AHSQ"}, // two databases
		{"FB:kcwQ7Rmygx45Syyj/6YuhHo2AMkAkA=="},
	} {
		if place, number, ok := parseBookmarks(bookmarks); ok {
			t.Errorf("%v is taken for database %s, number %d", bookmarks, place, number)
		}
	}
}

// watched is a store that calls a function at each step of a load.
type watched struct {
	*Store
	step func(doing string, done int)
}

func watch(t *testing.T) *watched {
	w := &watched{Store: connect(t)}
	w.options.Progress = func(doing string, done, _ int) {
		if w.step != nil {
			w.step(doing, done)
		}
	}
	return w
}

// compares replaces a dataset and reports whether it read the stored facts.
func (w *watched) compares(t *testing.T, name string, d graph.Dataset) (graph.Changes, bool) {
	t.Helper()
	read := false
	w.step = func(doing string, _ int) { read = read || doing == "comparing" }
	defer func() { w.step = nil }()
	c, err := w.Replace(t.Context(), name, d)
	if err != nil {
		t.Fatal(err)
	}
	return c, read
}

// TestUnchangedLoadsReadNothing says when a load knows that nothing is to do.
func TestUnchangedLoadsReadNothing(t *testing.T) {
	s := watch(t)
	prefix := newPrefix(t, s.Store)
	name, d := prefix+"a", storetest.Random(1, 30)
	s.compares(t, name, d)
	for _, c := range []struct {
		after string
		do    func()
		reads bool
	}{
		{"the first load", func() {}, false},
		{"another unchanged load", func() {}, false},
		{"reading", func() { s.Load(t.Context(), name) }, false},
		{"a commit that has nothing to do with it", func() {
			query(t, s.Store, "CREATE (n:Note {dataset: $dataset})", map[string]any{"dataset": prefix + "note"})
		}, true},
		{"that", func() {}, false},
		{"a load of another dataset", func() { s.Replace(t.Context(), prefix+"b", d) }, true},
		{"that", func() {}, false},
		{"a new version of the model", func() { s.model = "other" }, true},
		{"that", func() {}, false},
		{"a new index", func() {
			query(t, s.Store, "CREATE INDEX tasuki_test IF NOT EXISTS FOR (n:Note) ON (n.dataset)", nil)
			query(t, s.Store, "DROP INDEX tasuki_test", nil)
		}, true},
	} {
		c.do()
		changes, reads := s.compares(t, name, d)
		// Tests of other packages may have committed something just then.
		for try := 0; reads && !c.reads && try < 100; try++ {
			changes, reads = s.compares(t, name, d)
		}
		if reads != c.reads || changes != (graph.Changes{}) {
			t.Errorf("after %s: Replace changes %+v, and reads the facts: %v, want %v", c.after, changes, reads, c.reads)
		}
	}
	d.Tasks[0].Name = graph.Text("other")
	if changes, _ := s.compares(t, name, d); changes != (graph.Changes{Changed: 1}) {
		t.Errorf("Replace by another dataset changes %+v, want one fact", changes)
	}
}

// edit changes a fact of a dataset by hand, as other clients do.
func edit(t *testing.T, s *Store, name string, r *rand.Rand) {
	ctx := context.Background()
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer session.Close(ctx)
	statement := []string{
		"MATCH (n:Task {dataset: $dataset}) WITH n ORDER BY n.id SKIP $k LIMIT 1 SET n.line = $to",
		"MATCH (:Organization {dataset: $dataset})-[r]->(t:Task) WITH r ORDER BY t.id SKIP $k LIMIT 1 SET r.mark = toString($to)",
		"MATCH (:Organization {dataset: $dataset})-[r]->(t:Task) WITH r ORDER BY t.id SKIP $k LIMIT 1 DELETE r",
		"CREATE (:Task {dataset: $dataset, id: toString($to)})",
	}[r.IntN(4)]
	result, err := session.Run(ctx, statement, map[string]any{"dataset": name, "k": r.IntN(10), "to": r.Int32()})
	if err == nil {
		_, err = result.Consume(ctx)
	}
	if err != nil {
		t.Error(err)
	}
}

// settle loads d once more, when nobody else writes, and expects to find it.
func (w *watched) settle(t *testing.T, name string, d graph.Dataset, after string) {
	t.Helper()
	w.step = nil
	if _, err := w.Replace(t.Context(), name, d); err != nil {
		t.Fatal(err)
	}
	got, err := w.Load(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(storetest.Encode(t, got), storetest.Encode(t, d)) {
		t.Fatalf("an edit by hand %s was not found by the next load", after)
	}
}

// TestEditsDuringLoads commits an edit at every step of an unchanged load. The
// load may or may not have seen it; the next one must put it right.
func TestEditsDuringLoads(t *testing.T) {
	s := watch(t)
	r := rand.New(rand.NewPCG(1, 2))
	name, d := newPrefix(t, s.Store)+"a", storetest.Random(2, 30)
	s.settle(t, name, d, "before anything")
	for at := range len(s.shapes) + 1 {
		edit(t, s.Store, name, r) // so that the load compares
		s.settle(t, name, d, "between loads")
		query(t, s.Store, "MATCH (d:Dataset {dataset: $dataset}) REMOVE d.verified", map[string]any{"dataset": name})
		edited := 0
		s.step = func(doing string, done int) {
			if doing == "comparing" && done == at || doing == "committing" && at == 0 {
				edit(t, s.Store, name, r)
				edited++
			}
		}
		if _, err := s.Replace(t.Context(), name, d); err != nil {
			t.Fatal(err)
		}
		if edited != 1 {
			t.Fatalf("step %d came %d times", at, edited)
		}
		s.settle(t, name, d, fmt.Sprintf("at step %d", at))
	}
}

// TestEditsAtAnyTime lets clients edit, load another dataset and write figures
// while loads go on.
func TestEditsAtAnyTime(t *testing.T) {
	s := watch(t)
	prefix := newPrefix(t, s.Store)
	name, d := prefix+"a", storetest.Random(3, 10)
	hash, err := graph.Hash(d)
	if err != nil {
		t.Fatal(err)
	}
	for round := range seeds.Each(*edits) {
		r := rand.New(rand.NewPCG(round, 1))
		var others sync.WaitGroup
		others.Go(func() {
			for range r.IntN(4) {
				switch r.IntN(4) {
				case 0:
					s.Store.Replace(t.Context(), fmt.Sprint(prefix, "b", r.IntN(2)), storetest.Random(r.Uint64(), 5))
				case 1: // fails when an edit is in force
					s.Annotate(t.Context(), name, hash, Figures{"Task": {d.Tasks[0].ID: {"load": r.Int64()}}})
				default:
					edit(t, s.Store, name, r)
				}
			}
		})
		for range 3 {
			// Fails when an edit takes away what it is about to change.
			s.Store.Replace(t.Context(), name, d)
		}
		others.Wait()
		s.settle(t, name, d, fmt.Sprintf("in round %d", round))
	}
}
