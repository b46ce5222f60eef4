package matrix

import (
	"slices"

	"tasuki/graph"
	"tasuki/graph/matrix/cell"
)

// nameColumns notes the columns whose cells name organizations, and where the first
// of all that say who has a part stands.
func (b *blockState) nameColumns() {
	columns := b.Block.named()
	b.naming = map[Column]bool{}
	for _, column := range columns {
		b.naming[column] = true
	}
	if b.Party > 0 {
		columns = append(columns, b.Party)
	}
	if b.Role > 0 {
		columns = append(columns, b.Role)
	}
	for _, column := range columns {
		if b.area == 0 || column < b.area {
			b.area = column
		}
	}
}

// ruled returns what a cell means: the role that the heading of its column names
// wherever there is a mark, if it names one.
func (b *blockState) ruled(glyphs cell.Table, column Column, text string) (cell.Content, bool) {
	c, ok := glyphs.Read(text)
	if role := b.Roles[column]; c.IsMark() && role != "" {
		m := c.Marks[0]
		m.Role = role
		c.Marks = []cell.Mark{m}
	}
	return c, ok
}

// roles reports faults in how a block says who has which part.
func (c *checker) roles(path string, b Block) {
	for _, column := range SortedKeys(b.Roles) {
		if !slices.Contains(graph.Words("role"), string(b.Roles[column])) {
			c.add(path+"/roles", string(b.Roles[column]), "is not a known role; use one of %v", graph.Words("role"))
		}
	}
	switch {
	case (b.Party > 0) != (b.Role > 0):
		c.add(path, b.ID, "is a block with only one of party and role; the long form needs both")
	case b.Party > 0 && b.Item == 0 && b.Label == 0:
		c.add(path, b.ID, "is a block in the long form without item and label; say which column names the tasks")
	}
}
