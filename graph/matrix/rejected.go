package matrix

import (
	"fmt"
	"slices"

	"tasuki/graph"
)

// Rejected reports whether a row is set aside, and remembers by which entry.
func (s *Scanner) Rejected(line int) bool {
	i, alone := s.alone[line]
	if !alone {
		i = slices.IndexFunc(s.ranges, func(i int) bool { return s.Reading.Rejected[i].Lines.Contains(line) })
		if i >= 0 {
			i = s.ranges[i]
		}
	}
	if i < 0 {
		return false
	}
	s.setAside[i] = true
	return true
}

// rejectedNone reports the entries under rejected that no row was set aside by.
func (s *Scanner) rejectedNone() {
	for i, r := range s.Reading.Rejected {
		if !s.setAside[i] {
			s.problems.Add(graph.Problem{Path: fmt.Sprintf("/rejected/%d/lines", i), Value: r.Lines.String(), Message: "sets no row aside; correct the lines or remove the entry"})
		}
	}
}
