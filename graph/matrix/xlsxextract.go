package matrix

import (
	"archive/zip"
	"fmt"
	"io"
	"os"
)

// singleSheet is the name of the sheet in an extracted workbook.
const singleSheet = "Sheet"

// extract writes a workbook of one sheet to a new file. The parts are copied as
// they are, compressed, under the names that excelize streams them by.
func (b *book) extract(sheet *zip.File, name string) (err error) {
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	defer func() {
		if e := file.Close(); err == nil {
			err = e
		}
	}()
	out := zip.NewWriter(file)
	for _, part := range []struct{ name, text string }{
		{"[Content_Types].xml", contentTypes},
		{"_rels/.rels", rootPart},
		{"xl/workbook.xml", fmt.Sprintf(workbookPart, b.date1904, singleSheet)},
		{"xl/_rels/workbook.xml.rels", relationsPart},
	} {
		w, err := out.Create(part.name)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(w, part.text); err != nil {
			return err
		}
	}
	for _, part := range []struct {
		name string
		from *zip.File
	}{
		{"xl/worksheets/sheet1.xml", sheet},
		{"xl/sharedStrings.xml", b.strings},
		{"xl/styles.xml", b.styles},
	} {
		if err := copyPart(out, part.name, part.from); err != nil {
			return err
		}
	}
	return out.Close()
}

// copyPart copies a part, if there is one, under another name.
func copyPart(out *zip.Writer, name string, part *zip.File) error {
	if part == nil {
		return nil
	}
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

// The parts that hold an extracted workbook together.
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
)
