package main

import (
	"archive/zip"
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tasuki/internal/seeds"
)

// hostileTable is a small file with a table that would cost much.
type hostileTable struct {
	name  string // of the file
	write func(w io.Writer)
	want  string // in what is said of it; empty: it is read
}

// workbookOf writes a workbook of n sheets, each of which write writes, and of
// further parts.
func workbookOf(n int, write func(w io.Writer), more ...func(z *zip.Writer)) func(io.Writer) {
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	add := func(z *zip.Writer, name string, write func(io.Writer)) {
		w, err := z.Create(name)
		if err != nil {
			panic(err)
		}
		b := bufio.NewWriter(w)
		write(b)
		if err := b.Flush(); err != nil {
			panic(err)
		}
	}
	return func(w io.Writer) {
		z := zip.NewWriter(w)
		add(z, "_rels/.rels", repeated(1, `<Relationships><Relationship Id="r" Target="xl/workbook.xml" Type="`+office+`/officeDocument"/></Relationships>`))
		add(z, "xl/workbook.xml", inOrder(`<workbook xmlns:r="`+office+`"><sheets>`, times(n, `<sheet name="S%d" r:id="s%[1]d"/>`), `</sheets></workbook>`))
		add(z, "xl/_rels/workbook.xml.rels", inOrder(`<Relationships>`, times(n, `<Relationship Id="s%d" Target="worksheets/sheet%[1]d.xml" Type="`+office+`/worksheet"/>`), `</Relationships>`))
		for i := range n {
			add(z, fmt.Sprintf("xl/worksheets/sheet%d.xml", i), write)
		}
		for _, m := range more {
			m(z)
		}
		if err := z.Close(); err != nil {
			panic(err)
		}
	}
}

// sheetOf writes a sheet with a matrix of n tasks, further rows, and merged ranges.
func sheetOf(n int, rows, merged func(io.Writer)) func(io.Writer) {
	const cell = `<c r="%s%d" t="inlineStr"><is><t>%s</t></is></c>`
	row := func(w io.Writer, line int, texts ...string) {
		fmt.Fprintf(w, `<row r="%d">`, line)
		for i, text := range texts {
			fmt.Fprintf(w, cell, string(rune('A'+i)), line, text)
		}
		fmt.Fprint(w, `</row>`)
	}
	return inOrder(`<worksheet><sheetData>`, func(w io.Writer) {
		row(w, 1, "No", "Task", "Vendor A", "Vendor B")
		for i := range n {
			row(w, i+2, fmt.Sprint(i+1), fmt.Sprintf("Work %d", i+1), "○", "△")
		}
	}, rows, `</sheetData><mergeCells>`, merged, `</mergeCells></worksheet>`)
}

// from writes a line for each of n numbers from the first.
func from(first, n int, format string) func(io.Writer) {
	return func(w io.Writer) {
		for i := range n {
			fmt.Fprintf(w, format, first+i)
		}
	}
}

// banded writes the rows of a table from line 10 on, with a heading in every sixth,
// and merged the ranges of those headings.
func banded(n int) (rows, merged func(io.Writer)) {
	const text = `<c r="%s%d" t="inlineStr"><is><t>%s</t></is></c>`
	rows = func(w io.Writer) {
		for i := 10; i < 10+n; i++ {
			fmt.Fprintf(w, `<row r="%d">`, i)
			if i%6 == 0 {
				fmt.Fprintf(w, text, "A", i, fmt.Sprintf("Part %d", i))
			} else {
				for _, c := range [][2]string{{"A", fmt.Sprint(i)}, {"B", fmt.Sprintf("Work %d", i)}, {"C", "○"}, {"D", "△"}} {
					fmt.Fprintf(w, text, c[0], i, c[1])
				}
			}
			fmt.Fprint(w, `</row>`)
		}
	}
	merged = func(w io.Writer) {
		for i := 10; i < 10+n; i++ {
			if i%6 == 0 {
				fmt.Fprintf(w, `<mergeCell ref="A%d:XFD%[1]d"/>`, i)
			}
		}
	}
	return rows, merged
}

