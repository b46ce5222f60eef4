// Package gds has a server compute on graphs with Neo4j's Graph Data Science library.
package gds

import (
	"context"
	"crypto/rand"
	"errors"
	"slices"
	"sync"
	"time"

	"tasuki/graph/neo4jstore"
	"tasuki/graph/said"
)

// Engine computes on graphs with the Graph Data Science library of a server. Each
// computation projects its graph there, from pairs of numbers, so that it is on the graph
// that was asked for whatever others write to the database, and drops the projection in
// any case. It is for one command: its context ends what it does.
type Engine struct {
	store   *neo4jstore.Store
	ctx     context.Context
	version string
	memory  int64
	busy    sync.Mutex // held while there is a projection
}

// NoEngine is the error of a server without the library, or on which the user may not
// call it.
type NoEngine struct{ Cause error } // what the server says

// Error says what the server lacks.
func (n *NoEngine) Error() string { return n.message().Error() }

// In says it in another form.
func (n *NoEngine) In(form func(string) string) string { return said.In(n.message(), form) }

func (n *NoEngine) message() error {
	return said.Errorf("the server has no Graph Data Science library that this user may call: %w", n.Cause)
}

// Unwrap returns what the server says.
func (n *NoEngine) Unwrap() error { return n.Cause }

// TooLarge is the error of a computation that the server would need more memory for than
// it may take.
type TooLarge struct{ Needs, Allowed int64 } // bytes

// Error says how much, and what can be done.
func (l *TooLarge) Error() string { return l.message().Error() }

// In says it in another form.
func (l *TooLarge) In(form func(string) string) string { return said.In(l.message(), form) }

func (l *TooLarge) message() error {
	return said.Errorf("the server would need up to %d KiB for it, and may take %d KiB: allow more with --engine-memory, as far as the server has it", (l.Needs+1<<10-1)>>10, l.Allowed>>10)
}

// The statements of the engine. Pairs and names are parameters.
const (
	engineVersion = `RETURN gds.version() AS version`

	// Estimates are of a graph of so many nodes and relationships, and read none.
	estimate = `
CALL gds.graph.project.estimate("*", "*", {nodeCount: $nodes, relationshipCount: $links}) YIELD bytesMax AS graph
CALL gds.betweenness.stream.estimate({nodeCount: $nodes, relationshipCount: $links, nodeProjection: "*", relationshipProjection: "*"}, {}) YIELD bytesMax AS ways
RETURN graph + ways`

	project = `
UNWIND $edges AS e
WITH gds.graph.project($graph, e[0], e[1], {}, {undirectedRelationshipTypes: $undirected}) AS g
RETURN g.nodeCount`

	streamBetweenness = `
CALL gds.betweenness.stream($graph) YIELD nodeId, score
RETURN nodeId, score`

	streamPoints = `
CALL gds.articulationPoints.stream($graph) YIELD nodeId
RETURN nodeId, 0.0`

	streamBridges = `
CALL gds.bridges.stream($graph) YIELD from, to
RETURN from, to`

	dropGraph = `
CALL gds.graph.drop($graph, false) YIELD graphName
RETURN graphName`
)

// Open returns the engine of a server, which may take so much of its memory, in bytes.
// Its error is a [NoEngine] where there is none.
func Open(ctx context.Context, s *neo4jstore.Store, memory int64) (*Engine, error) {
	return open(ctx, s, memory, engineVersion)
}

func open(ctx context.Context, s *neo4jstore.Store, memory int64, version string) (*Engine, error) {
	e := &Engine{store: s, ctx: ctx, memory: memory}
	err := s.Ask(ctx, version, nil, func(row []any) { e.version, _ = row[0].(string) })
	if neo4jstore.Denied(err) {
		return nil, &NoEngine{err}
	}
	if err != nil {
		return nil, said.Errorf("asking for the Graph Data Science library: %w", err)
	}
	return e, nil
}

