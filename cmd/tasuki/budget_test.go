package main

import (
	"os"
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
