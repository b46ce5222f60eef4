// Package graph is the domain of Tasuki: who leads and who supports which
// task, and how work is handed from one task to the next.
//
// A [Dataset] holds plain facts, in any order, right or wrong. [New] checks
// them and returns a [Graph]: the same facts in a stated order with indexes
// over them, never changed afterwards. What is wrong with the facts comes back
// as [Problems], all of them at once; facts that are unwelcome but true, such
// as a task that nobody leads, are no problem: finding them is the work of
// package findings.
//
// Data travels one way:
//
//	file or database -> Dataset -> New -> *Graph -> analysis -> render
package graph
