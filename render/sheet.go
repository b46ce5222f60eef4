package render

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"

	"tasuki/graph"
)

// Sheet is a text for paper: paragraphs and tables in the order in which they
// stand.
type Sheet struct {
	Title  string
	Turned bool // on pages turned to their side
	Parts  []SheetPart
}

// SheetPart is one thing on a sheet. Exactly one field is set.
type SheetPart struct {
	Head  string
	Text  string
	Note  string // of lesser weight
	Items []string
	Table *SheetTable
	Image *SheetImage
}

// SheetTable is a table whose cells wrap.
type SheetTable struct {
	Columns []SheetColumn
	Rows    [][]string
	Roomy   bool // rows are high enough to be filled in by hand
}

// SheetColumn is a column of a table.
type SheetColumn struct {
	Head  string
	Share float64 // of the width of the table, as a part of the sum of all shares
}

// SheetImage is a drawing beside the page, by its file.
type SheetImage struct{ File, Alt string }

// Listing is a list with a heading, for spreadsheets. Its cells are strings, ints,
// float64s, bools, and nil for what is not known.
type Listing struct {
	Name    string
	Columns []string
	Rows    [][]any
}

// printed returns cells of a list as those of a table on paper.
func printed(cells []any) []string {
	texts := make([]string, len(cells))
	for i, value := range cells {
		if value != nil {
			texts[i] = fmt.Sprint(value)
		}
	}
	return texts
}

//go:embed html/sheet.html.tmpl
var sheetTemplate string

// SheetHTML writes sheets, one below the other, as a page for the screen and
// for printing. Its drawings are files in its folder; it needs nothing else.
func SheetHTML(w io.Writer, lang graph.Lang, sheets ...Sheet) error {
	t, err := template.New("sheet").Funcs(template.FuncMap{"widths": func(t *SheetTable) []template.CSS { return t.percents() }}).Parse(sheetTemplate)
	if err != nil {
		return fmt.Errorf("parsing the template of sheets: %w", err)
	}
	if err := t.Execute(Ordered(w), map[string]any{"Lang": lang, "Sheets": sheets}); err != nil {
		return fmt.Errorf("writing sheets: %w", err)
	}
	return nil
}

// percents returns the widths of the columns.
func (t SheetTable) percents() []template.CSS {
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
