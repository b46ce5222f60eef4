// Package eventlog says what an event log is: who did what in which case, and when.
// It reads no file: the packages below it do (csvlog, xes, ocel), gather puts rows of
// one case together, and mapping ties the words of a log to a dataset.
//
// A log is a stream of cases. Texts are interned, so that an event is four numbers and
// a log of any size is passed through without being held.
package eventlog
