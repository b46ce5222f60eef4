// Package mapping ties the words of an event log to a dataset: activities to tasks,
// performers to organizations. What a mapping does not mention is counted by value.
package mapping

import (
	"maps"
	"slices"
	"strings"

	"tasuki/graph"
	"tasuki/graph/eventlog"
	"tasuki/graph/eventlog/stamp"
	"tasuki/graph/likeness"
)

// File is a mapping as people write it.
type File struct {
	Columns    eventlog.Columns  `json:"columns,omitzero"`
	TimeLayout string            `json:"timeLayout,omitempty"` // a word of package stamp
	Zone       string            `json:"zone,omitempty"`       // of time stamps that say none
	ObjectType string            `json:"objectType,omitempty"` // of OCEL: whose objects are the cases
	Activities map[string]string `json:"activities,omitempty"` // the ID of a task
	Performers map[string]string `json:"performers,omitempty"` // the ID of an organization
	Ignored    Ignored           `json:"ignored,omitzero"`
	Nobody     []string          `json:"nobody,omitempty"` // values that stand for no performer
}

// Ignored are the values that a mapping leaves out.
type Ignored struct {
	Activities []string `json:"activities,omitempty"`
	Performers []string `json:"performers,omitempty"`
}

// Check returns what is wrong with a mapping, given the dataset: IDs that are not there,
// values that are both mapped and left out, a layout or a zone that is none. Each problem
// has the JSON pointer of its place. They come in the order of the keys above, values by
// name.
func (f File) Check(g *graph.Graph) graph.Problems {
	var c graph.Collector
	if f.TimeLayout != "" {
		if _, err := stamp.ParseLayout(f.TimeLayout); err != nil {
			c.Add(graph.Problem{Path: "/timeLayout", Value: f.TimeLayout}.Saying("is no layout of time stamps; use one of %s", layouts()))
		}
	}
	if _, err := stamp.NewReader(stamp.ISO, f.Zone); err != nil {
		c.Add(graph.Problem{Path: "/zone", Value: f.Zone}.Saying("is no time zone; write it as IANA does, such as Asia/Tokyo"))
	}
	var tasks, orgs []string
	for _, t := range g.Tasks() {
		tasks = append(tasks, t.ID)
	}
	for _, o := range g.Organizations() {
		orgs = append(orgs, o.ID)
	}
	f.checkSide(&c, "activities", f.Activities, f.Ignored.Activities, tasks, func(id string) bool { _, ok := g.TaskIndex(id); return ok })
	f.checkSide(&c, "performers", f.Performers, f.Ignored.Performers, orgs, func(id string) bool { _, ok := g.OrganizationIndex(id); return ok })
	for i, value := range f.Nobody {
		if _, ok := f.Performers[value]; ok || slices.Contains(f.Ignored.Performers, value) {
			c.Add(graph.Problem{Path: pointer("nobody", i), Value: value}.Saying("stands for nobody here, and among the performers, too; keep one"))
		}
	}
	return c.Problems()
}

// checkSide checks the activities or the performers.
func (f File) checkSide(c *graph.Collector, key string, tied map[string]string, ignored, ids []string, known func(string) bool) {
	nearest := map[string]string{} // one search for an ID, however often it stands there
	for _, value := range slices.Sorted(maps.Keys(tied)) {
		id := tied[value]
		if known(id) {
			continue
		}
		near, ok := nearest[id]
		if !ok && len(nearest) < maxSearches {
			near = strings.Join(first(likeness.Order(id, ids), 3), ", ")
			nearest[id] = near
		}
		p := graph.Problem{Path: "/" + key + "/" + escape(value), Value: id}
		switch {
		case near == "":
			p = p.Saying("no task or organization of the dataset has this ID")
		case key == "activities":
			p = p.Saying("is no ID of a task of the dataset; the nearest are %s", near)
		default:
			p = p.Saying("is no ID of an organization of the dataset; the nearest are %s", near)
		}
		c.Add(p)
	}
	for i, value := range ignored {
		if _, ok := tied[value]; ok {
			c.Add(graph.Problem{Path: pointer("ignored/"+key, i), Value: value}.Saying("is left out here, and mapped, too; keep one"))
		}
	}
}

// maxSearches is for how many IDs that are not there the nearest are looked for.
const maxSearches = 100

// Map ties the texts of a log to a graph, in linear time. The mapping has been checked.
func (f File) Map(g *graph.Graph, names *eventlog.Names) eventlog.Map {
	return eventlog.Map{
		Tasks:         tie(names.Activities, f.Activities, f.Ignored.Activities, g.TaskIndex),
		Organizations: tie(names.Performers, f.Performers, f.Ignored.Performers, g.OrganizationIndex),
	}
}

func tie(values []string, tied map[string]string, ignored []string, index func(string) (int, bool)) []int {
	left := map[string]bool{}
	for _, v := range ignored {
		left[v] = true
	}
	list := make([]int, len(values))
	for i, v := range values {
		list[i] = eventlog.Unmapped
		if id, ok := tied[v]; ok {
			if at, ok := index(id); ok {
				list[i] = at
			}
		} else if left[v] {
			list[i] = eventlog.Ignored
		}
	}
	return list
}

func layouts() string {
	var words []string
	for _, l := range stamp.Layouts() {
		words = append(words, string(l))
	}
	return strings.Join(words, ", ")
}

func first(list []string, n int) []string { return list[:min(n, len(list))] }
