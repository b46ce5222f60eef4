// Package handoffs reads what people write of handoffs without YAML: a table, with a
// row for each, and flowcharts in Mermaid. Both name tasks by ID or name; [Add] finds
// these among the tasks of a dataset and puts the handoffs into its flows.
//
// Nothing follows from the order of rows: work passes on where a row or an arrow says so.
package handoffs
