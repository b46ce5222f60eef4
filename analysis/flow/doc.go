// Package flow holds a flow as a graph: paths, reach, costs, the k best. Who is
// lost is decided by package rules.
package flow
