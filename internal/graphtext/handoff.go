package graphtext

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"tasuki/graph"
)

var arrow = regexp.MustCompile(`\s+-(?:([a-z]*)(?::(\d+))?(?:@([^?\s>]*?)(\?)?)?-)?>\s+`)

// handoffs reads chains of tasks joined by arrows, commas between them.
func handoffs(text string) ([]graph.Handoff, error) {
	var all []graph.Handoff
	for _, chain := range list(text) {
		chain, artifact := cutQuoted(chain)
		chain, when, _ := strings.Cut(chain, "{")
		chain, when = strings.TrimSpace(chain), strings.TrimSuffix(strings.TrimSpace(when), "}")
		tasks, arrows := arrow.Split(chain, -1), arrow.FindAllStringSubmatch(chain, -1)
		if len(tasks) < 2 {
			return nil, fmt.Errorf("%q is not a handoff such as a -> b or a -report-> b", chain)
		}
		for i, a := range arrows {
			h := graph.Handoff{From: tasks[i], To: tasks[i+1], Kind: graph.Sequence, Branch: a[3], Optional: a[4] != ""}
			if a[1] != "" {
				h.Kind = graph.HandoffKind(a[1])
			}
			h.Minutes, _ = strconv.Atoi(a[2])
			if artifact != "" {
				h.Artifact = graph.Text(artifact)
			}
			if when != "" {
				h.When = graph.Text(when)
			}
			all = append(all, h)
		}
	}
	return all, nil
}
