// Package table reads rows of every file format, each cell with its address.
// What a cell means is left to package matrix.
package table
