package register

import (
	"slices"

	"tasuki/analysis/criticality"
	"tasuki/graph"
)

// subjects are the rows of the templates before they are written.
type subjects struct {
	g            *graph.Graph
	ranks        []int
	providers    []int // organizations of kind vendor or incumbent
	listed       []int // they and those at the top of their groups
	critical     []int // providers that lead a task of a critical or important flow
	entity       string
	unknownKinds []string
	mayCount     []string
}

// subject is the organization or the flow of a row.
type subject struct{ org, flow int }

func newSubjects(g *graph.Graph) *subjects {
	s := &subjects{g: g, ranks: graph.Ranks(g.Dataset())}
	clients := 0
	for i, o := range g.Organizations() {
		switch o.Kind {
		case graph.Vendor, graph.Incumbent:
			s.providers = append(s.providers, i)
			s.listed = append(s.listed, i, g.Root(i))
		case graph.Client:
			clients++
			s.entity = o.LEI
		}
	}
	if clients != 1 { // whose function a flow is, is not said
		s.entity = ""
	}
	slices.Sort(s.listed)
	s.listed = slices.Compact(s.listed)
	for i, o := range g.Organizations() {
		if _, listed := slices.BinarySearch(s.listed, i); o.Kind == "" && !listed {
			s.unknownKinds = append(s.unknownKinds, o.ID)
		}
	}
	s.judge()
	return s
}

// judge finds the providers of critical or important functions.
func (s *subjects) judge() {
	counts := map[string]criticality.Answer{}
	for _, a := range criticality.ArrangementsOf(s.g) {
		if a.Counts == criticality.Yes || counts[a.Provider] == "" {
			counts[a.Provider] = a.Counts
		}
	}
	for _, i := range s.providers {
		switch id := s.g.Organizations()[i].ID; counts[id] {
		case criticality.Yes:
			s.critical = append(s.critical, i)
		case criticality.Unknown:
			s.mayCount = append(s.mayCount, id)
		}
	}
}

func (s *subjects) org(of subject) graph.Organization { return s.g.Organizations()[of.org] }

func (s *subjects) flow(of subject) graph.Flow { return s.g.Flows()[of.flow] }

// recipient returns the provider that a sub-contractor serves. Who serves a client, or nobody
// that is declared, has none.
func (s *subjects) recipient(of subject) (o graph.Organization, ok bool) {
	i, ok := s.g.OrganizationIndex(s.org(of).Serves)
	if !ok || s.g.Organizations()[i].Kind == graph.Client {
		return o, false
	}
	return s.g.Organizations()[i], true
}

// parent returns the organization at the top of a group, if one is declared above the
// organization, or others below it.
func (s *subjects) parent(of subject) (o graph.Organization, ok bool) {
	root := s.g.Root(of.org)
	ok = root != of.org || slices.ContainsFunc(s.providers, func(i int) bool { return i != root && s.g.Root(i) == root })
	return s.g.Organizations()[root], ok
}

func organizations(list func(s *subjects) []int) func(s *subjects) []subject {
	return func(s *subjects) []subject {
		var rows []subject
		for _, i := range list(s) {
			rows = append(rows, subject{org: i})
		}
		return rows
	}
}
