// Package html writes sheets as HTML and takes drawings into a page. The page
// of the report is in package report.
package html
