package messages

import (
	"slices"
	"strings"

	"tasuki/graph"
)

// OutsideReport names a report that is owed to others, and where it is owed at some
// severities alone and none is asked about, at which.
func OutsideReport(g *graph.Graph, r graph.OutsideReport, asked string, lang Language) string {
	name := r.Name.In(lang.Lang)
	if asked != "" || len(r.Severities) == 0 {
		return name
	}
	var at []string
	for _, t := range g.Dataset().Severities {
		if slices.Contains(r.Severities, t.ID) {
			at = append(at, t.Name.In(lang.Lang))
		}
	}
	return lang.Plain("{1} (only at severity {2})", name, strings.Join(at, lang.Plain(", ||names")))
}
