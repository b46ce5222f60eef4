// Package assistant answers questions about a dataset over the Model Context Protocol:
// one file per tool, each of which only reads. What is computed is decided in analysis.
package assistant
