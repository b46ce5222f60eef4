// Package numbers holds the telephone numbers and addresses that the paper of a drill
// carries. They are facts of no dataset: nothing else reads them, and nothing stores them.
package numbers

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"tasuki/graph"
)

// File holds the numbers of a drill.
type File struct {
	Control  Reach     `json:"control,omitzero"` // of those who run it
	Lines    []Line    `json:"lines,omitempty"`  // that belong to no organization of the dataset
	Contacts []Contact `json:"contacts,omitempty"`
}

// Reach says how somebody is reached; what is empty is not known.
type Reach struct {
	Phone string `json:"phone,omitempty"`
	Night string `json:"night,omitempty"` // the telephone at night; empty: that of the day
	Mail  string `json:"mail,omitempty"`
	Chat  string `json:"chat,omitempty"`
}

// Line is a line with a name.
type Line struct {
	Name graph.Name `json:"name"`
	Reach
}

// Contact is how a level of an organization is reached, in its list for a flow, a severity
// or both, or else among its other contacts.
type Contact struct {
	List
	Organization string     `json:"organization"`
	Level        int        `json:"level"`         // from 1
	Name         graph.Name `json:"name,omitzero"` // who holds the post
	Reach
}

// Check returns what does not fit a graph: all of it, with paths into the file.
func (f File) Check(g *graph.Graph) graph.Problems {
	var faults graph.Problems
	add := func(path, value, format string, args ...any) {
		faults = append(faults, graph.Problem{Path: path, Value: value}.Saying(format, args...))
	}
	reach := func(path string, name graph.Name, r Reach) {
		for _, part := range [][2]string{{"name", name.JA + name.EN}, {"phone", r.Phone}, {"night", r.Night}, {"mail", r.Mail}, {"chat", r.Chat}} {
			if strings.ContainsFunc(part[1], unicode.IsControl) {
				add(path+"/"+part[0], part[1], "contains a control character; remove it")
			}
		}
	}
	reach("/control", graph.Name{}, f.Control)
	for i, l := range f.Lines {
		reach(fmt.Sprintf("/lines/%d", i), l.Name, l.Reach)
	}
	for i, c := range f.Contacts {
		path := fmt.Sprintf("/contacts/%d", i)
		if o, ok := g.OrganizationIndex(c.Organization); !ok {
			add(path+"/organization", c.Organization, "is no declared organization; correct the ID")
		} else if contacts, ok := c.contacts(g.Organizations()[o]); !ok {
			add(path, c.Flow+" "+c.Severity, "is the flow and severity of no list of contacts of %s; correct them or leave both out", c.Organization)
		} else if levels := len(graph.Levels(contacts)); levels > 0 && c.Level > levels {
			add(path+"/level", strconv.Itoa(c.Level), "is beyond the levels of %s, which has %d; declare that level or correct the number", c.Organization, levels)
		}
		reach(path, c.Name, c.Reach)
	}
	return faults
}

// List says which list of contacts of an organization is meant; empty: those for no flow
// and severity of their own.
type List struct {
	Flow     string `json:"flow,omitempty"`
	Severity string `json:"severity,omitempty"`
}

// For returns the list whose contacts are called about a flow at no severity.
func For(o graph.Organization, flow string) List {
	for _, l := range o.ContactLists {
		if l.Flow == flow && flow != "" && l.Severity == "" {
			return List{Flow: flow}
		}
	}
	return List{}
}

// contacts returns the list of an organization; ok is false where it declares none for them.
func (l List) contacts(o graph.Organization) (list []graph.Contact, ok bool) {
	if l == (List{}) {
		return o.Contacts, true
	}
	for _, declared := range o.ContactLists {
		if (List{declared.Flow, declared.Severity}) == l {
			return declared.Contacts, true
		}
	}
	return nil, false
}

// control is the name of the line of those who run a drill.
const control = "control"

// Lacks returns the lines that controllers of a scenario are reached by and that are not
// there, with paths into the scenario. A line goes by its name in a language, that of those
// who run the drill by control.
func (f File) Lacks(s graph.Scenario) graph.Problems {
	var faults graph.Problems
	names := f.lineNames()
	for i, c := range s.Controllers {
		if c.Line == "" || slices.Contains(names, c.Line) {
			continue
		}
		p := graph.Problem{Path: fmt.Sprintf("/controllers/%d/line", i), Value: c.Line}
		if len(names) > 0 {
			p = p.Saying("is no line in the file of numbers; use one of %s, or add it there under lines", strings.Join(names, ", "))
		} else {
			p = p.Saying("is no line in the file of numbers, which has none; add it there under lines")
		}
		faults = append(faults, p)
	}
	return faults
}

// lineNames returns the names of the lines in every language, in the order of the file.
func (f File) lineNames() []string {
	var names []string
	if f.Control != (Reach{}) {
		names = append(names, control)
	}
	for _, l := range f.Lines {
		for _, name := range []string{l.Name.JA, l.Name.EN} {
			if name != "" && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

// Of returns the contacts at a level of a list of an organization, in the order of the file.
func (f File) Of(organization string, of List, level int) []Contact {
	var list []Contact
	for _, c := range f.Contacts {
		if c.Organization == organization && c.List == of && c.Level == level {
			list = append(list, c)
		}
	}
	return list
}

// Levels returns the highest level of a list of an organization that has a number, 0 for
// none.
func (f File) Levels(organization string, of List) int {
	highest := 0
	for _, c := range f.Contacts {
		if c.Organization == organization && c.List == of {
			highest = max(highest, c.Level)
		}
	}
	return highest
}
