package bundle

import (
	"bytes"
	"fmt"

	"tasuki/analysis/drill"
	"tasuki/graph"
	"tasuki/render/afteraction"
	"tasuki/render/document"
	"tasuki/render/document/html"
	"tasuki/render/drawings"
	"tasuki/render/encode"
	"tasuki/render/layout"
	"tasuki/render/messages"
	"tasuki/render/paint"
	"tasuki/render/picture"
)

// MostFlowsDrawn is how many flows an after-action report draws at most, by ID; of the
// others its tables speak.
const MostFlowsDrawn = 12

// AfterAction makes the files of an after-action report: a page, the same on paper, and a
// drawing of each flow that was exercised, with what the drill has shown,
// or all drills have.
func AfterAction(g *graph.Graph, a drill.AfterAction, scenario *graph.Scenario, tools picture.Tools, lang messages.Language) ([]File, error) {
	sheet := afteraction.Sheet(g, a, scenario, lang)
	flows, more := drawnFlows(g, a)
	if more > 0 {
		sheet.Parts = append(sheet.Parts, document.SheetPart{Note: lang.Count(more, "{1} more flow that was exercised is not drawn.", "{1} more flows that were exercised are not drawn.")})
	}
	sheets, foot := []document.Sheet{sheet}, sheet.Title
	drawn := []paint.Part{{Sheet: &sheet, Foot: foot}}
	var files []File
	for _, f := range flows {
		d := drawings.Coverage(g, f, a.Number, a.On, lang)
		painted := layout.SceneOf(d).Picture()
		name := fmt.Sprintf("coverage-%d.svg", len(files)+1)
		files = append(files, File{Name: name, Data: encode.SVG(painted)})
		drawn = append(drawn, paint.Part{Picture: painted, Whole: true, Foot: foot})
		sheets = append(sheets, document.Sheet{Title: d.Title, Parts: []document.SheetPart{{Image: &document.SheetImage{File: name, Alt: d.Title}}}})
	}
	var page, paper bytes.Buffer
	if err := html.SheetHTML(&page, lang.Lang, sheets...); err != nil {
		return nil, err
	}
	painter, size, err := tools()
	if err != nil {
		return nil, err
	}
	if err := painter.Document(&paper, size, sheet.Title, drawn...); err != nil {
		return nil, err
	}
	if note := messages.StandInNote(painter.StandIns.List(), lang); note != "" {
		paper.Reset()
		if err := painter.Document(&paper, size, sheet.Title, noted(drawn, note)...); err != nil {
			return nil, err
		}
	}
	return append([]File{{Name: "after-action.html", Data: page.Bytes()}, {Name: "after-action.pdf", Data: paper.Bytes()}}, files...), nil
}

// drawnFlows returns the flows that are drawn: those of the dataset that were exercised, and
// how many more there are than a report draws.
func drawnFlows(g *graph.Graph, a drill.AfterAction) (list []drill.FlowCoverage, more int) {
	exercised := map[string]bool{}
	for _, id := range a.Flows {
		exercised[id] = true
	}
	for _, f := range a.Shown(g) {
		switch {
		case !exercised[f.Flow] || len(f.List) == 0:
		case len(list) == MostFlowsDrawn:
			more++
		default:
			list = append(list, f)
		}
	}
	return list, more
}
