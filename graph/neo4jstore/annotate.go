package neo4jstore

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"tasuki/graph"
	"tasuki/graph/neo4jstore/model"
	"tasuki/graph/said"
)

// prefix begins the names of the properties that Annotate writes; no property
// of the model begins so, and the mark is shorter. The property tasuki_content holds the hash of the
// facts that the others were computed from.
const prefix = "tasuki_"

// Figures are results for the nodes of a dataset: by label ("Task"), ID and
// name ("betweenness"). Values are numbers, strings, truth values or lists of
// one of these.
type Figures map[string]map[string]map[string]any

// Annotate puts figures on the nodes of the dataset called name, in place of any
// that are there, all or nothing. Figures are true of the facts that they were
// computed from: content is their hash, and figures for other facts than the
// stored ones are refused. They stay when the facts change; where a node's
// tasuki_content differs from the content of its (:Dataset), they are out of
// date.
func (s *Store) Annotate(ctx context.Context, name, content string, figures Figures) error {
	err := s.beside(ctx, "figures for "+name, name, content, func(tx neo4j.ManagedTransaction) error {
		for _, shape := range s.shapes {
			if !shape.IsNode() {
				continue
			}
			if err := s.annotate(ctx, tx, shape, name, content, figures[shape.Kind]); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return said.Errorf("writing figures for dataset %q to %s: %w", name, s.at, err)
	}
	return nil
}

// beside writes what has been computed from the facts of a dataset beside these, in one
// transaction. It fails when content is not their hash.
func (s *Store) beside(ctx context.Context, doing, name, content string, write func(neo4j.ManagedTransaction) error) error {
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer session.Close(context.WithoutCancel(ctx))
	committing := false
	_, err := session.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		committing = false
		if err := s.current(ctx, tx, name, content); err != nil {
			return nil, err
		}
		if err := write(tx); err != nil {
			return nil, err
		}
		committing = true
		return nil, nil
	}, neo4j.WithTxMetadata(map[string]any{"tasuki": doing}))
	switch {
	case err == nil:
		return nil
	case lostAt(committing, err):
		return &Unsettled{said.Errorf("%w; this was during the commit: all of it is there or nothing; write it again", explain(ctx, err))}
	}
	return unchanged(explain(ctx, err))
}

// current keeps others from changing the dataset, and checks that content is
// the hash of its facts.
func (s *Store) current(ctx context.Context, tx neo4j.ManagedTransaction, name, content string) error {
	stated, err := contentOf(ctx, tx, name)
	if err != nil {
		return err
	}
	if err := run(ctx, tx, lock, map[string]any{"dataset": name}); err != nil {
		return err
	}
	f, err := s.read(ctx, name, false)
	if err != nil {
		return err
	}
	d, err := f.Assemble()
	if err != nil {
		return err
	}
	hash, err := graph.Hash(d)
	if err != nil {
		return err
	}
	if hash != content {
		return said.New("the dataset has changed since they were computed; compute them again")
	}
	if hash != stated {
		return run(ctx, tx, setContent, map[string]any{"dataset": name, "content": hash, "verified": nil})
	}
	return nil
}

// annotate replaces the figures on the nodes of a label.
func (s *Store) annotate(ctx context.Context, tx neo4j.ManagedTransaction, shape *model.Shape, dataset, content string, figures map[string]map[string]any) error {
	records, err := collect(ctx, tx, fmt.Sprintf(figureNames, shape.Kind), map[string]any{"dataset": dataset, "prefix": prefix})
	if err != nil {
		return err
	}
	if len(records) > 0 {
		none := map[string]any{}
		for _, r := range records {
			none[r.Values[0].(string)] = nil
		}
		if err := run(ctx, tx, fmt.Sprintf(clearFigures, shape.Kind), map[string]any{"dataset": dataset, "prefix": prefix, "none": none}); err != nil {
			return err
		}
	}
	for ids := range slices.Chunk(slices.Sorted(maps.Keys(figures)), s.options.Batch) {
		rows := make([]any, len(ids))
		for i, id := range ids {
			properties := map[string]any{prefix + "content": content}
			for name, value := range figures[id] {
				properties[prefix+name] = value
			}
			rows[i] = map[string]any{"id": id, "properties": properties}
		}
		result, err := tx.Run(ctx, fmt.Sprintf(setFigures, shape.Kind), map[string]any{"dataset": dataset, "rows": rows})
		if err != nil {
			return err
		}
		record, err := result.Single(ctx)
		if err != nil {
			return err
		}
		if n := record.Values[0]; n != int64(len(rows)) {
			return said.Errorf("only %d of %d figures name the ID of a %s", n, len(rows), shape.Kind)
		}
	}
	return nil
}
