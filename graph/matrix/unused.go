package matrix

import "tasuki/graph"

// unusedHeadings returns the headings of columns of organizations that no mark
// was read from, by column.
func (s *Scanner) unusedHeadings(b *blockState) []graph.Heading {
	var unused []graph.Heading
	for _, column := range SortedKeys(b.Columns) {
		if b.used[column] || b.columnOf[b.Columns[column]] != column {
			continue
		}
		text, at := b.headings[column], s.at(b.Headings.Last, column)
		if b.Turned {
			at = s.at(int(column), b.Label)
		}
		unused = append(unused, graph.Heading{Text: text, Organization: b.Columns[column], Source: at})
	}
	return unused
}
