package booktext

import "testing"

// Spreadsheet returns an OpenDocument spreadsheet of styles and tables in XML.
func Spreadsheet(t testing.TB, styles, tables string) []byte {
	t.Helper()
	return Archive(t, Part{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, Part{"content.xml", ContentXML(styles, tables)})
}

// ContentXML returns the content of an OpenDocument spreadsheet.
func ContentXML(styles, tables string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0">
<office:automatic-styles>` + styles + `</office:automatic-styles><office:body><office:spreadsheet>` + tables + `</office:spreadsheet></office:body></office:document-content>`
}

// Document returns a word processing document whose body is XML.
func Document(t testing.TB, body string) []byte {
	t.Helper()
	return Archive(t, Part{"[Content_Types].xml", "<Types/>"},
		Part{"_rels/.rels", `<Relationships><Relationship Id="rId1" Target="word/document.xml" ` + relationKind + `officeDocument"/></Relationships>`},
		Part{"word/document.xml", `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + body + `</w:body></w:document>`})
}
