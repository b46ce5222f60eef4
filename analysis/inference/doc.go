// Package inference says how much of what is concluded about flows rests on handoffs
// that were inferred, on forks that nobody declared either way, and on which start is
// looked at.
package inference
