package socialnetwork

// By says what the parties of a network are.
type By string

// What parties may be.
const (
	Performer    By = "performer"    // the performers, as the log names them
	Organization By = "organization" // the organizations that the mapping ties them to
)

// Options say how the measures look further than the next event. Whoever asks states both,
// because the results say them.
type Options struct {
	// Beta is the factor by which each event in between lessens a handover, from 0 to 1;
	// 0: only what directly follows counts.
	Beta float64 `json:"beta"`
	// Depth is the largest distance between two events that is looked at where Beta is
	// above 0; at least 1. It bounds the time, which is in proportion to events * Depth.
	Depth int `json:"depth"`
	// Causal asks for handovers in causal relation as well, which takes a second pass.
	Causal bool `json:"causal"`
}

// Result are the measures of a log, by performer and by organization.
type Result struct {
	Options       Options `json:"options"`
	Performers    Network `json:"performers"`
	Organizations Network `json:"organizations"`
}

// MostPairs is how many pairs of parties are kept, in the directions that are met: all those of
// 700 parties who hand over to each other. Each takes some hundred bytes, with Beta more by
// Depth.
const MostPairs = 500_000

// Network holds the measures among the parties of one kind: performers by all events of the log,
// organizations by those whose activity is tied to a task. Events without a party are
// passed over: what stands before and behind them follows directly. A length |c| is the
// number of events of case c that have a party. Every list is in a stated order; none is nil.
type Network struct {
	By       By       `json:"by"`
	Parties  []Party  `json:"parties"`   // by name or ID
	Crowded  bool     `json:"crowded"`   // more than [MostPairs] pairs were met, so that Pairs is empty
	Pairs    []Pair   `json:"pairs"`     // of different parties with a case in common, by From, then To
	Cases    int      `json:"cases"`     // with an event that has a party
	Events   int      `json:"events"`    // that have a party
	Without  int      `json:"without"`   // events that have none
	Handover Handover `json:"handover"`  // of all parties together
	Triples  int      `json:"triples"`   // sum over cases of |c| - 2, where above 0
	Returns  Share    `json:"returns"`   // triples p, q, p of different parties, of Triples
	PingPong Share    `json:"ping_pong"` // quadruples p, q, p, q of different parties, of the sum over cases of |c| - 3, where above 0
}

// Share is a part of a whole; Percent is nil when the whole is 0.
type Share struct {
	Part    int      `json:"part"`
	Whole   int      `json:"whole"`
	Percent *float64 `json:"percent"` // 100 * Part / Whole, from 0 to 100
}

// Handover are the denominators of handover of work, and what of it parties hand to
// themselves. Two activities are in causal relation when the first is directly followed by
// the second somewhere in the log, and nowhere the second by the first.
type Handover struct {
	Successions int   `json:"successions"` // sum over cases of |c| - 1
	Self        Share `json:"self"`        // successions within one party, of all
	// Weighted is the sum over cases and distances n from 1 to Depth, below |c|, of
	// Beta^(n-1) * (|c| - n); WeightedCases the same without the last factor.
	Weighted      float64 `json:"weighted"`
	WeightedCases float64 `json:"weighted_cases"`
}

// Party is a performer or organization with what it does itself.
type Party struct {
	Name     string   `json:"name"` // or the ID of the organization
	Events   int      `json:"events"`
	Cases    int      `json:"cases"`
	Self     int      `json:"self"`      // successions within it
	SelfRate *float64 `json:"self_rate"` // Self of all successions, from 0 to 1; nil when there are none
}

// Pair holds the measures from one party to another.
type Pair struct {
	From string `json:"from"`
	To   string `json:"to"`

	// Handover counts events of To behind one of From: of all successions, and of all cases.
	Handover Measure `json:"handover"`
	// Causal counts those of them whose activities are in causal relation, over the same
	// denominators; nil unless it was asked for.
	Causal *Measure `json:"causal"`
	// Subcontracting counts events of To between two of From that are two apart: of Triples,
	// and of all cases.
	Subcontracting Measure `json:"subcontracting"`

	JointCases int      `json:"joint_cases"` // cases with an event of each
	Together   *float64 `json:"together"`    // JointCases of the cases of From: not the same in the other direction
	PingPongs  int      `json:"ping_pongs"`  // quadruples From, To, From, To
}

// Measure is a measure of the paper in its four forms: direct and with Beta, by count and by
// case. Rates are from 0 to 1; nil where their denominator is 0, and those with Beta where
// it is 0. With Beta, n is the distance of the two outer events, from 1 (handover) or 2
// (subcontracting) to Depth, and the factor Beta^(n-1) or Beta^(n-2).
type Measure struct {
	Count    int      `json:"count"`     // direct
	Cases    int      `json:"cases"`     // with at least one of Count
	Rate     *float64 `json:"rate"`      // Count of all
	CaseRate *float64 `json:"case_rate"` // Cases of all cases
	// BetaRate is the sum over cases and n of the factor times the number of such events, of
	// the sum of the factor times |c| - n, for subcontracting times n - 1 as well.
	BetaRate *float64 `json:"beta_rate"`
	// BetaCaseRate is the same with every n counted at most once in a case, of the sum over
	// cases and n of the factor.
	BetaCaseRate *float64 `json:"beta_case_rate"`
}
