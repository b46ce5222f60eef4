package neo4jstore

import (
	"context"
	"fmt"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"tasuki/graph"
	"tasuki/graph/neo4jstore/model"
	"tasuki/graph/said"
)

const (
	// getUnmarked finds the node of a dataset that a version of this package stored
	// that did not mark what it wrote. Another application's would have no hash of its
	// content.
	getUnmarked = `
MATCH (d:Dataset {dataset: $dataset})
WHERE d.tasuki IS NULL AND d.content =~ '[0-9a-f]{64}' AND NOT EXISTS { (:Dataset {tasuki: $dataset}) }
SET d.lock = true
REMOVE d.lock
RETURN d.content`

	markNodes = `
MATCH (n:%s {dataset: $dataset})
SET n.tasuki = $dataset`

	markLinks = `
MATCH (a:%s {tasuki: $dataset})-[r:%s]->(b:%s {tasuki: $dataset})
SET r.tasuki = $dataset`
)

// adopt marks a dataset that was stored without marks, in one transaction. What is
// whose can be told only where all that bears its name and our labels is, by its
// content hash, exactly what was stored.
func (s *Store) adopt(ctx context.Context, name string) error {
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer session.Close(context.WithoutCancel(ctx))
	parameters := map[string]any{"dataset": name}
	_, err := session.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		records, err := collect(ctx, tx, getUnmarked, parameters)
		if err != nil || len(records) == 0 {
			return nil, err
		}
		if same, err := s.isStored(ctx, tx, name, records[0].Values[0]); err != nil {
			return nil, err
		} else if !same {
			return nil, said.Errorf("it was stored by an earlier version, which did not mark what is its own, and was changed since, so that nobody can tell what is whose; load it under another name, or delete it first, for instance in Neo4j Browser: MATCH (n {dataset: %q}) DETACH DELETE n", name)
		}
		for _, shape := range s.shapes {
			statement := fmt.Sprintf(markNodes, shape.Kind)
			if !shape.IsNode() {
				statement = fmt.Sprintf(markLinks, shape.From, shape.Kind, shape.To)
			}
			if err := run(ctx, tx, statement, parameters); err != nil {
				return nil, err
			}
		}
		return nil, nil
	}, neo4j.WithTxMetadata(map[string]any{"tasuki": "marks for " + name}))
	return err
}

// isStored reports whether the facts of a dataset without marks have a content
// hash.
func (s *Store) isStored(ctx context.Context, tx neo4j.ManagedTransaction, name string, content any) (bool, error) {
	f := new(model.Facts)
	for _, shape := range s.shapes {
		sound := true
		statement := strings.NewReplacer("{tasuki: $dataset}]", "]", "tasuki: $dataset", "dataset: $dataset").Replace(readStatement(shape))
		err := eachFactOf(ctx, tx, shape, statement, name, false, func(_ string, found []stored) error {
			for _, fact := range found {
				sound = sound && shape.Get(f, fact.ends, fact.values) == nil
			}
			return nil
		})
		if err != nil || !sound {
			return false, err
		}
	}
	d, err := f.Assemble()
	if err != nil {
		return false, nil
	}
	hash, err := graph.Hash(d)
	return hash == content, err
}
