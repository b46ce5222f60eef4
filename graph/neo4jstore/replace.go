package neo4jstore

import (
	"context"
	"crypto/rand"
	"sync"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"tasuki/graph"
	"tasuki/graph/neo4jstore/model"
	"tasuki/graph/said"
)

// Replace makes d the dataset called name, in one transaction, so that the
// database holds either what it held before or all of d, whenever the program,
// the connection or the server ends. It compares d with what is stored and
// writes the differences only, people's own changes to the facts among them;
// where nothing was committed to the database since it last did, it knows the
// answer without (see position).
// Properties that are not in the model stay on the nodes and relationships that
// stay. What bears no mark of this package stays whatever it is; a node that
// relationships of others hang on is not deleted, which is an [Attached].
//
// Replaces of the same dataset take turns. Facts are nodes and relationships,
// the dataset's own node included.
func (s *Store) Replace(ctx context.Context, name string, d graph.Dataset) (graph.Changes, error) {
	return s.ReplaceOn(ctx, name, d, Terms{})
}

// Terms say what a Replace may do to what is stored.
type Terms struct {
	// Agree, unless nil, is asked before facts are deleted, with all that would be
	// done. Where it says no, nothing is, and the error is a [Disagreed].
	Agree func(graph.Changes) bool

	// Detach allows to delete the relationships of others with the nodes that they
	// hang on.
	Detach bool
}

// Disagreed is the error of a Replace that would delete facts and was not allowed
// to.
type Disagreed struct{ Would graph.Changes }

// Error says what would be done.
func (d *Disagreed) Error() string { return d.message().Error() }

// In says it in another form.
func (d *Disagreed) In(form func(string) string) string { return said.In(d.message(), form) }

func (d *Disagreed) message() error {
	if d.Would.Observed > 0 {
		return said.Errorf("it would delete %d facts of what is stored under that name (create %d, change %d), and with them %d relationships that observations have left", d.Would.Deleted, d.Would.Created, d.Would.Changed, d.Would.Observed)
	}
	return said.Errorf("it would delete %d facts of what is stored under that name (create %d, change %d)", d.Would.Deleted, d.Would.Created, d.Would.Changed)
}

// ReplaceOn is Replace on some terms.
func (s *Store) ReplaceOn(ctx context.Context, name string, d graph.Dataset, t Terms) (graph.Changes, error) {
	done, err := s.replace(ctx, name, d, t)
	if err != nil {
		return graph.Changes{}, said.Errorf("loading dataset %q into %s: %w", name, s.at, err)
	}
	return done, nil
}

func (s *Store) replace(ctx context.Context, name string, d graph.Dataset, t Terms) (graph.Changes, error) {
	if name == "" {
		return graph.Changes{}, said.New("a dataset in a database needs a name; add #NAME to the address")
	}
	f, err := model.Take(d)
	if err != nil {
		return graph.Changes{}, unchanged(err)
	}
	// Hashing takes a second per million facts; the server is asked meanwhile.
	hash := sync.OnceValues(func() (string, error) { return graph.Hash(d) })
	go hash()
	defer hash() // which ends before d is the caller's again
	if same, err := s.standsAt(ctx, name, hash); same || err != nil {
		return graph.Changes{}, unchanged(explain(ctx, err))
	}
	if err := s.ensureSchema(ctx); err != nil {
		return graph.Changes{}, unchanged(said.Errorf("creating constraints and indexes: %w", explain(ctx, err)))
	}
	if err := s.adopt(ctx, name); err != nil {
		return graph.Changes{}, unchanged(explain(ctx, err))
	}
	w := &writer{Store: s, dataset: name, facts: f, hash: hash, terms: t, id: rand.Text()}
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer session.Close(context.WithoutCancel(ctx))
	_, err = session.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		w.tx, w.at, w.state = tx, places{}, state{}
		return nil, w.final(w.replace(ctx))
	}, neo4j.WithTxMetadata(map[string]any{"tasuki": "load " + name}))
	if err != nil && w.open(err) {
		switch w.outcome(ctx) {
		case committed:
			return w.done, nil
		case rolledBack:
			w.committing = false
		}
	}
	return w.done, w.explain(ctx, err)
}

// unchanged adds to an error from before the first change that there was none.
func unchanged(err error) error {
	if err == nil {
		return nil
	}
	return said.Errorf("%w; nothing was changed", err)
}

// standsAt reports whether the facts of a dataset are known to have a content
// hash without reading them.
func (s *Store) standsAt(ctx context.Context, name string, hash func() (string, error)) (bool, error) {
	p, err := s.position(ctx, name)
	if err != nil || !p.holds(s.model) {
		return false, err
	}
	content, err := hash()
	return err == nil && content == p.content, err
}

