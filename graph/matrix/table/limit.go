package table

// What a table may hold, so that no file can claim all memory or time: each
// limit is far above what a responsibility matrix needs, and an error that names
// it says what to do. docs/readings.md lists them.
const (
	MaxColumn = 16384     // columns, the limit of spreadsheet programs
	MaxRow    = 1 << 20   // rows in a sheet, the limit of spreadsheet programs
	MaxLine   = 16 << 20  // bytes of text in a row of a sheet
	MaxCells  = 1 << 27   // cells in a table, the empty ones left of a row's last text among them
	maxText   = 512 << 20 // bytes of text in the cells of a table
)

// What a file of several tables, and what their merged ranges may hold.
const (
	MaxSheets = 5_000   // sheets that are searched for the one with the matrix
	MaxMerged = 1 << 18 // merged ranges of a sheet
	MaxBeside = 1024    // merged ranges with texts that cover one row
)
