package placement

import (
	"tasuki/graph"
)

// Certainty says whether a conclusion survives the other readings of the
// uncertain marks, and whatever else the rules may be that nobody declared. A reading gives each uncertain mark to its organization or
// to one of its alternatives, so that no organization gets the same role twice
// in one task.
type Certainty string

// The certainties.
const (
	Holds       Certainty = "holds"        // true in every reading and under every rule that may hold; also when no mark is uncertain and no rule open
	Depends     Certainty = "depends"      // true as the dataset reads, false in another reading
	Assumed     Certainty = "assumed"      // true as the dataset reads under the rules taken, false under others that nobody excluded
	Absent      Certainty = "absent"       // says that something is not declared: there is nothing to be sure of
	NotComputed Certainty = "not-computed" // there are too many readings to tell
)

// Mark is an uncertain mark.
type Mark struct {
	Task         string     `json:"task"`         // on which it stands
	Organization string     `json:"organization"` // as the dataset reads it; empty for nobody: the mark could not be read
	Role         graph.Role `json:"role"`         // lead, support or informed
	Alternatives []string   `json:"alternatives"` // other organizations, by ID; none: it may be nobody's

	Source graph.Source `json:"-"` // where it stands
}

// Move is an uncertain mark read as one of its alternatives.
type Move struct {
	Task string     `json:"task"` // on which it stands
	Role graph.Role `json:"role"` // lead, support or informed
	From string     `json:"from"` // the organization that the dataset reads; empty for nobody
	To   string     `json:"to"`   // the alternative; empty for nobody
}

// MarkRange is the number of lead marks of an organization.
type MarkRange struct {
	Organization string `json:"organization"` // its ID
	Marks        int    `json:"marks"`        // as the dataset reads
	Min          int    `json:"min"`          // fewest in any reading
	Max          int    `json:"max"`          // most in any reading
	Exact        bool   `json:"exact"`        // both ends are reached by some reading; otherwise they are bounds
}

// Range is where a figure lies over all readings.
type Range struct {
	Value float64 `json:"value"` // as the dataset reads
	Min   float64 `json:"min"`   // least in any reading
	Max   float64 `json:"max"`   // largest in any reading
	Exact bool    `json:"exact"` // both ends are reached by some reading; otherwise they are bounds
}
