package html

// What a page may hold; docs/readings.md lists it.
const (
	MaxNested  = 16        // tables around a table
	maxTables  = 1 << 16   // tables of a page
	maxRow     = 1 << 20   // rows of a table
	MaxBeside  = 256       // cells from above that cover one row
	maxSpan    = 1000      // columns that a cell covers, as browsers have it
	maxCell    = 256 << 10 // bytes of text in a cell
	maxRowText = 4 << 20   // in a row
	mostSaid   = 5         // rows and texts that are named
)
