package consequences

import (
	"tasuki/analysis/consequence"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// Figures puts two times the same figures beside each other, under the heads of two
// columns. What no longer can be told, since no flow works, is not known rather than 0.
func Figures(p messages.Printer, caption string, heads [2]document.Column, figures [2]consequence.Measures) *document.Table {
	t := &document.Table{Caption: caption, Columns: []document.Column{p.Left("Figure"), heads[0], heads[1]}}
	row := func(head document.Phrase, say func(consequence.Measures) document.Phrase) {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{{Text: head}, {Text: say(figures[0])}, {Text: say(figures[1])}}})
	}
	row(p.Say("Largest share of the led tasks"), func(f consequence.Measures) document.Phrase {
		if f.Percent == nil {
			return document.Words(messages.Unknown)
		}
		return p.Say("{1} ({2})", messages.Percentage(*f.Percent), ids(p, f.Leaders))
	})
	row(p.Say("HHI"), func(f consequence.Measures) document.Phrase {
		return document.Words(messages.Optional(f.HHI, messages.Index))
	})
	row(p.Say("Flows that work"), func(f consequence.Measures) document.Phrase { return p.Say("{1} of {2}", f.Working, f.Flows) })
	ofWorking := func(f consequence.Measures, n int) document.Phrase {
		if f.Working == 0 {
			return document.Words(messages.Unknown)
		}
		return document.Words(messages.Whole(n))
	}
	row(p.Say("Organizations that alone stop one of these"), func(f consequence.Measures) document.Phrase { return ofWorking(f, len(f.Stoppers)) })
	row(p.Say("Pairs of these and a flow that they stop"), func(f consequence.Measures) document.Phrase { return ofWorking(f, f.Stops) })
	return t
}
