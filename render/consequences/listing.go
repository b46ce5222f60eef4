package consequences

import (
	"strings"

	"tasuki/analysis/consequence"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// Listing returns what follows from changes as rows, for spreadsheets: the group, what is
// concerned by kind and ID, and its witness. IDs in one cell have spaces between them.
func Listing(p messages.Printer, c consequence.Consequences) document.Listing {
	l := document.Listing{Name: p.Plain("What follows"), Columns: []string{
		p.Plain("Group"), p.Plain("Kind"), p.Plain("ID"), p.Plain("Name||thing"), p.Plain("To||handoff"), p.Plain("Missing||parties"), p.Plain("Left||parties"), p.Plain("Way"), p.Plain("Without them nothing is left"),
	}}
	for _, g := range groups(p, c) {
		for _, e := range g.list {
			l.Rows = append(l.Rows, []any{
				g.title.String(), string(e.Kind), e.ID, nameOf(p, e), e.To, strings.Join(e.Missing, " "), strings.Join(e.Left, " "), strings.Join(e.Way, " "), strings.Join(e.Blocking, " "),
			})
		}
	}
	return l
}

// nameOf is the name of what is concerned; a handoff has none.
func nameOf(p messages.Printer, e consequence.Concerned) string {
	switch e.Kind {
	case consequence.AFlow:
		return p.FlowName(e.ID).String()
	case consequence.AnOrganization:
		return messages.OrganizationNames(p.Graph, []string{e.ID}, p.Language)
	case consequence.ATask:
		return messages.TaskName(p.Graph, e.ID, p.Lang)
	}
	return ""
}
