// Package oncall says who of an organization is reached at an hour.
package oncall

import (
	"slices"

	"tasuki/graph"
	"tasuki/graph/hours"
)

// Standing says whether a post is reached at an hour.
type Standing string

// The standings of a post.
const (
	Open       Standing = "open"       // the hour is one of its own
	Closed     Standing = "closed"     // the hour is none of its own: it is not reached
	Undeclared Standing = "undeclared" // it declares no hours, and is taken to be reached
)

// Post is a contact at an hour.
type Post struct {
	Number   int // its place in the list of contacts, from 1
	Contact  graph.Contact
	Standing Standing // empty: no hour was asked about
	Deputy   Standing // of its deputy; empty: it has none, or no hour was asked about
}

// DeputyCalled reports whether the deputy is called in place of the post.
func (p Post) DeputyCalled() bool {
	return p.Standing == Closed && (p.Deputy == Open || p.Deputy == Undeclared)
}

// Reached reports whether the post or its deputy is reached.
func (p Post) Reached() bool { return p.Standing != Closed || p.DeputyCalled() }

// Called returns who is called: the post, or its deputy where that is reached in its
// place. The name is empty where nobody is named.
func (p Post) Called() (name graph.Name, means []graph.Means) {
	if p.DeputyCalled() {
		return p.Contact.Deputy.Name, p.Contact.Deputy.Means
	}
	return p.Contact.Name, p.Contact.Means
}

// Level is the posts that are called at the same time.
type Level struct {
	Number int // from 1
	Posts  []Post
}

// Reached returns the posts of the level that are reached, themselves or by a deputy, in
// their order.
func (l Level) Reached() []Post {
	return slices.DeleteFunc(slices.Clone(l.Posts), func(p Post) bool { return !p.Reached() })
}

// Wait returns how long the level is waited for in all calls of those who are reached,
// in minutes: as long as the one that is waited for longest; 0 where one of them declares
// no wait, or nobody is reached.
func (l Level) Wait() int {
	var reached []graph.Contact
	for _, p := range l.Reached() {
		reached = append(reached, p.Contact)
	}
	return graph.LongestWait(reached)
}

// Levels returns the levels at which an organization is called about a flow at a severity,
// both of which may be empty, at a moment: in the order of calls, those that nobody
// answers at that hour among them. Nil for the moment asks about no hour: every post is
// reached. It takes time in proportion to the contacts and their hours.
func Levels(g *graph.Graph, org int, flow, severity string, at *hours.Moment) []Level {
	return LevelsBy(g, org, flow, severity, at, g.Calendar)
}

// LevelsBy is [Levels] by other calendars of organizations than those of the dataset, such
// as calendars without holidays.
func LevelsBy(g *graph.Graph, org int, flow, severity string, at *hours.Moment, calendar func(org int) hours.Calendar) []Level {
	var levels []Level
	number := 0
	for i, contacts := range graph.Levels(g.Organizations()[org].ContactsFor(flow, severity)) {
		l := Level{Number: i + 1}
		for _, c := range contacts {
			number++
			l.Posts = append(l.Posts, PostAt(g, c, calendar(org), number, at))
		}
		levels = append(levels, l)
	}
	return levels
}

// PostAt returns a contact at a place in the list of contacts, from 1, at a moment by a
// calendar; nil asks about no hour. It takes time in proportion to its hours.
func PostAt(g *graph.Graph, c graph.Contact, by hours.Calendar, number int, at *hours.Moment) Post {
	p := Post{Number: number, Contact: c}
	if at == nil {
		return p
	}
	p.Standing = standing(g, by, c.Hours, *at)
	if !c.Deputy.IsZero() {
		p.Deputy = standing(g, by, c.Deputy.Hours, *at)
	}
	return p
}

// Horizon is for how many minutes Opens looks ahead: 400 days.
const Horizon = 400 * 24 * 60

// Opens returns the first moment after one at which a contact or its deputy, neither of
// which is reached then, is reached; ok is false when that is not within [Horizon]. It takes
// time in proportion to the days until then and their hours.
func Opens(g *graph.Graph, org int, c graph.Contact, at hours.Moment) (first hours.Moment, ok bool) {
	within := Horizon
	for _, text := range []graph.Hours{c.Hours, c.Deputy.Hours} {
		r, declared := g.Hours(text)
		if !declared {
			continue
		}
		if m, opens := r.Change(g.Calendar(org), at, within); opens {
			first, ok, within = m, true, int(m-at)
		}
	}
	return first, ok
}

func standing(g *graph.Graph, c hours.Calendar, text graph.Hours, at hours.Moment) Standing {
	r, declared := g.Hours(text)
	switch {
	case !declared:
		return Undeclared
	case r.Open(c, at):
		return Open
	}
	return Closed
}
