package changed

import (
	"slices"
	"strconv"
	"strings"

	"tasuki/graph"
	"tasuki/render/diagram"
	"tasuki/render/drawings"
	"tasuki/render/messages"
)

// Matrix draws the matrix of the union as [drawings.Matrix] does, with the change marked. It
// fails as that does.
func (x *Change) Matrix(s drawings.Selection, o diagram.Overlay, lang messages.Language) (diagram.Diagram, error) {
	d, err := drawings.Matrix(x.Union, s, o, lang)
	if err != nil {
		return d, err
	}
	for i, l := range d.Lanes {
		d.Lanes[i].Status = x.organizations[l.Ref]
	}
	for i, n := range d.Nodes {
		st := diagram.Same
		switch n.Class {
		case diagram.RowNode:
			st = x.tasks[n.Ref]
			if now := x.doers(n.Ref); st == diagram.StandInStatus || st == diagram.ChangedStatus {
				d.Nodes[i].Hint += lang.Plain(" — ") + lang.Plain("done now by {1}", messages.OrganizationNames(x.Union, now, lang))
			}
		case diagram.LeadCell, diagram.AccountableCell, diagram.SupportCell, diagram.InformedCell:
			st = x.marks[mark{n.Ref, d.Lanes[n.Lane].Ref, roleOf(n.Class)}]
		}
		d.Nodes[i].Status = st
		x.hint(&d.Nodes[i].Hint, st, lang)
	}
	x.finish(&d, x.outcome(s.Flow, lang))
	if note := x.stopped(lang); note != "" && d.Change != "" {
		d.Notes = append(d.Notes, note)
	}
	return d, nil
}

// roleOf returns the role of a cell.
func roleOf(c diagram.Class) graph.Role {
	switch c {
	case diagram.LeadCell:
		return graph.Lead
	case diagram.AccountableCell:
		return graph.Accountable
	case diagram.SupportCell:
		return graph.Support
	}
	return graph.Informed
}

// named is how many flows a note names.
const named = 10

// stopped names the flows that stop, by ID.
func (x *Change) stopped(lang messages.Language) string {
	var names []string
	for _, f := range x.Union.Flows() {
		if x.flows[f.ID] == diagram.BreaksStatus {
			names = append(names, f.Name.In(lang.Lang))
		}
	}
	n := len(names)
	if n == 0 {
		return ""
	}
	list := strings.Join(slices.Clip(names[:min(n, named)]), lang.Plain(", "))
	if n > named {
		list = lang.Plain("{1} and {2} more", list, strconv.Itoa(n-named))
	}
	return lang.Count(n, "{1} of {2} flows stops: {3}.", "{1} of {2} flows stop: {3}.", strconv.Itoa(len(x.Before.Flows())), list)
}
