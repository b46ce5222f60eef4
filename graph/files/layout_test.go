package files

import (
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tasuki/graph"
	"tasuki/internal/matrixtext"
	"tasuki/internal/seeds"
)

// TestProposedReadingsLoad tries every layout: what is proposed for it loads, and
// states the same facts as the matrix alone.
func TestProposedReadingsLoad(t *testing.T) {
	for i, l := range matrixtext.Layouts() {
		if i%seeds.Size(1, 5) > 0 {
			continue
		}
		t.Run(l.Name, func(t *testing.T) {
			folder := t.TempDir()
			name := writeLayout(t, folder, l)
			alone := mustOpen(t, name, Options{}).Dataset()
			if got := matrixtext.Facts(alone); !slices.Equal(got, l.Facts) {
				t.Fatalf("alone it states\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(l.Facts, "\n"))
			}
			reading, err := Propose(context.Background(), name, Options{})
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(strings.TrimSuffix(name, filepath.Ext(name))+".reading.yaml", reading, 0o600); err != nil {
				t.Fatal(err)
			}
			g, err := Open(context.Background(), name, Options{})
			if err != nil {
				t.Fatalf("%v\n%s", err, reading)
			}
			if d := g.Dataset(); !slices.Equal(places(d), places(alone)) || !slices.Equal(matrixtext.Facts(d), l.Facts) {
				t.Errorf("with its reading it states\n%s\nwant\n%s\n%s", strings.Join(matrixtext.Facts(d), "\n"), strings.Join(l.Facts, "\n"), reading)
			}
		})
	}
}

// places lists the marks of d with where they stand.
func places(d graph.Dataset) []string {
	var list []string
	for _, a := range d.Assignments {
		list = append(list, strings.Join([]string{a.Task, a.Organization, string(a.Role), string(a.Reading), a.Source.String()}, " "))
	}
	return list
}

// writeLayout saves a layout: as a workbook when cells of it are merged, otherwise as
// comma-separated values.
func writeLayout(t *testing.T, folder string, l matrixtext.Layout) string {
	t.Helper()
	if l.Merged() {
		return writeBook(t, filepath.Join(folder, "matrix.xlsx"), l)
	}
	name := filepath.Join(folder, "matrix.csv")
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	w := csv.NewWriter(f)
	for _, row := range l.Grid {
		if err := w.Write(row); err != nil {
			t.Fatal(err)
		}
	}
	w.Flush()
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return name
}

func writeBook(t *testing.T, name string, l matrixtext.Layout) string {
	t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	at := func(row, column int) string {
		cell, err := excelize.CoordinatesToCellName(column, row)
		if err != nil {
			t.Fatal(err)
		}
		return cell
	}
	for i, row := range l.Grid {
		for j, cell := range row {
			if text := matrixtext.Text(cell); text != "" {
				if err := book.SetCellStr("Sheet1", at(i+1, j+1), text); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	l.Ranges(func(top, left, bottom, right int) {
		if err := book.MergeCell("Sheet1", at(top, left), at(bottom, right)); err != nil {
			t.Fatal(err)
		}
	})
	if err := book.SaveAs(name); err != nil {
		t.Fatal(err)
	}
	return name
}
