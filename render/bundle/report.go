package bundle

import (
	"bytes"
	"io"

	"tasuki/analysis/findings"
	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/render/document"
	"tasuki/render/encode"
	"tasuki/render/layout"
	"tasuki/render/messages"
	"tasuki/render/paint"
	"tasuki/render/report"
	"tasuki/render/workbook"
)

// Drawings paints every drawing of a review, and says before each which of how
// many it is.
func Drawings(g *graph.Graph, review findings.Review, lang messages.Language, next func(number, of int, file string)) ([]document.Drawing, error) {
	var drawings []document.Drawing
	sketches := report.SketchAll(g, review, lang)
	for i, s := range sketches {
		next(i+1, len(sketches), s.File)
		if s.Chart == nil {
			s.SVG = encode.SVG(layout.SceneOf(s.Diagram).Picture())
		} else {
			var b bytes.Buffer
			if err := (paint.Painter{Font: paint.DefaultFont()}).ChartSVG(&b, *s.Chart); err != nil {
				return nil, said.Errorf("drawing %s: %w", s.File, err)
			}
			s.SVG = b.Bytes()
		}
		drawings = append(drawings, s.Drawing)
	}
	return drawings, nil
}

// Report makes the files of a report: the page, the same as Markdown, the
// tables as a workbook, the figures and the drawings.
func Report(g *graph.Graph, review findings.Review, drawings []document.Drawing, lang messages.Language) ([]File, error) {
	var sheets []workbook.Sheet
	for _, t := range report.Tables(g, review, lang) {
		sheets = append(sheets, workbook.Sheet(t))
	}
	var outputs []File
	for _, f := range []struct {
		name  string
		write func(io.Writer) error
	}{
		{"index.html", func(w io.Writer) error { return report.HTML(w, g, review, drawings, lang) }},
		{"report.md", func(w io.Writer) error { return report.Markdown(w, g, review, drawings, lang) }},
		{"report.xlsx", func(w io.Writer) error { return workbook.Write(w, sheets...) }},
		{"results.json", func(w io.Writer) error { return report.ResultsJSON(w, g, review) }},
	} {
		var b bytes.Buffer
		if err := f.write(&b); err != nil {
			return nil, err
		}
		outputs = append(outputs, File{Name: f.name, Data: b.Bytes()})
	}
	for _, d := range drawings {
		outputs = append(outputs, File{Name: d.File, Data: besidePage(d.SVG)})
	}
	return outputs, nil
}

// besidePage lets the links of a drawing, which lead to rows of the page that it
// stands in, lead there from a file beside the page.
func besidePage(svg []byte) []byte {
	return bytes.ReplaceAll(svg, []byte(`xlink:href="#`), []byte(`xlink:href="index.html#`))
}
