package report

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"errors"
	"html/template"
	"io"
	"strings"

	"tasuki/analysis/findings"
	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/render/document"
	"tasuki/render/document/html"
	"tasuki/render/messages"
	"tasuki/render/typeset"
)

//go:embed html/report.html.tmpl
var pageTemplate string

//go:embed html/style.css
var pageStyle string

//go:embed html/filter.js
var pageScript string

// page is what the template of the report shows.
type page struct {
	Name     string // of the dataset
	Style    template.CSS
	Script   template.JS
	Filters  []filter
	Sections []document.Section
	messages.Printer
}

// ScriptHash is what the page's policy knows its only script by.
func (p page) ScriptHash() string {
	sum := sha256.Sum256([]byte(p.Script))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// count says how many entries a filter leaves.
type count struct{ Key, Text string }

// Counts are the texts from which the script makes what it says.
func (p page) Counts() []count {
	return []count{
		{"some", p.Plain("Matching entries: {1} of {2}.", "{1}", "{2}")},
		{"none", p.Plain("Nothing matches.")},
	}
}

// Say returns a text of the page itself.
func (p page) Say(english string) string { return p.Plain(english) }

// HTML writes the report as one page that needs nothing else: style, drawings
// and the script that searches and filters are in it, and it loads nothing. All
// of it is there without the script. Text from the
// dataset is escaped; the markup of drawings is trusted. The error names a
// drawing that the report has no place for.
func HTML(w io.Writer, g *graph.Graph, r findings.Review, drawings []document.Drawing, lang messages.Language) error {
	p := messages.Printer{Graph: g, Language: lang}
	var errs []error
	inlined := map[string]template.HTML{}
	for _, d := range drawings {
		if !placed(p, d) {
			errs = append(errs, said.Errorf("drawing %q of kind %q about %q has no place in the report", d.File, d.Kind, d.Subject))
			continue
		}
		markup, err := html.InlineSVG(d.SVG, messages.MarkupID(d), d.Alt)
		if err != nil {
			errs = append(errs, said.Errorf("drawing %q: %w", d.File, err))
		}
		inlined[d.File] = markup
	}
	if err := errors.Join(errs...); err != nil {
		return said.Errorf("writing the report: %w", err)
	}
	t, err := template.New("report").Funcs(template.FuncMap{
		"drawing": func(d document.Drawing) template.HTML { return inlined[d.File] },
		"slices":  func(f *document.Figure) []html.Slice { return html.Slices(p, *f) },
		"bar":     func(percent float64) string { return messages.Decimals(percent, 1) },
		// A figure and its percent sign stand on one line.
		"unbroken": func(text string) string { return strings.ReplaceAll(text, " %", "\u00a0%") },
	}).Parse(pageTemplate)
	if err != nil {
		return said.Errorf("parsing the template of the report: %w", err)
	}
	err = t.Execute(typeset.Ordered(w), page{
		Name: p.Title(r.Name), Style: template.CSS(pageStyle), Script: template.JS(pageScript),
		Filters: filters(p), Sections: sections(p, r, drawings), Printer: p,
	})
	if err != nil {
		return said.Errorf("writing the report: %w", err)
	}
	return nil
}
