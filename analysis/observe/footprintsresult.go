package observe

// Footprints are those of the activities of the log, and of its mapped tasks beside what is
// declared.
type Footprints struct {
	Activities Footprint  `json:"activities"` // of all events with an activity, as pm4py computes it
	Tasks      Footprint  `json:"tasks"`      // of the mapped events
	Compared   []Footmark `json:"compared"`   // pairs of tasks whose declared and observed relations differ, by A, then B
	Agreement  Share      `json:"agreement"`  // pairs with one relation among those with a relation in either
}

// Footprint holds the relations of a log by direct succession (van der Aalst, Weijters and
// Maruster, IEEE TKDE 16(9), 2004).
type Footprint struct {
	Names    []string    `json:"names"`    // by code point, as all lists here
	Follows  []Follow    `json:"follows"`  // pairs that follow each other directly, by From, then To
	Sequence []NamePair  `json:"sequence"` // From is directly followed by To, and never the other way round
	Parallel []NamePair  `json:"parallel"` // each directly follows the other; both orders, and a name with itself
	Start    []NameCount `json:"start"`    // first of a case
	End      []NameCount `json:"end"`      // last of a case
	Always   []string    `json:"always"`   // in every case
	Shortest int         `json:"shortest"` // events of the shortest case that has any; 0 when there is none
}

// Follow counts how often a name directly follows another.
type Follow struct {
	From  string `json:"from"`
	To    string `json:"to"`
	Count int    `json:"count"`
}

// NamePair is an ordered pair of names.
type NamePair struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// NameCount is a name with how often it was met.
type NameCount struct {
	Name  string `json:"name"`
	Count int    `json:"count"`
}

// Relation is how two tasks follow each other.
type Relation string

// The relations of A and B.
const (
	Before  Relation = "before"   // A, then B
	After   Relation = "after"    // B, then A
	Beside  Relation = "parallel" // in either order
	Neither Relation = "neither"  // never directly
)

// Footmark is a pair of different tasks, A before B by ID, whose relations differ.
type Footmark struct {
	A        string   `json:"a"`
	B        string   `json:"b"`
	Declared Relation `json:"declared"`
	Observed Relation `json:"observed"`
}
