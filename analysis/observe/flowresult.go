package observe

// FlowResult says in how many cases a flow ran as declared. A case is looked at by its
// events of the tasks of the flow alone.
type FlowResult struct {
	Flow       string      `json:"flow"`
	Cases      int         `json:"cases"`      // with an event of one of its tasks
	Started    int         `json:"started"`    // of Cases: with an event of one of its starts
	Reached    int         `json:"reached"`    // of Started: with an event of one of its goals
	Explained  Share       `json:"explained"`  // cases that some solution explains, of Started
	Looped     int         `json:"looped"`     // of those explained: after work went back by declared handoffs
	Unfinished int         `json:"unfinished"` // of Started: not explained, only for what is missing, and no goal reached: perhaps they still run
	Deviations []Deviation `json:"deviations"` // what keeps cases from being explained: the most cases first, then by kind, From, Branch, To
}

// DeviationKind says how a case deviates from a flow.
type DeviationKind string

// The kinds of deviation.
const (
	NotStarted DeviationKind = "not-started"  // work begins at To, which is no start
	Missing    DeviationKind = "missing"      // From hands on in Branch to nobody; To is named where the branch has it alone
	OutOfOrder DeviationKind = "out-of-order" // To stands before From, which hands on to it
	Extra      DeviationKind = "extra"        // To came though no task of the case hands on to it; From is the task before it
	Repeated   DeviationKind = "repeated"     // To came again though nothing was handed on to it; From is the task before it
	Both       DeviationKind = "both"         // To came beside another alternative that was taken in its place
)

// DeviationKinds returns all kinds in their order.
func DeviationKinds() []DeviationKind {
	return []DeviationKind{NotStarted, Missing, OutOfOrder, Extra, Repeated, Both}
}

// Deviation is one way in which cases deviate from a flow. A case may have several.
type Deviation struct {
	Kind     DeviationKind `json:"kind"`
	From     string        `json:"from,omitempty"`
	Branch   string        `json:"branch,omitempty"`
	To       string        `json:"to,omitempty"`
	Cases    int           `json:"cases"`
	Examples []string      `json:"examples"` // the first three cases
}
