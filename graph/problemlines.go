package graph

import (
	"fmt"
	"slices"
	"strings"

	"tasuki/graph/said"
)

// How many problems of one kind are listed one by one before they become one line,
// and how many places that line names.
const (
	linesOfEqual = 3  // of the same value
	linesOfKind  = 10 // of different values
	namedPlaces  = 3
)

// Error lists the problems, one a line, in their order. More than a few that say the
// same of the same value are one line with their number and the first places; so are
// the problems of a kind that would take more than ten lines.
func (ps Problems) Error() string { return ps.say(func(form string) string { return form }) }

// In lists the problems as Error does, each form of what is said put into another one.
func (ps Problems) In(form func(string) string) string {
	list := slices.Clone(ps)
	for i := range list {
		p := &list[i]
		if p.Kind == "" {
			p.Kind, p.Message = p.Message, form(p.Message)
		} else {
			p.Message = said.Sprint(form, p.Kind, p.Args)
		}
	}
	return list.say(form)
}

func (ps Problems) say(form func(string) string) string {
	var groups []problemGroup
	for _, kind := range ps.groups(func(p Problem) string { return p.kind() }) {
		groups = append(groups, kind.lines(ps)...)
	}
	slices.SortStableFunc(groups, func(a, b problemGroup) int { return a.members[0] - b.members[0] })
	lines := make([]string, len(groups))
	for i, g := range groups {
		lines[i] = g.line(ps, form)
	}
	return strings.Join(lines, "\n")
}

// problemGroup are problems that may be said in one line, by their position.
type problemGroup struct {
	members []int
	count   int
}

// groups parts the problems by a key, in the order of their first members.
func (ps Problems) groups(key func(Problem) string) []problemGroup {
	all := problemGroup{members: make([]int, len(ps))}
	for i := range ps {
		all.members[i] = i
	}
	return all.part(ps, key)
}

func (g problemGroup) part(ps Problems, key func(Problem) string) []problemGroup {
	var parts []problemGroup
	known := map[string]int{}
	for _, i := range g.members {
		k := key(ps[i])
		at, ok := known[k]
		if !ok {
			at = len(parts)
			known[k] = at
			parts = append(parts, problemGroup{})
		}
		parts[at].members = append(parts[at].members, i)
		parts[at].count += 1 + ps[i].More
	}
	return parts
}

// lines returns the groups in which problems of one kind are said.
func (g problemGroup) lines(ps Problems) []problemGroup {
	var lines []problemGroup
	for _, equal := range g.part(ps, func(p Problem) string { return p.Value }) {
		if equal.count > linesOfEqual {
			lines = append(lines, equal)
			continue
		}
		for _, i := range equal.members {
			lines = append(lines, problemGroup{[]int{i}, 1 + ps[i].More})
		}
	}
	if len(lines) > linesOfKind {
		return []problemGroup{g}
	}
	return lines
}

// line says what is wrong once, how often, and where it is too.
func (g problemGroup) line(ps Problems, form func(string) string) string {
	first := ps[g.members[0]]
	if g.count == 1 {
		return first.String()
	}
	var also []string
	for _, i := range g.members[1:min(len(g.members), namedPlaces)] {
		where := ps[i].place()
		if ps[i].Value != first.Value {
			where = strings.TrimSuffix(fmt.Sprintf(form("%q at %s"), said.Cut(ps[i].Value, 60), where), " at ")
		}
		if where != "" {
			also = append(also, where)
		}
	}
	if len(also) == 0 {
		return fmt.Sprintf(form("%s (%d times)"), first, g.count)
	}
	return fmt.Sprintf(form("%s (%d times, also: %s)"), first, g.count, strings.Join(also, ", "))
}
