package drillpack

import (
	"strings"

	"tasuki/render/document"
	"tasuki/render/messages"
)

// reports lists the reports that are owed to others in the flow, with the scenario time of
// their deadlines, which count from the start, and who is to be told; nothing where nobody
// declares either. That they are made is for evaluators to see: no card asks for them.
func (p driller) reports() []document.SheetPart {
	var parts []document.SheetPart
	e := p.plan.Escalation
	if len(e.Reports) > 0 {
		t := &document.SheetTable{Text: true, Columns: []document.SheetColumn{{Head: p.Plain("No later than"), Share: 3}, {Head: p.Plain("Report"), Share: 6}, {Head: p.Plain("To"), Share: 5}, {Head: p.Plain("Made by"), Share: 4}, {Head: p.Plain("Actual time"), Share: 3}}}
		for _, r := range e.Reports {
			latest := p.Plain("not declared")
			if r.WithinMinutes > 0 {
				latest = p.scenarioTime(&r.WithinMinutes)
			}
			t.Rows = append(t.Rows, []string{latest, messages.OutsideReport(p.Graph, r.OutsideReport, e.Severity, p.Language), r.To.In(p.Lang), p.names([]string{r.Organization}), ""})
		}
		parts = append(parts, document.SheetPart{Head: p.Plain("Reports to others, counted from the start")}, document.SheetPart{Table: t})
	}
	if len(e.Informed) > 0 {
		var told []string
		for _, i := range e.Informed {
			told = append(told, p.Plain("{1} ({2})", p.names([]string{i.Organization}), strings.Join(i.Tasks, p.Plain(", "))))
		}
		parts = append(parts, document.SheetPart{Head: p.Plain("Who is to be told")}, document.SheetPart{Items: told})
	}
	return parts
}
