package docx

import (
	"bytes"
	"strings"
	"testing"

	"tasuki/internal/booktext"
)

// TestManyTablesAreBounded looks at a document again and again, as whoever searches
// many tables does: what is read for each grows with those before it.
func TestManyTablesAreBounded(t *testing.T) {
	many := strings.Repeat(`<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`, 60_000)
	b, err := Open(bytes.NewReader(booktext.Document(t, many)))
	if err != nil {
		t.Fatal(err)
	}
	for i := range 1000 {
		for row, err := range b.Sheets[i%10].Rows {
			if err != nil {
				if i < 100 || !strings.Contains(err.Error(), "so many tables") {
					t.Errorf("after %d tables: %v", i, err)
				}
				return
			}
			if row.Cell(1) != "a" {
				t.Fatalf("row %v", row)
			}
		}
	}
	t.Error("no limit was met")
}
