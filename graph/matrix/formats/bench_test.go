package formats

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tasuki/graph/matrix/table"
)

// The tables of the benchmarks: the size of a large matrix, a third of its
// cells marks.
const benchRows, benchColumns = 10_000, 50

func benchCells(row int) []string {
	cells := []string{fmt.Sprintf("3-%d", row), "サーバの障害対応"}
	for column := len(cells); column < benchColumns; column++ {
		cells = append(cells, []string{"", "○", "△", "", "R", ""}[(row+column*column)%6])
	}
	return cells
}

func benchText(separator string) []byte {
	var b strings.Builder
	for row := range benchRows {
		b.WriteString(strings.Join(benchCells(row), separator) + "\n")
	}
	return []byte(b.String())
}

func benchTable(b *testing.B, data []byte, format table.Format) {
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		rows, _, err := Choose(bytes.NewReader(data), "bench", format, "")
		if err != nil {
			b.Fatal(err)
		}
		n := 0
		for _, err := range rows {
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

func BenchmarkTSV(b *testing.B) { benchTable(b, benchText("\t"), "tsv") }

func BenchmarkCSV(b *testing.B) { benchTable(b, benchText(","), "csv") }

// BenchmarkXLSX counts the bytes of the file, which is compressed.
func BenchmarkXLSX(b *testing.B) {
	f := excelize.NewFile()
	defer f.Close() // it keeps the sheet in a temporary file
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	for row := range benchRows {
		var cells []any
		for _, cell := range benchCells(row) {
			cells = append(cells, cell)
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
	benchTable(b, data.Bytes(), "xlsx")
}
