package comparison

import (
	"tasuki/analysis/consequence"
	"tasuki/analysis/difference"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// figures puts the figures of both beside each other.
func figures(old, now messages.Printer, d difference.Difference) *document.Table {
	t := &document.Table{Caption: now.Plain("Figures"), Columns: []document.Column{now.Left("Figure"), now.Left("Old"), now.Left("New")}}
	row := func(head document.Phrase, say func(messages.Printer, consequence.Measures) document.Phrase) {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{{Text: head}, {Text: say(old, d.Old)}, {Text: say(now, d.New)}}})
	}
	row(now.Say("Largest share of the led tasks"), func(p messages.Printer, m consequence.Measures) document.Phrase {
		if m.Percent == nil {
			return document.Words(messages.Unknown)
		}
		return p.Say("{1} ({2})", messages.Percentage(*m.Percent), p.OrganizationList(m.Leaders))
	})
	row(now.Say("HHI"), func(_ messages.Printer, m consequence.Measures) document.Phrase {
		return document.Words(messages.Optional(m.HHI, messages.Index))
	})
	row(now.Say("Flows that work"), func(p messages.Printer, m consequence.Measures) document.Phrase {
		return p.Say("{1} of {2}", m.Working, m.Flows)
	})
	row(now.Say("Organizations that alone stop one of these"), func(_ messages.Printer, m consequence.Measures) document.Phrase {
		return document.Words(messages.Whole(len(m.Stoppers)))
	})
	row(now.Say("Pairs of these and a flow that they stop"), func(_ messages.Printer, m consequence.Measures) document.Phrase {
		return document.Words(messages.Whole(m.Stops))
	})
	return t
}

// standingRows has a row for each organization that leads or stops more or less than
// before.
func standingRows(old, now messages.Printer, d difference.Difference) (rows []document.Row) {
	for _, o := range d.Organizations {
		var before, after parts
		if s := o.Old; s != nil {
			before = parts{old.Organization(s.ID), messages.Percentage(s.Percent), messages.Whole(s.Stops)}
		}
		if s := o.New; s != nil {
			after = parts{now.Organization(s.ID), messages.Percentage(s.Percent), messages.Whole(s.Stops)}
		}
		rows = append(rows, beside(before, after))
	}
	return rows
}

// exposureRows has a row for each flow that more or fewer single losses stop.
func exposureRows(old, now messages.Printer, d difference.Difference) (rows []document.Row) {
	for _, f := range d.Flows {
		var before, after parts
		if e := f.Old; e != nil {
			before = parts{old.FlowTitle(e.ID), messages.Whole(e.Organizations), messages.Whole(e.Tasks)}
		}
		if e := f.New; e != nil {
			after = parts{now.FlowTitle(e.ID), messages.Whole(e.Organizations), messages.Whole(e.Tasks)}
		}
		rows = append(rows, beside(before, after))
	}
	return rows
}

// parts are the name of something and two numbers of it; empty: it is not there.
type parts struct {
	name          document.Phrase
	first, second string
}

// beside puts the numbers of both datasets beside each other, under the new name if there
// is one.
func beside(old, now parts) document.Row {
	name := now.name
	if now.first == "" {
		name = old.name
	}
	return document.Row{Cells: []document.Cell{{Text: name},
		document.Text(value(old.first)), document.Text(value(now.first)), document.Text(value(old.second)), document.Text(value(now.second))}}
}
