// Package readiness says who is reached at each minute of a week: for each flow, at those
// who lead its tasks, whom a call gets to first, and where it gets to nobody.
package readiness
