package bpmn

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
	"unicode"

	"tasuki/graph"
)

// told returns the handoffs of a dataset by what their tasks are called, with how often each
// stands there. People who redraw a picture write names in another case, with other signs
// between their letters, and give events names that have none, so of events only the sort
// counts.
func told(m *model, d graph.Dataset) map[string]int {
	names := map[string]string{}
	for _, n := range m.nodes {
		names[n.task] = strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return unicode.ToLower(r)
			}
			return -1
		}, n.word())
		if events[n.kind] {
			names[n.task] = n.kind
		}
	}
	list := map[string]int{}
	for _, f := range append(slices.Clone(d.Flows), graph.Flow{Handoffs: d.Handoffs}) {
		for _, h := range f.Handoffs {
			list[fmt.Sprintf("%s -> %s (%s)", names[h.From], names[h.To], h.Kind)]++
		}
	}
	return list
}

// apart returns what one of two lists has and the other does not.
func apart(a, b map[string]int) (more, less []string) {
	keys := map[string]bool{}
	for k := range a {
		keys[k] = true
	}
	for k := range b {
		keys[k] = true
	}
	for _, k := range slices.Sorted(maps.Keys(keys)) {
		for range a[k] - b[k] {
			more = append(more, k)
		}
		for range b[k] - a[k] {
			less = append(less, k)
		}
	}
	return more, less
}

func TestSuiteTellsTheSame(t *testing.T) {
	references := map[string]map[string]int{}
	for _, c := range suiteFiles(t) {
		if dir, name := path.Split(c.file); dir == "Reference/" {
			m, d, err := modelOf(t, c.file)
			if err != nil {
				t.Fatal(err)
			}
			references[strings.TrimSuffix(name, ".bpmn")] = told(m, d)
		}
	}
	for _, c := range suiteFiles(t) {
		dir, name := path.Split(c.file)
		if dir == "Reference/" || c.broken {
			continue
		}
		m, d, err := modelOf(t, c.file)
		if err != nil {
			continue
		}
		want := references[strings.TrimSuffix(name, "-export.bpmn")]
		more, less := apart(told(m, d), want)
		if len(more)+len(less) > 0 {
			t.Errorf("%s: %d more, %d less\n  + %s\n  - %s", c.file, len(more), len(less), strings.Join(more, "\n  + "), strings.Join(less, "\n  - "))
		}
	}
}
