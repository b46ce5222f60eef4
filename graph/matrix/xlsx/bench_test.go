package xlsx

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/xuri/excelize/v2"
)

// BenchmarkXLSX reads a large matrix, a third of its cells marks. It counts the bytes
// of the file, which is compressed.
func BenchmarkXLSX(b *testing.B) {
	const benchRows, benchColumns = 10_000, 50
	f := excelize.NewFile()
	defer f.Close() // it keeps the sheet in a temporary file
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	for row := range benchRows {
		cells := []any{fmt.Sprintf("3-%d", row), "サーバの障害対応"}
		for column := len(cells); column < benchColumns; column++ {
			cells = append(cells, []string{"", "○", "△", "", "R", ""}[(row+column*column)%6])
		}
		if err := w.SetRow(fmt.Sprintf("A%d", row+1), cells); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	data, err := f.WriteToBuffer()
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(data.Len()))
	b.ReportAllocs()
	for b.Loop() {
		book, err := Open(bytes.NewReader(data.Bytes()))
		if err != nil {
			b.Fatal(err)
		}
		n := 0
		for _, err := range book.Sheets[0].Rows {
			if err != nil {
				b.Fatal(err)
			}
			n++
		}
		if n != benchRows {
			b.Fatalf("%d rows, want %d", n, benchRows)
		}
	}
}
