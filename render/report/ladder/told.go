package ladder

import (
	"tasuki/analysis/escalation"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// Told says what the event of a path's timeline at a position is, and why it happens.
func Told(p messages.Printer, e escalation.Escalation, path escalation.Path, at int) (what, why document.Phrase) {
	events := path.Timeline.Events
	return happens(p, e, path, events[at]), because(p, e, path, events, at)
}

// Minute is a time on the clock, with ≥ before one that is known from below only; empty
// for what does not happen.
func Minute(m *escalation.Minutes) string { return minute(m) }