// Close waits until the projection, if there is one, has been dropped. After the end of the
// context there will be no other.
func (e *Engine) Close() {
	e.busy.Lock()
	defer e.busy.Unlock()
}

// Name names the library and its version.
func (e *Engine) Name() string { return "Neo4j GDS " + e.version }

// Betweenness returns that of the vertices 0 to n-1, on directed edges, by Brandes'
// algorithm: the sum over ordered pairs of others of the share of shortest ways that pass
// the vertex. The library counts ways in whole numbers of 64 bits: where there are more
// between two vertices, values are wrong, and nothing shows it.
func (e *Engine) Betweenness(n int, edges [][2]int) ([]float64, error) {
	values := make([]float64, n)
	err := e.on(edges, false, streamBetweenness, func(row []any) {
		v, _ := row[0].(int64)
		values[v], _ = row[1].(float64)
	})
	return values, err
}

// Separate returns the articulation points and the bridges of undirected edges, each
// bridge the smaller vertex first.
func (e *Engine) Separate(_ int, edges [][2]int) (points []int, bridges [][2]int, err error) {
	err = e.on(edges, true, streamPoints, func(row []any) {
		v, _ := row[0].(int64)
		points = append(points, int(v))
	})
	if err != nil {
		return nil, nil, err
	}
	err = e.on(edges, true, streamBridges, func(row []any) {
		from, _ := row[0].(int64)
		to, _ := row[1].(int64)
		bridges = append(bridges, [2]int{int(min(from, to)), int(max(from, to))})
	})
	return points, bridges, err
}

// on projects a graph, has the server compute on it, and drops it. Each is asked of the
// member that writes, since a projection is in the memory of one member.
func (e *Engine) on(edges [][2]int, undirected bool, statement string, yield func([]any)) (err error) {
	if len(edges) == 0 {
		return nil
	}
	e.busy.Lock()
	defer e.busy.Unlock()
	if err := e.fits(edges, undirected); err != nil {
		return err
	}
	name := "tasuki-" + rand.Text()
	defer func() { err = errors.Join(err, e.drop(name)) }()
	types := []string{}
	if undirected {
		types = append(types, "*")
	}
	err = e.store.Ask(e.ctx, project, map[string]any{"graph": name, "edges": rows(edges), "undirected": types}, func([]any) {})
	if err != nil {
		return said.Errorf("projecting a graph of %d relationships: %w", len(edges), err)
	}
	if err := e.store.Ask(e.ctx, statement, map[string]any{"graph": name}, yield); err != nil {
		return said.Errorf("computing by %s: %w", e.Name(), err)
	}
	return nil
}

// rows returns edges as parameters.
func rows(edges [][2]int) []any {
	list := make([]any, len(edges))
	for i, edge := range edges {
		list[i] = []any{edge[0], edge[1]}
	}
	return list
}

// fits returns a [TooLarge] where the server estimates that it needs too much.
func (e *Engine) fits(edges [][2]int, undirected bool) error {
	vertices := make([]int, 0, 2*len(edges))
	for _, edge := range edges {
		vertices = append(vertices, edge[0], edge[1])
	}
	slices.Sort(vertices)
	links := len(edges)
	if undirected {
		links *= 2
	}
	var needs int64
	err := e.store.Ask(e.ctx, estimate, map[string]any{"nodes": len(slices.Compact(vertices)), "links": links}, func(row []any) { needs, _ = row[0].(int64) })
	switch {
	case err != nil:
		return said.Errorf("asking how much memory %s needs: %w", e.Name(), err)
	case needs > e.memory:
		return &TooLarge{needs, e.memory}
	}
	return nil
}

// drop drops a projection, also when the command has been stopped.
func (e *Engine) drop(name string) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(e.ctx), 10*time.Second)
	defer cancel()
	if err := e.store.Ask(ctx, dropGraph, map[string]any{"graph": name}, func([]any) {}); err != nil {
		return said.Errorf("dropping the projection %q: %w; CALL gds.graph.drop does it", name, err)
	}
	return nil
}
