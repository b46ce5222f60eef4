package files

import (
	"reflect"

	"tasuki/graph"
)

// dropShared removes what several readings declare alike, from all but the
// first: each reading must name the organizations and terms that it uses, also
// when two matrices of a folder share them.
func dropShared(parts []part) {
	seen := map[string]any{} // list, ID -> entry
	for i := range parts {
		p := &parts[i]
		if !p.matrix {
			continue
		}
		p.kept = map[string][]int{}
		fresh := func(list string) func(id string, entry any) bool {
			return func(id string, entry any) bool {
				key := list + "\x00" + id
				known, there := seen[key]
				if !there {
					seen[key] = entry
				}
				return !there || !reflect.DeepEqual(known, entry)
			}
		}
		p.kept["calendars"] = keep(&p.facts.Calendars, func(c graph.Calendar) string { return c.ID }, fresh("calendars"))
		p.kept["organizations"] = keep(&p.facts.Organizations, func(o graph.Organization) string { return o.ID }, fresh("organizations"))
		for list, terms := range map[string]*[]graph.Term{
			"phases": &p.facts.Phases, "categories": &p.facts.Categories, "environments": &p.facts.Environments,
			"sites": &p.facts.Sites, "components": &p.facts.Components, "severities": &p.facts.Severities,
		} {
			p.kept[list] = keep(terms, func(t graph.Term) string { return t.ID }, fresh(list))
		}
	}
}

// keep drops the entries of a list that are not fresh and returns where the
// others stood before.
func keep[T any](list *[]T, id func(T) string, fresh func(id string, entry any) bool) []int {
	var kept []T
	var from []int
	for i, entry := range *list {
		if fresh(id(entry), entry) {
			kept, from = append(kept, entry), append(from, i)
		}
	}
	*list = kept
	return from
}
