package readiness

import (
	"cmp"
	"fmt"
	"slices"

	"tasuki/graph"
	"tasuki/graph/hours"
)

// Alone is when one post is the only one whom the calls of several organizations get to.
type Alone struct {
	Organization string     `json:"organization"`  // whose post it is
	Name         graph.Name `json:"name,omitzero"` // empty: nobody is named
	For          []string   `json:"for"`           // the organizations, by ID
	Hours        int        `json:"hours"`         // with a minute of it
	Spans        []Stretch  `json:"spans"`
}

// alone finds the posts that are, at some time, the only ones whom several of some
// organizations get to: most organizations first, then most hours, ties in the order of
// the organizations.
func (a *asker) alone(leads []int, tables map[int]timetable) []Alone {
	var changes []hours.Moment
	for _, org := range leads {
		changes = append(changes, tables[org].changes...)
	}
	slices.Sort(changes)
	changes = slices.Compact(changes)
	type sole struct {
		who person
		set string
	}
	var order []sole
	when, whose := map[sole]*times{}, map[sole][]int{}
	for i, from := range changes {
		to := a.w.end
		if i+1 < len(changes) {
			to = changes[i+1]
		}
		var posts []person
		behind := map[person][]int{}
		for _, org := range leads {
			if who, ok := tables[org].chain.only(from); ok {
				if behind[who] = append(behind[who], org); len(behind[who]) == 1 {
					posts = append(posts, who)
				}
			}
		}
		for _, who := range posts {
			if len(behind[who]) < 2 {
				continue
			}
			key := sole{who, fmt.Sprint(behind[who])}
			if when[key] == nil {
				when[key], whose[key] = &times{}, behind[who]
				order = append(order, key)
			}
			when[key].add(from, to)
		}
	}
	list := []Alone{}
	for _, key := range order {
		list = append(list, Alone{
			Organization: a.g.Organizations()[key.who.org].ID, Name: key.who.name, For: a.ids(whose[key]),
			Hours: when[key].hours(a.w), Spans: when[key].stretches(a.w),
		})
	}
	slices.SortStableFunc(list, func(x, y Alone) int {
		return cmp.Or(cmp.Compare(len(y.For), len(x.For)), cmp.Compare(y.Hours, x.Hours))
	})
	return list
}
