// Package evaluation reads evaluations of drills that people have filled in, with dates and
// times as spreadsheet programs rewrite them.
package evaluation
