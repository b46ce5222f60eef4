package neo4jstore

import (
	"context"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// fate is what became of a transaction whose commit was not answered.
type fate int

const (
	unknown fate = iota
	committed
	rolledBack
)

// askFor is how long a server may take to say what became of a commit.
const askFor = 20 * time.Second

// outcome asks the server what became of the commit of a load: the load has left
// its ID on the dataset's node, or it has not. The lock on that node makes the
// question wait for a commit that is still under way. It is asked even when the
// caller has stopped, since what is said about a stopped load must be true.
func (w *writer) outcome(ctx context.Context) fate {
	if w.written == 0 {
		return rolledBack // either way no fact has changed
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), askFor)
	defer cancel()
	session := w.session(ctx, neo4j.AccessModeWrite)
	defer session.Close(ctx)
	tx, err := session.BeginTransaction(ctx)
	if err != nil {
		return unknown
	}
	defer tx.Close(ctx) // rolls back, and with it a node that the lock has made
	result, err := tx.Run(ctx, lock, map[string]any{"dataset": w.dataset})
	if err != nil {
		return unknown
	}
	record, err := result.Single(ctx)
	if err != nil {
		return unknown
	}
	if id, _ := record.Values[1].(string); id == w.id {
		return committed
	}
	return rolledBack
}
