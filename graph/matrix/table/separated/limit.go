package separated

// What a text may hold; docs/readings.md lists it.
const (
	maxLine       = 16 << 20  // bytes in a line, or in a record of several lines
	MaxSeparators = 1 << 20   // separators in a record, those in quotes among them
	maxQuoted     = 128 << 10 // bytes that are looked through for the end of a quoted cell between tabs: spreadsheet programs have 32,767 characters in a cell
)
