package formats

import (
	"path/filepath"
	"slices"
	"strings"

	"tasuki/graph/matrix/table"
	"tasuki/graph/matrix/table/separated"
	"tasuki/graph/said"
)

// Format is a file format that tables are read from.
type Format struct {
	Name    table.Format // by which a reading and --format call it
	Endings []string     // of its files, each with its dot; the first is the usual one
	Sheets  bool         // whether a file may hold several tables, of which --sheet chooses
	Most    int64        // the most bytes that a file may have
	open    func(table.File) (table.Book, error)
}

// The most bytes that a file may have. Text is read row by row; the directory of a
// zip is held in memory, at up to five times its size, and so are whole documents.
const (
	mostText = 1 << 30
	mostHeld = 64 << 20
)

// All returns the formats, in the order in which they are listed for users.
func All() []Format {
	return []Format{
		{Name: "tsv", Endings: []string{".tsv", ".tab", ".txt"}, Most: mostText, open: separated.Tabs},
		{Name: "csv", Endings: []string{".csv"}, Most: mostText, open: separated.Commas},
		{Name: "xlsx", Endings: []string{".xlsx", ".xlsm"}, Sheets: true, Most: mostHeld, open: table.OpenXLSX},
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

// Ending returns the format that the ending of a file's name stands for, if any.
func Ending(name string) (Format, bool) {
	ending := strings.ToLower(filepath.Ext(name))
	return find(func(f Format) bool { return slices.Contains(f.Endings, ending) })
}

// Of returns the format of that name or, when it is empty, the one that the ending of
// the file's name stands for.
func Of(name string, format table.Format) (Format, error) {
	if format != "" {
		if f, ok := find(func(f Format) bool { return f.Name == format }); ok {
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
	all := All()
	if i := slices.IndexFunc(all, match); i >= 0 {
		return all[i], true
	}
	return Format{}, false
}
