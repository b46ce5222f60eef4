// Package logtext reads small event logs from a text that fits into a test.
//
// One line states one event, as it stands in the log; # begins a remark:
//
//	a, 1, ops, 2026-01-05T09:00    case, activity, performer, time in UTC
//	a, 2, , 30                     nobody; minutes since 1970
//	a, 3, hw,                      no time
//
// Activities are tied to the tasks, performers to the organizations of their ID; what begins
// with - is left out by the mapping.
package logtext
