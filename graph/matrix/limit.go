package matrix

// What a table may hold, so that no file can claim all memory or time: each
// limit is far above what a responsibility matrix needs, and an error that names
// it says what to do. docs/readings.md lists them.
const (
	maxColumn = 16384     // columns, the limit of spreadsheet programs
	maxRow    = 1 << 20   // rows in a sheet, the limit of spreadsheet programs
	maxLine   = 16 << 20  // bytes in a line of text, in a record of several lines, or of text in a row of a sheet
	maxCells  = 1 << 27   // cells in a table, the empty ones left of a row's last text among them
	maxText   = 512 << 20 // bytes of text in the cells of a table
	maxCommas = 1 << 20   // commas in a record, those in quotes among them
)

// What the parts of a workbook may hold, uncompressed.
const (
	maxPart   = 16 << 20  // bytes in a part that is kept in memory
	maxSheet  = 512 << 20 // bytes in a sheet, or in the texts that sheets share
	maxToken  = 1 << 20   // bytes in a tag or a text; a cell has at most 32,767 characters
	maxDepth  = 64        // elements around an element
	mostDense = 100       // times its compressed size, for a part of more than maxPart: what spreadsheet programs write is far below
	maxSheets = 5_000     // sheets that are searched for the one with the matrix
)

// What a sheet and what it shares with others may hold.
const (
	maxMerged     = 1 << 18  // merged ranges
	maxBeside     = 1024     // merged ranges with texts that cover one row
	maxStrings    = 4 << 20  // shared texts
	maxStringText = 64 << 20 // bytes of them
	maxStyleTags  = 1 << 19  // elements of styles
	maxStyles     = 65_490   // cell styles, the limit of spreadsheet programs
	maxFormat     = 1024     // bytes in the code of a number format; spreadsheet programs take 255 characters
	maxNumbers    = 1 << 19  // different numbers and dates that are shown in formats
	maxNumberText = 16 << 20 // bytes of them as shown
)

// What is read of a table.
const (
	maxFaults  = 1 << 20  // problems after which the rest of a table is left
	maxOutside = 1000     // glyphs outside of blocks that an account lists
	maxQuoted  = 400      // bytes of a cell that a problem quotes
	maxCopied  = 1 << 20  // marks that merged cells copy
	maxTurned  = 1 << 22  // cells of the blocks whose organizations stand in rows
	maxNames   = 64 << 20 // bytes of the names of its tasks and headings
)

// What a proposal looks at.
const (
	sampleRows  = 20_000   // rows of a sheet
	sampleCells = 1 << 20  // cells of all sheets together
	sampleText  = 64 << 20 // bytes of text in them
	sampleCell  = 4 << 10  // bytes of one cell
	maxAreas    = 1000     // times that headings begin
	maxAligned  = 20_000   // rows times organizations for which corrections are drafted unasked
	maxAsked    = 50_000   // and when they are asked for
)
