package neo4jstore

import (
	"context"
	"sync"
	"sync/atomic"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"tasuki/graph/neo4jstore/model"
)

// stored is a node or relationship that the database holds.
type stored struct {
	at     string   // element ID
	ends   []string // the IDs of a relationship's ends
	values []any    // of the columns
}

// eachFact calls found with the facts of a shape that the database holds for a
// dataset: relationships with all that one node has of them, nodes one by one.
// Element IDs of relationships are there only on demand. What found is given
// it must not keep.
func eachFact(ctx context.Context, tx neo4j.ManagedTransaction, s *model.Shape, dataset string, ids bool, found func(anchor string, facts []stored) error) error {
	return eachFactOf(ctx, tx, s, readStatement(s), dataset, ids, found)
}

func eachFactOf(ctx context.Context, tx neo4j.ManagedTransaction, s *model.Shape, statement, dataset string, ids bool, found func(anchor string, facts []stored) error) error {
	result, err := tx.Run(ctx, statement, map[string]any{"dataset": dataset, "columns": s.Columns, "ids": ids})
	if err != nil {
		return err
	}
	var facts []stored
	for result.Next(ctx) {
		record := result.Record().Values
		anchor, _ := record[0].(string)
		list, _ := record[1].([]any)
		facts = facts[:0]
		for _, v := range list {
			parts, _ := v.([]any)
			fact := stored{}
			fact.at, _ = parts[0].(string)
			fact.values, _ = parts[2].([]any)
			if other, _ := parts[1].(string); s.ByFrom {
				fact.ends = []string{anchor, other}
			} else if !s.IsNode() {
				fact.ends = []string{other, anchor}
			}
			facts = append(facts, fact)
		}
		if err := found(anchor, facts); err != nil {
			return err
		}
	}
	return result.Err()
}

// parallel is how many transactions read at once.
const parallel = 3

// readAll calls read for every shape, each in a transaction of its own, some at
// once and after the bookmarks given. In a cluster, they all ask the member that
// writes, unless anyMember.
func (s *Store) readAll(ctx context.Context, doing string, anyMember bool, after neo4j.Bookmarks, read func(ctx context.Context, i int, tx neo4j.ManagedTransaction) error) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var done atomic.Int32
	var group sync.WaitGroup
	slots := make(chan struct{}, parallel)
	for i, shape := range s.shapes {
		slots <- struct{}{}
		group.Go(func() {
			defer func() { <-slots }()
			fetch := 20
			if shape.IsNode() {
				fetch = 5000
			}
			session := s.driver.NewSession(ctx, neo4j.SessionConfig{DatabaseName: s.database, FetchSize: fetch, Bookmarks: after})
			defer session.Close(context.WithoutCancel(ctx))
			execute := session.ExecuteWrite
			if anyMember {
				execute = session.ExecuteRead
			}
			_, err := execute(ctx, func(tx neo4j.ManagedTransaction) (any, error) { return nil, read(ctx, i, tx) })
			if err != nil {
				cancel(err)
			}
			s.progress(doing, int(done.Add(1)), len(s.shapes))
		})
	}
	group.Wait()
	return context.Cause(ctx)
}
