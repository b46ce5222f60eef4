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
	sheets, foot := []document.Sheet{sheet}, sheet.Title
	drawn := []paint.Part{{Sheet: &sheet, Foot: foot}}
	var files []File
	for _, f := range drawnFlows(g, a) {
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

// drawnFlows returns the flows that are drawn: those of the dataset that were exercised.
func drawnFlows(g *graph.Graph, a drill.AfterAction) []drill.FlowCoverage {
	exercised := map[string]bool{}
	for _, id := range a.Flows {
		exercised[id] = true
	}
	var list []drill.FlowCoverage
	for _, f := range a.Shown(g) {
		if exercised[f.Flow] && len(f.List) > 0 && len(list) < MostFlowsDrawn {
			list = append(list, f)
		}
	}
	return list
}
