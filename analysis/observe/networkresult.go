package observe

// Network is the graph of the organizations between which work was seen to pass: an edge
// from the organization of the first event of a seen handoff to that of the second,
// declared or not, where both are known and differ. The declared graph beside it has an
// edge from each lead of From to each lead of To of every declared handoff.
type Network struct {
	Organizations   []NetworkOrganization `json:"organizations"` // with an event or a declared handoff, by ID
	Edges           []NetworkEdge         `json:"edges"`         // by From, then To
	Within          int                   `json:"within"`        // seen handoffs that stay with one organization
	Unknown         int                   `json:"unknown"`       // seen handoffs of which an end is tied to no organization
	Bridges         []NamePair            `json:"bridges"`       // of the observed graph without directions, From before To by ID
	DeclaredBridges []NamePair            `json:"declared_bridges"`
}

// NetworkOrganization holds the measures of an organization in both graphs. Betweenness is
// the sum over ordered pairs of others of the share of shortest ways through it; by length,
// the length of an edge is 1 / its count, so that busy edges are short. A
// betweenness is nil, and its rank 0, where there are too many shortest ways to count. A SPOF is an
// articulation point: without it the graph without directions falls into more parts.
type NetworkOrganization struct {
	Organization         string   `json:"organization"`
	In                   int      `json:"in"`  // seen handoffs from others
	Out                  int      `json:"out"` // to others
	Betweenness          *float64 `json:"betweenness"`
	WeightedBetweenness  *float64 `json:"weighted_betweenness"`
	Rank                 int      `json:"rank"` // by WeightedBetweenness, then In + Out; from 1, equals share one
	Articulation         bool     `json:"articulation"`
	DeclaredBetweenness  *float64 `json:"declared_betweenness"`
	DeclaredRank         int      `json:"declared_rank"` // by DeclaredBetweenness
	DeclaredArticulation bool     `json:"declared_articulation"`
}

// NetworkEdge is the work that was seen to pass from an organization to another.
type NetworkEdge struct {
	From     string `json:"from"`
	To       string `json:"to"`
	Count    int    `json:"count"`    // seen handoffs
	Cases    int    `json:"cases"`    // with at least one
	Declared bool   `json:"declared"` // the declared graph has the edge
	Wait     Wait   `json:"wait"`
}
