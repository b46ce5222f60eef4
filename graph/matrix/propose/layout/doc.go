// Package layout finds out where things stand on a sheet: its headings, tasks and
// parties, and what stands beside them.
package layout
