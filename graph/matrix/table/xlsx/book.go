package xlsx

import (
	"archive/zip"
	"errors"
	"strings"

	"tasuki/graph/matrix/table"
	"tasuki/graph/matrix/table/parts"
	"tasuki/graph/said"
)

// book is what a workbook consists of, as ECMA-376 lays it out: parts in a zip,
// and relationships that say which part is what.
type book struct {
	sheets   []bookSheet
	date1904 bool
	stored   bool      // numbers are read as they are stored
	styles   *zip.File // nil when there is none, like strings
	strings  *zip.File
	texts    *sharedStrings // nil until a sheet is read
	fonts    fontStyles
}

type bookSheet struct {
	name    string
	visible bool
	part    *zip.File
}

// openBook reads the structure of the workbook in f, but no sheet.
func openBook(f table.File) (*book, error) {
	archive, err := parts.Open(f)
	switch {
	case errors.Is(err, parts.ErrOld):
		return nil, said.Errorf("this is an .xls workbook or one with a password; save it as .xlsx without password")
	case errors.Is(err, zip.ErrFormat):
		return nil, said.Errorf("not an .xlsx workbook, or a damaged one: %w", err)
	case err != nil:
		return nil, err
	}
	roots, err := archive.Relations("")
	if err != nil {
		return nil, err
	}
	for _, root := range roots {
		if root.Is("officeDocument") {
			return readBook(archive, parts.Key(root.Target))
		}
	}
	return nil, errNoBook
}

var errNoBook = said.New("this zip is not a workbook; save the table as .xlsx")

// bookList is what the part that lists the sheets says.
type bookList struct {
	root     bool // its first element was seen
	date1904 string
	sheets   []listedSheet
}

type listedSheet struct{ name, state, id string }

func (l *bookList) visit(t *parts.Token) error {
	switch {
	case t.Kind == parts.Start && !l.root:
		if l.root = true; string(t.Name) != "workbook" {
			return errNoBook
		}
	case t.Is(parts.Start, "workbookPr"):
		l.date1904 = t.Attribute("date1904")
	case t.Is(parts.Start, "sheet"):
		s := listedSheet{name: t.Attribute("name"), state: t.Attribute("state")}
		for _, a := range t.Attrs {
			if string(parts.Local(a.Name)) == "id" {
				s.id = string(a.Value)
			}
		}
		l.sheets = append(l.sheets, s)
	}
	return nil
}

func readBook(archive parts.Archive, name string) (*book, error) {
	if strings.HasSuffix(name, ".bin") {
		return nil, said.New("this is an .xlsb workbook; save it as .xlsx")
	}
	if archive.Part(name) == nil {
		return nil, said.Errorf("the workbook is damaged: it has no part %q", name)
	}
	var list bookList
	if err := parts.Walk(archive.Part(name), parts.MaxHeld, list.visit); err != nil {
		return nil, err
	}
	relations, err := archive.Relations(name)
	if err != nil {
		return nil, err
	}
	b := &book{date1904: isTrue(list.date1904)}
	worksheets := make(map[string]*zip.File)
	for _, r := range relations {
		part := archive.Part(r.Target)
		switch {
		case r.Is("worksheet"):
			worksheets[r.ID] = part
		case r.Is("styles"):
			b.styles = part
		case r.Is("sharedStrings"):
			b.strings = part
		}
	}
	for _, s := range list.sheets {
		part, isTable := worksheets[s.id]
		if !isTable {
			continue // a chart or a dialog
		}
		if part == nil {
			return nil, said.Errorf("the workbook is damaged: sheet %q has no part", s.name)
		}
		b.sheets = append(b.sheets, bookSheet{s.name, s.state == "" || s.state == "visible", part})
	}
	return b, nil
}
