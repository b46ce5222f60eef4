package difference

import (
	"cmp"
	"slices"

	"tasuki/graph"
)

// Renamed returns matches with other IDs, which functions give for the old and the new
// dataset, in the order of these.
func Renamed(list []Match, old, now func(string) string) []Match {
	list = slices.Clone(list)
	for i, m := range list {
		list[i].Old, list[i].New = old(m.Old), now(m.New)
	}
	slices.SortFunc(list, func(a, b Match) int {
		return cmp.Or(cmp.Compare(slices.Index(Kinds(), a.Kind), slices.Index(Kinds(), b.Kind)), compareMatches(a, b))
	})
	return list
}

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
