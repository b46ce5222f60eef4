// Package rules holds the rules about leads and supporters, the options of
// analyses, and what becomes of a task. It knows no flow.
package rules
