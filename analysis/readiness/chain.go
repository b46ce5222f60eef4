package readiness

import (
	"slices"

	"tasuki/analysis/oncall"
	"tasuki/graph"
	"tasuki/graph/hours"
)

// ReachedPost is one who is reached.
type ReachedPost struct {
	Number     int        `json:"number"`               // of the contact in its list, from 1
	Name       graph.Name `json:"name,omitzero"`        // of who is called; empty: nobody is named
	Deputy     bool       `json:"deputy,omitempty"`     // it is called in place of the contact
	Undeclared bool       `json:"undeclared,omitempty"` // its hours are not declared
}

// CallTo is a level at which somebody is reached.
type CallTo struct {
	Organization string        `json:"organization"`           // whose level it is
	Level        int           `json:"level"`                  // from 1
	Posts        []ReachedPost `json:"posts"`                  // of it that are reached, in their order
	WaitMinutes  *int          `json:"wait_minutes,omitempty"` // that who calls each level in turn has waited before; none: a level before it declares no wait
}

// Reach is whom calls get to at a time.
type Reach struct {
	Standing Standing `json:"standing"`
	First    *CallTo  `json:"first,omitempty"` // the first level at which somebody may be reached; none: nobody is
	Sure     *CallTo  `json:"sure,omitempty"`  // the first at which somebody is whose hours are declared, where that is another
}

// link is an organization that is called, from which of its levels on.
type link struct{ org, from int }

// chain is whom to call for an organization: it, the one that it escalates to, and so on
// up to the first that was called before.
type chain struct {
	g              *graph.Graph
	flow, severity string
	links          []link
	calendar       func(org int) hours.Calendar
}

func newChain(g *graph.Graph, org int, flow, severity string, calendar func(int) hours.Calendar) chain {
	c := chain{g: g, flow: flow, severity: severity, calendar: calendar}
	from, called := 1, map[int]bool{}
	for known := true; known && !called[org]; {
		called[org] = true
		o := g.Organizations()[org]
		c.links = append(c.links, link{org, min(from, max(1, len(graph.Levels(o.ContactsFor(flow, severity)))))})
		from = max(1, o.EscalatesToLevel)
		org, known = g.OrganizationIndex(o.EscalatesTo)
	}
	return c
}

// walk visits the levels in the order of calls at a moment, until visit returns false.
func (c chain) walk(at hours.Moment, visit func(org int, l oncall.Level) bool) {
	for _, k := range c.links {
		for _, l := range oncall.LevelsBy(c.g, k.org, c.flow, c.severity, &at, c.calendar) {
			if l.Number >= k.from && !visit(k.org, l) {
				return
			}
		}
	}
}

// at returns whom calls get to at a moment, in time in proportion to contacts and hours.
func (c chain) at(m hours.Moment) Reach {
	var r Reach
	wait, unknown, position := 0, false, 0
	c.walk(m, func(org int, l oncall.Level) bool {
		position++
		posts, sure := reached(l)
		if len(posts) > 0 {
			call := &CallTo{Organization: c.g.Organizations()[org].ID, Level: l.Number, Posts: posts}
			if !unknown {
				w := wait
				call.WaitMinutes = &w
			}
			switch {
			case r.First == nil:
				r.First = call
			case sure:
				r.Sure = call
			}
			if sure {
				r.Standing = Later
				if position == 1 && org == c.links[0].org {
					r.Standing = First
				}
				return false
			}
		}
		if len(posts) > 0 { // who calls knows the hours, and does not wait where nobody is
			w := l.Wait()
			wait, unknown = wait+w, unknown || w == 0
		}
		return true
	})
	switch {
	case r.Standing != "":
	case r.First != nil:
		r.Standing = Undeclared
	case position > 0:
		r.Standing = Nobody
	default:
		r.Standing = Unlisted
	}
	return r
}

// reached returns the posts of a level that are reached, and whether the hours of one of
// them are declared.
func reached(l oncall.Level) (posts []ReachedPost, sure bool) {
	for _, p := range l.Reached() {
		name, _ := p.Called()
		open := p.Standing == oncall.Open || p.DeputyCalled() && p.Deputy == oncall.Open
		posts = append(posts, ReachedPost{Number: p.Number, Name: name, Deputy: p.DeputyCalled(), Undeclared: !open})
		sure = sure || open
	}
	return posts, sure
}

// person is who is called: the post of an organization, taken to be the same wherever its
// organization and its name are; of a post without a name, its number.
type person struct {
	org    int
	name   graph.Name
	number int
}

func personOf(org int, p ReachedPost) person {
	if p.Name.IsZero() {
		return person{org: org, number: p.Number}
	}
	return person{org: org, name: p.Name}
}

// only returns the one person whom all calls get to at a moment, if it is one.
func (c chain) only(m hours.Moment) (person, bool) {
	var found []person
	c.walk(m, func(org int, l oncall.Level) bool {
		posts, _ := reached(l)
		for _, p := range posts {
			if who := personOf(org, p); !slices.Contains(found, who) {
				found = append(found, who)
			}
		}
		return len(found) < 2
	})
	if len(found) != 1 {
		return person{}, false
	}
	return found[0], true
}

// changes returns the moments from one on to before another at which anything about the
// chain may change, the first of them from itself: none twice, in order. There are at most
// as many as minutes between them.
func (c chain) changes(from, to hours.Moment) []hours.Moment {
	list := []hours.Moment{from}
	seen := map[graph.Hours]bool{}
	for _, k := range c.links {
		calendar := c.calendar(k.org)
		clear(seen)
		for _, contact := range c.g.Organizations()[k.org].ContactsFor(c.flow, c.severity) {
			for _, text := range []graph.Hours{contact.Hours, contact.Deputy.Hours} {
				r, declared := c.g.Hours(text)
				if !declared || seen[text] {
					continue
				}
				seen[text] = true
				list = append(list, changesOf(r, calendar, from, to)...)
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// changesOf returns the moments after one and before another at which hours begin or end.
func changesOf(r hours.Rules, c hours.Calendar, from, to hours.Moment) []hours.Moment {
	var list []hours.Moment
	for at, ok := r.Change(c, from, int(to-1-from)); ok; at, ok = r.Change(c, at, int(to-1-at)) {
		list = append(list, at)
	}
	return list
}
