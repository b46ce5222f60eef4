package placement

import (
	"slices"

	"tasuki/analysis/exact"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// OpenLead says who may lead a task in another reading of its uncertain and unread
// marks.
type OpenLead struct {
	Unsure     []string `json:"unsure"`            // organizations that lead the task as read, but not in every reading, by ID
	Candidates []string `json:"candidates"`        // organizations that do not lead it as read, but in another reading, by ID
	Nobody     bool     `json:"nobody,omitempty"`  // in another reading nobody leads it
	Anybody    bool     `json:"anybody,omitempty"` // a cell could not be read, and no organization is named over it: any may lead it; Candidates leaves those out
}

// OpenLeads returns the tasks of which readings differ in who leads, by ID. It takes time
// in proportion to the readings of the marks of each task.
func OpenLeads(g *graph.Graph) map[string]OpenLead {
	anybody := map[string]bool{}
	for _, u := range g.Unread() {
		if _, named := g.OrganizationIndex(u.Organization); !named {
			anybody[u.Task] = true
		}
	}
	open := map[string]OpenLead{}
	for _, gr := range OfRole(UncertainGroups(g), graph.Lead) {
		id := g.Tasks()[gr.Task].ID
		if o := gr.openLead(g, anybody[id]); len(o.Unsure)+len(o.Candidates) > 0 || o.Nobody || o.Anybody {
			open[id] = o
		}
	}
	return open
}

func (gr Group) openLead(g *graph.Graph, anybody bool) OpenLead {
	var unsure, candidates []int
	leads := g.Leads(gr.Task)
	for _, org := range leads {
		if always, _ := gr.Presence(org); !always && !slices.Contains(gr.Fixed, org) {
			unsure = append(unsure, org)
		}
	}
	for _, choice := range gr.Choices {
		if anybody && len(choice) > len(g.Organizations()) {
			continue
		}
		for _, org := range choice {
			if org == exact.Nobody || slices.Contains(leads, org) || slices.Contains(candidates, org) {
				continue
			}
			if _, sometimes := gr.Presence(org); sometimes {
				candidates = append(candidates, org)
			}
		}
	}
	slices.Sort(candidates)
	nobody := len(leads) > 0 && len(gr.Fixed) == 0 && !slices.ContainsFunc(gr.Choices, func(choice []int) bool { return !slices.Contains(choice, exact.Nobody) })
	return OpenLead{Unsure: rules.OrganizationIDs(g, unsure), Candidates: rules.OrganizationIDs(g, candidates), Nobody: nobody, Anybody: anybody}
}
