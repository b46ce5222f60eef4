package table

// What a table may hold, so that no file can claim all memory or time: each
// limit is far above what a responsibility matrix needs, and an error that names
// it says what to do. docs/readings.md lists them.
const (
	MaxColumn = 16384     // columns, the limit of spreadsheet programs
	maxRow    = 1 << 20   // rows in a sheet, the limit of spreadsheet programs
	maxLine   = 16 << 20  // bytes of text in a row of a sheet
	MaxCells  = 1 << 27   // cells in a table, the empty ones left of a row's last text among them
	maxText   = 512 << 20 // bytes of text in the cells of a table
)

// What the parts of a workbook may hold, uncompressed.
const (
	maxPart   = 16 << 20  // bytes in a part that is kept in memory
	maxSheet  = 512 << 20 // bytes in a sheet, or in the texts that sheets share
	maxToken  = 1 << 20   // bytes in a tag or a text; a cell has at most 32,767 characters
	maxDepth  = 64        // elements around an element
	mostDense = 100       // times its compressed size, for a part of more than maxPart: what spreadsheet programs write is far below
	MaxSheets = 5_000     // sheets that are searched for the one with the matrix
)

// What a sheet and what it shares with others may hold.
const (
	MaxMerged     = 1 << 18  // merged ranges
	MaxBeside     = 1024     // merged ranges with texts that cover one row
	MaxStrings    = 4 << 20  // shared texts
	maxStringText = 64 << 20 // bytes of them
	MaxStyleTags  = 1 << 19  // elements of styles
	MaxStyles     = 65_490   // cell styles, the limit of spreadsheet programs
	MaxFormat     = 1024     // bytes in the code of a number format; spreadsheet programs take 255 characters
	maxNumbers    = 1 << 19  // different numbers and dates that are shown in formats
	maxNumberText = 16 << 20 // bytes of them as shown
)
