package bundle

import (
	"bytes"
	"errors"
	"io"
	"runtime"
	"sync"

	"tasuki/analysis/findings"
	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/render/chart"
	"tasuki/render/document"
	"tasuki/render/encode"
	"tasuki/render/layout"
	"tasuki/render/messages"
	"tasuki/render/paint"
	"tasuki/render/report"
	"tasuki/render/workbook"
)

// Drawn is a drawing as a page shows it, with what it shows for other formats.
type Drawn struct {
	document.Drawing
	picture layout.Picture
	chart   *chart.Chart // in place of a picture
}

// Drawings paints every drawing of a review, and says before each which of how
// many it is.
func Drawings(g *graph.Graph, review findings.Review, lang messages.Language, next func(number, of int, file string)) ([]Drawn, error) {
	return painted(report.SketchAll(g, review, lang), next)
}

func painted(sketches []report.Sketch, next func(number, of int, file string)) ([]Drawn, error) {
	drawings, failures := make([]Drawn, len(sketches)), make([]error, len(sketches))
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	var all sync.WaitGroup
	for i, s := range sketches {
		slots <- struct{}{}
		next(i+1, len(sketches), s.File)
		all.Go(func() {
			defer func() { <-slots }()
			drawings[i], failures[i] = paintOne(s)
		})
	}
	all.Wait()
	return drawings, errors.Join(failures...)
}

func paintOne(s report.Sketch) (Drawn, error) {
	d := Drawn{chart: s.Chart}
	if s.Chart == nil {
		d.picture = layout.SceneOf(s.Diagram).Picture()
		s.SVG = encode.SVG(d.picture)
	} else {
		var b bytes.Buffer
		if err := (paint.Painter{Font: paint.DefaultFont()}).ChartSVG(&b, *s.Chart); err != nil {
			return d, said.Errorf("drawing %s: %w", s.File, err)
		}
		s.SVG = b.Bytes()
	}
	d.Drawing = s.Drawing
	return d, nil
}

func tables(w io.Writer, g *graph.Graph, review findings.Review, lang messages.Language) error {
	var sheets []workbook.Sheet
	for _, t := range report.Tables(g, review, lang) {
		sheets = append(sheets, workbook.Sheet(t))
	}
	return workbook.Write(w, sheets...)
}

// Report makes the files of a report: its pages, the same as Markdown, its chapters
// on numbered pages, the tables as a workbook, the figures and the drawings.
func Report(g *graph.Graph, review findings.Review, drawn []Drawn, lang messages.Language) ([]File, error) {
	var drawings []document.Drawing
	for _, d := range drawn {
		drawings = append(drawings, d.Drawing)
	}
	forms := []struct {
		name  string
		write func(io.Writer) error
	}{
		{"report.md", func(w io.Writer) error { return report.Markdown(w, g, review, drawings, lang) }},
		{"report.pdf", func(w io.Writer) error {
			return bookOf(g, review, drawn, lang, report.Paper(g, review, drawings, lang)).Write(w, paint.Painter{Font: paint.DefaultFont()}, paint.A4)
		}},
		{"report.xlsx", func(w io.Writer) error { return tables(w, g, review, lang) }},
		{"results.json", func(w io.Writer) error { return report.ResultsJSON(w, g, review) }},
	}
	// The forms know nothing of each other, so the pages are written beside the others.
	written, failures := make([]bytes.Buffer, len(forms)), make([]error, len(forms))
	var others sync.WaitGroup
	others.Go(func() {
		for i, f := range forms {
			failures[i] = f.write(&written[i])
		}
	})
	pages, err := report.HTML(g, review, drawings, lang)
	others.Wait()
	if err := errors.Join(append(failures, err)...); err != nil {
		return nil, err
	}
	var outputs []File
	for _, f := range pages {
		outputs = append(outputs, File(f))
	}
	for i, f := range forms {
		outputs = append(outputs, File{Name: f.name, Data: written[i].Bytes()})
	}
	return outputs, nil
}
