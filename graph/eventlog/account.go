package eventlog

import "tasuki/graph/said"

// Account says how a log was read, so that nothing is lost in silence: Rows is the sum of
// Events and of what was left out, but that in a log of objects an event may belong to
// several cases or to none, which stands in Notes.
type Account struct {
	Format     string  `json:"format"`               // csv, xes or ocel
	Columns    Columns `json:"columns"`              // where the facts of an event were found
	Layout     string  `json:"layout,omitempty"`     // of time stamps: a word of package stamp
	Zone       string  `json:"zone"`                 // of time stamps that say none
	ObjectType string  `json:"objectType,omitempty"` // whose objects are the cases

	Rows   int64 `json:"rows"`   // rows of a table, events of XES and OCEL
	Events int64 `json:"events"` // that the cases hold
	Cases  int64 `json:"cases"`

	LeftOut []LeftOut   `json:"leftOut,omitempty"` // in the order of Reasons
	Notes   []said.Note `json:"notes,omitempty"`   // what was taken for granted, and what else is to be known
}

// Columns are the names under which a log holds the facts of an event: headings of a
// table, keys of attributes. Empty is one that it does not have.
type Columns struct {
	Case         string `json:"case,omitempty"`
	Activity     string `json:"activity,omitempty"`
	Organization string `json:"organization,omitempty"`
	Time         string `json:"time,omitempty"`
}

// Reason is why a row is no event, or lacks a part.
type Reason string

// The reasons for which rows are left out.
const (
	NoCase     Reason = "no-case"     // the cell of the case is empty
	Uneven     Reason = "uneven"      // more cells than headings, or fewer
	UnreadTime Reason = "unread-time" // what stands for the time is none
	Lifecycle  Reason = "lifecycle"   // a transition other than complete, in a log that has complete
)

// Reasons lists the reasons in the order in which accounts list them.
func Reasons() []Reason { return []Reason{NoCase, Uneven, UnreadTime, Lifecycle} }

// LeftOut counts the rows that are left out for one reason.
type LeftOut struct {
	Reason Reason  `json:"reason"`
	Count  int64   `json:"count"`
	First  []int64 `json:"first"` // the first rows, at most MaxFirst
	Value  string  `json:"value,omitempty"`
}

// MaxFirst is how many rows are named of those that are left out for one reason.
const MaxFirst = 5
