// Package analysis computes who is the bottleneck, whose absence stops a flow,
// and whom to call next. Its functions are pure: a [graph.Graph] and options
// in, a result out. They read no store, file, clock or source of chance, and
// the same facts give the same bytes, whatever order they were declared in.
//
// [Analyze] runs everything and returns one [findings.Review]. Results hold IDs, not
// names; every list is in a stated order and, when empty, an empty list; a
// number that is not known is a nil pointer, never zero. Sums run in the order
// of the IDs, and nothing is rounded: that is left to whoever prints.
//
// A way of a flow is a sequence of its handoffs from a start task to a goal
// task. Where handoffs fork, each branch is a way of its own: the data do not
// say whether all branches of a fork are needed, so a flow counts as passable
// while one way is.
package analysis
