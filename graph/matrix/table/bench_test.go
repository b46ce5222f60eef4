package table

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
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

func benchTable(b *testing.B, data []byte, format Format) {
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		rows, err := Open(bytes.NewReader(data), "bench", format, "")
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

func BenchmarkTSV(b *testing.B) { benchTable(b, benchText("\t"), TSV) }

func BenchmarkCSV(b *testing.B) { benchTable(b, benchText(","), CSV) }
