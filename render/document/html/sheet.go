package html

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"

	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/render/document"
	"tasuki/render/typeset"
)

//go:embed sheet.html.tmpl
var sheetTemplate string

// SheetHTML writes sheets, one below the other, as a page for the screen and
// for printing. Its drawings are files in its folder; it needs nothing else.
func SheetHTML(w io.Writer, lang graph.Lang, sheets ...document.Sheet) error {
	t, err := template.New("sheet").Funcs(template.FuncMap{"widths": func(t *document.SheetTable) []template.CSS { return percents(*t) }}).Parse(sheetTemplate)
	if err != nil {
		return said.Errorf("parsing the template of sheets: %w", err)
	}
	if err := t.Execute(typeset.Ordered(w), map[string]any{"Lang": lang, "Sheets": sheets}); err != nil {
		return said.Errorf("writing sheets: %w", err)
	}
	return nil
}

// percents returns the widths of the columns.
func percents(t document.SheetTable) []template.CSS {
	sum := 0.0
	for _, c := range t.Columns {
		sum += c.Share
	}
	var widths []template.CSS
	for _, c := range t.Columns {
		widths = append(widths, template.CSS(fmt.Sprintf("width: %.1f%%", 100*c.Share/sum)))
	}
	return widths
}
