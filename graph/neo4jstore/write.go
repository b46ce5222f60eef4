package neo4jstore

import (
	"context"
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"tasuki/graph/neo4jstore/model"
	"tasuki/graph/said"
)

// create creates the nodes or relationships that the database lacks.
func (w *writer) create(ctx context.Context, d *diff) error {
	for batch := range slices.Chunk(d.create, w.options.Batch) {
		rows := make([]any, len(batch))
		for i, fact := range batch {
			row, err := w.row(d.Shape, fact)
			if err != nil {
				return err
			}
			rows[i] = row
		}
		result, err := w.tx.Run(ctx, createStatement(d.Shape), map[string]any{"rows": rows})
		if err != nil {
			return err
		}
		if err := w.notePlaces(ctx, d.Shape, result); err != nil {
			return err
		}
		summary, err := result.Consume(ctx)
		if err != nil {
			return err
		}
		n := summary.Counters().NodesCreated() + summary.Counters().RelationshipsCreated()
		if err := w.count(&w.done.Created, n, len(rows), "created", d.Shape); err != nil {
			return err
		}
	}
	return nil
}

// row returns the parameters that create a fact.
func (w *writer) row(s *model.Shape, fact int) (map[string]any, error) {
	ends, values := s.Put(w.facts, fact)
	if s.IsNode() {
		row := properties(s, values, false)
		row["dataset"], row["tasuki"] = w.dataset, w.dataset
		return row, nil
	}
	from, ok := w.at[s.From][ends[0]]
	to, ok2 := w.at[s.To][ends[1]]
	if !ok || !ok2 {
		return nil, said.Errorf("the facts state %s, and not both of its ends", s.Describe(ends, nil))
	}
	row := properties(s, values, false)
	row["tasuki"] = w.dataset
	return map[string]any{"from": from, "to": to, "properties": row}, nil
}

// properties returns a row as the properties of a node or relationship; with
// empty, those that it has not are there as null, which removes them.
func properties(s *model.Shape, values []any, empty bool) map[string]any {
	m := make(map[string]any, len(values)+2)
	for i, v := range values {
		if v != nil || empty {
			m[s.Columns[i]] = v
		}
	}
	return m
}

// notePlaces notes the element IDs of created nodes.
func (w *writer) notePlaces(ctx context.Context, s *model.Shape, created neo4j.ResultWithContext) error {
	if !s.IsNode() {
		return nil
	}
	for created.Next(ctx) {
		values := created.Record().Values
		w.at[s.Kind][values[0].(string)] = values[1].(string)
	}
	return created.Err()
}

// change sets the properties of the nodes or relationships that differ.
func (w *writer) change(ctx context.Context, d *diff) error {
	statement := changeNodes
	if !d.IsNode() {
		statement = changeLinks
	}
	for batch := range slices.Chunk(d.change, w.options.Batch) {
		rows := make([]any, len(batch))
		for i, c := range batch {
			_, values := d.Put(w.facts, c.fact)
			rows[i] = map[string]any{"at": c.at, "properties": properties(d.Shape, values, true)}
		}
		result, err := w.tx.Run(ctx, statement, map[string]any{"rows": rows})
		if err != nil {
			return err
		}
		record, err := result.Single(ctx)
		if err != nil {
			return err
		}
		n, _ := record.Values[0].(int64)
		if err := w.count(&w.done.Changed, int(n), len(rows), "changed", d.Shape); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) removeLinks(ctx context.Context, d *diff) error {
	if d.IsNode() {
		return nil
	}
	return w.remove(ctx, d, deleteLinks)
}

func (w *writer) removeNodes(ctx context.Context, d *diff) error {
	if !d.IsNode() {
		return nil
	}
	if err := w.detach(ctx, d.remove); err != nil {
		return err
	}
	return w.remove(ctx, d, deleteNodes)
}

func (w *writer) remove(ctx context.Context, d *diff, statement string) error {
	for batch := range slices.Chunk(d.remove, w.options.Batch) {
		summary, err := consume(ctx, w.tx, statement, map[string]any{"rows": batch})
		if err != nil {
			return err
		}
		n := summary.Counters().NodesDeleted() + summary.Counters().RelationshipsDeleted()
		if err := w.count(&w.done.Deleted, n, len(batch), "deleted", d.Shape); err != nil {
			return err
		}
	}
	return nil
}

// count adds what the server says that it has done, which must be all that it
// was asked to do: somebody may have changed the database meanwhile.
func (w *writer) count(total *int, did, asked int, what string, s *model.Shape) error {
	if did != asked {
		return said.Errorf("the server %s %d of %d %s, as somebody has changed the dataset meanwhile; run it again", what, did, asked, s.Kind)
	}
	*total += did
	w.written += did
	w.progress("writing "+s.Kind, w.written, w.total)
	return nil
}

// run executes a statement whose result is of no interest.
func run(ctx context.Context, tx neo4j.ManagedTransaction, statement string, parameters map[string]any) error {
	_, err := consume(ctx, tx, statement, parameters)
	return err
}

// consume executes a statement of whose result only the summary is of interest.
func consume(ctx context.Context, tx neo4j.ManagedTransaction, statement string, parameters map[string]any) (neo4j.ResultSummary, error) {
	result, err := tx.Run(ctx, statement, parameters)
	if err != nil {
		return nil, err
	}
	return result.Consume(ctx)
}
