// Package exchange writes datasets in formats of other programs: BloodHound's OpenGraph, LikeC4,
// Structurizr's DSL and draw.io.
package exchange

import (
	"fmt"
	"strings"
	"unicode"

	"tasuki/graph"
	"tasuki/render/encode"
	"tasuki/render/typeset"
)

// Identifier returns the name of a thing of one kind in languages whose names consist of
// letters, digits and underscores: the kind, an underscore, and the ID with _uf for F and
// _2d_ for a hyphen, the 2d of which is its code. Two IDs have two names, also where
// capitals are not told from small letters, and the name of one never depends on others.
func Identifier(kind, id string) string {
	var b strings.Builder
	b.WriteString(kind + "_")
	for _, r := range id {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case r >= 'A' && r <= 'Z':
			b.WriteString("_u" + string(r-'A'+'a'))
		default:
			fmt.Fprintf(&b, "_%x_", r)
		}
	}
	return b.String()
}

// clean returns a text on one line, without what XML cannot hold and with what turns the
// direction of text made visible.
func clean(text string) string {
	var b strings.Builder
	for _, r := range strings.Join(strings.Fields(text), " ") {
		switch {
		case typeset.Turns(r):
			b.WriteString(typeset.TurnSign(r))
		case !encode.InXML(r), unicode.IsControl(r):
			b.WriteRune(unicode.ReplacementChar)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// party is an organization with the tasks that stand in it: those that it leads, alone or
// as the first of their leads.
type party struct {
	graph.Organization
	at    int
	tasks []graph.Task
}

// parties returns the organizations, each with its tasks, and the tasks that nobody leads.
func parties(g *graph.Graph) (list []party, unled []graph.Task) {
	for i, o := range g.Organizations() {
		list = append(list, party{Organization: o, at: i})
	}
	for i, t := range g.Tasks() {
		if leads := g.Leads(i); len(leads) > 0 {
			list[leads[0]].tasks = append(list[leads[0]].tasks, t)
			continue
		}
		unled = append(unled, t)
	}
	return list, unled
}

// link is a relationship between two things, without equal ones.
type link struct{ from, to, kind, text string }

// marks returns the marks of organizations on tasks that do not stand in them, and those of
// an organization on a task that stands in it, by task: one cannot be related to its part.
func marks(g *graph.Graph) (across []graph.Assignment, within map[string][]string) {
	within = map[string][]string{}
	for _, a := range g.Assignments() {
		task, _ := g.TaskIndex(a.Task)
		org, _ := g.OrganizationIndex(a.Organization)
		leads := g.Leads(task)
		switch {
		case len(leads) == 0 || leads[0] != org:
			across = append(across, a)
		case a.Role != graph.Lead:
			within[a.Task] = append(within[a.Task], string(a.Role))
		}
	}
	return across, within
}

// ties returns the handoffs between tasks, each pair and text once, in the order of [graph.Graph.Handoffs].
func ties(g *graph.Graph, l graph.Lang) []link {
	seen := map[link]bool{}
	var list []link
	for _, h := range g.Handoffs() {
		text := clean(h.Artifact.In(l))
		if text == "" {
			text = string(h.Kind)
		}
		x := link{h.From, h.To, string(h.Kind), text}
		if !seen[x] {
			seen[x] = true
			list = append(list, x)
		}
	}
	return list
}
