package formats

import (
	"path/filepath"
	"slices"
	"strings"

	"tasuki/graph/matrix/table"
	"tasuki/graph/matrix/table/docx"
	"tasuki/graph/matrix/table/html"
	"tasuki/graph/matrix/table/markdown"
	"tasuki/graph/matrix/table/odf"
	"tasuki/graph/matrix/table/pdf"
	"tasuki/graph/matrix/table/separated"
	"tasuki/graph/matrix/table/xlsx"
	"tasuki/graph/said"
)

// Format is a file format that tables are read from.
type Format struct {
	Name    table.Format // by which a reading and --format call it
	Endings []string     // of its files, each with its dot; the first is the usual one
	Sheets  bool         // whether a file may hold several tables, of which --sheet chooses
	Notes   []string     // those endings that notes have as well: in a folder, such a file is a table where a reading names it
	Most    int64        // the most bytes that a file may have
	binary  bool         // whether a text is none of this format
	open    func(table.File) (table.Book, error)
	why     error // it is not opened, and this says what to do
}

// The most bytes that a file may have. Text is read row by row; the directory of a
// zip is held in memory, at up to five times its size, and so are whole documents.
const (
	mostText = 1 << 30
	mostHeld = 64 << 20
)

// All returns the formats that are read, in the order in which they are listed for
// users.
func All() []Format {
	return []Format{
		{Name: "tsv", Endings: []string{".tsv", ".tab", ".txt"}, Notes: []string{".txt"}, Most: mostText, open: separated.Tabs},
		{Name: "csv", Endings: []string{".csv"}, Most: mostText, open: separated.Commas},
		{Name: "xlsx", Endings: []string{".xlsx", ".xlsm", ".xltx", ".xltm"}, Sheets: true, Most: mostHeld, binary: true, open: xlsx.Open},
		{Name: "ods", Endings: []string{".ods", ".ots", ".odt", ".ott"}, Notes: []string{".odt", ".ott"}, Sheets: true, Most: mostHeld, binary: true, open: odf.Open},
		{Name: "docx", Endings: []string{".docx", ".docm", ".dotx", ".dotm"}, Notes: []string{".docx", ".docm", ".dotx", ".dotm"}, Sheets: true, Most: mostHeld, binary: true, open: docx.Open},
		{Name: "html", Endings: []string{".html", ".htm"}, Notes: []string{".html", ".htm"}, Sheets: true, Most: mostHeld, open: html.Open},
		{Name: "markdown", Endings: []string{".md", ".markdown"}, Sheets: true, Notes: []string{".md", ".markdown"}, Most: mostHeld, open: markdown.Open},
		{Name: "pdf", Endings: []string{".pdf"}, Sheets: true, Notes: []string{".pdf"}, Most: mostHeld, binary: true, open: pdf.Open},
	}
}

// Names lists the names of the formats.
func Names() []string {
	var list []string
	for _, f := range All() {
		list = append(list, string(f.Name))
	}
	return list
}

// Endings lists the endings of the files that hold tables.
func Endings() []string {
	var list []string
	for _, f := range All() {
		list = append(list, f.Endings...)
	}
	return list
}

// Ending returns the format that the ending of a file's name stands for, if any. It may
// be one that is not read: opening the file says so, unless it holds another.
func Ending(name string) (Format, bool) {
	ending := strings.ToLower(filepath.Ext(name))
	return find(func(f Format) bool { return slices.Contains(f.Endings, ending) })
}

// IsNote reports whether a file in a folder is a note by its ending, unless somebody
// says that it is a table.
func IsNote(name string) bool {
	f, _ := Ending(name)
	return slices.Contains(f.Notes, strings.ToLower(filepath.Ext(name)))
}

// Of returns the format of that name or, when it is empty, the one that the ending of
// the file's name stands for.
func Of(name string, format table.Format) (Format, error) {
	if format != "" {
		if f, ok := find(func(f Format) bool { return f.Name == format && f.why == nil }); ok {
			return f, nil
		}
		return Format{}, said.Errorf("%q is not a format; write one of %s", format, strings.Join(Names(), ", "))
	}
	if f, ok := Ending(name); ok {
		return f, nil
	}
	return Format{}, said.Errorf("the ending %q is not that of a table; name the format (%s), or save the table as one of them", strings.ToLower(filepath.Ext(name)), strings.Join(Names(), ", "))
}

func find(match func(Format) bool) (Format, bool) {
	all := append(All(), foreign()...)
	if i := slices.IndexFunc(all, match); i >= 0 {
		return all[i], true
	}
	return Format{}, false
}
