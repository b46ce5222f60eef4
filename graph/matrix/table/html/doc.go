// Package html reads the tables of a web page, as browsers, wikis and spreadsheet
// programs save it.
package html
