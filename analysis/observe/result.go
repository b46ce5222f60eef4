package observe

import "tasuki/graph"

// Result is what a log shows of a dataset. Every list is in a stated order; none is nil.
type Result struct {
	Log        Extent       `json:"log"`
	Handoffs   Handoffs     `json:"handoffs"`
	Performers Performers   `json:"performers"`
	Flows      []FlowResult `json:"flows"` // of every declared flow, by ID
	Footprints Footprints   `json:"footprints"`
	Network    Network      `json:"network"` // of organizations, by the handoffs that were seen
	Unmapped   Unmapped     `json:"unmapped"`
}

// Extent says how much of a log was compared. A mapped event is one whose activity is tied
// to a task; only these are compared. First and Last are the times of mapped events in
// microseconds since 1970 in UTC; nil when none has a time.
type Extent struct {
	Cases       int    `json:"cases"`        // of the log
	Events      int    `json:"events"`       // of the log
	Mapped      int    `json:"mapped"`       // events whose activity is tied to a task
	MappedCases int    `json:"mapped_cases"` // cases with a mapped event
	Untimed     int    `json:"untimed"`      // mapped events without a time
	First       *int64 `json:"first"`
	Last        *int64 `json:"last"`
}

// Share is a part of a whole; Percent is nil when the whole is 0, because nothing is known
// then.
type Share struct {
	Part    int      `json:"part"`
	Whole   int      `json:"whole"`
	Percent *float64 `json:"percent"` // 100 * Part / Whole, from 0 to 100
}

// Handoffs are the handoffs that are declared or were seen. A handoff of a task to itself
// is none: an event that directly follows one of the same task, and that no declared
// handoff leads to, is counted in Repeats alone.
type Handoffs struct {
	Declared   []Declared   `json:"declared"`   // every declared pair of tasks, by From, then To
	Undeclared []Undeclared `json:"undeclared"` // pairs that were seen and are not declared: the most often seen first, then by From, To
	Repeats    int          `json:"repeats"`

	PairPrecision  Share `json:"pair_precision"`  // declared pairs among those that were seen
	PairRecall     Share `json:"pair_recall"`     // seen pairs among those that are declared
	ReachedRecall  Share `json:"reached_recall"`  // seen pairs among the declared ones whose From was reached by a case
	CountPrecision Share `json:"count_precision"` // times that a declared pair was seen among the times that any pair was
	CountRecall    Share `json:"count_recall"`    // of the times that a branch had work to hand on, those that it was seen to
}

// Seen says how often a pair of tasks was seen, and in which cases.
type Seen struct {
	Count    int      `json:"count"`    // events of To to which the pair led
	Cases    int      `json:"cases"`    // with at least one
	First    *int64   `json:"first"`    // the earliest time of these events, in microseconds since 1970 in UTC; nil: none has a time
	Last     *int64   `json:"last"`     // the latest
	Examples []string `json:"examples"` // IDs of the first three of the cases, as the log has them
	Wait     Wait     `json:"wait"`     // from the event of From to that of To
}

// Declared is a declared pair of tasks. One that was not seen is not called wrong: a
// telephone leaves no log.
type Declared struct {
	From         string        `json:"from"`
	To           string        `json:"to"`
	Declarations []Declaration `json:"declarations"` // by flow, branch, kind; of no flow last
	FromCases    int           `json:"from_cases"`   // cases that reached From: of so many it could be seen
	FromEvents   int           `json:"from_events"`  // events of From
	Seen
}

// Declaration is a place where a pair is declared.
type Declaration struct {
	Flow     string            `json:"flow"`             // empty: of no flow
	Branch   string            `json:"branch,omitempty"` // empty: it has none
	Kind     graph.HandoffKind `json:"kind"`
	Optional bool              `json:"optional,omitempty"`
	Minutes  *int              `json:"minutes"` // nil: not declared

	PastGateway bool `json:"past_gateway,omitempty"` // no handoff says so itself: work goes past gateways that no log names
}

// Undeclared is a pair of tasks that follow each other directly, though no declared handoff
// leads to the second event.
type Undeclared struct {
	From string `json:"from"`
	To   string `json:"to"`
	Seen
}

// Wait says how long a handoff took, in minutes. P50 and P90 are the least measured wait
// which at least half, or nine tenths, of the measured waits do not exceed (definition 1 of
// Hyndman and Fan, The American Statistician 50(4), 1996). They are exact up to
// [ExactWaits] measured waits; of more, they are off by at most [WaitError] of their value.
type Wait struct {
	Measured  int      `json:"measured"`   // waits above 0
	Zero      int      `json:"zero"`       // both events have one time
	Negative  int      `json:"negative"`   // the log has the second event before the first
	Untimed   int      `json:"untimed"`    // one of the events has no time
	WholeDays int      `json:"whole_days"` // of Measured: multiples of 24 hours, as where a log has dates alone
	Exact     bool     `json:"exact"`
	P50       *float64 `json:"p50"` // minutes; nil when nothing is measured
	P90       *float64 `json:"p90"`
}

// Minutes is a wait proposed as the minutes of a declared handoff: P50, rounded up to whole
// minutes. A log does not tell flows apart, so every declaration of a pair gets the same.
type Minutes struct {
	Flow     string            `json:"flow"` // empty: of no flow
	From     string            `json:"from"`
	To       string            `json:"to"`
	Kind     graph.HandoffKind `json:"kind"`
	Branch   string            `json:"branch,omitempty"`
	Declared *int              `json:"declared"` // nil: none
	Minutes  int               `json:"minutes"`
	Measured int               `json:"measured"` // waits that it rests on
}

// Unmapped counts what the mapping does not tie, by value: the most events first, then by
// name. An empty name stands for events without an activity; events that the log gives to
// nobody are counted in [Performers].
type Unmapped struct {
	Activities        []Value `json:"activities"`
	IgnoredActivities []Value `json:"ignored_activities"`
	Performers        []Value `json:"performers"` // of mapped events
	IgnoredPerformers []Value `json:"ignored_performers"`
}

// Value is a value of the log.
type Value struct {
	Name   string `json:"name"`
	Events int    `json:"events"`
	Cases  int    `json:"cases"`
}
