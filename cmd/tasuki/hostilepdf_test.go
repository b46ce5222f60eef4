package main

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"strings"

	"tasuki/internal/booktext"
)

// matrixPDF draws a small matrix.
var matrixPDF = booktext.Grid(780, []float64{40, 120, 80, 80}, [][]string{{"No", "Task", "Vendor A", "Vendor B"}, {"1", "Work", "○", "△"}, {"2", "More work", "△", "○"}})

// pageOf writes a file with one page that draws the matrix and what write writes.
func pageOf(write func(io.Writer)) func(io.Writer) {
	return func(w io.Writer) {
		var b strings.Builder
		b.WriteString(matrixPDF)
		write(&b)
		_, _ = w.Write(booktext.Pages(b.String()))
	}
}

// withObjects writes a file with the matrix and further objects, numbered from 8, and
// entries that lead to them from all pages.
func withObjects(resources, content string, objects ...string) func(io.Writer) {
	return func(w io.Writer) {
		list := booktext.PagesObjects("", matrixPDF+content)
		list[1] = strings.Replace(list[1], "/Resources <<", "/Resources << "+resources, 1)
		_, _ = w.Write(booktext.PDF(append(list, objects...)...))
	}
}

// deflated returns a stream of what write writes.
func deflated(entries string, write func(io.Writer)) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	write(z)
	if err := z.Close(); err != nil {
		panic(err)
	}
	return booktext.Stream(entries+" /Filter /FlateDecode", b.String())
}

// doubling returns n forms, each of which draws the next one many times.
func doubling(n int) []string {
	var list []string
	for i := range n {
		list = append(list, booktext.Stream(fmt.Sprintf("/Subtype /Form /Resources << /XObject << /X %d 0 R >> >>", 9+i), strings.Repeat("/X Do ", 100)))
	}
	return append(list, booktext.Stream("/Subtype /Form", ""))
}

func hostilePDFs() []hostileTable {
	const form = "/XObject << /X 8 0 R >>"
	mapped := times(600_000, "1 beginbfchar <%04x> <0041> endbfchar ")
	raw := func(write func(io.Writer)) func(io.Writer) {
		return inOrder("%PDF-1.7\n1 0 obj << /Pages 2 0 R >> endobj\n2 0 obj << /Kids [3 0 R] >> endobj\n3 0 obj << /Contents 4 0 R >> endobj\n", write, "\ntrailer << /Root 1 0 R >>\n")
	}
	return []hostileTable{
		{"bomb.pdf", withObjects(form, "/X Do", deflated("/Subtype /Form", repeated(1<<14, strings.Repeat(" ", 1<<16)))), "more than 128 MiB"},
		{"filters.pdf", withObjects(form, "/X Do", booktext.Stream("/Subtype /Form /Filter ["+strings.Repeat("/AHx ", 100)+"]", "20>")), "at most 8 are read"},
		{"deep.pdf", withObjects("/X "+strings.Repeat("[", 1_000_000), ""), "64 values around each other"},
		{"operands.pdf", pageOf(inOrder("[", repeated(5_000_000, "0 "), "] TJ")), "more than 100000 values"},
		{"values.pdf", withObjects(form, "/X Do", "<< /Subtype /Form /Y ["+strings.Repeat("0 ", 5_000_000)+"] >>"), "more than 2000000 values"},
		{"forms.pdf", withObjects(form, "/X Do", booktext.Stream("/Subtype /Form /Resources << "+form+" >>", "/X Do")), "more than 12 drawings within each other"},
		{"doubling.pdf", withObjects(form, "/X Do", doubling(10)...), "more than 64 MiB"},
		{"operators.pdf", withObjects(form, "/X Do", deflated("/Subtype /Form", repeated(20_000_000, "q Q "))), "more than 64 MiB"},
		{"saved.pdf", pageOf(repeated(1_000_000, "q ")), "saves its state more than 1000 times"},
		{"letters.pdf", pageOf(inOrder("BT /F2 1 Tf 10 10 Td (", repeated(2_000_000, "a"), ") Tj ET")), "more than 200000 characters"},
		{"spread.pdf", pageOf(inOrder("BT /F2 1 Tf ", times(150_000, "1 0 0 1 %[1]d.5 %[1]d Tm (a) Tj "), "ET")), ""},
		{"columns.pdf", func(w io.Writer) { _, _ = w.Write(booktext.Pages(columnsOf(400, 400))) }, "nothing in it looks like a table"},
		{"lines.pdf", pageOf(repeated(100_000, "0 5 m 10 5 l S\n")), "more than 50000 lines"},
		{"hatched.pdf", pageOf(inOrder("BT /F2 9 Tf ET ", times(24_000, "0 %[1]d.5 m 600 %[1]d.5 l S 0 0 m %[1]d.5 0 m %[1]d.5 800 l S\n"))), ""},
		{"path.pdf", pageOf(inOrder("0 0 m ", times(3_000_000, "%d 5 l "), "S")), ""},
		{"mapped.pdf", withObjects(form, "/X Do", booktext.Stream("/Subtype /Form /Resources << /Font << /F1 9 0 R >> >>", "BT /F1 9 Tf ET"), "<< /Subtype /Type0 /ToUnicode 10 0 R >>", deflated("", mapped)), "what more than 1000000 codes stand for"},
		{"pages.pdf", func(w io.Writer) { _, _ = w.Write(booktext.Pages(make([]string, 3000)...)) }, "more than 2000 pages"},
		{"same-page.pdf", raw(inOrder("4 0 obj << /Length 4 0 R >> stream\n", matrixPDF, "endstream endobj\n2 0 obj << /Kids [", repeated(500_000, "3 0 R "), "] >> endobj")), "there is no matrix"},
		{"ring.pdf", raw(repeated(1, "2 0 obj << /Kids [2 0 R 2 0 R] >> endobj")), "only pictures"},
		{"unended.pdf", raw(times(60_000, "4 0 obj << /Length 9 >> stream\n%d")), "only pictures"},
		{"objects.pdf", raw(from(5, 600_000, "%d 0 obj 1 endobj\n")), "more than 500000 objects"},
		{"versions.pdf", inOrder("%PDF-1.7\n", repeated(300_000, "xref\n0 0\ntrailer << /Prev 9 >>\n"), "startxref\n9\n%%EOF"), "this is no PDF"},
		{"table.pdf", inOrder("%PDF-1.7\nxref\n0 999999999\n", repeated(1_000_000, "0000000009 00000 n \n"), "trailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF"), "more than 500000 objects"},
	}
}

// columnsOf draws a table without lines.
func columnsOf(rows, columns int) string {
	var b strings.Builder
	for i := range rows {
		for j := range columns {
			fmt.Fprintf(&b, "BT /F2 0.5 Tf %g %g Td (a) Tj ET\n", float64(j)*1.5, float64(i)*2)
		}
	}
	return b.String()
}
