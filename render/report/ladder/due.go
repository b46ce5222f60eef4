package ladder

import (
	"tasuki/analysis/escalation"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// due lists the outside reports that apply, with their deadlines.
func due(p messages.Printer, e escalation.Escalation) []document.Block {
	if len(e.Reports) == 0 {
		return nil
	}
	t := &document.Table{
		Caption: p.Plain("Outside reports that are due, counted from detection"),
		Columns: []document.Column{p.Right("Due after"), p.Left("Report"), p.Left("Made by")},
	}
	if e.At != nil {
		t.Columns = append(t.Columns, p.Left("Due at"))
	}
	for _, r := range e.Reports {
		after := document.Text(messages.Unknown)
		if r.WithinMinutes > 0 {
			after = document.Cell{Text: p.Many(r.WithinMinutes, "{1} minute", "{1} minutes")}
		}
		report := messages.OutsideReport(p.Graph, r.OutsideReport, e.Severity, p.Language)
		name := document.Text(report)
		if !r.To.IsZero() {
			name = document.Cell{Text: p.Say("{1} (to {2})", report, r.To.In(p.Lang))}
		}
		cells := []document.Cell{after, name, {Text: p.Organization(r.Organization)}}
		if e.At != nil {
			cells = append(cells, document.Text(moment(p, e, r.At)))
		}
		t.Rows = append(t.Rows, document.Row{Cells: cells})
	}
	return []document.Block{{Table: t}}
}

// informed lists who is to be told of tasks of the flow.
func informed(p messages.Printer, e escalation.Escalation) []document.Block {
	if len(e.Informed) == 0 {
		return nil
	}
	t := &document.Table{Caption: p.Plain("Who is to be told"), Columns: []document.Column{p.Left("Organization"), p.Left("Of tasks")}}
	for _, i := range e.Informed {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{{Text: p.Organization(i.Organization)}, {Text: p.List(messages.Each(i.Tasks, p.Task))}}})
	}
	return []document.Block{{Table: t}}
}
