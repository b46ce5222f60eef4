package neo4jstore

import (
	"context"
	"errors"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
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
