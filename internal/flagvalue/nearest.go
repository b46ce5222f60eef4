package flagvalue

import (
	"fmt"
	"strings"

	"tasuki/graph/likeness"
)

// Nearest says which of some IDs are most like one that is not among them, at
// most three, those first that stand first of equally like ones.
func Nearest(id string, ids []string) string {
	if len(ids) == 0 {
		return "there is none"
	}
	ids = likeness.Order(id, ids)
	quoted := make([]string, 0, 3)
	for _, near := range ids[:min(3, len(ids))] {
		quoted = append(quoted, fmt.Sprintf("%q", near))
	}
	return "the nearest of " + fmt.Sprint(len(ids)) + ": " + strings.Join(quoted, ", ")
}
