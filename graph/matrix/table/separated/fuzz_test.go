package separated

import (
	"bytes"
	"strings"
	"testing"

	"tasuki/graph/matrix/table"
	"tasuki/internal/rowtext"
)

func FuzzTSV(f *testing.F) {
	f.Add([]byte("a\tb\r\n\n\xef\xbb\xbf○"))
	f.Add([]byte("\xff\xfea\x00\t\x00\n\x00"))
	f.Add([]byte("\x83\x5c\t\x81\x9b\n"))
	f.Add([]byte("a\t\"b\nc\"\t\"d\"\"e\"\n\"f\ng\th\"\r"))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := Tabs(bytes.NewReader(data))
		rowtext.Check(t, b)
		if text := string(data); err == nil && len(b.Assumptions) == 0 && strings.ToValidUTF8(text, "") == text {
			checkTabs(t, text, b.Sheets[0].Rows)
		}
	})
}

// checkTabs sees that the rows of plain UTF-8 hold all of its text.
func checkTabs(t *testing.T, text string, rows table.Rows) {
	if strings.ContainsAny(text, "\"\r\ufeff") {
		return
	}
	var lines []string
	for row, err := range rows {
		if err != nil {
			return
		}
		lines = append(lines, strings.Join(row.Cells, "\t"))
	}
	want := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	if strings.Join(lines, "\n") != strings.Join(want, "\n") {
		t.Fatalf("%q was read as %q", text, lines)
	}
}

func FuzzCSV(f *testing.F) {
	f.Add([]byte("a,\"b\r\nc\"\"\"\r\n\n○,"))
	f.Add([]byte("\xef\xbb\xbfa\n\"b"))
	f.Add([]byte("\x83\x5c,\x81\x9b\n"))
	f.Add([]byte("sep=;\ra;b|c\r\"d;\ne\";f"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if b, err := Commas(bytes.NewReader(data)); err == nil {
			rowtext.Check(t, b)
		}
	})
}
