// Package drawings turns graphs and results into diagrams, one file per
// drawing. It places nothing.
package drawings
