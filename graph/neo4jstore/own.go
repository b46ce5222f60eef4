package neo4jstore

import (
	"context"
	"errors"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"tasuki/graph/said"
)

// Ask runs a statement of ours by itself, with the member that writes, and calls yield for
// each row. Nothing checks the statement: that of a reader is for [Store.Run].
func (s *Store) Ask(ctx context.Context, statement string, parameters map[string]any, yield func(row []any)) error {
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer closeSoon(ctx, session)
	result, err := session.Run(ctx, statement, parameters)
	if err != nil {
		return explain(ctx, err)
	}
	for result.Next(ctx) {
		yield(result.Record().Values)
	}
	return explain(ctx, result.Err())
}

// Denied reports whether an error is the server's, and another try would not help.
func Denied(err error) bool {
	var server *neo4j.Neo4jError
	return errors.As(err, &server) && !server.IsRetriable()
}

// Step is a statement of ours that returns one number, which must be Count.
type Step struct {
	Cypher     string
	Parameters map[string]any
	Count      int // -1: any number will do
}

// Apply runs steps in one transaction, on the dataset called name while nobody else writes
// to it. They write what was computed from its facts, and leave these as they are. Where
// content is not the hash of the facts, or a step returns another number than it must,
// nothing is changed.
func (s *Store) Apply(ctx context.Context, doing, name, content string, steps []Step) error {
	return s.beside(ctx, doing, name, content, func(tx neo4j.ManagedTransaction) error {
		for _, step := range steps {
			records, err := collect(ctx, tx, step.Cypher, step.Parameters)
			if err != nil {
				return err
			}
			if n := records[0].Values[0]; step.Count >= 0 && n != int64(step.Count) {
				return said.Errorf("only %d of %d rows name what the dataset has", n, step.Count)
			}
		}
		return nil
	})
}