// writer replaces a dataset within a transaction, which the driver may begin
// anew.
type writer struct {
	*Store
	dataset string
	facts   *model.Facts
	hash    func() (string, error)
	terms   Terms
	id      string // of this load alone

	tx neo4j.ManagedTransaction
	at places
	state
}

type state struct {
	done           graph.Changes
	written, total int  // facts
	committing     bool // all is written, and only the commit is left
}

func (w *writer) replace(ctx context.Context) error {
	node, isNew, err := w.lock(ctx)
	if err != nil {
		return err
	}
	start, err := w.position(ctx, w.dataset)
	if err != nil {
		return err
	}
	diffs, err := w.compare(ctx, start)
	if err != nil {
		return err
	}
	if isNew {
		// Only this transaction sees the dataset's node yet. It has no properties.
		diffs[0].create, diffs[0].change = nil, []change{{node, 0}}
	}
	would, err := w.would(ctx, diffs)
	if err != nil {
		return err
	}
	if would.Deleted > 0 && w.terms.Agree != nil && !w.terms.Agree(would) {
		return &Disagreed{would}
	}
	w.done.Observed = would.Observed
	for _, step := range []func(context.Context, *diff) error{w.create, w.change, w.removeLinks, w.removeNodes} {
		for _, d := range diffs {
			if err := step(ctx, d); err != nil {
				return err
			}
		}
	}
	if isNew {
		// The node was created, and filling it in was no change.
		w.done.Created++
		w.done.Changed--
	}
	if w.written > 0 {
		if err := run(ctx, w.tx, setLoad, map[string]any{"dataset": w.dataset, "load": w.id}); err != nil {
			return err
		}
	}
	hash, err := w.hash()
	if err != nil {
		return err
	}
	if verified := start.next(w.model); verified != nil || hash != start.content {
		if err := run(ctx, w.tx, setContent, map[string]any{"dataset": w.dataset, "content": hash, "verified": verified}); err != nil {
			return err
		}
	}
	w.committing = true
	w.progress("committing", w.written, w.total)
	return nil
}

// compare compares the facts with the database. Only the transaction that holds
// the lock writes to the dataset, so that others can read it at the same time.
func (w *writer) compare(ctx context.Context, start position) ([]*diff, error) {
	diffs, at := make([]*diff, len(w.shapes)), make([]map[string]string, len(w.shapes))
	err := w.readAll(ctx, "comparing", false, start.bookmarks, func(ctx context.Context, i int, tx neo4j.ManagedTransaction) (err error) {
		at[i] = map[string]string{}
		diffs[i], err = compareShape(ctx, tx, w.shapes[i], w.dataset, w.facts, at[i])
		return err
	})
	if err != nil {
		return nil, err
	}
	for i, d := range diffs {
		w.total += d.size()
		if d.IsNode() {
			w.at[d.Kind] = at[i]
		}
	}
	return diffs, nil
}

// would counts what the differences come to.
func (w *writer) would(ctx context.Context, diffs []*diff) (c graph.Changes, err error) {
	var nodes []string
	for _, d := range diffs {
		c.Created += len(d.create)
		c.Changed += len(d.change)
		c.Deleted += len(d.remove)
		if d.IsNode() {
			nodes = append(nodes, d.remove...)
		}
	}
	if len(nodes) == 0 {
		return c, nil
	}
	records, err := collect(ctx, w.tx, countSeen, map[string]any{"rows": nodes, "dataset": w.dataset})
	if err != nil {
		return c, err
	}
	n, _ := records[0].Values[0].(int64)
	c.Observed = int(n)
	return c, nil
}

// detach makes nodes ready to be deleted.
func (w *writer) detach(ctx context.Context, nodes []string) error {
	return detachable(ctx, w.tx, w.dataset, nodes, w.terms.Detach)
}

// lock waits for other writers of the dataset. It returns its node's element ID,
// and whether it has just created that node.
func (w *writer) lock(ctx context.Context) (node string, isNew bool, err error) {
	result, err := w.tx.Run(ctx, lock, map[string]any{"dataset": w.dataset})
	if err != nil {
		return "", false, err
	}
	record, err := result.Single(ctx)
	if err != nil {
		return "", false, err
	}
	node, _ = record.Values[0].(string)
	summary, err := result.Consume(ctx)
	if err != nil {
		return "", false, err
	}
	return node, summary.Counters().NodesCreated() > 0, nil
}
