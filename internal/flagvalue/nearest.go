package flagvalue

import (
	"strconv"
	"strings"

	"tasuki/graph/likeness"
	"tasuki/graph/said"
)

// Nearest says which of some IDs are most like one that is not among them, at
// most three, those first that stand first of equally like ones. It takes time in
// proportion to the lengths of the IDs times that of the one.
func Nearest(id string, ids []string) said.Note {
	if len(ids) == 0 {
		return said.Notef("there is none")
	}
	near := likeness.Order(id, ids)
	quoted := make([]string, 0, 3)
	for _, n := range near[:min(3, len(near))] {
		quoted = append(quoted, strconv.Quote(n))
	}
	return said.Notef("the nearest of %d: %s", len(ids), strings.Join(quoted, ", "))
}
