package admincsv

import (
	"fmt"
	"strings"

	"tasuki/graph/neo4jstore/model"
	"tasuki/graph/said"
)

// separators are the characters that may part the elements of a list, the first that no
// element has: the separators of ASCII, which texts seldom hold, and then some for
// private use.
const separators = "\x1f\x1e\x1d\x1c\ue000\ue001\uf8fe\uf8ff"

// separator returns a character that no element of a list has.
func separator(facts *model.Facts, shapes []*model.Shape) (rune, error) {
	taken := map[rune]bool{}
	for _, s := range shapes {
		for i := range s.Count(facts) {
			ends, row := s.Put(facts, i)
			for k, v := range row {
				for _, e := range elements(v) {
					if e == "" {
						return 0, said.Errorf("%s: the list %s holds an empty text, which Neo4j's import tool would lose: correct the data, or use tasuki load", s.Describe(ends, row[0]), s.Columns[k])
					}
					for _, c := range separators {
						taken[c] = taken[c] || strings.ContainsRune(e, c)
					}
				}
			}
		}
	}
	for _, c := range separators {
		if !taken[c] {
			return c, nil
		}
	}
	return 0, said.Errorf("the texts of lists hold every character that could part them for Neo4j's import tool (%q): correct the data, or use tasuki load", separators)
}

// elements returns the elements of a list, and nil for any other value.
func elements(v any) []string {
	switch v := v.(type) {
	case []string:
		return v
	case []any:
		list := make([]string, len(v))
		for i, x := range v {
			list[i] = fmt.Sprint(x)
		}
		return list
	}
	return nil
}