func hostileTables() []hostileTable {
	const head = "No,Task,Vendor A,Vendor B\n"
	none := repeated(0, "")
	note := repeated(1, `<row r="13"><c r="A13" t="inlineStr"><is><t>Note: ○ leads</t></is></c></row><row r="1048576"/>`)
	bands, banded := banded(6000)
	far := from(10, 20_000, `<row r="%d"><c t="inlineStr"><is><t>%[1]d</t></is></c><c r="XFD%[1]d" t="inlineStr"><is><t>○</t></is></c></row>`)
	return []hostileTable{
		{"rest.xlsx", workbookOf(1, sheetOf(8, note, repeated(1, `<mergeCell ref="A13:XFD1048576"/>`))), ""},
		{"notes.xlsx", workbookOf(1, sheetOf(2000, none, from(2, 2000, `<mergeCell ref="D%d:XFD%[1]d"/>`))), ""},
		{"bands.xlsx", workbookOf(1, sheetOf(8, bands, banded)), ""},
		{"stray.xlsx", workbookOf(1, sheetOf(3000, repeated(1, `<row r="3002"><c r="XFD3002" t="inlineStr"><is><t>x</t></is></c></row>`), from(2, 3000, `<mergeCell ref="B%d:B%[1]d"/><mergeCell ref="E%[1]d:XFD%[1]d"/>`))), ""},
		{"overlap.xlsx", workbookOf(1, sheetOf(200, none, times(200_000, `<mergeCell ref="B3:XFD%d"/>`))), "overlap"},
		{"merged.xlsx", workbookOf(1, sheetOf(8, none, from(20, 300_000, `<mergeCell ref="A%d:B%[1]d"/>`))), "262144 merged ranges"},
		{"far.xlsx", workbookOf(1, sheetOf(8, far, none)), "134217728 cells"},
		{"empty-rows.xlsx", workbookOf(1, sheetOf(8, repeated(1_000_000, "<row/>"), none)), ""},
		{"sheets.xlsx", workbookOf(2000, sheetOf(3, none, none)), ""},
		{"more-sheets.xlsx", workbookOf(10_000, sheetOf(0, none, none)), "at most 5000 are searched"},
		{"large-sheets.xlsx", workbookOf(40, sheetOf(10_000, none, none)), "name one of the 40 sheets"},
		{"bomb.xlsx", workbookOf(1, sheetOf(8, repeated(16_000, "<!--"+strings.Repeat(" ", 65_000)+"-->"), none)), "512 are read"},
		{"small-bomb.xlsx", workbookOf(1, sheetOf(8, repeated(4_000, "<!--"+strings.Repeat(" ", 65_000)+"-->"), none)), "100 times"},
		{"deep.xlsx", workbookOf(1, sheetOf(8, repeated(1_000_000, "<x>"), none)), "64 elements"},
		{"twice.xlsx", workbookOf(1, sheetOf(8, none, none), func(z *zip.Writer) { _, _ = z.Create("xl/worksheets/SHEET0.xml") }), "two parts"},
		{"parts.xlsx", workbookOf(1, sheetOf(8, none, none), func(z *zip.Writer) {
			for i := range 100_000 {
				_, _ = z.Create(fmt.Sprintf("x/%d", i))
			}
		}), ""},
		{"long-texts.xlsx", workbookOf(1, sheetOf(8, times(2000, `<row><c t="inlineStr"><is><t>%d</t></is></c><c t="inlineStr"><is><t>`+strings.Repeat("long ", 6000)+`</t></is></c></row>`), none)), "100 times"},

		{"million.csv", inOrder(head, times(1_000_000, "%d,Work,○,△\n")), "more than 100000 tasks"},
		{"million.tsv", inOrder(strings.ReplaceAll(head, ",", "\t"), times(1_000_000, "%d\tWork\t○\t△\n")), "more than 100000 tasks"},
		{"million-empty.csv", inOrder(head, times(1_000_000, "%d,Work,,\n")), "there is no matrix"},
		{"million-texts.csv", inOrder(head, times(1_000_000, "%d,Work,text %[1]d,text\n")), "there is no matrix"},
		{"million-unknown.csv", inOrder(head, times(1_000_000, "%d,Work,○,☆\n")), "more than 100000 cells where marks stand cannot be read"},
		{"million-of-one.csv", repeated(5_000_000, "○\n"), "there is no matrix"},
		{"headings.csv", repeated(300_000, head+"1,Work,○,△\n2,Work,○,△\n\n"), "at most 1000 are proposed"},
		{"wide.csv", inOrder("No,Task", times(16_382, ",V%d"), "\n", repeated(200, "1,Work"+strings.Repeat(",○", 16_382)+"\n")), "there is no matrix"},
		{"empty-cells.csv", inOrder(head, "1,Work,○,△\n2,Work,○,△\n", repeated(9000, strings.Repeat(",", 16_383)+"\n")), "134217728 cells"},
		{"line.csv", repeated(20_000_000, "x"), "16 MiB"},
		{"cells.csv", repeated(7_000_000, "ab,"), "1048576 separators"},
		{"quoted.csv", inOrder(head, `1,"`, repeated(20_000_000, "x"), `",○,△`), "16 MiB"},
		{"semicolons.csv", repeated(7_000_000, "ab;"), "1048576 separators"},
		{"quotes.tsv", inOrder(strings.ReplaceAll(head, ",", "\t"), repeated(5_000_000, "\"\n")), "there is no matrix"},
		{"nested.html", repeated(500_000, "<table><tr><td>"), "more than 16 deep"},
		{"tables.html", repeated(50_000, "<table><tr><td>x</table>"), "at most 5000 are searched"},
		{"rows.html", inOrder("<table>", repeated(2_000_000, "<tr>")), "there is no matrix"},
		{"columns.html", inOrder("<table>", repeated(9000, "<tr>"+strings.Repeat("<td colspan=1000>", 16)+"<td>x")), "there is no matrix"},
		{"beside.html", inOrder("<table><tr>", repeated(256, "<td rowspan=0>x"), repeated(500_000, "<tr>")), "there is no matrix"},
		{"below.html", inOrder("<table><tr><th>Task<th>A<th>B", repeated(300, "<tr><td rowspan=65534>w<td>R<td>C")), "256 cells"},
		{"elements.html", inOrder("<table><tr><td>", repeated(4_000_000, "<b>")), "there is no matrix"},
		{"attributes.html", inOrder("<table><tr><td ", repeated(10_000_000, "a "), ">"), "there is no matrix"},
		{"large.html", inOrder("<table><tr><th>No<th>Task<th>Vendor A<th>Vendor B", times(1_000_000, "<tr><td>%d<td>Work<td>R<td>C")), "more than 100000 tasks"},
		{"large.md", inOrder("|No|Task|Vendor A|Vendor B|\n|-|-|-|-|\n", times(1_000_000, "|%d|Work|R|C|\n")), "more than 100000 tasks"},
		{"tables.md", repeated(50_000, "|a|\n|-|\n\n"), "at most 5000 are searched"},
		{"stars.md", inOrder("|a|b|\n|-|-|\n", repeated(100, "|"+strings.Repeat("*a **b_ ", 30_000)+"|\n")), "there is no matrix"},
		{"brackets.md", inOrder("|a|b|\n|-|-|\n", repeated(100, "|"+strings.Repeat("[![", 80_000)+"](a)|\n")), "there is no matrix"},
		{"sheet.xlsx", repeated(200_000, "<table><tr><td>"), "more than 16 deep"},
		{"long-names.csv", inOrder(head, times(80, "%d,"+strings.Repeat("x", 1<<20)+",○,△\n")), "64 MiB"},
	}
}

