package observe

import (
	"cmp"
	"context"
	"errors"
	"fmt"

	"tasuki/analysis/exact"
	"tasuki/analysis/logpass"
	"tasuki/analysis/network"
)

// networkResult returns the graph of organizations by the handoffs that were seen, beside
// the declared one.
func (c *Collector) networkResult() Network {
	orgs := c.plan.g.Organizations()
	r := Network{Organizations: []NetworkOrganization{}, Edges: []NetworkEdge{}, Within: c.within, Unknown: c.unknown}
	declared := c.plan.exchange()
	order := c.edges.Sorted()
	list := make([][2]int, len(order))
	in, out := make([]int, len(orgs)), make([]int, len(orgs))
	lengths := make([]float64, len(order))
	for n, i := range order {
		from, to, s := int(c.edges.Keys()[i][0]), int(c.edges.Keys()[i][1]), c.passed[i]
		list[n], lengths[n] = [2]int{from, to}, 1/float64(s.count)
		out[from] += s.count
		in[to] += s.count
		r.Edges = append(r.Edges, NetworkEdge{orgs[from].ID, orgs[to].ID, s.count, s.cases, declared.Has(from, to), s.wait.result()})
	}
	// Edges stand in the order of lengths, because both are by their ends.
	seen := network.New(len(orgs), list)
	plain, weighted, planned := betweenness(seen, nil), betweenness(seen, lengths), betweenness(declared, nil)
	ranks, declaredRanks := ranked(len(orgs), weighted, in, out), ranked(len(orgs), planned, nil, nil)
	apart, apartDeclared := network.Separate(seen), network.Separate(declared)
	single, singleDeclared := points(apart, len(orgs)), points(apartDeclared, len(orgs))
	for v, o := range orgs {
		if in[v]+out[v] == 0 && c.performed.events(v) == 0 && len(declared.Next(v))+len(declared.Prev(v)) == 0 {
			continue
		}
		r.Organizations = append(r.Organizations, NetworkOrganization{
			Organization: o.ID, In: in[v], Out: out[v], Betweenness: plain.of(v), WeightedBetweenness: weighted.of(v), Rank: ranks[v],
			Articulation: single[v], DeclaredBetweenness: planned.of(v), DeclaredRank: declaredRanks[v], DeclaredArticulation: singleDeclared[v],
		})
	}
	r.Bridges, r.DeclaredBridges = c.bridges(apart), c.bridges(apartDeclared)
	return r
}

// exchange returns the declared graph of organizations: an edge from each lead of a task to
// each lead of a task that it hands on to.
func (p *plan) exchange() *network.Graph {
	var met logpass.Pairs
	var list [][2]int
	for _, k := range p.pairs.Keys() {
		for _, a := range p.g.Leads(int(k[0])) {
			for _, b := range p.g.Leads(int(k[1])) {
				if _, isNew := met.Index(uint32(a), uint32(b)); isNew && a != b {
					list = append(list, [2]int{a, b})
				}
			}
		}
	}
	return network.New(len(p.g.Organizations()), list)
}

// figures are a betweenness by vertex; nil where shortest ways cannot be counted.
type figures []float64

func (f figures) of(v int) *float64 {
	if f == nil {
		return nil
	}
	return &f[v]
}

func betweenness(g *network.Graph, lengths []float64) figures {
	values, err := network.Betweenness(context.Background(), g, lengths)
	if errors.Is(err, network.ErrUncounted) {
		return nil
	}
	if err != nil {
		panic(fmt.Sprintf("betweenness of %d organizations: %v", g.Len(), err))
	}
	return exact.Settled(values)
}

// ranked returns the ranks of n organizations by betweenness, then by what comes in and
// goes out: 0 where the betweenness is not known.
func ranked(n int, f figures, in, out []int) []int {
	if f == nil {
		return make([]int, n)
	}
	type figure struct {
		between float64
		through int
	}
	list := make([]figure, len(f))
	for v := range list {
		list[v].between = f[v]
		if in != nil {
			list[v].through = in[v] + out[v]
		}
	}
	return exact.Ranks(list, func(a, b figure) int {
		return cmp.Or(cmp.Compare(a.between, b.between), cmp.Compare(a.through, b.through))
	})
}

// points returns which vertices are articulation points.
func points(s network.Separation, n int) []bool {
	list := make([]bool, n)
	for _, p := range s.Points {
		list[p.Vertex] = true
	}
	return list
}

func (c *Collector) bridges(s network.Separation) []NamePair {
	list := []NamePair{}
	orgs := c.plan.g.Organizations()
	for _, b := range s.Bridges {
		list = append(list, NamePair{orgs[b.Ends[0]].ID, orgs[b.Ends[1]].ID})
	}
	return list
}

// events returns whether an organization has events, as their number of cases.
func (p *performed) events(org int) int {
	if p.cases == nil {
		return 0
	}
	return p.cases[org]
}
