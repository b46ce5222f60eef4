// Package sign tells marks from texts by what they look like: the notation of a sheet,
// what fills its empty cells, and what could be a mark that nothing is known of.
package sign
