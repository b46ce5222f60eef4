package difference

import (
	"cmp"
	"maps"
	"slices"

	"tasuki/graph"
)

// Kind says what a fact is about.
type Kind string

// The kinds of fact.
const (
	Dataset      Kind = "dataset" // its name and its rules
	Organization Kind = "organization"
	Term         Kind = "term" // of a vocabulary: phases, categories, environments, sites, components, severities
	Task         Kind = "task"
	Mark         Kind = "mark"
	Flow         Kind = "flow"
	Handoff      Kind = "handoff"
	Supply       Kind = "supply"
	Calendar     Kind = "calendar"
	Outside      Kind = "outside-report"
)

// Kinds returns the kinds of fact in the order in which changes stand.
func Kinds() []Kind {
	return []Kind{Dataset, Organization, Term, Task, Mark, Flow, Handoff, Supply, Calendar, Outside}
}

// Change is a fact that came, went or changed. Where a fact stands in a file is none.
type Change struct {
	Kind   Kind     `json:"kind"`
	Old    []string `json:"old"`    // what says which fact it is in the old dataset: an ID; of a mark task, organization and role; of a handoff flow, from, to and kind; null: it came
	New    []string `json:"new"`    // the same in the new dataset; null: it went
	Fields []Field  `json:"fields"` // what differs, by name; empty when it came or went
}

// Field is a part of a fact that differs.
type Field struct {
	Name string `json:"name"` // such as name.en, as in the files of a dataset
	Old  string `json:"old"`  // empty: it is not there
	New  string `json:"new"`
}

// changes compares the facts of two datasets, one with another by kind and IDs. Pseudonyms
// are no names.
func changes(old, now graph.Dataset, names renames, pseudonyms bool) []Change {
	var found []*Change
	before, after := factsOf(old, names, pseudonyms), factsOf(now, nil, pseudonyms)
	for _, kind := range Kinds() {
		for at := range union(before[kind], after[kind]) {
			a, was := before[kind][at]
			b, is := after[kind][at]
			c := &Change{Kind: kind, Fields: []Field{}}
			if was {
				c.Old = a.key
			}
			if is {
				c.New = b.key
			}
			if was && is {
				c.Fields = differing(a, b)
			}
			if !was || !is || len(c.Fields) > 0 {
				found = append(found, c)
			}
		}
	}
	slices.SortFunc(found, func(a, b *Change) int {
		return cmp.Or(cmp.Compare(slices.Index(Kinds(), a.Kind), slices.Index(Kinds(), b.Kind)), compareKeys(a, b))
	})
	list := []Change{}
	for _, c := range found {
		list = append(list, *c)
	}
	return list
}

// compareKeys orders by the lower of the keys of either dataset, so that the order does
// not hang on which is the old one. No two changes of a kind have the same lower key: an ID that
// only one dataset has is in no key of the other.
func compareKeys(a, b *Change) int {
	lower := func(c *Change) []string {
		if c.Old == nil || c.New != nil && slices.CompareFunc(c.New, c.Old, graph.Compare) < 0 {
			return c.New
		}
		return c.Old
	}
	return slices.CompareFunc(lower(a), lower(b), graph.Compare)
}

func union(a, b map[string]fact) map[string]bool {
	all := map[string]bool{}
	for _, m := range []map[string]fact{a, b} {
		for at := range m {
			all[at] = true
		}
	}
	return all
}

// differing returns the fields in which two facts differ once IDs are the new ones, as
// each dataset has them.
func differing(a, b fact) []Field {
	fields := []Field{}
	names := map[string]bool{}
	for _, m := range []map[string]string{a.fields, b.fields} {
		for name := range m {
			names[name] = true
		}
	}
	for _, name := range slices.Sorted(maps.Keys(names)) {
		if a.renamed[name] != b.renamed[name] {
			fields = append(fields, Field{name, a.fields[name], b.fields[name]})
		}
	}
	return fields
}
