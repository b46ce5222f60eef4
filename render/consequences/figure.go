package consequences

import (
	"tasuki/analysis/consequence"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// figures puts the figures before the changes beside those after them.
func figures(p messages.Printer, c consequence.Consequences) *document.Table {
	t := &document.Table{
		Caption: p.Plain("Figures before and after"),
		Columns: []document.Column{p.Left("Figure"), p.Left("Before"), p.Left("After")},
	}
	row := func(head document.Phrase, say func(consequence.Measures) document.Phrase) {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{{Text: head}, {Text: say(c.FiguresBefore)}, {Text: say(c.FiguresAfter)}}})
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
	row(p.Say("Organizations that alone stop one of these"), func(f consequence.Measures) document.Phrase {
		if f.Working == 0 {
			return document.Words(messages.Unknown)
		}
		return document.Words(messages.Whole(len(f.Stoppers)))
	})
	row(p.Say("Pairs of these and a flow that they stop"), func(f consequence.Measures) document.Phrase {
		if f.Working == 0 {
			return document.Words(messages.Unknown)
		}
		return document.Words(messages.Whole(f.Stops))
	})
	return t
}
