package queries

import (
	"embed"
	"slices"
	"strings"

	"tasuki/graph/said"
)

// Query is a question in Cypher.
type Query struct {
	Name     string   `json:"name"` // also that of its file
	Title    Text     `json:"title"`
	Question Text     `json:"question"`
	Readers  []string `json:"readers"` // of risk, drill and architect
	Params   []Param  `json:"params"`  // first the dataset
	Columns  []Column `json:"columns"` // in the order of the answer
	Order    []Key    `json:"order"`   // rows differ in these, taken together
	Agrees   Agrees   `json:"agrees"`
	Cypher   string   `json:"cypher"`
}

// Text is a text in both languages.
type Text struct {
	EN string `json:"en"`
	JA string `json:"ja"`
}

// Column is a column of an answer.
type Column struct {
	Name string `json:"name"`
	Says string `json:"says"`
}

// Key is a column that rows are ordered by.
type Key struct {
	Column string `json:"column"`
	Desc   bool   `json:"desc,omitempty"` // largest first
}

// Agrees names the Go analysis with the same answer.
type Agrees struct {
	Analysis string `json:"analysis,omitempty"` // such as spof.SPOFs; empty: none
	Says     string `json:"says"`               // in what they agree, or why there is none
}

//go:embed *.cypher
var files embed.FS

// All returns every query, by name.
func All() []Query {
	entries, err := files.ReadDir(".")
	if err != nil {
		panic(err) // the folder is part of the program
	}
	list := make([]Query, len(entries))
	for i, e := range entries {
		text, err := files.ReadFile(e.Name())
		if err == nil {
			list[i], err = Parse(strings.TrimSuffix(e.Name(), ".cypher"), string(text))
		}
		if err != nil {
			panic(err) // so are the files
		}
	}
	// Files are ordered with their endings, which is another order.
	slices.SortFunc(list, func(a, b Query) int { return strings.Compare(a.Name, b.Name) })
	return list
}

// Get returns the query called name.
func Get(name string) (Query, error) {
	all := All()
	i := slices.IndexFunc(all, func(q Query) bool { return q.Name == name })
	if i < 0 {
		return Query{}, said.Errorf("there is no query %q; tasuki query list shows them all", name)
	}
	return all[i], nil
}
