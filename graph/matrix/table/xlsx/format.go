package xlsx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strconv"

	"github.com/xuri/excelize/v2"

	"tasuki/graph/matrix/table/parts"
	"tasuki/graph/said"
)

// formatter shows numbers and dates as their cells' styles say. Excelize knows
// the formats; it is given a workbook with the styles and one cell to show.
type formatter struct {
	book  *book
	file  *excelize.File // nil until a number needs it
	style int            // of the cell
	shown map[number]string
	count int // of the numbers shown so far, those remembered once
	size  int // of their texts in bytes
}

type number struct {
	style int
	raw   string
}

const maxShown = 4096 // numbers to remember, since sheets repeat them

// show returns a number as its cell shows it. What is no number is returned as
// it is.
func (f *formatter) show(n number) (string, error) {
	if f.book.stored || n.style == 0 && isShortInteger(n.raw) {
		return n.raw, nil
	}
	if _, err := strconv.ParseFloat(n.raw, 64); err != nil {
		return n.raw, nil
	}
	if shown, known := f.shown[n]; known {
		return shown, nil
	}
	shown, err := f.format(n)
	if err != nil {
		return "", said.Errorf("showing the number %s in style %d: %w", n.raw, n.style, err)
	}
	f.count++
	if f.size += len(shown); f.count > maxNumbers || f.size > maxNumberText {
		return "", said.Errorf("the sheet shows more than %d different numbers in formats, or more than %d MiB of them; format them as text, or save the sheet as CSV", maxNumbers, maxNumberText>>20)
	}
	if f.shown == nil || len(f.shown) == maxShown {
		f.shown = make(map[number]string)
	}
	f.shown[n] = shown
	return shown, nil
}

// isShortInteger reports whether the general format shows raw as it is.
func isShortInteger(raw string) bool {
	for _, c := range raw {
		if c < '0' || c > '9' {
			return false
		}
	}
	return len(raw) < 12 && (raw == "0" || raw != "" && raw[0] != '0')
}

func (f *formatter) format(n number) (string, error) {
	const cell = "A1"
	if f.file == nil {
		if err := f.open(); err != nil {
			return "", err
		}
	}
	if n.style != f.style {
		if err := f.file.SetCellStyle(singleSheet, cell, cell, n.style); err != nil {
			return "", err
		}
		f.style = n.style
	}
	if err := f.file.SetCellDefault(singleSheet, cell, n.raw); err != nil {
		return "", err
	}
	return f.file.GetCellValue(singleSheet, cell)
}

func (f *formatter) open() error {
	styles := f.book.styles
	if styles != nil {
		if err := parts.Walk(styles, parts.MaxHeld, (&styleLimits{}).visit); err != nil {
			return err
		}
	}
	var buf bytes.Buffer
	out := zip.NewWriter(&buf)
	for _, part := range []struct{ name, text string }{
		{"[Content_Types].xml", contentTypes},
		{"_rels/.rels", rootPart},
		{"xl/workbook.xml", fmt.Sprintf(workbookPart, f.book.date1904, singleSheet)},
		{"xl/_rels/workbook.xml.rels", relationsPart},
		{"xl/worksheets/sheet1.xml", sheetPart},
	} {
		w, err := out.Create(part.name)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(w, part.text); err != nil {
			return err
		}
	}
	if styles != nil {
		if err := copyPart(out, "xl/styles.xml", styles); err != nil {
			return err
		}
	}
	if err := out.Close(); err != nil {
		return err
	}
	var err error
	f.file, err = excelize.OpenReader(&buf)
	return err
}

// styleLimits refuses styles that cost more than those of any spreadsheet.
type styleLimits struct {
	ofCells       bool
	styles, parts int
}

func (l *styleLimits) visit(t *parts.Token) error {
	if t.Kind == parts.Start {
		l.parts++
	}
	switch {
	case l.parts > MaxStyleTags:
		return said.Errorf("the styles consist of more than %d elements; save the sheet as CSV", MaxStyleTags)
	case t.Kind != parts.Chars && string(t.Name) == "cellXfs":
		l.ofCells = t.Kind == parts.Start
	case t.Is(parts.Start, "xf") && l.ofCells:
		if l.styles++; l.styles > MaxStyles {
			return said.Errorf("more than %d cell styles; save the sheet as CSV", MaxStyles)
		}
	case t.Is(parts.Start, "numFmt") && len(t.Attribute("formatCode")) > MaxFormat:
		return said.Errorf("the code of a number format has more than %d bytes; save the sheet as CSV", MaxFormat)
	}
	return nil
}

// copyPart copies a part as it is, compressed, under another name.
func copyPart(out *zip.Writer, name string, part *zip.File) error {
	header := part.FileHeader
	header.Name = name
	w, err := out.CreateRaw(&header)
	if err != nil {
		return err
	}
	r, err := part.OpenRaw()
	if err != nil {
		return err
	}
	_, err = io.Copy(w, r)
	return err
}

func (f *formatter) close() {
	if f.file != nil {
		f.file.Close()
	}
}

const singleSheet = "Sheet"

// The parts of a workbook with one empty sheet.
const (
	contentTypes = `<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
</Types>`
	rootPart = `<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Target="xl/workbook.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
</Relationships>`
	workbookPart = `<?xml version="1.0" encoding="UTF-8"?>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
<workbookPr date1904="%t"/>
<sheets><sheet name="%s" sheetId="1" r:id="rId1"/></sheets>
</workbook>`
	relationsPart = `<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Target="worksheets/sheet1.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>
</Relationships>`
	sheetPart = `<?xml version="1.0" encoding="UTF-8"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>`
)
