package observe

import (
	"cmp"
	"slices"
	"strings"
)

// examples are the first cases, by their first row, then ID: where a log puts an event into
// several cases, they may begin in one row.
type examples []example

type example struct {
	row int64
	id  string
}

const exampleCases = 3

// add takes in a case, once each.
func (e *examples) add(row int64, id string) {
	if len(*e) == exampleCases && row > (*e)[exampleCases-1].row {
		return
	}
	x := example{row, id}
	at, _ := slices.BinarySearchFunc(*e, x, func(a, b example) int { return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.id, b.id)) })
	if at == exampleCases {
		return
	}
	x.id = strings.Clone(id) // it may be a part of a large text
	*e = slices.Insert(*e, at, x)
	if len(*e) > exampleCases {
		*e = (*e)[:exampleCases]
	}
}

func (e *examples) merge(o *examples) {
	for _, x := range *o {
		e.add(x.row, x.id)
	}
}

func (e *examples) list() []string {
	ids := []string{}
	for _, x := range *e {
		ids = append(ids, x.id)
	}
	return ids
}
