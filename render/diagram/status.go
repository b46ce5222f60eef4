package diagram

import "tasuki/render/messages"

// Status says what a change does to a part of a drawing, or what drills or a log have shown of it.
type Status int

// The statuses.
const (
	Same          Status = iota // nothing
	GoneStatus                  // it is taken away
	LeftStatus                  // the organization no longer does the task in this row
	CameStatus                  // it is new
	BreaksStatus                // a task that nobody does, a handoff that cannot be made
	StandInStatus               // a task that a supporter does in place of a lead
	ChangedStatus               // it is otherwise than before; of a task, others do it

	ConfirmedStatus    // a handoff that drills have confirmed
	InconclusiveStatus // one that was done, without showing whether it works
	NotPerformedStatus // one that was not done when it was last to be
	OverAYearStatus    // one that was last tested more than a year ago
	NeverStatus        // one that no drill has been recorded of
	UnexercisedStatus  // one that the drill which is asked about has no entry of

	SeenStatus       // a declared handoff that a log shows, as wide as it was often seen
	NotSeenStatus    // a declared one that it does not show
	UndeclaredStatus // one that it shows, and that is not declared
)

// Sign returns the character that stands for a status, wherever it is drawn; "" for [Same]
// and those that the line alone tells.
func (s Status) Sign() string {
	return [...]string{"", "−", "−", "+", "×", "△", "~", "○", "△", "×", "!", "−", "−", "", "", "+"}[s]
}

// Word returns what a program calls a status; "" for [Same].
func (s Status) Word() string {
	return [...]string{"", "gone", "left", "came", "breaks", "stand-in", "changed", "confirmed", "inconclusive", "not-performed", "over-a-year", "never", "unexercised", "seen", "not-seen", "undeclared"}[s]
}

// OfHandoff reports whether a status says what drills or a log have shown of a handoff.
func (s Status) OfHandoff() bool { return s >= ConfirmedStatus }

// NameOfStatus says what a status stands for.
func NameOfStatus(s Status, lang messages.Language) string {
	switch s {
	case GoneStatus:
		return lang.Plain("taken away (dashed; text struck through)")
	case LeftStatus:
		return lang.Plain("no longer does the task in this row (dashed)")
	case CameStatus:
		return lang.Plain("new (thick)")
	case BreaksStatus:
		return lang.Plain("breaks: nobody does the task, or the handoff cannot be made (thick, dashed)")
	case StandInStatus:
		return lang.Plain("degraded: a supporter stands in")
	case ChangedStatus:
		return lang.Plain("otherwise than before; of a task: others do it")
	case ConfirmedStatus:
		return lang.Plain("confirmed (thick)")
	case InconclusiveStatus:
		return lang.Plain("inconclusive (thin, black)")
	case NotPerformedStatus:
		return lang.Plain("not performed (thick, dashed)")
	case OverAYearStatus:
		return lang.Plain("tested, but more than a year ago (thin, grey)")
	case NeverStatus:
		return lang.Plain("never exercised (thin, grey, dashed)")
	case UnexercisedStatus:
		return lang.Plain("not exercised in this drill (thin, grey, dashed)")
	case NotSeenStatus:
		return lang.Plain("declared, not seen in the log (thin, grey, dashed)")
	case UndeclaredStatus:
		return lang.Plain("seen in the log, not declared (thin, dotted)")
	}
	return ""
}

// statuses returns which statuses a diagram has.
func (d Diagram) statuses() map[Status]bool {
	has := map[Status]bool{}
	for _, l := range d.Lanes {
		has[l.Status] = true
	}
	for _, n := range d.Nodes {
		has[n.Status] = true
	}
	for _, e := range d.Edges {
		has[e.Status] = true
	}
	return has
}

// Changed reports whether a diagram shows a change, or what drills or a log have shown.
func (d Diagram) Changed() bool {
	has := d.statuses()
	return len(has) > 1 || len(has) == 1 && !has[Same]
}

// FullTitle returns the title with what is changed.
func (d Diagram) FullTitle() string {
	if d.Change == "" {
		return d.Title
	}
	return d.Plain("{1}: {2}", d.Title, d.Change)
}
