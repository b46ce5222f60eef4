// Package observe compares what a dataset declares with what an event log shows: handoffs,
// who performed the tasks, whether flows ran as declared, and how long work waited. It
// judges nobody: what a log does not show may have happened all the same. The definitions
// are those of docs/definitions.md, "Declared against observed".
package observe
