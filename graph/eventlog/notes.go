package eventlog

import "tasuki/graph/said"

// WithoutTime is the note of how many events, from 1, have no time.
func WithoutTime(n int64) said.Note {
	return said.Notef("events without a time: %d; each stands behind the row before it", n)
}

// WithoutHour is the note of how many events, from 1, have a day alone for their time in a
// log that has times of day as well.
func WithoutHour(n int64) said.Note {
	return said.Notef("events whose time is a day alone, among others with the hour: %d; their order within the day is not known, so that each stands behind the row before it and is in no wait", n)
}

// WithoutPerformer is the note of how many events, from 1, the log gives to nobody.
func WithoutPerformer(n int64) said.Note {
	return said.Notef("events without a performer: %d", n)
}
