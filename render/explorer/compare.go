package explorer

import (
	"tasuki/analysis/consequence"
	"tasuki/analysis/rules"
	"tasuki/render/consequences"
	"tasuki/render/document"
)

// compare sets two sides side by side: the changes of the place, and those against them.
func (w world) compare() (content, error) {
	other := w.Place
	other.Changes, other.Against = w.Against, nil
	b, err := w.Model.at(other)
	if err != nil {
		return content{}, err
	}
	sides := [2]world{w, b}
	var figures [2]consequence.Measures
	heads := [2]document.Column{w.p.Left("First||side"), w.p.Left("Second||side")}
	var said []document.Phrase
	for i, side := range sides {
		c, err := side.all()
		if err != nil {
			return content{}, err
		}
		figures[i] = c.FiguresAfter
		said = append(said, w.p.Say("{1}: {2}", heads[i].Head, consequences.Answer(w.p, side.Changes, c)))
	}
	c := content{title: w.p.Plain("Compare"), data: map[string]any{"first": figures[0], "second": figures[1]}}
	c.sections = []document.Section{{ID: "sides", Title: w.p.Plain("Side by side"), Blocks: []document.Block{
		{Items: said},
		{Table: consequences.Figures(w.p, w.p.Plain("Figures of both"), heads, figures)},
		{Link: w.link(w.p.Plain("Keep these changes as the second side"), Place{View: CompareView, Changes: w.Changes, Against: w.Changes, Lang: w.Place.Lang})},
	}}}
	return c, nil
}

// all returns the consequences of the changes of a place; those of no changes, too.
func (w world) all() (consequence.Consequences, error) {
	if w.changed() {
		return w.c, nil
	}
	return consequence.Of(w.Graph, w.o, rules.Options{})
}
