package main

import (
	"archive/zip"
	"bufio"
	"io"
	"strings"
)

// partOf writes a zip with one part and those that lead to it.
func partOf(name string, write func(io.Writer)) func(io.Writer) {
	return func(w io.Writer) {
		z := zip.NewWriter(w)
		for _, part := range []struct {
			name  string
			write func(io.Writer)
		}{
			{"_rels/.rels", repeated(1, `<Relationships><Relationship Target="`+name+`" Type="x/officeDocument"/></Relationships>`)},
			{name, write},
		} {
			f, err := z.Create(part.name)
			if err != nil {
				panic(err)
			}
			b := bufio.NewWriter(f)
			part.write(b)
			if err := b.Flush(); err != nil {
				panic(err)
			}
		}
		if err := z.Close(); err != nil {
			panic(err)
		}
	}
}

// filled puts what is said in XML between the tags of a row, a cell and a paragraph.
type filled struct{ table, row, cell, endCell, endRow, endTable string }

var (
	sheetTags    = filled{`<table:table table:name="t">`, `<table:table-row>`, `<table:table-cell><text:p>`, `</text:p></table:table-cell>`, `</table:table-row>`, `</table:table>`}
	documentTags = filled{`<w:tbl>`, `<w:tr>`, `<w:tc><w:p><w:r><w:t>`, `</w:t></w:r></w:p></w:tc>`, `</w:tr>`, `</w:tbl>`}
)

func (f filled) rowOf(texts ...string) string {
	return f.row + f.cell + strings.Join(texts, f.endCell+f.cell) + f.endCell + f.endRow
}

// matrix writes a small matrix and further rows.
func (f filled) matrix(rows ...any) func(io.Writer) {
	all := []any{f.table, f.rowOf("No", "Task", "Vendor A", "Vendor B"), f.rowOf("1", "Work", "○", "△"), f.rowOf("2", "More work", "△", "○")}
	return inOrder(append(append(all, rows...), f.endTable)...)
}

func odsOf(content ...any) func(io.Writer) {
	return partOf("content.xml", inOrder(append(append([]any{"<office:document-content><office:body><office:spreadsheet>"}, content...), "</office:spreadsheet></office:body></office:document-content>")...))
}

func docxOf(content ...any) func(io.Writer) {
	return partOf("word/document.xml", inOrder(append(append([]any{"<w:document><w:body>"}, content...), "</w:body></w:document>")...))
}

// hostileZips are the tables of other zips of XML.
func hostileZips() []hostileTable {
	const cell = `<table:table-cell%s><text:p>Nota bene</text:p></table:table-cell>`
	row := func(of string, cells ...string) string {
		return `<table:table-row` + of + `>` + strings.Join(cells, "") + `</table:table-row>`
	}
	with := func(of string) string { return strings.Replace(cell, "%s", of, 1) }
	empty := row(` table:number-rows-repeated="1048000"`, `<table:table-cell table:number-columns-repeated="16384"/>`)
	wide := `<w:tc><w:tcPr><w:gridSpan w:val="16380"/></w:tcPr><w:p><w:r><w:t>Nota bene</w:t></w:r></w:p></w:tc>`
	comment := "<!--" + strings.Repeat(" ", 65_000) + "-->"
	return []hostileTable{
		{"empty.ods", odsOf(sheetTags.matrix(empty)), ""},
		{"far.ods", odsOf(sheetTags.matrix(empty, sheetTags.rowOf("far"))), ""},
		{"too-far.ods", odsOf(sheetTags.matrix(empty, empty, sheetTags.rowOf("far"))), "behind the last of 1048576"},
		{"rows.ods", odsOf(sheetTags.matrix(row(` table:number-rows-repeated="1000000"`, with("")))), "repeated more than 262144 times"},
		{"cells.ods", odsOf(sheetTags.matrix(repeated(1000, row("", with(` table:number-columns-repeated="16384"`))))), "repeated more than 262144 times"},
		{"spans.ods", odsOf(sheetTags.matrix(row("", with(` table:number-columns-spanned="99999999" table:number-rows-spanned="99999999"`)), empty, sheetTags.rowOf("far"))), ""},
		{"many-spans.ods", odsOf(sheetTags.matrix(repeated(300_000, row("", with(` table:number-columns-spanned="2"`))))), "100 times"},
		{"blanks.ods", odsOf(sheetTags.matrix(row("", `<table:table-cell><text:p>`+strings.Repeat(`<text:s text:c="999999999"/>`, 100)+`x</text:p></table:table-cell>`))), ""},
		{"sheets.ods", odsOf(sheetTags.matrix(), repeated(2000, `<table:table>`+empty+sheetTags.rowOf("far")+`</table:table>`)), ""},
		{"more-sheets.ods", odsOf(sheetTags.matrix(), repeated(6000, `<table:table/>`)), "at most 5000 are searched"},
		{"bomb.ods", odsOf(sheetTags.matrix(repeated(16_000, comment))), "512 are read"},
		{"small-bomb.ods", odsOf(sheetTags.matrix(repeated(4_000, comment))), "100 times"},
		{"deep.ods", odsOf(repeated(1_000_000, `<table:table>`)), "64 elements"},
		{"long.ods", odsOf(sheetTags.matrix(sheetTags.row, `<table:table-cell>`, from(0, 600_000, "<text:p>%032d</text:p>"), `</table:table-cell>`, sheetTags.endRow)), "16 MiB"},

		{"wide.docx", docxOf(documentTags.matrix(repeated(10_000, `<w:tr>`+wide+`</w:tr>`))), ""},
		{"too-wide.docx", docxOf(documentTags.matrix(`<w:tr>` + wide + wide + `</w:tr>`)), "more than 16384 columns"},
		{"down.docx", docxOf(documentTags.matrix(`<w:tr>`+strings.Repeat(`<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>Nota bene</w:t></w:r></w:p></w:tc>`, 1000)+`</w:tr>`, repeated(400, `<w:tr>`+strings.Repeat(`<w:tc><w:tcPr><w:vMerge/></w:tcPr></w:tc>`, 1000)+`</w:tr>`))), ""},
		{"beside.docx", docxOf(documentTags.matrix(`<w:tr>` + strings.Repeat(`<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>Nota bene</w:t></w:r></w:p></w:tc>`, 1025) + `</w:tr>`)), "1024 merged ranges"},
		{"rows.docx", docxOf(documentTags.matrix(repeated(1_000_000, `<w:tr/>`))), ""},
		{"tables.docx", docxOf(documentTags.matrix(), repeated(2000, `<w:tbl><w:tr/></w:tbl>`)), ""},
		{"more-tables.docx", docxOf(documentTags.matrix(), repeated(6000, `<w:tbl/>`)), "at most 5000 are searched"},
		{"bomb.docx", docxOf(documentTags.matrix(repeated(16_000, comment))), "512 are read"},
		{"small-bomb.docx", docxOf(documentTags.matrix(repeated(4_000, comment))), "100 times"},
		{"deep.docx", docxOf(repeated(1_000_000, `<w:tbl>`)), "64 elements"},
		{"long.docx", docxOf(documentTags.matrix(documentTags.row, `<w:tc>`, from(0, 600_000, "<w:p><w:r><w:t>%032d</w:t></w:r></w:p>"), `</w:tc>`, documentTags.endRow)), "16 MiB"},
	}
}
