package report

import (
	"bytes"
	"errors"
	"html/template"

	"tasuki/analysis/findings"
	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/render/document"
	"tasuki/render/document/html"
	"tasuki/render/messages"
	"tasuki/render/report/pages"
	"tasuki/render/typeset"
)

// File is a page of the report, or a drawing beside it.
type File struct {
	Name string
	Data []byte
}

// HTML returns the report as pages that need nothing but each other, and the drawings as
// files beside them, whose links lead into the pages. Style, drawings and the script that
// searches and filters are in each page, and it loads nothing. All of it is there without
// the script. Text from the dataset is escaped; the markup of drawings is trusted. The
// error names a drawing that the report has no place for.
func HTML(g *graph.Graph, r findings.Review, drawings []document.Drawing, lang messages.Language) ([]File, error) {
	s, err := newSite(messages.Printer{Graph: g, Language: lang, Asked: r.Asked}, r, drawings)
	if err != nil {
		return nil, said.Errorf("writing the report: %w", err)
	}
	var files []File
	for i := range s.pages {
		data, err := s.page(i)
		if err != nil {
			return nil, said.Errorf("writing %q: %w", s.pages[i].File, err)
		}
		files = append(files, File{s.pages[i].File, data})
	}
	for _, d := range drawings {
		files = append(files, File{d.File, s.places.Drawing("", d.SVG)})
	}
	return files, nil
}

// site is what all pages of a report have in common.
type site struct {
	messages.Printer
	name    string // of the dataset
	pages   []pages.Page
	places  pages.Places
	inlined map[string]template.HTML // by the file of the drawing, with links as they were drawn
	filters []filter
}

func newSite(p messages.Printer, r findings.Review, drawings []document.Drawing) (site, error) {
	s := site{Printer: p, name: p.Title(r.Name), inlined: map[string]template.HTML{}, filters: filters(p)}
	var errs []error
	for _, d := range drawings {
		if !placed(p, d) {
			errs = append(errs, said.Errorf("drawing %q of kind %q about %q has no place in the report", d.File, d.Kind, d.Subject))
			continue
		}
		markup, err := html.InlineSVG(d.SVG, messages.MarkupID(d), d.Alt)
		if err != nil {
			errs = append(errs, said.Errorf("drawing %q: %w", d.File, err))
		}
		s.inlined[d.File] = markup
	}
	s.pages = pages.Deal(p, sections(p, r, drawings))
	s.places = pages.PlacesOf(s.pages)
	return s, errors.Join(errs...)
}

// page writes one of the pages.
func (s site) page(at int) ([]byte, error) {
	this := s.pages[at]
	t, err := templateOf(s.Printer,
		func(d document.Drawing) template.HTML {
			return template.HTML(s.places.Drawing(this.File, []byte(s.inlined[d.File])))
		},
		func(href string) string { return s.places.Href(this.File, href) })
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = t.Execute(typeset.Ordered(&b), page{
		File: this.File, Topic: this.Title, Sections: this.Sections, Name: s.name, Style: html.Style(), Script: template.JS(pageScript),
		Filters: narrowed(s.filters, pages.Named(this)), Annexes: s.annexes(),
		Before: s.neighbour(at, -1), Next: s.neighbour(at, 1), Printer: s.Printer,
	})
	return b.Bytes(), err
}

// annexes are the pages in the list of contents; parts of chapters are linked to from
// there, and would be many.
func (s site) annexes() []annex {
	var list []annex
	for _, page := range s.pages[1:] {
		if !page.Part {
			list = append(list, s.linkTo(page))
		}
	}
	return list
}

// neighbour is the part before or behind another; nil for pages that are none.
func (s site) neighbour(at, by int) *annex {
	if at+by < 1 || at+by >= len(s.pages) || !s.pages[at].Part || !s.pages[at+by].Part {
		return nil
	}
	a := s.linkTo(s.pages[at+by])
	return &a
}

func (s site) linkTo(page pages.Page) annex {
	return annex{Href: pages.Address(page.File), Title: page.Title.String()}
}
