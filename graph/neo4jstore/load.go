package neo4jstore

import (
	"context"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"tasuki/graph"
	"tasuki/graph/neo4jstore/model"
	"tasuki/graph/said"
)

// Load returns the dataset called name, in canonical order: what Replace
// stored, and what people have changed in the database since.
//
// While a database commits a transaction, others see its changes bit by bit.
// Load notices, as what it has read then lacks the content hash that the
// dataset's node has, and reads again when nobody writes to the dataset.
func (s *Store) Load(ctx context.Context, name string) (graph.Dataset, error) {
	d, stored, err := s.load(ctx, name, false)
	if err == nil && !stored {
		d, _, err = s.load(ctx, name, true)
	}
	if err != nil {
		return graph.Dataset{}, said.Errorf("loading dataset %q from %s: %w", name, s.at, explain(ctx, err))
	}
	return d, nil
}

// load reads a dataset, if alone is set while nobody writes to it. The dataset
// is as the last Replace stored it if stored is true; otherwise, unless it was
// read alone, it may be a mixture, and is not returned.
func (s *Store) load(ctx context.Context, name string, alone bool) (d graph.Dataset, stored bool, err error) {
	mode := neo4j.AccessModeRead
	if alone {
		mode = neo4j.AccessModeWrite
	}
	session := s.session(ctx, mode)
	defer session.Close(context.WithoutCancel(ctx))
	var content string
	var facts *model.Facts
	work := func(tx neo4j.ManagedTransaction) (any, error) {
		var err error
		if content, err = contentOf(ctx, tx, name); err != nil {
			return nil, err
		}
		if alone {
			if err := run(ctx, tx, lock, map[string]any{"dataset": name}); err != nil {
				return nil, err
			}
		}
		facts, err = s.read(ctx, name, !alone)
		return nil, err
	}
	execute := session.ExecuteRead
	if alone {
		execute = session.ExecuteWrite
	}
	if _, err := execute(ctx, work); err != nil {
		return graph.Dataset{}, false, err
	}
	if d, err = facts.Assemble(); err != nil && !alone {
		return graph.Dataset{}, false, nil
	}
	if err != nil {
		return graph.Dataset{}, false, err
	}
	hash, err := graph.Hash(d)
	return d, hash == content, err
}

// read reads all facts of a dataset.
func (s *Store) read(ctx context.Context, name string, anyMember bool) (*model.Facts, error) {
	all := make([]*model.Facts, len(s.shapes))
	err := s.readAll(ctx, "reading", anyMember, nil, func(ctx context.Context, i int, tx neo4j.ManagedTransaction) error {
		all[i] = new(model.Facts)
		shape := s.shapes[i]
		return eachFact(ctx, tx, shape, name, false, func(_ string, found []stored) error {
			for _, fact := range found {
				if err := shape.Get(all[i], fact.ends, fact.values); err != nil {
					return said.Errorf("%s: %w; correct it in the database", shape.Describe(fact.ends, fact.values[0]), err)
				}
			}
			return nil
		})
	})
	if err != nil {
		return nil, err
	}
	f := all[0]
	for i, shape := range s.shapes[1:] {
		shape.Move(f, all[i+1])
	}
	return f, nil
}

// contentOf returns the content hash that the node of a dataset has.
func contentOf(ctx context.Context, tx neo4j.ManagedTransaction, name string) (string, error) {
	records, err := collect(ctx, tx, getContent, map[string]any{"dataset": name})
	if err != nil {
		return "", err
	}
	if len(records) == 0 {
		return "", absent(ctx, tx, name)
	}
	content, _ := records[0].Values[0].(string)
	return content, nil
}
