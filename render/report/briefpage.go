package report

import (
	_ "embed"
	"html/template"
	"io"
	"regexp"
	"slices"

	"tasuki/analysis/findings"
	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/render/document"
	"tasuki/render/document/html"
	"tasuki/render/messages"
	"tasuki/render/typeset"
)

//go:embed html/brief.html.tmpl
var briefTemplate string

// BriefHTML writes the brief as a page of its own, which needs nothing else and leads
// nowhere. Text from the dataset is escaped; the markup of drawings is trusted.
func BriefHTML(w io.Writer, g *graph.Graph, r findings.Review, drawings []document.Drawing, lang messages.Language) error {
	p := messages.Printer{Graph: g, Language: lang, Asked: r.Asked}
	inlined := map[string]template.HTML{}
	for _, d := range drawings {
		markup, err := html.InlineSVG(rowLinks().ReplaceAll(d.SVG, nil), messages.MarkupID(d), d.Alt)
		if err != nil {
			return said.Errorf("writing the brief: drawing %q: %w", d.File, err)
		}
		inlined[d.File] = markup
	}
	t, err := templateOf(p, func(d document.Drawing) template.HTML { return inlined[d.File] }, func(place string) string { return place })
	if err != nil {
		return said.Errorf("parsing the template of the report: %w", err)
	}
	if t, err = t.New("brief").Parse(briefTemplate); err != nil {
		return said.Errorf("parsing the template of the brief: %w", err)
	}
	if err := t.Execute(typeset.Ordered(w), page{Name: p.Title(r.Name), Style: html.Style(), Sections: BriefAlone(g, r, drawings, lang), Printer: p}); err != nil {
		return said.Errorf("writing the brief: %w", err)
	}
	return nil
}

// rowLinks are what makes parts of a drawing links to rows, which the brief alone lacks.
func rowLinks() *regexp.Regexp { return regexp.MustCompile(` xlink:href="#[^"]*"`) }

// BriefAlone returns the brief without links to the rest of a report.
func BriefAlone(g *graph.Graph, r findings.Review, drawings []document.Drawing, lang messages.Language) []document.Section {
	said := Brief(g, r, drawings, lang)
	for _, s := range said {
		for i, b := range s.Blocks {
			for _, phrases := range [][]document.Phrase{b.Items, b.Steps} {
				for j, x := range phrases {
					phrases[j] = unlinked(x)
				}
			}
			for j, f := range b.Facts {
				s.Blocks[i].Facts[j].Value = unlinked(f.Value)
			}
		}
	}
	return said
}

// unlinked returns a phrase without links, and without what only leads to another place.
func unlinked(x document.Phrase) document.Phrase {
	x = slices.DeleteFunc(slices.Clone(x), func(s document.Piece) bool { return s.Style == document.EvidenceStyle })
	for i := range x {
		x[i].Href = ""
	}
	return x
}
