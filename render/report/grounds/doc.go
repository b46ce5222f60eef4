// Package grounds says in the report what the conclusions about flows rest on: inferred
// handoffs, forks that nobody declared, and starts.
package grounds
