package escalation

import (
	"slices"

	"tasuki/analysis/oncall"
	"tasuki/graph"
	"tasuki/graph/hours"
)

// Called is a post of a level that is called, or is not because nobody is reached there. A
// post and its deputy are two of them where the one is called first and then the other.
type Called struct {
	Contact graph.Name    `json:"contact,omitzero"` // the post, or its deputy; of one that is closed, the post
	Means   []graph.Means `json:"means,omitempty"`  // by which it is called, the first one first
	Rule    PostRule      `json:"rule"`
	After   int           `json:"after"`           // minutes from the first call of the level to its first call
	Calls   int           `json:"calls"`           // how often it is called; 0: it is closed
	Wait    *int          `json:"wait_minutes"`    // for an answer to each call; nil: not declared
	Opens   string        `json:"opens,omitempty"` // when a closed post or its deputy is reached next, with the offset of its clocks; empty: not within 400 days
	Source  graph.Source  `json:"source,omitzero"` // the line that declares the post
}

// PostRule says why a post is called or not.
type PostRule string

// The rules of posts.
const (
	PostAside            PostRule = "hours-aside"             // no hour was asked about
	PostOwnHours         PostRule = "own-hours"               // the hour is one of its own
	PostUndeclared       PostRule = "hours-undeclared"        // it declares no hours, and is taken to be reached
	PostDeputy           PostRule = "deputy"                  // a deputy whose hour it is, in its place
	PostDeputyUndeclared PostRule = "deputy-hours-undeclared" // a deputy who declares no hours, in its place
	PostClosed           PostRule = "closed"                  // neither it nor a deputy is reached
)

// attempt is what becomes of a call in one case.
type attempt struct {
	after  duration // since the first call of the list
	posts  []Called // nil: there is no level
	closed bool     // nobody of the level is reached then
	wait   *int     // for answers to all its calls; nil: not declared
	final  duration // from its first call to its last
}

// answers reports whether somebody is called who is named.
func (a attempt) answers() bool {
	return slices.ContainsFunc(a.posts, func(p Called) bool { return p.Calls > 0 && !p.Contact.IsZero() })
}

// same reports whether the first calls of both are of the same posts, for the same reasons.
func (a attempt) same(b attempt) bool {
	return slices.EqualFunc(a.atOnce(), b.atOnce(), func(p, q Called) bool {
		return p.Contact == q.Contact && p.Rule == q.Rule && p.Source == q.Source && p.Opens == q.Opens
	})
}

// atOnce returns the posts that are called first, each once, and those that are closed.
func (a attempt) atOnce() []Called {
	list := slices.DeleteFunc(slices.Clone(a.posts), func(p Called) bool { return p.After > 0 })
	for i := range list {
		list[i].Calls = min(1, list[i].Calls)
	}
	return list
}

// attempt calls a level at a moment; nil asks about no hour.
func (e *escalator) attempt(c call, at *hours.Moment) attempt {
	a := attempt{closed: c.level > 0}
	longest, final := 0, 0
	for i, contact := range c.contacts {
		calls := e.post(c.organization, c.number+i, contact, at)
		a.posts = append(a.posts, calls...)
		last := calls[len(calls)-1]
		switch {
		case last.Calls == 0:
			continue
		case last.Wait == nil:
			longest = -1
			if last.Calls > 1 {
				a.final.unknown = 1
			}
		case longest >= 0:
			longest = max(longest, last.After+last.Calls**last.Wait)
		}
		a.closed = false
		if last.Wait != nil && !last.Contact.IsZero() {
			final = max(final, last.After+(last.Calls-1)**last.Wait)
		}
	}
	a.final.atLeast = final
	a.wait = positive(max(0, longest))
	return a
}

// post returns the calls of a post from a moment on: it is called again, or its deputy, as
// often as it declares, and as long as one of both is reached when that call is made.
func (e *escalator) post(org, number int, c graph.Contact, at *hours.Moment) []Called {
	var list []Called
	for k := range c.Repeats + 1 {
		var then *hours.Moment
		if at != nil {
			m := *at + hours.Moment(k*c.WaitMinutes)
			then = &m
		}
		p := oncall.PostAt(e.g, c, e.g.Calendar(org), number, then)
		if !p.Reached() {
			if k == 0 {
				list = append(list, e.closedPost(org, c, *at))
			}
			break
		}
		if n := len(list) - 1; n >= 0 && list[n].Rule == ruleOf(p) {
			list[n].Calls++
			continue
		}
		name, means := p.Called()
		list = append(list, Called{Contact: name, Means: means, Rule: ruleOf(p), After: k * c.WaitMinutes, Calls: 1, Wait: positive(c.WaitMinutes), Source: c.Source})
	}
	return list
}

func (e *escalator) closedPost(org int, c graph.Contact, at hours.Moment) Called {
	post := Called{Contact: c.Name, Means: c.Means, Rule: PostClosed, Wait: positive(c.WaitMinutes), Source: c.Source}
	if m, ok := oncall.Opens(e.g, org, c, at); ok {
		post.Opens = e.g.Calendar(org).Stamp(m)
	}
	return post
}

func ruleOf(p oncall.Post) PostRule {
	switch {
	case p.DeputyCalled() && p.Deputy == oncall.Undeclared:
		return PostDeputyUndeclared
	case p.DeputyCalled():
		return PostDeputy
	case p.Standing == oncall.Open:
		return PostOwnHours
	case p.Standing == oncall.Undeclared:
		return PostUndeclared
	}
	return PostAside
}
