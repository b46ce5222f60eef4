package afteraction

import (
	"slices"
	"strconv"
	"strings"

	"tasuki/analysis/drill"
	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// Most rows of a table in which handoffs stand that were not exercised, so that the report
// stays short; what it leaves out it counts.
const most = 25

// writer writes about one drill.
type writer struct {
	messages.Printer
	after drill.AfterAction
}

// Sheet returns the text of the report: what is to be mended first, then what was exercised,
// what was tested more than a year ago and what never. The scenario, if there is one, says
// the title and the objectives.
func Sheet(g *graph.Graph, a drill.AfterAction, scenario *graph.Scenario, lang messages.Language) document.Sheet {
	w := writer{messages.Printer{Graph: g, Language: lang}, a}
	s := document.Sheet{Title: w.Plain("After-action report: {1}", w.subject(scenario))}
	s.Parts = append(s.Parts, document.SheetPart{Text: w.summary()})
	if who := w.evaluators(); who != "" {
		s.Parts = append(s.Parts, document.SheetPart{Text: w.Plain("Evaluated by: {1}.", who)})
	}
	s.Parts = append(s.Parts, w.findings()...)
	if scenario != nil {
		s.Parts = append(s.Parts, w.objectives(*scenario)...)
	}
	s.Parts = append(s.Parts, w.exercised()...)
	return document.Sheet{Title: s.Title, Parts: append(append(s.Parts, w.old()...), w.never()...)}
}

// subject names what the report is about.
func (w writer) subject(scenario *graph.Scenario) string {
	name := ""
	if scenario != nil {
		name = scenario.Title.In(w.Lang)
	}
	if name == "" && len(w.after.Flows) == 1 {
		name = w.FlowName(w.after.Flows[0]).String()
	}
	switch {
	case w.after.Number == 0 && name == "":
		return w.Plain("all drills of the record")
	case w.after.Number == 0:
		return name
	case name == "":
		return w.Plain("drill {1}", strconv.Itoa(w.after.Number))
	}
	return w.Plain("drill {1}, {2}", strconv.Itoa(w.after.Number), name)
}

// summary says when it was, and what was shown.
func (w writer) summary() string {
	a := w.after
	if len(a.Exercised) == 0 {
		return w.Plain("Nothing is recorded.")
	}
	first, last := a.Exercised[0].Time, a.Exercised[len(a.Exercised)-1].Time
	when := w.Plain("{1} to {2}", spaced(first), spaced(last))
	if first == last {
		when = spaced(first)
	}
	space := w.Plain(" ||between sentences")
	return w.Plain("{1}: {2} confirmed, {3} inconclusive, {4} not performed.", when, messages.Whole(a.Confirmed), messages.Whole(a.Inconclusive), messages.Whole(a.NotPerformed)) + space +
		w.Plain("Of the handoffs of all flows {1} of {2} have ever been tested, {3} of them more than a year before {4}.", messages.Whole(a.Coverage.Tested), messages.Whole(a.Coverage.Handoffs), messages.Whole(a.Coverage.OverAYear), a.On)
}

// spaced returns a time with a space between its day and its time of day.
func spaced(time string) string { return strings.Replace(time, "T", " ", 1) }

// evaluators names those who saw it, in the order of what they saw.
func (w writer) evaluators() string {
	var names []string
	for _, e := range w.after.Exercised {
		if e.Evaluator != "" && !slices.Contains(names, e.Evaluator) {
			names = append(names, e.Evaluator)
		}
	}
	return strings.Join(names, w.Plain(", "))
}

// findings lists what is to be mended, by whom and by when.
func (w writer) findings() []document.SheetPart {
	parts := []document.SheetPart{{Head: w.Plain("What is to be mended")}}
	if len(w.after.Findings) == 0 {
		return append(parts, document.SheetPart{Text: w.Plain("No evaluator has written down a finding.")})
	}
	t := &document.SheetTable{Columns: []document.SheetColumn{
		{Head: w.Plain("No."), Share: 1.4}, {Head: w.Plain("Finding||of a drill"), Share: 10}, {Head: w.Plain("Handoff"), Share: 5}, {Head: w.Plain("Owner"), Share: 4}, {Head: w.Plain("Due date"), Share: 4}, {Head: w.Plain("State||of a finding"), Share: 4},
	}}
	overdue := 0
	for i, f := range w.after.Findings {
		state := w.Plain("open||finding")
		switch {
		case f.Overdue:
			state = w.Plain("overdue")
			overdue++
		case f.Due == "":
			state = w.Plain("no due date")
		}
		if f.Owner == "" {
			state += w.Plain(", ") + w.Plain("no owner")
		}
		t.Rows = append(t.Rows, []string{strconv.Itoa(i + 1), f.Finding, w.handoff(f.Flow, f.From, f.To), f.Owner, f.Due, state})
	}
	if overdue > 0 {
		parts = append(parts, document.SheetPart{Text: w.Count(overdue, "On {2}, {1} finding is overdue.", "On {2}, {1} findings are overdue.", w.after.On)})
	}
	return append(parts, document.SheetPart{Table: t})
}

// objectives lists what the drill was to find out. Whether it has is for people to judge.
func (w writer) objectives(s graph.Scenario) []document.SheetPart {
	if len(s.Objectives) == 0 {
		return nil
	}
	t := &document.SheetTable{Roomy: true, Columns: []document.SheetColumn{{Head: w.Plain("No."), Share: 1.4}, {Head: w.Plain("Objective"), Share: 14}, {Head: w.Plain("Judgement"), Share: 12}}}
	for i, o := range s.Objectives {
		t.Rows = append(t.Rows, []string{strconv.Itoa(i + 1), o.Text.In(w.Lang), ""})
	}
	return []document.SheetPart{{Head: w.Plain("What the exercise is to find out")}, {Table: t}}
}

// handoff names a handoff: its tasks, and its flow where there are several.
func (w writer) handoff(flow, from, to string) string {
	name := from + " → " + to
	if len(w.Graph.Flows()) > 1 {
		name += "\n" + flow
	}
	return name
}
