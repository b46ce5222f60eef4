package html

import (
	_ "embed"
	"html/template"
	"strings"

	"tasuki/render/document"
	"tasuki/render/messages"
)

//go:embed blocks.html.tmpl
var blocks string

//go:embed style.css
var style string

// Style is how pages of blocks look, on screens and on paper.
func Style() template.CSS { return template.CSS(style) }

// Blocks returns a template that defines "blocks", "phrase" and what they consist of, for
// the template of a page to call. Drawings are shown as inlined gives them, and places
// lead where href says; nowhere where that is empty.
func Blocks(p messages.Printer, inlined func(document.Drawing) template.HTML, href func(string) string) (*template.Template, error) {
	return template.New("page").Funcs(template.FuncMap{
		"drawing": inlined,
		"href":    href,
		"slices":  func(f *document.Figure) []Slice { return Slices(p, *f) },
		"bar":     func(percent float64) string { return messages.Decimals(percent, 1) },
		// A figure and its percent sign stand on one line.
		"unbroken": func(text string) string { return strings.ReplaceAll(text, " %", "\u00a0%") },
	}).Parse(blocks)
}
