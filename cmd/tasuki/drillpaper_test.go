package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"tasuki/internal/pdftext"
	"tasuki/internal/seeds"
)

// TestPaperOfTheExamples looks at every page of the packs of the examples: no text is
// smaller than 8 points, and no page cuts a line of text, a box or a row.
func TestPaperOfTheExamples(t *testing.T) {
	cases := [][]string{{helpdesk, "outage", "--without", "net", "--lang", "ja"}, {helpdesk, "release"}}
	for i, flow := range pensionFlows(t) {
		cases = append(cases, []string{pension, flow, "--lang", []string{"ja", "en"}[i%2]})
	}
	for _, args := range cases[:seeds.Count(len(cases))] {
		folder := pack(t, args...)
		papers, err := filepath.Glob(filepath.Join(folder, "*.pdf"))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range papers {
			if name := filepath.Base(path); name != "pack.pdf" { // which has the same pages
				checkPages(t, fmt.Sprint(args, " ", name), pdftext.Drawn(t, read(t, folder, name)))
			}
		}
	}
}

func checkPages(t *testing.T, of string, pages []pdftext.Page) {
	t.Helper()
	for i, page := range pages {
		for _, text := range page.Texts {
			seen := text.Y > text.Clip.Low && text.Y < text.Clip.High && strings.TrimSpace(text.Text) != ""
			if seen && text.Size < 8-1e-6 || text.Clip.Cut(text.Y, text.Y+0.7*text.Size) {
				t.Errorf("%s page %d: %q has %.2f points and stands at %.1f, seen from %.1f to %.1f", of, i+1, text.Text, text.Size, text.Y, text.Clip.Low, text.Clip.High)
			}
		}
		for _, s := range page.Shapes {
			if s.High-s.Low < (s.Clip.High-s.Clip.Low)/2 && s.Clip.Cut(s.Low, s.High) {
				t.Errorf("%s page %d cuts a box from %.1f to %.1f, seen from %.1f to %.1f", of, i+1, s.Low, s.High, s.Clip.Low, s.Clip.High)
			}
		}
	}
}
