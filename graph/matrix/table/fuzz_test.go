package table

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// showRow writes a row on one line, with a star at copied cells.
func showRow(row Row) string {
	cells := make([]string, row.Width())
	for i := range cells {
		cells[i] = strings.ReplaceAll(row.Cell(i+1), "\n", `\n`)
		if row.Copied(i + 1) {
			cells[i] += "*"
		}
	}
	if len(cells) == 0 {
		return fmt.Sprintf("%d:", row.Line)
	}
	return fmt.Sprintf("%d: %s", row.Line, strings.Join(cells, "|"))
}

// checkRows reads a table twice and fails unless both times give the same rows
// and error, lines ascend, and nothing follows an error.
func checkRows(t *testing.T, data []byte, format Format) {
	rows, err := Open(bytes.NewReader(data), "fuzz", format, "")
	if err != nil {
		return
	}
	read := func() (out []string) {
		line, failed := 0, false
		for row, err := range rows {
			if failed {
				t.Fatalf("a row follows an error: %v", row)
			}
			if err != nil {
				failed = true
				out = append(out, err.Error())
				continue
			}
			if row.Line <= line || len(row.Cells) > MaxColumn {
				t.Fatalf("row at line %d, of %d cells, after line %d", row.Line, len(row.Cells), line)
			}
			for _, span := range row.Merged {
				if span.Text == "" || span.First > span.Last || row.Cell(span.Last) == "" {
					t.Fatalf("line %d: %v is copied but empty", row.Line, span)
				}
			}
			line = row.Line
			out = append(out, showRow(row))
		}
		return out
	}
	if first, second := read(), read(); !reflect.DeepEqual(first, second) {
		t.Fatalf("%q, then %q", first, second)
	}
}

func FuzzTSV(f *testing.F) {
	f.Add([]byte("a\tb\r\n\n\xef\xbb\xbf○"))
	f.Add([]byte("\xff\xfea\x00\t\x00\n\x00"))
	f.Add([]byte("\x83\x5c\t\x81\x9b\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		checkRows(t, data, TSV)
		if text := string(data); strings.ToValidUTF8(text, "") == text {
			checkTSV(t, text)
		}
	})
}

// checkTSV sees that the rows of plain UTF-8 hold all of its text.
func checkTSV(t *testing.T, text string) {
	rows, err := Open(strings.NewReader(text), "fuzz", TSV, "")
	if err != nil || strings.HasPrefix(text, "\ufeff") {
		return
	}
	var lines []string
	for row, err := range rows {
		if err != nil {
			return
		}
		lines = append(lines, strings.Join(row.Cells, "\t"))
	}
	want := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	if last := len(want) - 1; want[last] == "" {
		want = want[:last]
	} else {
		want[last] = strings.TrimSuffix(want[last], "\r")
	}
	if strings.Join(lines, "\n") != strings.Join(want, "\n") {
		t.Fatalf("%q was read as %q", text, lines)
	}
}

func FuzzCSV(f *testing.F) {
	f.Add([]byte("a,\"b\r\nc\"\"\"\r\n\n○,"))
	f.Add([]byte("\xef\xbb\xbfa\n\"b"))
	f.Add([]byte("\x83\x5c,\x81\x9b\n"))
	f.Fuzz(func(t *testing.T, data []byte) { checkRows(t, data, CSV) })
}
