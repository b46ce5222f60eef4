// Package report puts the review together: its sections, sheets, summary and
// drawings. What a section says is in package section.
package report
