// Package parts opens files that are zips of XML, as spreadsheet and word processing
// programs write them, within limits on what a few bytes can claim.
package parts
