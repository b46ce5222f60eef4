package neo4jstore

import (
	"context"
	"fmt"
	"io/fs"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"tasuki/graph/likeness"
	"tasuki/graph/said"
)

// Absent is the error of asking for a dataset that a database does not hold. It
// wraps fs.ErrNotExist.
type Absent struct {
	Name    string
	There   []string // what it holds, the most similar name first
	Earlier bool     // the dataset is there, from a version that did not mark what it wrote
}

// Error says what is there instead.
func (a *Absent) Error() string { return a.message().Error() }

// In says it in another form.
func (a *Absent) In(form func(string) string) string { return said.In(a.message(), form) }

func (a *Absent) message() error {
	if a.Earlier {
		return said.Errorf("dataset %q was stored by an earlier version, which did not mark what is its own: load it again with tasuki load", a.Name)
	}
	return said.Errorf("there is no dataset %q (%v); %w", a.Name, fs.ErrNotExist, offer(a.There))
}

// Unwrap returns fs.ErrNotExist.
func (a *Absent) Unwrap() error { return fs.ErrNotExist }

// offered is how many names a message lists.
const offered = 10

// Offer says in a message which datasets there are.
func Offer(names []string) string { return offer(names).Error() }

func offer(names []string) error {
	if len(names) == 0 {
		return said.New("the database holds none; tasuki load puts one there")
	}
	quoted := make([]string, 0, offered)
	for _, n := range names[:min(len(names), offered)] {
		quoted = append(quoted, fmt.Sprintf("%q", n))
	}
	list := strings.Join(quoted, ", ")
	if more := len(names) - len(quoted); more > 0 {
		return said.Errorf("the database holds %s and %d more, which tasuki datasets lists", list, more)
	}
	return said.Errorf("the database holds %s", list)
}

// Check returns an [Absent] unless the database holds a dataset called name.
func (s *Store) Check(ctx context.Context, name string) error {
	session := s.session(ctx, neo4j.AccessModeRead)
	defer session.Close(context.WithoutCancel(ctx))
	_, err := session.ExecuteRead(ctx, func(tx neo4j.ManagedTransaction) (any, error) { return contentOf(ctx, tx, name) })
	if err != nil {
		return said.Errorf("looking for dataset %q at %s: %w", name, s.at, explain(ctx, err))
	}
	return nil
}

// Names returns the names of all datasets, those most similar to name first.
func (s *Store) Names(ctx context.Context, name string) ([]string, error) {
	session := s.session(ctx, neo4j.AccessModeRead)
	defer session.Close(context.WithoutCancel(ctx))
	names, err := neo4j.ExecuteRead(ctx, session, func(tx neo4j.ManagedTransaction) ([]string, error) { return namesIn(ctx, tx, name) })
	if err != nil {
		return nil, said.Errorf("listing the datasets at %s: %w", s.at, explain(ctx, err))
	}
	return names, nil
}

const getNames = `
MATCH (d:Dataset)
WHERE d.tasuki IS NOT NULL
RETURN d.tasuki AS name
ORDER BY name`

func namesIn(ctx context.Context, tx neo4j.ManagedTransaction, name string) ([]string, error) {
	records, err := collect(ctx, tx, getNames, nil)
	if err != nil {
		return nil, err
	}
	names := make([]string, 0, len(records))
	for _, r := range records {
		if s, ok := r.Values[0].(string); ok {
			names = append(names, s)
		}
	}
	return likeness.Order(name, names), nil
}

// absent returns the error for a dataset that is not there.
func absent(ctx context.Context, tx neo4j.ManagedTransaction, name string) error {
	records, err := collect(ctx, tx, hasUnmarked, map[string]any{"dataset": name})
	if err != nil {
		return err
	}
	names, err := namesIn(ctx, tx, name)
	if err != nil {
		return err
	}
	return &Absent{Name: name, There: names, Earlier: len(records) > 0}
}
