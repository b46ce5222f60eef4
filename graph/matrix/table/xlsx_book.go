package table

import (
	"archive/zip"
	"io"
	"path"
	"strings"

	"tasuki/graph/said"
)

// book is what a workbook consists of, as ECMA-376 lays it out: parts in a zip,
// and relationships that say which part is what.
type book struct {
	sheets   []bookSheet
	date1904 bool
	styles   *zip.File // nil when there is none, like strings
	strings  *zip.File
	texts    *sharedStrings // nil until a sheet is read
}

type bookSheet struct {
	name    string
	visible bool
	part    *zip.File
}

// openBook reads the structure of the workbook in f, but no sheet.
func openBook(f File) (*book, error) {
	size, err := f.Seek(0, io.SeekEnd)
	if err != nil {
		return nil, err
	}
	archive, err := zip.NewReader(f, size)
	if err != nil {
		return nil, notBook(f, err)
	}
	parts := make(map[string]*zip.File, len(archive.File))
	for _, part := range archive.File {
		name := partKey(part.Name)
		if parts[name] != nil && !strings.HasSuffix(part.Name, "/") {
			return nil, said.Errorf("the workbook is damaged: it has two parts %q, and programs differ in which they show; open it in a spreadsheet program and save it again", part.Name)
		}
		parts[name] = part
	}
	roots, err := readRelations(parts, "")
	if err != nil {
		return nil, err
	}
	for _, root := range roots {
		if root.is("officeDocument") {
			return readBook(parts, partKey(root.Target))
		}
	}
	return nil, said.Errorf("this zip is not a workbook; save the table as .xlsx")
}

// notBook says what a file that is no zip may be instead.
func notBook(f File, err error) error {
	head := make([]byte, 4)
	if _, err := f.ReadAt(head, 0); err == nil && string(head) == "\xd0\xcf\x11\xe0" {
		return said.Errorf("this is an .xls workbook or one with a password; save it as .xlsx without password")
	}
	return said.Errorf("not an .xlsx workbook, or a damaged one: %w", err)
}

// partKey returns the form of a part's name by which it is found: some
// programs write backslashes or other cases.
func partKey(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean(strings.ReplaceAll(name, `\`, "/")), "/"))
}

type relation struct{ ID, Type, Target, Mode string }

func (r relation) is(kind string) bool {
	return r.Mode != "External" && path.Base(r.Type) == kind
}

// readRelations returns what the part points to, with targets made absolute.
// The part "" is the workbook as a whole.
func readRelations(parts map[string]*zip.File, of string) ([]relation, error) {
	dir, file := path.Split(of)
	part := parts[dir+"_rels/"+file+".rels"]
	if part == nil {
		return nil, said.Errorf("not a workbook, or a damaged one: it has no part %q", dir+"_rels/"+file+".rels")
	}
	var list []relation
	err := walkPart(part, maxPart, func(t *token) error {
		if t.is(startTag, "Relationship") {
			r := relation{t.attribute("Id"), t.attribute("Type"), t.attribute("Target"), t.attribute("TargetMode")}
			if !strings.HasPrefix(r.Target, "/") {
				r.Target = dir + r.Target
			}
			list = append(list, r)
		}
		return nil
	})
	return list, err
}

// bookList is what the part that lists the sheets says.
type bookList struct {
	date1904 string
	sheets   []listedSheet
}

type listedSheet struct{ name, state, id string }

func (l *bookList) visit(t *token) error {
	switch {
	case t.is(startTag, "workbookPr"):
		l.date1904 = t.attribute("date1904")
	case t.is(startTag, "sheet"):
		s := listedSheet{name: t.attribute("name"), state: t.attribute("state")}
		for _, a := range t.attrs {
			if string(local(a.name)) == "id" {
				s.id = string(a.value)
			}
		}
		l.sheets = append(l.sheets, s)
	}
	return nil
}

func readBook(parts map[string]*zip.File, name string) (*book, error) {
	if parts[name] == nil {
		return nil, said.Errorf("the workbook is damaged: it has no part %q", name)
	}
	var list bookList
	if err := walkPart(parts[name], maxPart, list.visit); err != nil {
		return nil, err
	}
	relations, err := readRelations(parts, name)
	if err != nil {
		return nil, err
	}
	b := &book{date1904: list.date1904 == "1" || list.date1904 == "true"}
	worksheets := make(map[string]*zip.File)
	for _, r := range relations {
		part := parts[partKey(r.Target)]
		switch {
		case r.is("worksheet"):
			worksheets[r.ID] = part
		case r.is("styles"):
			b.styles = part
		case r.is("sharedStrings"):
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
