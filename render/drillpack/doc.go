// Package drillpack makes the sheets of an exercise: events, briefings,
// contacts, evaluation. The plan comes from package drill.
package drillpack
