// Package markdown reads the tables of a Markdown text: those between bars, and those
// in HTML.
package markdown
