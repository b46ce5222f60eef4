package neo4jstore

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"tasuki/graph/neo4jstore/model"
)

// formerSchema lists the constraints of databases from before the mark, which
// nodes of others had to obey.
func formerSchema(shapes []*model.Shape) map[string]bool {
	former := map[string]bool{}
	for _, s := range shapes {
		former["tasuki_"+s.Kind] = s.IsNode()
	}
	return former
}

// ensureSchema creates the constraints, indexes and names that are missing.
func (s *Store) ensureSchema(ctx context.Context) error {
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer session.Close(ctx)
	wanted, former := model.Schema(s.shapes), formerSchema(s.shapes)
	var drop []string
	for _, show := range []string{"SHOW CONSTRAINTS YIELD name", "SHOW INDEXES YIELD name"} {
		result, err := session.Run(ctx, show, nil)
		if err != nil {
			return err
		}
		for result.Next(ctx) {
			if name, ok := result.Record().Values[0].(string); ok {
				delete(wanted, name)
				if former[name] && !slices.Contains(drop, name) {
					drop = append(drop, name)
				}
			}
		}
		if err := result.Err(); err != nil {
			return err
		}
	}
	for _, name := range drop {
		if err := s.execute(ctx, session, fmt.Sprintf("DROP CONSTRAINT %s IF EXISTS", name), nil); err != nil {
			return err
		}
	}
	for _, name := range sortedKeys(wanted) {
		if err := s.execute(ctx, session, wanted[name], nil); err != nil && !createdMeanwhile(err) {
			return err
		}
	}
	if len(wanted) > 0 {
		if err := s.execute(ctx, session, "CALL db.awaitIndexes(300)", nil); err != nil {
			return err
		}
	}
	return s.ensureNames(ctx, session)
}

// createdMeanwhile reports whether a constraint or an index is there by now: IF NOT
// EXISTS does not see what another first load creates at the same moment.
func createdMeanwhile(err error) bool {
	var server *neo4j.Neo4jError
	return errors.As(err, &server) && server.Code == "Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists"
}

// ensureNames makes the names of labels, types and properties known to the
// database. The server would do it when it first needs one, in a transaction
// of its own, and a load whose commit is not the next one after its start is not
// noted as a comparison. Where a user may not do it ahead, that is all that is
// lost.
func (s *Store) ensureNames(ctx context.Context, session neo4j.SessionWithContext) error {
	labels, types, columns := map[string]bool{}, map[string]bool{}, map[string]bool{model.Mark: true, "dataset": true, "lock": true}
	for _, c := range model.Bookkeeping() {
		columns[c] = true
	}
	for _, shape := range s.shapes {
		if shape.IsNode() {
			labels[shape.Kind] = true
		} else {
			types[shape.Kind] = true
		}
		for _, c := range shape.Columns {
			columns[c] = true
		}
	}
	for _, names := range []struct {
		statement string
		of        map[string]bool
	}{{createLabels, labels}, {createTypes, types}, {createColumns, columns}} {
		err := s.execute(ctx, session, names.statement, map[string]any{"names": sortedKeys(names.of)})
		if server := (*neo4j.Neo4jError)(nil); err != nil && !errors.As(err, &server) {
			return err
		}
	}
	return nil
}

// execute runs a statement by itself, and again where it could not at the moment: what
// two first loads create at the same time may lock one another out.
func (s *Store) execute(ctx context.Context, session neo4j.SessionWithContext, statement string, parameters map[string]any) error {
	_, err := session.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		return consume(ctx, tx, statement, parameters)
	})
	return err
}
