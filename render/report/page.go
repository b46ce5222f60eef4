package report

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"

	"tasuki/render/document"
	"tasuki/render/document/html"
	"tasuki/render/messages"
	"tasuki/render/report/pages"
)

//go:embed html/report.html.tmpl
var pageTemplate string

//go:embed html/filter.js
var pageScript string

// page is what the template of the report shows.
type page struct {
	File     string
	Topic    document.Phrase // of a page that is not the main one
	Sections []document.Section
	Name     string // of the dataset
	Style    template.CSS
	Script   template.JS
	Filters  []filter
	Annexes  []annex // in the order of the list of contents
	Before   *annex  // the part before this one, such as the flow before
	Next     *annex
	messages.Printer
}

// annex is a link to another page.
type annex struct{ Href, Title string }

// IsMain reports whether the page is that of the chapters.
func (p page) IsMain() bool { return p.File == pages.Main }

// Main is the file of the chapters.
func (p page) Main() string { return pages.Main }

// Heading is what the page is about.
func (p page) Heading() string {
	if p.IsMain() {
		return p.Name
	}
	return p.Topic.String()
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

// templateOf returns the template of pages. What depends on the page is set when one is
// written.
func templateOf(p messages.Printer, inlined func(document.Drawing) template.HTML, href func(string) string) (*template.Template, error) {
	t, err := html.Blocks(p, inlined, href)
	if err != nil {
		return nil, err
	}
	return t.New("report").Parse(pageTemplate)
}
