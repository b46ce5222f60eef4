// Package graphtext reads small datasets from a text that fits into a test.
//
// One line states one fact; # begins a remark. Organizations, phases and
// categories that are only mentioned are declared by that, each named by its
// ID.
//
//	rules each none             lead rule, support rule
//	org ops vendor "Operations" kind, name; both may be missing
//	org hw < group              a parent
//	category c < b              a category below another; phase likewise
//	1: ops* hw dev~             task 1: ops leads, hw supports, dev is informed
//	2 phase=p category=c timing=daily: ops*?hw|dev
//	                            an uncertain mark, with its alternatives
//	3 "Restore data":           a task without marks, with a name
//	flow f from 1 to 3: 1 -> 2 -> 3, 2 -report-> 3 "fault slip"
//	                            starts, goals (commas between several), handoffs
//	handoffs: 3 -> 1            handoffs of no flow
//
// An arrow without a kind is a sequence. A text in quotes behind a handoff is
// its artifact.
package graphtext
