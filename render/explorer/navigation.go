package explorer

import (
	"slices"
	"strings"

	"tasuki/analysis/overlay"
	"tasuki/render/consequences"
	"tasuki/render/messages"
	"tasuki/render/messages/catalogue"
)

// Views lead to the views that are about everything.
func (p page) Views() []tie {
	list := []tie{
		p.tie(p.w.At(Overview, ""), p.Plain("Overview")), p.tie(p.w.At(MatrixView, ""), p.Plain("Matrix")),
		p.tie(p.w.At(MapView, ""), p.Plain("Map")), p.tie(p.w.At(FindingsView, ""), p.Plain("Findings")),
		p.tie(p.w.At(CompareView, ""), p.Plain("Compare")),
	}
	if p.w.Console {
		list = append(list, p.tie(p.w.At(ConsoleView, ""), p.Plain("Console")))
	}
	return list
}

// Flows lead to the flows; those that the changes break say so.
func (p page) Flows() []tie {
	var list []tie
	for _, f := range p.w.Graph.Flows() {
		list = append(list, p.tie(p.w.At(FlowView, f.ID), f.Name.In(p.Printer.Lang)))
	}
	return list
}

// Undo lead back from each change.
func (p page) Undo() []tie {
	var list []tie
	for i, c := range p.w.Changes {
		without := p.w.Place
		without.Changes = slices.Delete(slices.Clone(without.Changes), i, i+1)
		t := p.tie(without, consequences.Change(p.Printer, c).String())
		t.Key = "undo " + c.String()
		list = append(list, t)
	}
	return list
}

// UndoAll leads to the page without any change.
func (p page) UndoAll() string {
	none := p.w.Place
	none.Changes = nil
	return none.Address(Page)
}

// Organizations are those that can be taken away.
func (p page) Organizations() []choice {
	var list []choice
	for _, o := range p.w.Graph.Organizations() {
		c := overlay.Change{Kind: overlay.Without, From: o.ID}
		if !slices.Contains(p.w.Changes, c) {
			list = append(list, choice{c.String(), o.Name.In(p.Printer.Lang)})
		}
	}
	return list
}

// Hidden is a parameter that a form keeps.
type Hidden struct{ Name, Value string }

// Kept are the parameters of the place, which forms keep: the address that a form names
// loses its own.
func (p page) Kept() []Hidden {
	var list []Hidden
	for _, c := range p.w.Changes {
		list = append(list, Hidden{"add", c.String()})
	}
	for _, c := range p.w.Against {
		list = append(list, Hidden{"against", c.String()})
	}
	if p.w.Place.Lang != "" {
		list = append(list, Hidden{"lang", string(p.w.Place.Lang)})
	}
	return list
}

// Path is the address of the view without its parameters.
func (p page) Path() string {
	return Place{View: p.w.View, Subject: p.w.Subject}.Address(Page)
}

// Formats lead to the same as drawing, data, rows and questions.
func (p page) Formats() []tie {
	var list []tie
	for _, f := range formats {
		switch {
		case f == SVG && p.c.sketch == nil, f == CSV && p.c.list.Columns == nil && !p.w.changed(), f == Cypher && len(p.c.asks) == 0:
			continue
		}
		list = append(list, tie{Href: p.w.Address(f), Text: strings.ToUpper(string(f[1:2])) + string(f[2:])})
	}
	for i := range list {
		if list[i].Text != "Cypher" {
			list[i].Text = strings.ToUpper(list[i].Text)
		}
	}
	return list
}

// Languages lead to the same page in each language.
func (p page) Languages() []tie {
	var list []tie
	for _, lang := range catalogue.Langs() {
		list = append(list, tie{Href: p.w.Spoken(lang).Address(Page), Text: messages.In(lang).Plain("English||language"), Key: string(lang), Here: lang == p.Printer.Lang})
	}
	return list
}
