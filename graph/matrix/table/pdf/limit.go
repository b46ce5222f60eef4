package pdf

// What tables of pages may hold, besides what the packages below limit; docs/readings.md
// lists it.
const (
	maxCells   = 1 << 20  // places in the grid of a table
	maxTouches = 1 << 27  // pairs of lines that are looked at
	maxLoose   = 256      // columns of a table without lines
	maxText    = 64 << 20 // bytes of text in all tables
	mostSaid   = 5        // texts, and pages, that are named
)
