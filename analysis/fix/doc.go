// Package fix looks for the fewest marks of leads and supporters that a dataset lacks for
// a target: that no single organization stops some flows, that nobody leads more than a
// share of the tasks. It proposes who could have each mark, and checks the result with
// the analyses that others use.
package fix
