package difference

import (
	"slices"

	"tasuki/graph"
)

// renames are the new IDs of what is matched, by kind and old ID.
type renames map[[2]string]string

func renamed(list []Match) renames {
	all := renames{}
	for _, m := range list {
		all[[2]string{string(m.Kind), m.Old}] = m.New
	}
	return all
}

// of returns the new ID of what an old one names.
func (r renames) of(kind Kind, id string) string {
	if now, ok := r[[2]string{string(kind), id}]; ok {
		return now
	}
	return id
}

func (r renames) all(kind Kind, ids []string) []string {
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = r.of(kind, id)
	}
	slices.SortFunc(list, graph.Compare)
	return list
}
