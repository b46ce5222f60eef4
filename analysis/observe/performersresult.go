package observe

// Standing says what mark whoever performed an event has on its task.
type Standing string

// The standings. Of several marks the first of these counts; where another reading of
// uncertain or unread marks gives another standing, it is Uncertain.
const (
	Lead        Standing = "lead"
	Support     Standing = "support"
	Accountable Standing = "accountable"
	Informed    Standing = "informed"
	Unmarked    Standing = "unmarked"
	Uncertain   Standing = "uncertain"
	Unknown     Standing = "unmapped" // the performer is tied to no organization
	Ignored     Standing = "ignored"  // the mapping leaves the performer out
	Nobody      Standing = "nobody"   // the log names nobody
)

// Standings returns all standings in their order.
func Standings() []Standing {
	return []Standing{Lead, Support, Accountable, Informed, Unmarked, Uncertain, Unknown, Ignored, Nobody}
}

// Counts are events by the standing of whoever performed them.
type Counts struct {
	Lead        int `json:"lead"`
	Support     int `json:"support"`
	Accountable int `json:"accountable"`
	Informed    int `json:"informed"`
	Unmarked    int `json:"unmarked"`
	Uncertain   int `json:"uncertain"`
	Unmapped    int `json:"unmapped"`
	Ignored     int `json:"ignored"`
	Nobody      int `json:"nobody"`
}

// Performers say who performed the mapped events, against the matrix. Lead is the share of
// events by a lead among those whose standing is sure, which is everything but uncertain,
// unmapped, ignored and nobody.
type Performers struct {
	Counts        Counts                  `json:"counts"`
	Lead          Share                   `json:"lead"`
	Tasks         []TaskPerformers        `json:"tasks"`         // tasks with events, by ID
	Organizations []OrganizationPerformed `json:"organizations"` // with events, by ID
	Pairs         []Performed             `json:"pairs"`         // by Task, then Organization
	Drift         Drift                   `json:"drift"`
}

// TaskPerformers are the events of a task.
type TaskPerformers struct {
	Task   string `json:"task"`
	Events int    `json:"events"`
	Cases  int    `json:"cases"`
	Counts Counts `json:"counts"`
	Lead   Share  `json:"lead"`
}

// OrganizationPerformed are the events of an organization. Its last three counts are 0.
type OrganizationPerformed struct {
	Organization string `json:"organization"`
	Events       int    `json:"events"`
	Cases        int    `json:"cases"`
	Counts       Counts `json:"counts"`
	Lead         Share  `json:"lead"`
}

// Performed are the events of a task by an organization.
type Performed struct {
	Task         string   `json:"task"`
	Organization string   `json:"organization"`
	Standing     Standing `json:"standing"`
	MayLead      bool     `json:"may_lead"` // of an uncertain standing: some reading makes it a lead
	Events       int      `json:"events"`
	Cases        int      `json:"cases"`
	First        *int64   `json:"first"` // microseconds since 1970 in UTC; nil: no event has a time
	Last         *int64   `json:"last"`
	Examples     []string `json:"examples"` // the first three cases
}

// Period is the length of the periods of [Drift].
type Period string

// The periods, in UTC; a week begins on Monday.
const (
	Day     Period = "day"
	Week    Period = "week"
	Month   Period = "month"
	Quarter Period = "quarter"
	Year    Period = "year"
)

// Drift says how standings change over time: by the shortest period of which the log covers
// at most 36, else by year. Years outside of 1970 to 2099 are no part of it.
type Drift struct {
	Period  Period      `json:"period"`  // empty when no event has such a time
	Parts   []DriftPart `json:"parts"`   // every period from the first to the last, also those without events
	Outside int         `json:"outside"` // mapped events without a time, or outside of these years
}

// DriftPart is a period.
type DriftPart struct {
	Start  string `json:"start"` // its first day, such as 2026-01-31
	Counts Counts `json:"counts"`
	Lead   Share  `json:"lead"`
}
