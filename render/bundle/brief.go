package bundle

import (
	"bytes"

	"tasuki/analysis/findings"
	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages"
	"tasuki/render/paint"
	"tasuki/render/report"
)

// Files makes the files of a report, or of its brief alone, and says before each drawing
// which of how many it is.
func Files(g *graph.Graph, review findings.Review, brief bool, lang messages.Language, next func(number, of int, file string)) ([]File, error) {
	if brief {
		return Brief(g, review, lang, next)
	}
	drawings, err := Drawings(g, review, lang, next)
	if err != nil {
		return nil, err
	}
	return Report(g, review, drawings, lang)
}

// Brief makes the files of the brief alone: a page and the same on paper.
func Brief(g *graph.Graph, review findings.Review, lang messages.Language, next func(number, of int, file string)) ([]File, error) {
	drawn, err := painted(report.SketchBrief(g, review, lang), next)
	if err != nil {
		return nil, err
	}
	var drawings []document.Drawing
	for _, d := range drawn {
		drawings = append(drawings, d.Drawing)
	}
	var page, paper bytes.Buffer
	if err := report.BriefHTML(&page, g, review, drawings, lang); err != nil {
		return nil, err
	}
	on := report.OnPaper{Brief: report.BriefAlone(g, review, drawings, lang)}
	if err := bookOf(g, review, drawn, lang, on).Write(&paper, paint.Painter{Font: paint.DefaultFont()}, paint.A4); err != nil {
		return nil, err
	}
	return []File{{Name: "index.html", Data: page.Bytes()}, {Name: "brief.pdf", Data: paper.Bytes()}}, nil
}
