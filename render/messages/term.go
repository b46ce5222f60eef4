package messages

import (
	"slices"
	"strings"

	"tasuki/graph"
)

// TermPath returns the ID of a term and those of the terms above it, the
// highest first; nothing for no ID.
func TermPath(terms []graph.Term, id string) []string {
	var path []string
	for id != "" && !slices.Contains(path, id) {
		path = append(path, id)
		i := slices.IndexFunc(terms, func(t graph.Term) bool { return t.ID == id })
		if i < 0 {
			break
		}
		id = terms[i].Parent
	}
	slices.Reverse(path)
	return path
}

// TermPathName returns the names of a term and of those above it. A name that
// is that of the term above it is left out.
func TermPathName(terms []graph.Term, id string, lang graph.Lang) string {
	var names []string
	for _, id := range TermPath(terms, id) {
		names = append(names, TermName(terms, id, lang))
	}
	return strings.Join(slices.Compact(names), " › ")
}

// TermName returns the name of a term, or its ID when it is not declared.
func TermName(terms []graph.Term, id string, lang graph.Lang) string {
	for _, t := range terms {
		if t.ID == id {
			return t.Name.In(lang)
		}
	}
	return id
}

// IDsOf returns the IDs of terms, in their order.
func IDsOf(terms []graph.Term) []string {
	var ids []string
	for _, t := range terms {
		ids = append(ids, t.ID)
	}
	return ids
}
