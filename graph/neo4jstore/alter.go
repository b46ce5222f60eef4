package neo4jstore

import (
	"context"
	"fmt"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"tasuki/graph/said"
)

const (
	// hasUnmarked finds what getUnmarked does, and locks nothing.
	hasUnmarked = `
MATCH (d:Dataset {dataset: $dataset})
WHERE d.tasuki IS NULL AND d.content =~ '[0-9a-f]{64}'
RETURN d.content`

	dropLinks = `
MATCH (n:%s {tasuki: $dataset})-[r {tasuki: $dataset}]->({tasuki: $dataset})
DELETE r`

	getNodes = `
MATCH (n:%s {tasuki: $dataset})
RETURN elementId(n)`

	dropNodes = `
MATCH (n:%s {tasuki: $dataset})
DELETE n`

	renameLinks = `
MATCH (n:%s {tasuki: $dataset})-[r {tasuki: $dataset}]->({tasuki: $dataset})
SET r.tasuki = $name`

	renameNodes = `
MATCH (n:%s {tasuki: $dataset})
SET n.tasuki = $name, n.dataset = $name`
)

// Drop deletes the dataset called name, in one transaction, and returns how many
// facts that were. Relationships of others that hang on its nodes make it an
// [Attached], unless they may be deleted with them.
func (s *Store) Drop(ctx context.Context, name string, detach bool) (int, error) {
	dropped := 0
	err := s.alter(ctx, "drop "+name, name, func(tx neo4j.ManagedTransaction) error {
		var nodes []string
		dropped = 0
		records, err := collect(ctx, tx, fmt.Sprintf(getNodes, s.anyLabel()), map[string]any{"dataset": name})
		if err != nil {
			return err
		}
		for _, r := range records {
			at, _ := r.Values[0].(string)
			nodes = append(nodes, at)
		}
		for _, step := range []struct {
			statement string
			before    func() error
		}{
			{dropLinks, func() error { return run(ctx, tx, dropSeen, map[string]any{"rows": nodes, "dataset": name}) }},
			{dropNodes, func() error { return detachable(ctx, tx, name, nodes, detach) }},
		} {
			if err := step.before(); err != nil {
				return err
			}
			summary, err := consume(ctx, tx, fmt.Sprintf(step.statement, s.anyLabel()), map[string]any{"dataset": name})
			if err != nil {
				return err
			}
			dropped += summary.Counters().NodesDeleted() + summary.Counters().RelationshipsDeleted()
		}
		return nil
	})
	if err != nil {
		return 0, said.Errorf("dropping dataset %q at %s: %w", name, s.at, err)
	}
	return dropped, nil
}

// Rename gives a dataset another name, in one transaction. The name must be free.
func (s *Store) Rename(ctx context.Context, name, to string) error {
	err := s.alter(ctx, "rename "+name, name, func(tx neo4j.ManagedTransaction) error {
		for _, taken := range []string{getContent, hasUnmarked} {
			records, err := collect(ctx, tx, taken, map[string]any{"dataset": to})
			if err != nil {
				return err
			}
			if len(records) > 0 {
				return said.Errorf("the name %q is taken; choose another, or drop that dataset first", to)
			}
		}
		for _, statement := range []string{renameLinks, renameNodes} {
			if err := run(ctx, tx, fmt.Sprintf(statement, s.anyLabel()), map[string]any{"dataset": name, "name": to}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return said.Errorf("renaming dataset %q at %s to %q: %w", name, s.at, to, err)
	}
	return nil
}

// alter changes a dataset that is there, while nobody else writes to it.
func (s *Store) alter(ctx context.Context, doing, name string, change func(neo4j.ManagedTransaction) error) error {
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer session.Close(context.WithoutCancel(ctx))
	committing := false
	_, err := session.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		committing = false
		if _, err := contentOf(ctx, tx, name); err != nil {
			return nil, err
		}
		if err := run(ctx, tx, lock, map[string]any{"dataset": name}); err != nil {
			return nil, err
		}
		if err := change(tx); err != nil {
			return nil, err
		}
		committing = true
		return nil, nil
	}, neo4j.WithTxMetadata(map[string]any{"tasuki": doing}))
	switch {
	case err == nil:
		return nil
	case lostAt(committing, err):
		return &Unsettled{said.Errorf("%w; this was during the commit: all of it is done or nothing; tasuki datasets says which", explain(ctx, err))}
	}
	return unchanged(explain(ctx, err))
}