// TestHostileTablesAreCheap runs commands on tables that a few bytes make large:
// they are read, or refused with the limit named, in bounded memory.
func TestHostileTablesAreCheap(t *testing.T) {
	if seeds.Race || testing.Short() {
		t.Skip("runs the command on many files")
	}
	folder := t.TempDir()
	for _, table := range slices.Concat(hostileTables(), hostileZips(), hostilePDFs()) {
		t.Run(table.name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(folder, table.name)
			f, err := os.Create(path)
			if err != nil {
				t.Fatal(err)
			}
			w := bufio.NewWriter(f)
			table.write(w)
			if err := errors.Join(w.Flush(), f.Close()); err != nil {
				t.Fatal(err)
			}
			code, stderr, memory := runDocuments(t, "check", path)
			if (table.want == "") != (code == exitOK) || !strings.Contains(stderr, table.want) {
				t.Errorf("exit %d, want %q of\n%.1000s", code, table.want, stderr)
			}
			cheap(t, "check", stderr, memory)
			if table.want != "" && !strings.HasPrefix(table.name, "million") {
				return
			}
			for _, command := range []string{"account", "propose", "export"} {
				_, stderr, memory := runDocuments(t, command, path)
				cheap(t, command, stderr, memory)
			}
		})
	}
}

// cheap fails when a command held more memory than any table may cost, or said
// more than people read.
func cheap(t *testing.T, command, stderr string, memory int64) {
	t.Helper()
	if memory > maxDocumentMemory {
		t.Errorf("%s: %d KiB of memory, at most %d", command, memory, maxDocumentMemory)
	}
	if lines := strings.Count(stderr, "\n"); lines > 40 || len(stderr) > 20_000 {
		t.Errorf("%s: %d lines, %d bytes of problems", command, lines, len(stderr))
	}
}

// TestHostileFilesAreCheap checks the files that others have collected.
func TestHostileFilesAreCheap(t *testing.T) {
	if seeds.Race || testing.Short() {
		t.Skip("runs the command on many files")
	}
	folder := needs(t, filepath.Join("..", "..", "..", "shared", "cases", "hostile"))
	files, err := filepath.Glob(filepath.Join(folder, "*.xlsx"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no workbooks in %s: %v", folder, err)
	}
	for _, path := range files {
		for _, command := range []string{"check", "account", "propose", "export"} {
			code, stderr, memory := runDocuments(t, command, path)
			if code != exitOK {
				t.Errorf("%s %s: exit %d\n%.1000s", command, filepath.Base(path), code, stderr)
			}
			cheap(t, command+" "+filepath.Base(path), stderr, memory)
		}
	}
}
