package picture_test

import (
	"bytes"
	"strings"
	"testing"

	"tasuki/analysis/bottleneck"
	"tasuki/analysis/concentration"
	"tasuki/analysis/rules"
	"tasuki/internal/graphtext"
	"tasuki/render/chart"
	"tasuki/render/diagram"
	"tasuki/render/drawings"
	"tasuki/render/messages"
	"tasuki/render/paint"
	"tasuki/render/picture"
	"tasuki/render/report"
)

var tools = picture.Tools(func() (paint.Painter, paint.Paper, error) {
	return paint.Painter{Font: paint.DefaultFont()}, paint.A4, nil
})

// Each ending gives its format, in capitals too; another is refused with those that there
// are for this kind of picture.
func TestEndings(t *testing.T) {
	g, lang := graphtext.Graph(t, "1: a*\n2: b*\nhandoffs: 1 -> 2"), messages.In("en")
	bars := chart.ShareChart(g, concentration.Concentrations(g), lang)
	matrix, err := drawings.Matrix(g, drawings.Selection{}, diagram.Overlay{}, lang)
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[string]report.Sketch{
		"graph": report.MapSketch(g, bottleneck.Bottlenecks(g, rules.Options{}), diagram.Overlay{}, lang),
		"table": {Diagram: matrix}, "chart": {Chart: &bars},
	}
	for _, c := range []struct{ kind, path, begins, fails string }{
		{"graph", "x.svg", "<svg", ""}, {"graph", "x.SVG", "<svg", ""}, {"graph", "/dev/stdout", "<svg", ""}, {"graph", "x.png", "\x89PNG", ""}, {"graph", "x.pdf", "%PDF-", ""},
		{"graph", "x.dot", "digraph", ""}, {"graph", "x.gv", "digraph", ""}, {"graph", "x.mmd", "flowchart", ""}, {"graph", "x.graphml", "<?xml", ""},
		{"graph", "x.jpg", "", ".mmd or .graphml"},
		{"table", "x.svg", "<svg", ""}, {"table", "x.dot", "digraph", ""}, {"table", "x.mmd", "", "a table is no graph"}, {"table", "x.jpg", "", ".pdf or .dot"},
		{"chart", "x.svg", "<svg", ""}, {"chart", "x.png", "\x89PNG", ""}, {"chart", "x.pdf", "%PDF-", ""}, {"chart", "x.dot", "", "a chart is no graph"},
	} {
		got, err := tools.Sketch(kinds[c.kind], c.path)
		switch {
		case c.fails == "" && (err != nil || !bytes.Contains(got[:min(len(got), 200)], []byte(c.begins))):
			t.Errorf("%s as %s begins %.40q, want %q: %v", c.kind, c.path, got, c.begins, err)
		case c.fails != "" && (err == nil || !strings.Contains(err.Error(), c.fails) || len(got) > 0):
			t.Errorf("%s as %s: %v, want an error that says %q", c.kind, c.path, err, c.fails)
		}
	}
}
