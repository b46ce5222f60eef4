package bundle

import (
	"bytes"
	"slices"

	"tasuki/analysis/bottleneck"
	"tasuki/analysis/drill"
	"tasuki/analysis/rules"
	"tasuki/analysis/spof"
	"tasuki/graph"
	"tasuki/render/answer"
	"tasuki/render/diagram"
	"tasuki/render/document"
	"tasuki/render/document/html"
	"tasuki/render/drawings"
	"tasuki/render/drillpack"
	"tasuki/render/encode"
	"tasuki/render/layout"
	"tasuki/render/messages"
	"tasuki/render/paint"
	"tasuki/render/picture"
	"tasuki/render/report"
	"tasuki/render/workbook"
)

// pictureOf is a drawing of a pack.
type pictureOf struct {
	report.Sketch
	painted layout.Picture
}

// Words are words of a command that a pack quotes, ready for a shell.
type Words struct {
	Dataset string // the flags that name the dataset
	Flow    string // the ID of the flow
}

// Pack makes every file of the pack of a drill.
func Pack(g *graph.Graph, plan drill.Plan, words Words, o rules.Options, tools picture.Tools, lang messages.Language) ([]File, error) {
	flow, _ := g.Flow(plan.Flow)
	overlay := diagram.OverlayOf(spof.SPOFs(g, o), bottleneck.Bottlenecks(g, o))
	pictures := []pictureOf{{Sketch: report.LadderSketch(g, flow, plan.Escalation, lang)}, {Sketch: report.FlowSketch(g, flow, overlay, lang)}}
	pictures[1].Diagram = drawings.DrillFlow(g, plan, overlay, lang)
	pictures[0].File, pictures[1].File = "ladder.svg", "flow.svg"
	for i := range pictures {
		pictures[i].painted = layout.SceneOf(pictures[i].Diagram).Picture()
	}
	events := drillpack.DrillEvents(g, plan, lang)
	list, err := answer.CSV(events.Columns, events.Rows)
	if err != nil {
		return nil, err
	}
	var book, facilitator, participant, pack bytes.Buffer
	contacts := drillpack.DrillContacts(g, plan, lang)
	if err := workbook.Write(&book, workbook.Sheet(events), workbook.Sheet(contacts)); err != nil {
		return nil, err
	}
	player, control := playerSheets(g, plan, lang), controlSheets(g, plan, words, lang)
	if err := html.SheetHTML(&participant, lang.Lang, player...); err != nil {
		return nil, err
	}
	if err := html.SheetHTML(&facilitator, lang.Lang, append(control, imageSheets(pictures, lang)...)...); err != nil {
		return nil, err
	}
	if err := packPDF(&pack, tools, player, control, pictures, lang); err != nil {
		return nil, err
	}
	evaluation, err := evaluationFiles(g, plan, lang)
	if err != nil {
		return nil, err
	}
	return append([]File{
		{Name: "msel.csv", Data: list}, {Name: "msel.xlsx", Data: book.Bytes()}, {Name: "facilitator.html", Data: facilitator.Bytes()}, {Name: "participant.html", Data: participant.Bytes()},
		{Name: "ladder.svg", Data: encode.SVG(pictures[0].painted)}, {Name: "flow.svg", Data: encode.SVG(pictures[1].painted)}, {Name: "pack.pdf", Data: pack.Bytes()},
	}, evaluation...), nil
}

// playerSheets are what players may have.
func playerSheets(g *graph.Graph, plan drill.Plan, lang messages.Language) []document.Sheet {
	return []document.Sheet{drillpack.DrillParticipant(g, plan, lang), drillpack.DrillContactSheet(g, plan, lang)}
}

// controlSheets are what those have who run and evaluate the drill.
func controlSheets(g *graph.Graph, plan drill.Plan, words Words, lang messages.Language) []document.Sheet {
	return []document.Sheet{drillpack.DrillFacilitator(g, plan, lang), drillpack.DrillEventSheet(g, plan, lang), drillpack.DrillRecordSheet(g, plan, words.Dataset, words.Flow, lang)}
}

// imageSheets show drawings that lie beside the page.
func imageSheets(pictures []pictureOf, lang messages.Language) []document.Sheet {
	var sheets []document.Sheet
	for _, p := range pictures {
		sheets = append(sheets, document.Sheet{Title: p.Diagram.Title, Parts: []document.SheetPart{{Image: &document.SheetImage{File: p.File, Alt: p.Alt}}}})
	}
	return sheets
}

// packPDF paints the pack: what players may have first, so that it can be taken
// off, then what is for those who run the drill. When characters are painted as
// others, the first sheets of both say so.
func packPDF(b *bytes.Buffer, tools picture.Tools, player, control []document.Sheet, pictures []pictureOf, lang messages.Language) error {
	painter, paper, err := tools()
	if err != nil {
		return err
	}
	title := control[0].Title
	if err := painter.Document(b, paper, title, packParts(player, control, pictures, lang)...); err != nil {
		return err
	}
	note := messages.StandInNote(painter.StandIns.List(), lang)
	if note == "" {
		return nil
	}
	b.Reset()
	return painter.Document(b, paper, title, packParts(noted(player, note), noted(control, note), pictures, lang)...)
}

// noted returns sheets the first of which ends with a note.
func noted(sheets []document.Sheet, note string) []document.Sheet {
	sheets = slices.Clone(sheets)
	sheets[0].Parts = append(slices.Clip(sheets[0].Parts), document.SheetPart{Note: note})
	return sheets
}

func packParts(player, control []document.Sheet, pictures []pictureOf, lang messages.Language) []paint.Part {
	forAll := lang.Plain("For players")
	forFew := lang.Plain("For controllers and evaluators: not for players")
	var parts []paint.Part
	for _, s := range player {
		parts = append(parts, paint.Part{Sheet: &s, Foot: forAll})
	}
	for _, s := range control {
		parts = append(parts, paint.Part{Sheet: &s, Foot: forFew})
	}
	for i, p := range pictures {
		parts = append(parts, paint.Part{Picture: p.painted, Whole: i == 1, Foot: forFew})
	}
	return parts
}
