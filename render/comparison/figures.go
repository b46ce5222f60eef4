package comparison

import (
	"tasuki/analysis/difference"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// standingRows has a row for each organization that leads or stops more or less than
// before.
func standingRows(old, now messages.Printer, d difference.Reviews) (rows []document.Row) {
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
func exposureRows(old, now messages.Printer, d difference.Reviews) (rows []document.Row) {
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
