// Package picture writes sketches and charts in the format that the ending of a name
// asks for. What they show is decided in packages drawings and chart.
package picture

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"

	"tasuki/render/chart"
	"tasuki/render/diagram"
	"tasuki/render/encode"
	"tasuki/render/layout"
	"tasuki/render/paint"
	"tasuki/render/report"
)

// EndingError says which endings there are, for one that names no format of what is
// to be written.
type EndingError string

// Error says it.
func (e EndingError) Error() string { return string(e) }

// In says it in another form.
func (e EndingError) In(form func(string) string) string { return form(string(e)) }

const (
	errEnding      EndingError = "the name of a drawing ends in .svg, .png, .pdf or .dot"
	errGraphEnding EndingError = "the name of a drawing ends in .svg, .png, .pdf, .dot, .mmd or .graphml" // of a drawing that can be written as a graph
	errTableEnding EndingError = "a table is no graph: its name ends in .svg, .png, .pdf or .dot"
	errChartEnding EndingError = "a chart is no graph: its name ends in .svg, .png or .pdf"
)

// Tools returns what is painted with and on. It is called when something is painted,
// as a font may have to be read.
type Tools func() (paint.Painter, paint.Paper, error)

// Scene returns a scene in the format that the ending of a path names.
func (t Tools) Scene(title string, s *layout.Scene, path string) ([]byte, error) {
	return t.Drawing(title, path, func() string { return encode.SceneDOT(s) }, func() (*layout.Scene, error) { return s, nil })
}

// Drawing returns a drawing in the format that the ending of a path names: DOT is
// written as it is, all else when everything is placed.
func (t Tools) Drawing(title, path string, dot func() string, place func() (*layout.Scene, error)) ([]byte, error) {
	ending := strings.ToLower(filepath.Ext(path))
	switch ending {
	case ".dot", ".gv":
		return []byte(dot()), nil
	case ".svg", "", ".png", ".pdf":
	default:
		return nil, errEnding
	}
	scene, err := place()
	if err != nil {
		return nil, err
	}
	picture := scene.Picture()
	if ending == ".svg" || ending == "" {
		return encode.SVG(picture), nil
	}
	painter, paper, err := t()
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if ending == ".png" {
		err = painter.PNG(&b, picture)
	} else {
		err = painter.PDF(&b, paper, title, picture)
	}
	return b.Bytes(), err
}

// Sketch returns a sketch in the format that the ending of a path names.
func (t Tools) Sketch(s report.Sketch, path string) ([]byte, error) {
	ending := strings.ToLower(filepath.Ext(path))
	if s.Chart != nil {
		return t.chart(*s.Chart, ending)
	}
	graphs := map[string]func(diagram.Diagram) ([]byte, error){
		".mmd":     func(d diagram.Diagram) ([]byte, error) { return []byte(encode.Mermaid(d)), nil },
		".graphml": encode.GraphML,
	}
	write, ok := graphs[ending]
	switch {
	case ok && s.Diagram.Arrangement == diagram.Table:
		return nil, errTableEnding
	case ok:
		return write(s.Diagram)
	}
	picture, err := t.Scene(s.Diagram.FullTitle(), layout.SceneOf(s.Diagram), path)
	if errors.Is(err, errEnding) && s.Diagram.Arrangement != diagram.Table {
		err = errGraphEnding
	}
	return picture, err
}

// chart returns a chart in the format of an ending.
func (t Tools) chart(c chart.Chart, ending string) ([]byte, error) {
	painter, paper, err := t()
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	switch ending {
	case ".svg", "":
		err = painter.ChartSVG(&b, c)
	case ".png":
		err = painter.ChartPNG(&b, c)
	case ".pdf":
		err = painter.ChartPDF(&b, paper, c)
	default:
		return nil, errChartEnding
	}
	return b.Bytes(), err
}
