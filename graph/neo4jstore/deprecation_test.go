package neo4jstore

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"tasuki/graph"
	"tasuki/graph/neo4jstore/model"
	"tasuki/graph/storetest"
	"tasuki/queries"
)

// heard gathers the statements that are sent.
type heard struct {
	sync.Mutex
	statements map[string]bool
}

func (h *heard) LogClientMessage(_, message string, args ...any) {
	if strings.HasPrefix(message, "RUN ") {
		h.Lock()
		defer h.Unlock()
		h.statements[strings.TrimPrefix(args[0].(string), "EXPLAIN ")] = true
	}
}

func (*heard) LogServerMessage(string, string, ...any) {}

// TestNothingIsDeprecated has the server explain every statement of ours: what a load, a
// change and all else that is done to datasets sends, the schema and the catalogue. It
// fails where one is deprecated.
func TestNothingIsDeprecated(t *testing.T) {
	s := connect(t)
	name := newPrefix(t, s) + "a"
	h := &heard{statements: map[string]bool{}}
	s.listener = h
	must := func(what any, err error) {
		t.Helper()
		if err != nil {
			t.Fatalf("%v: %v", what, err)
		}
	}
	for _, seed := range []uint64{1, 2} {
		c, err := s.Replace(t.Context(), name, storetest.Random(seed, 20))
		must(c, err)
	}
	d, err := s.Load(t.Context(), name)
	must("load", err)
	_, _, err = s.load(t.Context(), name, true)
	must("load alone", err)
	hash, err := graph.Hash(d)
	must("hash", err)
	must("annotate", s.Annotate(t.Context(), name, hash, Figures{"Task": {d.Tasks[0].ID: {"load": 1.0}}}))
	_, err = s.Datasets(t.Context())
	must("datasets", err)
	must("rename", s.Rename(t.Context(), name, name+"b"))
	_, err = s.Drop(t.Context(), name+"b", true)
	must("drop", err)
	if err := s.Check(t.Context(), name); err == nil {
		t.Error("a dataset that was dropped is there")
	}
	for _, statement := range model.Schema(s.shapes) {
		h.statements[statement] = true
	}
	for _, q := range queries.All() {
		h.statements[q.Cypher] = true
	}
	session := s.driver.NewSession(t.Context(), neo4j.SessionConfig{DatabaseName: s.database, NotificationsMinSeverity: "INFORMATION"})
	defer session.Close(context.Background())
	deprecated := func(statement string) (list []string) {
		result, err := session.Run(t.Context(), "EXPLAIN "+statement, nil)
		if err != nil {
			t.Fatalf("%v: %s", err, statement)
		}
		summary, err := result.Consume(t.Context())
		if err != nil {
			t.Fatalf("%v: %s", err, statement)
		}
		for _, n := range summary.Notifications() {
			if n.RawCategory() == "DEPRECATION" {
				list = append(list, fmt.Sprintf("%s: %s", n.Code(), n.Description()))
			}
		}
		return list
	}
	if len(deprecated("MATCH (n) RETURN id(n)")) == 0 {
		t.Error("the server does not say that id() is deprecated; the test would find nothing")
	}
	for _, statement := range slices.Sorted(maps.Keys(h.statements)) {
		if list := deprecated(statement); len(list) > 0 {
			t.Errorf("%v: %s", list, statement)
		}
	}
	if len(h.statements) < len(queries.All())+60 {
		t.Errorf("%d statements were explained; the test shows too little", len(h.statements))
	}
}
