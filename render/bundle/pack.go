package bundle

import (
	"bytes"

	"tasuki/analysis/bottleneck"
	"tasuki/analysis/drill"
	"tasuki/analysis/rules"
	"tasuki/analysis/spof"
	"tasuki/graph"
	"tasuki/graph/numbers"
	"tasuki/render/answer"
	"tasuki/render/diagram"
	"tasuki/render/document"
	"tasuki/render/document/html"
	"tasuki/render/drawings"
	"tasuki/render/drillpack"
	"tasuki/render/encode"
	"tasuki/render/layout"
	"tasuki/render/messages"
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

// Pack makes every file of the pack of a drill. The numbers, which may be empty, stand on
// the pages of PDF files and nowhere else. It makes a PDF for each organization that plays,
// up to mostPlayers of them.
func Pack(g *graph.Graph, plan drill.Plan, n numbers.File, words Words, o rules.Options, tools picture.Tools, lang messages.Language) ([]File, error) {
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
	var book, facilitator, participant bytes.Buffer
	contacts := drillpack.DrillContacts(g, plan, lang)
	if err := workbook.Write(&book, workbook.Sheet(events), workbook.Sheet(contacts)); err != nil {
		return nil, err
	}
	player := []document.Sheet{drillpack.DrillParticipant(g, plan, lang), drillpack.DrillContactSheet(g, plan, numbers.File{}, lang)}
	control := controlSheets(g, plan, words, lang)
	if err := html.SheetHTML(&participant, lang.Lang, player...); err != nil {
		return nil, err
	}
	if err := html.SheetHTML(&facilitator, lang.Lang, append(control, imageSheets(pictures, lang)...)...); err != nil {
		return nil, err
	}
	files := []File{
		{Name: "msel.csv", Data: list}, {Name: "msel.xlsx", Data: book.Bytes()}, {Name: "facilitator.html", Data: facilitator.Bytes()}, {Name: "participant.html", Data: participant.Bytes()},
		{Name: "ladder.svg", Data: encode.SVG(pictures[0].painted)}, {Name: "flow.svg", Data: encode.SVG(pictures[1].painted)},
	}
	for _, p := range papers(g, plan, n, control, pictures, lang) {
		file, err := p.file(tools, lang)
		if err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	evaluation, err := evaluationFiles(g, plan, lang)
	return append(files, evaluation...), err
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
