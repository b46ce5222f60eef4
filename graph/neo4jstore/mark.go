package neo4jstore

import (
	"context"
	"strconv"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"tasuki/graph/said"
)

// Attached is the error of removing nodes on which relationships of others hang:
// they would go with the nodes.
type Attached struct {
	Count int
	First []string // some of them, in Cypher
}

// Error says what hangs on the nodes, and what can be done.
func (a *Attached) Error() string { return a.message().Error() }

// In says it in another form.
func (a *Attached) In(form func(string) string) string { return said.In(a.message(), form) }

func (a *Attached) message() error {
	more := ""
	if a.Count > len(a.First) {
		more = ", ..."
	}
	return said.Errorf("%d relationships of other applications hang on nodes that would go, and would go with them (%s%s): delete them there, or allow it with --detach-foreign",
		a.Count, strings.Join(a.First, ", "), more)
}

// attached finds what still hangs on nodes once the dataset's own relationships
// are gone.
const attached = `
UNWIND $rows AS at
MATCH (n) WHERE elementId(n) = at
MATCH (n)-[r]-()
WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b
ORDER BY type(r), a.id, b.id
WITH count(*) AS found,
  collect(DISTINCT "(:" + coalesce(head(labels(a)), "") + coalesce(" " + toStringOrNull(a.id), "") + ")-[:" + type(r) + "]->(:" + coalesce(head(labels(b)), "") + coalesce(" " + toStringOrNull(b.id), "") + ")")[..5] AS first
WHERE found > 0
RETURN found, first`

const detachNodes = `
UNWIND $rows AS at
MATCH (n) WHERE elementId(n) = at
MATCH (n)-[r]-()
DELETE r`

// detachable makes sure that nothing hangs on the nodes of a dataset at some element IDs: what
// logs have left there it deletes, and what others have where that is allowed; otherwise it says what it is.
func detachable(ctx context.Context, tx neo4j.ManagedTransaction, dataset string, nodes []string, allowed bool) error {
	if len(nodes) == 0 {
		return nil
	}
	if err := run(ctx, tx, dropSeen, map[string]any{"rows": nodes, "dataset": dataset}); err != nil {
		return err
	}
	parameters := map[string]any{"rows": nodes}
	if allowed {
		return run(ctx, tx, detachNodes, parameters)
	}
	records, err := collect(ctx, tx, attached, parameters)
	if err != nil || len(records) == 0 {
		return err
	}
	a := &Attached{}
	found, _ := records[0].Values[0].(int64)
	a.Count = int(found)
	first, _ := records[0].Values[1].([]any)
	for _, v := range first {
		if s, ok := v.(string); ok {
			// Others name their labels as they like, control characters included.
			a.First = append(a.First, strings.Trim(strconv.Quote(s), `"`))
		}
	}
	return a
}

// collect runs a statement and returns all of its answer.
func collect(ctx context.Context, tx neo4j.ManagedTransaction, statement string, parameters map[string]any) ([]*neo4j.Record, error) {
	result, err := tx.Run(ctx, statement, parameters)
	if err != nil {
		return nil, err
	}
	return result.Collect(ctx)
}
