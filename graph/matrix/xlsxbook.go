package matrix

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"strings"
)

// book is what a workbook consists of, as ECMA-376 lays it out: parts in a zip,
// and relationships that say which part is what.
type book struct {
	sheets   []bookSheet
	date1904 bool
	styles   *zip.File // nil when there is none, like strings
	strings  *zip.File
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
		if name := partKey(part.Name); parts[name] == nil {
			parts[name] = part
		}
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
	return nil, fmt.Errorf("this zip is not a workbook; save the table as .xlsx")
}

// notBook says what a file that is no zip may be instead.
func notBook(f File, err error) error {
	head := make([]byte, 4)
	if _, err := f.ReadAt(head, 0); err == nil && string(head) == "\xd0\xcf\x11\xe0" {
		return fmt.Errorf("this is an .xls workbook or one with a password; save it as .xlsx without password")
	}
	return fmt.Errorf("not an .xlsx workbook, or a damaged one: %w", err)
}

// partKey returns the form of a part's name by which it is found: some
// programs write backslashes or other cases.
func partKey(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean(strings.ReplaceAll(name, `\`, "/")), "/"))
}

type relation struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:",attr"`
	Target string `xml:",attr"`
	Mode   string `xml:"TargetMode,attr"`
}

func (r relation) is(kind string) bool {
	return r.Mode != "External" && path.Base(r.Type) == kind
}

// readRelations returns what the part points to, with targets made absolute.
// The part "" is the workbook as a whole.
func readRelations(parts map[string]*zip.File, of string) ([]relation, error) {
	dir, file := path.Split(of)
	part := parts[dir+"_rels/"+file+".rels"]
	if part == nil {
		return nil, fmt.Errorf("not a workbook, or a damaged one: it has no part %q", dir+"_rels/"+file+".rels")
	}
	var list struct {
		Relations []relation `xml:"Relationship"`
	}
	if err := decodePart(part, &list); err != nil {
		return nil, err
	}
	for i, r := range list.Relations {
		if !strings.HasPrefix(r.Target, "/") {
			list.Relations[i].Target = dir + r.Target
		}
	}
	return list.Relations, nil
}

// bookList is the part that lists the sheets.
type bookList struct {
	Properties struct {
		Date1904 string `xml:"date1904,attr"`
	} `xml:"workbookPr"`
	Sheets []struct {
		Name  string `xml:"name,attr"`
		State string `xml:"state,attr"`
		ID    string `xml:"id,attr"`
	} `xml:"sheets>sheet"`
}

func readBook(parts map[string]*zip.File, name string) (*book, error) {
	if parts[name] == nil {
		return nil, fmt.Errorf("the workbook is damaged: it has no part %q", name)
	}
	var list bookList
	if err := decodePart(parts[name], &list); err != nil {
		return nil, err
	}
	relations, err := readRelations(parts, name)
	if err != nil {
		return nil, err
	}
	b := &book{date1904: list.Properties.Date1904 == "1" || list.Properties.Date1904 == "true"}
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
	for _, s := range list.Sheets {
		part, isTable := worksheets[s.ID]
		if !isTable {
			continue // a chart or a dialog
		}
		if part == nil {
			return nil, fmt.Errorf("the workbook is damaged: sheet %q has no part", s.Name)
		}
		b.sheets = append(b.sheets, bookSheet{s.Name, s.State == "" || s.State == "visible", part})
	}
	return b, nil
}

// decodePart decodes a small part.
func decodePart(part *zip.File, into any) error {
	r, err := openPart(part, maxPart)
	if err != nil {
		return err
	}
	defer r.Close()
	if err := xml.NewDecoder(r).Decode(into); err != nil {
		return partError(part, err)
	}
	return nil
}
