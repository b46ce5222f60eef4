package readiness

import "slices"

// Standing says how far calls get at a time.
type Standing string

// The standings, from good to bad.
const (
	First      Standing = "first"      // to a post of the first level, or its deputy, whose hours are declared
	Later      Standing = "later"      // only at a later level, or at an organization that it is escalated to
	Undeclared Standing = "undeclared" // to nobody but posts that declare no hours: it is not known whether they are reached
	Unlisted   Standing = "unlisted"   // nobody declares a contact: it is not known who is called
	Nobody     Standing = "nobody"     // contacts are declared, and at this time none is reached
)

// Standings returns the standings from good to bad.
func Standings() []Standing { return []Standing{First, Later, Undeclared, Unlisted, Nobody} }

// Worse reports whether s is a worse standing than other.
func (s Standing) Worse(other Standing) bool { return rank(s) > rank(other) }

// Reached reports whether somebody whose hours are declared is reached.
func (s Standing) Reached() bool { return s == First || s == Later }

func rank(s Standing) int { return slices.Index(Standings(), s) }

// worst returns the worst of some standings, at least one.
func worst(list []Standing) Standing {
	return slices.MaxFunc(list, func(a, b Standing) int { return rank(a) - rank(b) })
}

// best returns the best of some standings, at least one.
func best(list []Standing) Standing {
	return slices.MinFunc(list, func(a, b Standing) int { return rank(a) - rank(b) })
}

// HourCounts are hours, each counted by the worst of its minutes.
type HourCounts struct {
	First      int `json:"first"`
	Later      int `json:"later"`
	Undeclared int `json:"undeclared"`
	Unlisted   int `json:"unlisted"`
	Nobody     int `json:"nobody"`
}

// Reached returns in how many hours somebody whose hours are declared is reached all the
// time.
func (c HourCounts) Reached() int { return c.First + c.Later }

func counted(hours []Standing) HourCounts {
	var c HourCounts
	for _, s := range hours {
		*map[Standing]*int{First: &c.First, Later: &c.Later, Undeclared: &c.Undeclared, Unlisted: &c.Unlisted, Nobody: &c.Nobody}[s]++
	}
	return c
}
