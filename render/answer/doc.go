// Package answer prints rows that a question returned, and results as JSON with
// their schemas. It asks nothing.
package answer
