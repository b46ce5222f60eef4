package criticality

import "tasuki/graph"

// ArrangementsOf returns what of a dataset counts, or may count, as an arrangement on a
// critical or important function ([ProviderTriggers]), as the dataset reads: by provider,
// then by flow. It takes time in proportion to organizations x tasks of the flows.
func ArrangementsOf(g *graph.Graph) []Arrangement {
	p := newProviders(g)
	list := []Arrangement{}
	for org := range p.is {
		list = append(list, p.arrangements(org, g.Leads)...)
	}
	return list
}
