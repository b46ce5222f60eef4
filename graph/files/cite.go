package files

import (
	"fmt"
	"slices"

	"tasuki/graph"
)

// cite gives contacts and outside reports the lines of the file that declare them, so
// that who is called can be traced back there.
func cite(p *part) {
	if p.doc == nil {
		return
	}
	line := func(format string, at ...any) graph.Source {
		s := p.doc.Locate(fmt.Sprintf(format, at...))
		return graph.Source{File: s.File, Line: s.Line}
	}
	contacts := func(list []graph.Contact, path string) []graph.Contact {
		list = slices.Clone(list)
		for i := range list {
			if list[i].Source == (graph.Source{}) {
				list[i].Source = line("%s/%d", path, i)
			}
		}
		return list
	}
	p.facts.Organizations = slices.Clone(p.facts.Organizations)
	for i := range p.facts.Organizations {
		o := &p.facts.Organizations[i]
		path := fmt.Sprintf("/organizations/%d", p.stood("organizations", i))
		o.Contacts = contacts(o.Contacts, path+"/contacts")
		o.ContactLists = slices.Clone(o.ContactLists)
		for j := range o.ContactLists {
			o.ContactLists[j].Contacts = contacts(o.ContactLists[j].Contacts, fmt.Sprintf("%s/contact_lists/%d/contacts", path, j))
		}
	}
	p.facts.OutsideReports = slices.Clone(p.facts.OutsideReports)
	for i := range p.facts.OutsideReports {
		if r := &p.facts.OutsideReports[i]; r.Source == (graph.Source{}) {
			r.Source = line("/outside_reports/%d", i)
		}
	}
}

// stood returns where an entry of a list stood in the file.
func (p *part) stood(list string, i int) int {
	if from := p.kept[list]; i < len(from) {
		return from[i]
	}
	return i
}
