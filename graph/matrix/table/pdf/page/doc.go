// Package page tells what the pages of a PDF draw: characters, each with its place, and
// straight lines. What they mean together is left to others.
package page
