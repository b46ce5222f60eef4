package drawings

import (
	"slices"

	"tasuki/analysis/placement"
	"tasuki/graph"
	"tasuki/render/diagram"
	"tasuki/render/messages"
)

// candidatesOf returns the organizations that lead a task in another reading, as
// positions.
func candidatesOf(g *graph.Graph, o placement.OpenLead) []int {
	var orgs []int
	for _, id := range o.Candidates {
		if org, ok := g.OrganizationIndex(id); ok {
			orgs = append(orgs, org)
		}
	}
	return orgs
}

// withCandidates adds to the organizations of lanes those that may lead a task of the
// flow and lead none, before the lane of nobody.
func withCandidates(g *graph.Graph, f graph.Flow, orgs []int, open map[string]placement.OpenLead) []int {
	end := len(orgs)
	if orgs[end-1] < 0 {
		end--
	}
	var more []int
	for _, id := range graph.FlowTasks(f) {
		for _, org := range candidatesOf(g, open[id]) {
			if !slices.Contains(orgs, org) {
				more = append(more, org)
			}
		}
	}
	slices.Sort(more)
	return slices.Insert(orgs, end, slices.Compact(more)...)
}

// candidateNodes returns the boxes of those who may lead a task instead.
func candidateNodes(g *graph.Graph, id string, candidates []int, at map[int]int, row int, lang messages.Language) []diagram.Node {
	var nodes []diagram.Node
	for _, org := range candidates {
		nodes = append(nodes, diagram.Node{
			ID: jointID(g, id, org), Class: diagram.CandidateNode, Text: id + " ?", Lane: at[org], Row: row, Ref: id,
			Hint: taskHint(g, id, lang) + lang.Plain(" — ") + diagram.NameOfClass(diagram.CandidateNode, lang),
		})
	}
	return nodes
}
