// Package pages deals a review out to files that link to each other: what a committee
// reads to one, and what it looks up to others.
package pages
