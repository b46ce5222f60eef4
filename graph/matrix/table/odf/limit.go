package odf

// What a document may claim: a few bytes repeat a cell or a row as often as they like.
// Empty ones cost nothing.
const (
	MaxRepeated = 1 << 18 // cells and rows with texts that are told by a count
	MaxStyles   = 65_490  // styles that strike out, or hide a table
	maxWalked   = 4 << 30 // bytes of XML that are read to look at all tables, since each lies behind those before it
	maxBlanks   = 1024    // blanks told by a count
)
