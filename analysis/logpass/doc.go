// Package logpass passes through the cases of an event log: on several goroutines, and with
// counts by pairs of numbers.
package logpass
