// Package numbers holds the telephone numbers and addresses that the paper of a drill
// carries. They are facts of no dataset: nothing else reads them, and nothing stores them.
package numbers

import (
	"fmt"
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

// Contact is how a level of an organization is reached.
type Contact struct {
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
		if _, ok := g.OrganizationIndex(c.Organization); !ok {
			add(path+"/organization", c.Organization, "is no declared organization; correct the ID")
		}
		reach(path, c.Name, c.Reach)
	}
	return faults
}

// Of returns the contacts at a level of an organization, in the order of the file.
func (f File) Of(organization string, level int) []Contact {
	var list []Contact
	for _, c := range f.Contacts {
		if c.Organization == organization && c.Level == level {
			list = append(list, c)
		}
	}
	return list
}

// Levels returns the highest level of an organization that has a number, 0 for none.
func (f File) Levels(organization string) int {
	highest := 0
	for _, c := range f.Contacts {
		if c.Organization == organization {
			highest = max(highest, c.Level)
		}
	}
	return highest
}
