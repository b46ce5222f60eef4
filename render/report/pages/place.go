package pages

import (
	"net/url"
	"strings"

	"tasuki/graph/pattern"
	"tasuki/render/document"
)

// Places says in which file each place lies, by its ID.
type Places map[string]string

// PlacesOf returns where everything is that a link can lead to.
func PlacesOf(list []Page) Places {
	places := Places{}
	for _, page := range list {
		visit(page.Sections, func(id string) { places[id] = page.File }, func(string) {})
	}
	return places
}

// Href returns a link to a place from a page: within it, or into another file. It is
// empty where nothing has that ID, so that no link leads nowhere.
func (l Places) Href(from, href string) string {
	id, ok := strings.CutPrefix(href, "#")
	if !ok {
		return href
	}
	switch file := l[id]; file {
	case "":
		return ""
	case from:
		return href
	default:
		return Address(file) + href
	}
}

// Address returns what leads to a file from another beside it.
func Address(file string) string { return url.PathEscape(file) }

// link is how a drawing links to a place of the report.
var link = pattern.Lazy(`href="#[^"]*"`)

// Drawing leads the links of a drawing, which is trusted markup, from a page to places of
// the report. What links to no such place, but to something in the drawing, stays.
func (l Places) Drawing(from string, svg []byte) []byte {
	return link().ReplaceAllFunc(svg, func(found []byte) []byte {
		id := string(found[len(`href="#`) : len(found)-1])
		if l[id] == "" {
			return found
		}
		return []byte(`href="` + l.Href(from, "#"+id) + `"`)
	})
}

// Named returns the places that a page has or names.
func Named(page Page) map[string]bool {
	named := map[string]bool{}
	visit(page.Sections, func(id string) { named[id] = true }, func(href string) { named[strings.TrimPrefix(href, "#")] = true })
	return named
}

// visit tells of every ID and every link in sections, drawings aside.
func visit(sections []document.Section, id, href func(string)) {
	v := visitor{func(s string) {
		if s != "" {
			id(s)
		}
	}, func(s string) {
		if s != "" {
			href(s)
		}
	}}
	for _, s := range sections {
		v.id(s.ID)
		v.blocks(s.Blocks)
	}
}

type visitor struct{ id, href func(string) }

func (v visitor) blocks(list []document.Block) {
	for _, b := range list {
		v.phrases(b.Head, b.Text, b.Note, b.Link)
		v.phrases(b.Items...)
		v.phrases(b.Steps...)
		for _, f := range b.Facts {
			v.id(f.ID)
			v.phrases(f.Value)
		}
		switch {
		case b.Table != nil:
			v.table(*b.Table)
		case b.Figure != nil:
			v.id(b.Figure.ID)
		case b.Group != nil:
			v.id(b.Group.ID)
			v.phrases(b.Group.Title, b.Group.Gist)
			v.blocks(b.Group.Blocks)
		}
	}
}

func (v visitor) table(t document.Table) {
	for _, c := range t.Columns {
		v.href(c.Href)
	}
	for _, r := range t.Rows {
		v.id(r.ID)
		for _, c := range r.Cells {
			v.phrases(c.Text, c.Fold)
			v.phrases(c.Items...)
		}
	}
}

func (v visitor) phrases(list ...document.Phrase) {
	for _, phrase := range list {
		for _, piece := range phrase {
			v.href(piece.Href)
		}
	}
}
