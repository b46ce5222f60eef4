package matrix

// What is read of a table.
const (
	MaxFaults  = 1 << 20  // problems after which the rest of a table is left
	maxOutside = 1000     // glyphs outside of blocks that an account lists
	maxNamed   = 20       // cells, rows or columns that an assumption names
	maxSign    = 16       // bytes of a cell outside of blocks that may be a glyph
	maxQuoted  = 400      // bytes of a cell that a problem quotes
	maxCopied  = 1 << 20  // marks that merged cells copy
	maxUnread  = 100_000  // cells that cannot be read and are kept
	maxTurned  = 1 << 22  // cells of the blocks whose organizations stand in rows, or in the long form
	maxLevels  = 32       // levels of bands
	maxNames   = 64 << 20 // bytes of the names of its tasks and headings
)
