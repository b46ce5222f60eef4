package rules

import (
	"tasuki/graph"
)

// LeadIDs returns the organizations that lead a task, by ID; never nil.
func LeadIDs(g *graph.Graph, task int) []string {
	return OrganizationIDs(g, g.Leads(task))
}

// SubjectKind says what sort of thing a finding is about.
type SubjectKind string

// The kinds of subject.
const (
	AboutDataset      SubjectKind = "dataset"
	AboutOrganization SubjectKind = "organization"
	AboutTask         SubjectKind = "task"
	AboutFlow         SubjectKind = "flow"
)

// Subject is what a finding is about. ID is empty for the dataset as a whole.
type Subject struct {
	Kind SubjectKind `json:"kind"`
	ID   string      `json:"id"`
}

// UnledTasks returns the tasks that nobody leads, by ID.
func UnledTasks(g *graph.Graph) []string {
	ids := []string{}
	for i, t := range g.Tasks() {
		if len(g.Leads(i)) == 0 {
			ids = append(ids, t.ID)
		}
	}
	return ids
}

// OrganizationIDs returns the IDs of organizations; never nil.
func OrganizationIDs(g *graph.Graph, orgs []int) []string {
	ids := make([]string, len(orgs))
	for i, org := range orgs {
		ids[i] = g.Organizations()[org].ID
	}
	return ids
}
