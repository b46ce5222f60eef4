package bundle

import (
	"bytes"
	"slices"

	"tasuki/analysis/drill"
	"tasuki/graph"
	"tasuki/graph/numbers"
	"tasuki/render/document"
	"tasuki/render/drillpack"
	"tasuki/render/layout"
	"tasuki/render/messages"
	"tasuki/render/paint"
	"tasuki/render/picture"
)

// paperOf is a PDF of a pack.
type paperOf struct {
	name, title string
	parts       []paint.Part
}

// papers are the PDFs of the pack of a drill: one for each sort of reader, and all of it
// to print at once, of which players may have the first pages.
func papers(g *graph.Graph, plan drill.Plan, n numbers.File, control []document.Sheet, pictures []pictureOf, lang messages.Language) []paperOf {
	forAll, forFew := lang.Plain("For players"), lang.Plain("For controllers and evaluators: not for players")
	contacts := drillpack.DrillContactSheet(g, plan, n, lang)
	tree := layout.SceneOf(drillpack.DrillCallTree(g, plan, n, lang)).Picture()
	called := []paint.Part{{Sheet: &contacts, Foot: forAll}, {Picture: tree, Foot: forAll}}
	evaluation := []paint.Part{{Sheet: &control[2], Foot: forFew}}
	var cards, drawn []paint.Part
	for _, deck := range drillpack.DrillCards(g, plan, lang) {
		cards = append(cards, paint.Part{Cards: &deck, Foot: forFew})
	}
	for i, p := range pictures {
		drawn = append(drawn, paint.Part{Picture: p.painted, Whole: i == 1, Foot: forFew})
	}
	running := []paint.Part{{Sheet: &control[0], Foot: forFew}, {Sheet: &control[1], Foot: forFew}}
	open := drillpack.DrillParticipant(g, plan, lang)
	list := []paperOf{
		{"controllers.pdf", control[0].Title, slices.Concat(running, drawn)},
		{"cards.pdf", control[0].Title, cards},
		{"evaluation.pdf", control[2].Title, evaluation},
		{"contacts.pdf", contacts.Title, called},
	}
	list = append(list, players(g, plan, n, lang)...)
	return append(list, paperOf{"pack.pdf", control[0].Title, slices.Concat([]paint.Part{{Sheet: &open, Foot: forAll}}, called, running, evaluation, drawn, cards)})
}

// players are the PDFs of the organizations that play. Where they are many there is one, with
// a sheet for those who begin, a sheet for all others, and the contact list.
func players(g *graph.Graph, plan drill.Plan, n numbers.File, lang messages.Language) []paperOf {
	ids := drillpack.Players(g, plan)
	if len(ids) > mostPlayers {
		begin, others := drillpack.DrillParticipant(g, plan, lang), drillpack.PlayerSheets(g, plan, "", n, lang)
		return []paperOf{{"players.pdf", others[0].Title, []paint.Part{
			{Sheet: &others[0], Foot: lang.Plain("For players")}, {Sheet: &others[1], Foot: lang.Plain("For players")}, {Sheet: &begin, Foot: lang.Plain("For the players who begin")},
		}}}
	}
	names := fileNames(ids)
	var list []paperOf
	for _, id := range ids {
		foot := lang.Plain("For the players of {1}", messages.OrganizationNames(g, []string{id}, lang))
		p := paperOf{name: "players-" + names[id] + ".pdf"}
		for _, s := range drillpack.PlayerSheets(g, plan, id, n, lang) {
			p.parts = append(p.parts, paint.Part{Sheet: &s, Foot: foot})
		}
		p.title = p.parts[0].Sheet.Title
		list = append(list, p)
	}
	return list
}

// file paints a PDF. When characters are painted as others, its first sheet says so, and
// the first of each foot, since each may be handed to somebody else.
func (p paperOf) file(tools picture.Tools, lang messages.Language) (File, error) {
	painter, paper, err := tools()
	if err != nil {
		return File{}, err
	}
	var b bytes.Buffer
	if err := painter.Document(&b, paper, p.title, p.parts...); err != nil {
		return File{}, err
	}
	if note := messages.StandInNote(painter.StandIns.List(), lang); note != "" {
		b.Reset()
		if err := painter.Document(&b, paper, p.title, noted(p.parts, note)...); err != nil {
			return File{}, err
		}
	}
	return File{Name: p.name, Data: b.Bytes()}, nil
}

// noted returns parts of which the first sheet of each foot ends with a note.
func noted(parts []paint.Part, note string) []paint.Part {
	parts = slices.Clone(parts)
	feet := map[string]bool{}
	for i, part := range parts {
		if part.Sheet == nil || feet[part.Foot] {
			continue
		}
		feet[part.Foot] = true
		sheet := *part.Sheet
		sheet.Parts = slices.Insert(slices.Clone(sheet.Parts), min(1, len(sheet.Parts)), document.SheetPart{Note: note})
		parts[i].Sheet = &sheet
	}
	return parts
}
