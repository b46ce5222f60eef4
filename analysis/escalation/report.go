package escalation

import (
	"cmp"
	"slices"

	"tasuki/graph"
	"tasuki/graph/hours"
)

// Due is an outside report that applies to a flow, at the severity where one is known.
type Due struct {
	graph.OutsideReport
	At string `json:"due_at,omitempty"` // by the clocks of the reporter; left out where no hour is asked about, or no deadline is declared
}

// due returns the outside reports that apply, by their deadlines from detection, which is when
// the reporter has the work; those without a deadline come last, and equal ones by ID. It takes
// time O(n log n) for n reports.
func (e *escalator) due() []Due {
	var list []Due
	for _, r := range e.g.Dataset().OutsideReports {
		if !r.Applies(e.p.Flow.ID, e.options.Severity) {
			continue
		}
		d := Due{OutsideReport: r}
		if e.at != nil && r.WithinMinutes > 0 {
			d.At = e.clocks.Stamp(*e.at + hours.Moment(r.WithinMinutes))
		}
		list = append(list, d)
	}
	slices.SortStableFunc(list, func(a, b Due) int {
		if a.WithinMinutes == 0 || b.WithinMinutes == 0 {
			return cmp.Compare(b.WithinMinutes, a.WithinMinutes)
		}
		return cmp.Compare(a.WithinMinutes, b.WithinMinutes)
	})
	return list
}

// Informed is an organization that has marks which say that it is told.
type Informed struct {
	Organization string   `json:"organization"`
	Tasks        []string `json:"tasks"` // of the flow, by ID
}

// informed returns who is to be told of tasks of the flow, and of which. It takes time
// O(n log n) for n assignments.
func (e *escalator) informed() []Informed {
	tasks, of := map[string][]string{}, map[string]bool{}
	for _, id := range e.p.Tasks {
		of[id] = true
	}
	for _, a := range e.g.Assignments() { // by task
		if a.Role == graph.Informed && of[a.Task] {
			tasks[a.Organization] = append(tasks[a.Organization], a.Task)
		}
	}
	var list []Informed
	for _, o := range e.g.Organizations() {
		if told := tasks[o.ID]; len(told) > 0 {
			list = append(list, Informed{o.ID, told})
		}
	}
	return list
}
