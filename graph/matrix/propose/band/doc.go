// Package band knows what rows of a matrix look like that are no task: headings over
// the rows below them, totals and footnotes.
package band
