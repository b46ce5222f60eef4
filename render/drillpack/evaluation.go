package drillpack

import (
	"slices"
	"strings"

	"tasuki/analysis/drill"
	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// EvaluationField is a column of an evaluation, by the English text of its heading.
type EvaluationField string

// The columns of an evaluation. Those behind DeclaredField are filled in.
const (
	HandoffField   EvaluationField = "Handoff"
	FlowField      EvaluationField = "Flow"
	FromField      EvaluationField = "From"
	ToField        EvaluationField = "To"
	PlannedField   EvaluationField = "Planned time"
	DeclaredField  EvaluationField = "Minutes declared"
	DateField      EvaluationField = "Date"
	TimeField      EvaluationField = "Actual time"
	MinutesField   EvaluationField = "Minutes measured"
	OutcomeField   EvaluationField = "Outcome"
	NoteField      EvaluationField = "Note"
	FindingField   EvaluationField = "Finding||of a drill"
	OwnerField     EvaluationField = "Owner"
	DueField       EvaluationField = "Due date"
	EvaluatorField EvaluationField = "Evaluator"
	NumberField    EvaluationField = "Drill number"
)

// EvaluationFields lists the columns of an evaluation in their order.
func EvaluationFields() []EvaluationField {
	return []EvaluationField{
		HandoffField, FlowField, FromField, ToField, PlannedField, DeclaredField, DateField, TimeField, MinutesField, OutcomeField,
		NoteField, FindingField, OwnerField, DueField, EvaluatorField, NumberField,
	}
}

// Heading returns the heading of a column.
func (f EvaluationField) Heading(lang messages.Language) string {
	switch f {
	case HandoffField:
		return lang.Plain("Handoff")
	case FlowField:
		return lang.Plain("Flow")
	case FromField:
		return lang.Plain("From")
	case ToField:
		return lang.Plain("To")
	case PlannedField:
		return lang.Plain("Planned time")
	case DeclaredField:
		return lang.Plain("Minutes declared")
	case DateField:
		return lang.Plain("Date")
	case TimeField:
		return lang.Plain("Actual time")
	case MinutesField:
		return lang.Plain("Minutes measured")
	case OutcomeField:
		return lang.Plain("Outcome")
	case NoteField:
		return lang.Plain("Note")
	case FindingField:
		return lang.Plain("Finding||of a drill")
	case OwnerField:
		return lang.Plain("Owner")
	case DueField:
		return lang.Plain("Due date")
	case EvaluatorField:
		return lang.Plain("Evaluator")
	}
	return lang.Plain("Drill number")
}

// OutcomeWord names an outcome, as it is chosen in an evaluation.
func OutcomeWord(o drill.Outcome, lang messages.Language) string {
	switch o {
	case drill.Confirmed:
		return lang.Plain("Confirmed")
	case drill.Inconclusive:
		return lang.Plain("Inconclusive")
	}
	return lang.Plain("Not performed")
}

// HandoffLabel names a handoff by the tasks at its ends. A spreadsheet program takes an ID
// such as 3-22 for a day of March, but no label.
func HandoffLabel(from, to string) string { return from + " → " + to }

// Evaluation returns the list that an evaluator fills in: a row for each handoff that the
// drill exercises, in the order in which they come up. What is
// to be filled in is empty, but for the date and the number that the scenario states.
func Evaluation(g *graph.Graph, plan drill.Plan, lang messages.Language) document.Listing {
	p := drillerOf(g, plan, lang)
	flow, _ := g.Flow(plan.Flow)
	t := document.Listing{Name: lang.Plain("Evaluation sheet")}
	for _, f := range EvaluationFields() {
		t.Columns = append(t.Columns, f.Heading(lang))
	}
	tried := map[[2]string]bool{}
	for _, e := range plan.Events {
		for _, next := range e.Next {
			if tried[[2]string{e.Task, next.Task}] || plan.Leaves(e.Task, next.Task) {
				continue
			}
			tried[[2]string{e.Task, next.Task}] = true
			row := make([]any, len(t.Columns))
			row[0], row[1] = HandoffLabel(e.Task, next.Task), plan.Flow
			row[2], row[3] = p.end(e.Task, e.To), p.end(next.Task, next.Organizations)
			row[4] = p.planned(e.Task, next.Task)
			if minutes := drill.DeclaredMinutes(flow, e.Task, next.Task); minutes > 0 {
				row[5] = minutes
			}
			if s := plan.Scenario; s.Date != "" {
				row[slices.Index(EvaluationFields(), DateField)] = string(s.Date)
			}
			if s := plan.Scenario; s.Number != 0 {
				row[slices.Index(EvaluationFields(), NumberField)] = s.Number
			}
			t.Rows = append(t.Rows, row)
		}
	}
	return t
}

// end names a task at an end of a handoff and who does it.
func (p driller) end(task string, orgs []string) string {
	return strings.TrimSuffix(p.taskTitle(task)+"\n"+p.apart(orgs, "\n"), "\n")
}

// planned returns when work is to reach a task from another; nil where that is not known.
func (p driller) planned(from, to string) any {
	for _, e := range p.plan.Events {
		if e.Kind == drill.HandoffEvent && e.Task == to && slices.ContainsFunc(e.Handoffs, func(h graph.Handoff) bool { return h.From == from }) && e.Minute != nil {
			return p.scenarioTime(e.Minute)
		}
	}
	return nil
}
