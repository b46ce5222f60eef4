package drawings

import (
	"strings"

	"tasuki/analysis/escalation"
	"tasuki/graph"
	"tasuki/render/messages"
)

// reportNotes say which reports are owed to others, with their deadlines from detection, and
// who is to be told.
func reportNotes(g *graph.Graph, e escalation.Escalation, lang messages.Language) []string {
	var notes, reports, told []string
	for _, r := range e.Reports {
		text := messages.OutsideReport(g, r.OutsideReport, e.Severity, lang)
		if !r.To.IsZero() {
			text = lang.Plain("{1} (to {2})", text, r.To.In(lang.Lang))
		}
		if r.WithinMinutes > 0 {
			text = lang.Plain("{1} within {2}", text, lang.Count(r.WithinMinutes, "{1} minute", "{1} minutes"))
		}
		reports = append(reports, text)
	}
	if len(reports) > 0 {
		notes = append(notes, lang.Plain("Outside reports, from detection: {1}", strings.Join(reports, lang.Plain("; "))))
	}
	for _, i := range e.Informed {
		told = append(told, lang.Plain("{1} ({2})", messages.OrganizationNames(g, []string{i.Organization}, lang), strings.Join(i.Tasks, lang.Plain(", "))))
	}
	if len(told) > 0 {
		notes = append(notes, lang.Plain("To be told: {1}", strings.Join(told, lang.Plain("; "))))
	}
	return notes
}
