// Package grounds says in the report what the conclusions about flows rest on: inferred
// handoffs, forks that nobody declared, starts, and what is left or stopped where branches
// must all be done.
package grounds
