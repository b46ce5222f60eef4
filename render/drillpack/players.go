package drillpack

import (
	"slices"

	"tasuki/analysis/drill"
	"tasuki/graph"
	"tasuki/graph/numbers"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// Players lists the organizations that play in a drill, by ID: those that lead or support
// a task of its flow, are not out, and are not played by controllers.
func Players(g *graph.Graph, plan drill.Plan) []string {
	var ids []string
	for _, i := range (driller{Printer: messages.Printer{Graph: g}, plan: plan}).partyIndexes() {
		if id := g.Organizations()[i].ID; !slices.Contains(plan.Escalation.Without, id) && plan.Scenario.PlayedBy("", id) == nil && !plan.Scenario.Simulates(id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// PlayerSheets returns what the players of one organization get: how the drill begins for
// them, the rules, a log and the contact list; with no organization, those of all that do
// not begin it. Nothing in it depends on who is out, or says what others are told.
func PlayerSheets(g *graph.Graph, plan drill.Plan, organization string, n numbers.File, lang messages.Language) []document.Sheet {
	p := drillerOf(g, plan, lang)
	s := p.participant(p.openingOf(organization))
	if organization != "" {
		s.Title = p.Plain("{1} — {2}", s.Title, p.names([]string{organization}))
	}
	return []document.Sheet{s, DrillContactSheet(g, plan, n, lang)}
}

// openingOf says how the drill begins for one organization.
func (p driller) openingOf(organization string) string {
	if slices.Contains(p.starters(), organization) {
		return p.opening()
	}
	return p.Plain("{1}: nothing has been reported to you yet. Work as on any other day until exercise control or another organization gets in touch.", p.startsAt())
}
