package neo4jstore

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
