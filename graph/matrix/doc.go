// Package matrix reads responsibility matrices, as scans and spreadsheets
// have them, into facts.
//
// A [Reading] says how a matrix is to be read: which lines are task rows, which
// column is which organization, which glyph means lead and which support, and
// for single rows what has drifted and why. [Import] applies a reading to the
// rows of a table and accounts for every row and every mark. Package propose
// makes a reading for a matrix that has none, and package align drafts the
// corrections for one whose marks drifted.
//
// Rows stream: Import holds one row at a time, so what it needs besides its
// result does not grow with the file.
package matrix
