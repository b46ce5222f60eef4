package main

import (
	"bytes"
	"context"
	"fmt"
	"slices"

	"tasuki/analysis/bottleneck"
	"tasuki/analysis/drill"
	"tasuki/analysis/rules"
	"tasuki/analysis/spof"
	"tasuki/graph"
	"tasuki/internal/outdir"
	"tasuki/render"
	"tasuki/render/graphviz"
	"tasuki/render/paint"
	"tasuki/render/workbook"
)

// pictureOf is a drawing of a pack.
type pictureOf struct {
	sketch
	svg, layout []byte
}

// packDrill makes every file of the pack. Dataset are the flags that name the
// dataset to a command.
func packDrill(ctx context.Context, g *graph.Graph, plan drill.Plan, dataset string, o rules.Options, painting paintFlags, lang graph.Lang) ([]outdir.File, error) {
	flow, _ := g.Flow(plan.Flow)
	overlay := render.OverlayOf(spof.SPOFs(g, o), bottleneck.Bottlenecks(g, o))
	pictures := []pictureOf{{sketch: ladderSketch(g, flow, plan.Escalation, lang)}, {sketch: flowSketch(g, flow, overlay, lang)}}
	pictures[1].diagram = render.DrillFlow(g, plan, overlay, lang)
	pictures[0].File, pictures[1].File = "ladder.svg", "flow.svg"
	if err := layOut(ctx, pictures); err != nil {
		return nil, err
	}
	events := render.DrillEvents(g, plan, lang)
	list, err := csvOf(events)
	if err != nil {
		return nil, err
	}
	var book, facilitator, participant, pack bytes.Buffer
	contacts := render.DrillContacts(g, plan, lang)
	if err := workbook.Write(&book, workbook.Sheet(events), workbook.Sheet(contacts)); err != nil {
		return nil, err
	}
	player, control := playerSheets(g, plan, lang), controlSheets(g, plan, dataset, lang)
	if err := render.SheetHTML(&participant, lang, player...); err != nil {
		return nil, err
	}
	if err := render.SheetHTML(&facilitator, lang, append(control, imageSheets(pictures, lang)...)...); err != nil {
		return nil, err
	}
	if err := packPDF(&pack, painting, player, control, pictures, lang); err != nil {
		return nil, err
	}
	return []outdir.File{
		{Name: "msel.csv", Data: list}, {Name: "msel.xlsx", Data: book.Bytes()}, {Name: "facilitator.html", Data: facilitator.Bytes()}, {Name: "participant.html", Data: participant.Bytes()},
		{Name: "ladder.svg", Data: pictures[0].svg}, {Name: "flow.svg", Data: pictures[1].svg}, {Name: "pack.pdf", Data: pack.Bytes()},
	}, nil
}

// playerSheets are what players may have.
func playerSheets(g *graph.Graph, plan drill.Plan, lang graph.Lang) []render.Sheet {
	return []render.Sheet{render.DrillParticipant(g, plan, lang), render.DrillContactSheet(g, plan, lang)}
}

// controlSheets are what those have who run and evaluate the drill.
func controlSheets(g *graph.Graph, plan drill.Plan, dataset string, lang graph.Lang) []render.Sheet {
	return []render.Sheet{render.DrillFacilitator(g, plan, lang), render.DrillEventSheet(g, plan, lang), render.DrillRecordSheet(g, plan, dataset, shellWord(plan.Flow), lang)}
}

// imageSheets show drawings that lie beside the page.
func imageSheets(pictures []pictureOf, lang graph.Lang) []render.Sheet {
	var sheets []render.Sheet
	for _, p := range pictures {
		sheets = append(sheets, render.Sheet{Title: p.diagram.Title, Parts: []render.SheetPart{{Image: &render.SheetImage{File: p.File, Alt: p.Alt.In(lang)}}}})
	}
	return sheets
}

// layOut has Graphviz lay drawings out.
func layOut(ctx context.Context, pictures []pictureOf) error {
	engine, err := graphviz.New(ctx)
	if err != nil {
		return err
	}
	defer engine.Close()
	for i := range pictures {
		p := &pictures[i]
		dot := render.DOT(p.diagram)
		if p.svg, err = engine.SVG(ctx, dot); err == nil {
			p.layout, err = engine.Layout(ctx, dot)
		}
		if err != nil {
			return fmt.Errorf("drawing %s: %w", p.File, err)
		}
	}
	return nil
}

// packPDF paints the pack: what players may have first, so that it can be taken
// off, then what is for those who run the drill. When characters are painted as
// others, the first sheets of both say so.
func packPDF(b *bytes.Buffer, painting paintFlags, player, control []render.Sheet, pictures []pictureOf, lang graph.Lang) error {
	painter, paper, err := painting.tools()
	if err != nil {
		return err
	}
	title := control[0].Title
	if err := painter.Document(b, paper, title, packParts(player, control, pictures, lang)...); err != nil {
		return err
	}
	note := render.StandInNote(painting.standIns.List(), lang)
	if note == "" {
		return nil
	}
	b.Reset()
	return painter.Document(b, paper, title, packParts(noted(player, note), noted(control, note), pictures, lang)...)
}

// noted returns sheets the first of which ends with a note.
func noted(sheets []render.Sheet, note string) []render.Sheet {
	sheets = slices.Clone(sheets)
	sheets[0].Parts = append(slices.Clip(sheets[0].Parts), render.SheetPart{Note: note})
	return sheets
}

func packParts(player, control []render.Sheet, pictures []pictureOf, lang graph.Lang) []paint.Part {
	forAll := graph.Name{JA: "参加者に渡してよい", EN: "For players"}.In(lang)
	forFew := graph.Name{JA: "進行役用・参加者に渡さない", EN: "For controllers and evaluators: not for players"}.In(lang)
	var parts []paint.Part
	for _, s := range player {
		parts = append(parts, paint.Part{Sheet: &s, Foot: forAll})
	}
	for _, s := range control {
		parts = append(parts, paint.Part{Sheet: &s, Foot: forFew})
	}
	for i, p := range pictures {
		parts = append(parts, paint.Part{Layout: p.layout, Whole: i == 1, Foot: forFew})
	}
	return parts
}
