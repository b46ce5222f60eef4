package neo4jstore

import (
	"context"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// The types of what package observed leaves beside the facts of a dataset. They bear its
// mark, and are no facts: no load compares or counts them, and they go with the nodes that they
// join.
const (
	countSeen = `
UNWIND $rows AS at
MATCH (n) WHERE elementId(n) = at
MATCH (n)-[r:OBSERVED_HANDOFF|UNOBSERVED_HANDOFF|OBSERVED_HANDOVER|PERFORMED {tasuki: $dataset}]-()
RETURN count(DISTINCT r)`

	dropSeen = `
UNWIND $rows AS at
MATCH (n) WHERE elementId(n) = at
MATCH (n)-[r:OBSERVED_HANDOFF|UNOBSERVED_HANDOFF|OBSERVED_HANDOVER|PERFORMED {tasuki: $dataset}]-()
WITH DISTINCT r
DELETE r`
)

// seenAt counts what logs have left at nodes of a dataset.
func seenAt(ctx context.Context, tx neo4j.ManagedTransaction, dataset string, nodes []string) (int, error) {
	if len(nodes) == 0 {
		return 0, nil
	}
	records, err := collect(ctx, tx, countSeen, map[string]any{"rows": nodes, "dataset": dataset})
	if err != nil {
		return 0, err
	}
	n, _ := records[0].Values[0].(int64)
	return int(n), nil
}
