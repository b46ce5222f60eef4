package bottleneck

import (
	"errors"
	"math"
	"strconv"

	"tasuki/analysis/network"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// Engine computes on graphs elsewhere, such as in a database. A graph has the
// vertices 0 to n-1 and distinct edges without loops.
type Engine interface {
	// Name names what computes, with its version.
	Name() string

	// Betweenness returns that of each vertex, as [Centrality.Value] defines it, on the
	// directed edges, each of length 1. Between no two vertices there are more shortest ways
	// than [MostWays].
	Betweenness(n int, edges [][2]int) ([]float64, error)

	// Separate returns the articulation points, and the bridges, of undirected edges, each
	// the smaller vertex first, in no order.
	Separate(n int, edges [][2]int) (points []int, bridges [][2]int, err error)
}

// Served is what an engine has computed besides.
type Served struct {
	Engine             string      `json:"engine"`              // its name and version
	ArticulationPoints []string    `json:"articulation_points"` // tasks without which those that handoffs connect, either way, fall apart; by ID
	Bridges            [][2]string `json:"bridges"`             // pairs of tasks whose handoffs, in either direction, are all that connects two parts; by ID
}

// ErrBeyond is the error of an engine that cannot compute what is asked for where
// [Bottlenecks] can.
var ErrBeyond = errors.New("beyond the engine")

// MostWays is how many shortest ways between two vertices an engine has to be able to
// count: it may do so in whole numbers of 64 bits, whose overflow nothing shows.
const MostWays = 1 << 62

// BottlenecksBy returns the ranking of [Bottlenecks] with the betweenness by steps that an
// engine computes, by the same definitions on the same graphs, and what falls apart
// without one task. That by lengths is computed here: nothing bounds how many of its ways
// are equally short. Where there may be more shortest ways than [MostWays], the error is
// ErrBeyond. Values are rounded to 12 significant digits, since an engine that adds in
// parallel does not always add in the same order. The betweenness of handoffs,
// and that of handovers by steps, is left out: TaskHandoffs is empty. Of the options it takes TimingWeights.
// Its other errors are those of the engine. Besides the engine, and lengths, it takes the
// time of [network.WaysBound], and in proportion to the chains of four tasks.
func BottlenecksBy(e Engine, g *graph.Graph, o rules.Options) (Bottleneck, error) {
	o.BetweennessError = 0
	m := &measure{engine: e}
	b, tasks := bottlenecks(g, o, m)
	if m.err != nil {
		return Bottleneck{}, m.err
	}
	b.Served = &Served{Engine: e.Name(), ArticulationPoints: []string{}, Bridges: [][2]string{}}
	points, bridges, err := e.Separate(tasks.graph.Len(), undirected(tasks.graph))
	if err != nil {
		return Bottleneck{}, err
	}
	cut := make([]bool, len(tasks.ids))
	for _, v := range points {
		cut[v] = true
	}
	for v, id := range tasks.ids {
		if cut[v] {
			b.Served.ArticulationPoints = append(b.Served.ArticulationPoints, id)
		}
	}
	for _, ends := range network.New(tasks.graph.Len(), bridges).Edges() {
		b.Served.Bridges = append(b.Served.Bridges, [2]string{tasks.ids[ends[0]], tasks.ids[ends[1]]})
	}
	return b, nil
}

// undirected returns the pairs of vertices that an edge joins, the smaller first.
func undirected(d *network.Graph) [][2]int {
	var pairs [][2]int
	for _, e := range d.Edges() {
		if e[0] < e[1] || !d.Has(e[1], e[0]) {
			pairs = append(pairs, [2]int{min(e[0], e[1]), max(e[0], e[1])})
		}
	}
	return pairs
}

// measure computes betweenness here, or by an engine.
type measure struct {
	engine Engine // nil: here
	err    error  // the engine's first
}

// centralities is the function of that name, or what the engine says, which knows no
// edges.
func (m *measure) centralities(d *network.Graph, lengths []float64) (vertices, edges []Centrality, ok bool) {
	if m.engine == nil || lengths != nil {
		return centralities(d, lengths)
	}
	if m.err != nil {
		return nil, nil, false
	}
	if network.WaysBound(d) > MostWays {
		m.err = ErrBeyond
		return nil, nil, false
	}
	n := d.Len()
	values, err := m.engine.Betweenness(n, d.Edges())
	if err != nil {
		m.err = err
		return nil, nil, false
	}
	for i, v := range values {
		if math.IsNaN(v) || math.IsInf(v, 0) || v < 0 {
			m.err = ErrBeyond
			return nil, nil, false
		}
		values[i], _ = strconv.ParseFloat(strconv.FormatFloat(v, 'g', 12, 64), 64)
	}
	return normalized(values, (n-1)*(n-2)), nil, true
}
