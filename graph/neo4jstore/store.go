package neo4jstore

import (
	"context"
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/notifications"

	"tasuki/graph/neo4jstore/model"
	"tasuki/graph/said"
)

// Store keeps datasets in a Neo4j database. It may be used by several
// goroutines at once.
type Store struct {
	driver   neo4j.DriverWithContext
	database string
	at       string // the server, for messages
	shapes   []*model.Shape
	model    string // names what shapes are
	options  Options
	telling  sync.Mutex // held during a call of options.Progress
}

// Options say how a Store works.
type Options struct {
	// Progress, unless nil, is called now and then with what is being done and
	// how much of it is, one call at a time.
	Progress func(doing string, done, total int)

	// Batch is how many facts one statement writes. Default: 10,000.
	Batch int

	// ConnectTimeout is how long a server may take to take a connection, and
	// Open's login after that. Default: 5 s.
	ConnectTimeout time.Duration
}

// Open connects to the server at a and checks that it answers and takes the
// login. The caller closes the store.
func Open(ctx context.Context, a Address, l Login, o Options) (*Store, error) {
	if o.Batch <= 0 {
		o.Batch = 10_000
	}
	if o.ConnectTimeout <= 0 {
		o.ConnectTimeout = 5 * time.Second
	}
	driver, err := neo4j.NewDriverWithContext(a.URI, neo4j.BasicAuth(l.User, l.Password, ""), func(c *config.Config) {
		c.SocketConnectTimeout = o.ConnectTimeout
		c.ConnectionAcquisitionTimeout = o.ConnectTimeout + 25*time.Second
		c.MaxTransactionRetryTime = 15 * time.Second
		c.FetchSize = 200
		c.TelemetryDisabled = true
		c.NotificationsMinSeverity = notifications.DisabledLevel
		c.UserAgent = "tasuki"
	})
	if err != nil {
		return nil, said.Errorf("connecting to %s: %w", a.URI, err)
	}
	s := &Store{driver: driver, database: a.Database, at: a.URI, shapes: model.Shapes(), options: o}
	s.model = model.Hash(s.shapes)
	limited, cancel := context.WithTimeout(ctx, 2*o.ConnectTimeout)
	defer cancel()
	err = driver.VerifyConnectivity(limited)
	switch {
	case err == nil:
		return s, nil
	case limited.Err() != nil && ctx.Err() == nil:
		err = diagnose(ctx, a.URI, o.ConnectTimeout, said.Errorf("waited %v", 2*o.ConnectTimeout))
	case ctx.Err() == nil && !isServerError(err):
		err = diagnose(ctx, a.URI, o.ConnectTimeout, err)
	default:
		err = explain(ctx, err)
	}
	driver.Close(context.WithoutCancel(ctx))
	return nil, said.Errorf("connecting to %s as %s: %w", a.URI, l.User, err)
}

// Close ends all connections.
func (s *Store) Close(ctx context.Context) error { return s.driver.Close(ctx) }

func (s *Store) session(ctx context.Context, mode neo4j.AccessMode) neo4j.SessionWithContext {
	return s.driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: mode, DatabaseName: s.database})
}

func (s *Store) progress(doing string, done, total int) {
	if s.options.Progress != nil {
		s.telling.Lock()
		defer s.telling.Unlock()
		s.options.Progress(doing, done, total)
	}
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
