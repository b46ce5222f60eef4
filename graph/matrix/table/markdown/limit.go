package markdown

// What a text may hold; docs/readings.md lists it.
const (
	maxTables = 1 << 16
	maxLine   = 4 << 20   // bytes in a row
	maxCell   = 256 << 10 // bytes in a cell
	maxTarget = 4 << 10   // bytes in the target of a link
)
