package messages

import (
	"tasuki/analysis/placement"
	"tasuki/graph"
	"tasuki/render/document"
)

// OpenLead says of a task that its lead is uncertain, and who may lead it instead, for
// behind a name; nothing when it is certain.
func OpenLead(g *graph.Graph, o *placement.OpenLead, lang Language) string {
	return Printer{Graph: g, Language: lang}.openLead(o, func(id string) document.Phrase {
		return document.Words(OrganizationNames(g, []string{id}, lang))
	}).String()
}

// OpenLead says of a task that its lead is uncertain, and who may lead it instead, for
// behind a name; nothing when it is certain.
func (p Printer) OpenLead(o *placement.OpenLead) document.Phrase {
	return p.openLead(o, p.Organization)
}

func (p Printer) openLead(o *placement.OpenLead, name func(id string) document.Phrase) document.Phrase {
	if o == nil {
		return nil
	}
	others := Each(o.Candidates, name)
	if o.Anybody {
		others = append(others, p.Say("anybody"))
	}
	if o.Nobody {
		others = append(others, p.Say("nobody"))
	}
	if len(others) == 0 {
		return p.Say(" ?")
	}
	return p.Say(" ? (or {1})", p.List(others))
}

// OpenLeadNote explains the sign of [OpenLead].
func OpenLeadNote(lang Language) string {
	return lang.Plain("“?” marks a task whose lead is uncertain, and names who may lead it instead.")
}
