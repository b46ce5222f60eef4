package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tasuki/internal/markup"
	"tasuki/internal/pdftext"
	"tasuki/internal/seeds"
)

// TestReportsKeepTheirBudget holds how much of a report a person gets at once, in
// every form, and that every link leads to what was written.
func TestReportsKeepTheirBudget(t *testing.T) {
	if seeds.Race || testing.Short() {
		t.Skip("left to the run without the race detector")
	}
	const maxPageBytes, maxPaper, maxBrief = 1_000_000, 20, 2
	for _, example := range examples() {
		for _, lang := range []string{"en", "ja"} {
			folder, short := t.TempDir(), t.TempDir()
			succeed(t, "report", example, "--lang", lang, "-o", folder)
			succeed(t, "report", example, "--lang", lang, "--brief", "-o", short)
			if got := len(pdftext.Pages(t, read(t, folder, "report.pdf"))); got > maxPaper {
				t.Errorf("%s in %s: %d pages of paper, want at most %d", example, lang, got, maxPaper)
			}
			if got := len(pdftext.Pages(t, read(t, short, "brief.pdf"))); got > maxBrief {
				t.Errorf("%s in %s: the brief has %d pages, want at most %d", example, lang, got, maxBrief)
			}
			pages, drawings := written(t, folder, ".html"), written(t, folder, ".svg")
			markup.CheckPages(t, pages, drawings)
			for name, text := range pages {
				if len(text) >= maxPageBytes {
					t.Errorf("%s in %s: %s has %d bytes, want fewer than %d", example, lang, name, len(text), maxPageBytes)
				}
			}
		}
	}
}

// TestBriefOfManyParties holds the brief to two pages where many lead and no flow is
// declared, so that the shares are its picture.
func TestBriefOfManyParties(t *testing.T) {
	for _, parties := range []int{14, 16, 40} {
		var matrix strings.Builder
		matrix.WriteString("Task")
		for i := range parties {
			fmt.Fprintf(&matrix, ",Regional operations and maintenance vendor %d", i)
		}
		for task := range 4 * parties {
			fmt.Fprintf(&matrix, "\nTask number %d%sR%s", task, strings.Repeat(",", task%parties+1), strings.Repeat(",", parties-task%parties-1))
		}
		folder := t.TempDir()
		path := filepath.Join(folder, "matrix.csv")
		if err := os.WriteFile(path, []byte(matrix.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		for _, lang := range []string{"en", "ja"} {
			out := filepath.Join(folder, lang)
			succeed(t, "report", path, "--brief", "--lang", lang, "-o", out)
			if got := len(pdftext.Pages(t, read(t, out, "brief.pdf"))); got > 2 {
				t.Errorf("%d parties, %s: the brief has %d pages, want at most 2", parties, lang, got)
			}
		}
	}
}

// written returns the files of a folder that have an ending, by name.
func written(t *testing.T, folder, ending string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ending) {
			all[e.Name()] = string(read(t, folder, e.Name()))
		}
	}
	return all
}
