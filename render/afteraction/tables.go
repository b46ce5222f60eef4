package afteraction

import (
	"tasuki/analysis/drill"
	"tasuki/render/document"
	"tasuki/render/drillpack"
	"tasuki/render/messages"
)

// exercised lists what was exercised, and the minutes measured beside those declared.
func (w writer) exercised() []document.SheetPart {
	if len(w.after.Exercised) == 0 {
		return nil
	}
	t := &document.SheetTable{Columns: []document.SheetColumn{
		{Head: w.Plain("Date and time"), Share: 4.6}, {Head: w.Plain("Handoff"), Share: 5}, {Head: w.Plain("Outcome"), Share: 4.2},
		{Head: w.Plain("Minutes declared"), Share: 3.6}, {Head: w.Plain("Minutes measured"), Share: 3.6}, {Head: w.Plain("Difference"), Share: 3}, {Head: w.Plain("Note"), Share: 8},
	}}
	measured, longer := 0, 0
	for _, e := range w.after.Exercised {
		handoff := w.handoff(e.Flow, e.From, e.To)
		if e.Undeclared {
			handoff += "\n" + w.Plain("(not declared)")
		}
		if e.Minutes > 0 && e.Declared > 0 {
			measured++
			if e.Minutes > e.Declared {
				longer++
			}
		}
		t.Rows = append(t.Rows, []string{
			spaced(e.Time), handoff, drillpack.OutcomeWord(e.Outcome, w.Language),
			messages.Known(e.Declared), messages.Known(e.Minutes), messages.Difference(e.Minutes, e.Declared), e.Note,
		})
	}
	parts := []document.SheetPart{{Head: w.Plain("What was exercised")}}
	if measured > 0 {
		parts = append(parts, document.SheetPart{Text: w.Plain("Of {1} handoffs whose minutes are declared and were measured, {2} took longer than declared.", messages.Whole(measured), messages.Whole(longer))})
	}
	return append(parts, document.SheetPart{Table: t}, document.SheetPart{Note: w.Plain("Difference: measured less declared minutes. {1}: not declared or not measured; it is not zero.", messages.Unknown)})
}

// old lists what was tested more than a year ago.
func (w writer) old() []document.SheetPart {
	return w.listed(w.Plain("Tested more than a year ago"), func(h drill.HandoffCoverage) string {
		if h.OverAYear {
			return spaced(h.LastTested.Time) + w.Plain(", ") + drillpack.OutcomeWord(h.LastTested.Outcome, w.Language)
		}
		return ""
	})
}

// never lists what has never been tested.
func (w writer) never() []document.SheetPart {
	return w.listed(w.Plain("Never tested"), func(h drill.HandoffCoverage) string {
		switch {
		case h.LastTested != nil:
			return ""
		case h.Last != nil:
			return spaced(h.Last.Time) + w.Plain(", ") + drillpack.OutcomeWord(h.Last.Outcome, w.Language)
		}
		return w.Plain("no entry")
	})
}

// listed lists the handoffs of which there is something to say, flow by flow, the first
// ones of many.
func (w writer) listed(head string, say func(drill.HandoffCoverage) string) []document.SheetPart {
	t := &document.SheetTable{Columns: []document.SheetColumn{{Head: w.Plain("Flow"), Share: 8}, {Head: w.Plain("Handoff"), Share: 16}, {Head: w.Plain("Last entry"), Share: 8}}}
	more := 0
	for _, f := range w.after.Coverage.Flows {
		for _, h := range f.List {
			said := say(h)
			switch {
			case said == "":
			case len(t.Rows) == most:
				more++
			default:
				t.Rows = append(t.Rows, []string{w.FlowTitle(f.Flow).String(), w.Way([]string{h.From, h.To}).String(), said})
			}
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	parts := []document.SheetPart{{Head: head}, {Table: t}}
	if more > 0 {
		parts = append(parts, document.SheetPart{Note: w.Count(more, "{1} more is listed by tasuki drill coverage.", "{1} more are listed by tasuki drill coverage.")})
	}
	return parts
}
