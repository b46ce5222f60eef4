package main

import (
	"archive/zip"
	"bytes"
	"html"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"tasuki/graph/files"
	"tasuki/internal/pdftext"
	"tasuki/internal/seeds"
)

// shortForms are what names an organization in the labels of the example, besides
// the names and aliases that it declares.
var shortForms = []string{
	"年金", "機構", "保険庁", "庁", "開発業者", "システム開発", "納入業者", "保守業者", "ストレージ業者", "ハードウェア業者", "データエントリ", "運用業者",
	"管理支援業者", "管理サービス業者", "LAN構築", "LAN業者", "庁LAN",
	"pension", "agency", "developer", "operations vendor", "ops vendor", "ops desk", "operations desk", "operations column", "hardware vendor", "storage vendor",
	"hardware and storage vendors", "supplier and maintainer", "maintenance vendor", "data entry", "LAN builder", "service management", "project management",
}

// TestRedactedOutputsNameNobody looks for every spelling of every organization
// in all that the commands write about the examples.
func TestRedactedOutputsNameNobody(t *testing.T) {
	for _, example := range []struct {
		dataset, flow string
		also          []string
	}{{pension, "hardware-fault", shortForms}, {helpdesk, "outage", nil}} {
		if (testing.Short() || seeds.Race) && example.dataset == pension {
			continue
		}
		ids, spellings := declaredSpellings(t, example.dataset)
		for _, s := range example.also {
			spellings = append(spellings, plain(s))
		}
		outputs := redactedOutputs(t, example.dataset, example.flow)
		for _, name := range []string{"review-ja/index.html", "review-en/report.md", "review-ja/report.xlsx", "review-ja/results.json", "review-en/manifest.txt", "pack-en/pack.pdf", "matrix-ja.pdf"} {
			if len(outputs["/"+name]) == 0 {
				t.Errorf("nothing was looked for in %s of %s", name, example.dataset)
			}
		}
		for what, data := range outputs {
			for _, text := range shown(t, what, data) {
				for _, id := range ids {
					if strings.Contains(text, id) {
						t.Errorf("%s has the ID %s", what, id)
					}
				}
				text = plain(text)
				for _, s := range spellings {
					if at := strings.Index(text, s); at >= 0 {
						t.Errorf("%s names %q: %s", what, s, strings.ToValidUTF8(text[max(0, at-60):min(len(text), at+60)], ""))
					}
				}
			}
		}
	}
}

// declaredSpellings returns the IDs of the organizations of a dataset in quotation
// marks, as they may be words too, and their names and aliases, plain.
func declaredSpellings(t *testing.T, dataset string) (ids, spellings []string) {
	t.Helper()
	g, err := files.Open(t.Context(), dataset, files.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range g.Organizations() {
		if o.ID != "group" { // a key of results, and a class of pages
			ids = append(ids, `"`+o.ID+`"`)
		}
		for _, s := range append([]string{o.Name.JA, o.Name.EN}, o.Aliases...) {
			if s != "" {
				spellings = append(spellings, plain(s))
			}
		}
	}
	return ids, spellings
}

// redactedOutputs returns all that the commands write about a dataset. A PNG
// shows what the DOT of the same drawing says, and the report has the SVG of most.
func redactedOutputs(t *testing.T, dataset, flow string) map[string][]byte {
	t.Helper()
	folder := t.TempDir()
	key, record := filepath.Join(t.TempDir(), "key.json"), filepath.Join(t.TempDir(), "record.csv")
	for _, to := range []string{"3-21", "F-2"} {
		succeed(t, "drill", "record", record, "--time", "2026-03-04", "--flow", flow, "--from", "x", "--to", to, "--outcome", "confirmed", "--note", "日本年金機構, 市立図書館, Service-desk vendors and LAN builder", "--unchecked")
	}
	outputs := map[string][]byte{}
	run := func(args ...string) {
		code, out, stderr := tasuki(t, append(args, "--redact", key)...)
		if code != exitOK || out+stderr == "" && !slices.Contains(args, "-o") {
			t.Errorf("tasuki %q: exit %d: %s", args, code, stderr)
		}
		outputs[strings.Join(args, " ")+".txt"] = []byte(out + stderr)
	}
	run("export", dataset)
	for _, lang := range []string{"ja", "en"} {
		for _, format := range []string{"text", "json"} {
			flags := []string{"--lang", lang, "--output", format}
			run(append([]string{"check", dataset}, flags...)...)
			run(append([]string{"drill", "coverage", dataset, record}, flags...)...)
			for _, k := range kinds() {
				run(append([]string{"analyze", k.name, dataset}, flags...)...)
			}
			if dataset == pension {
				run(append([]string{"account", dataset, "--marks"}, flags...)...)
			}
		}
		for _, d := range []struct{ kind, endings string }{
			{"dependencies", ".dot .pdf .mmd .graphml"}, {"flow", ".dot .pdf .mmd .graphml"}, {"ladder", ".dot .pdf .mmd .graphml"},
			{"matrix", ".svg .dot .pdf"}, {"supplies", ".svg .dot .pdf"}, {"concentration", ".svg .pdf"}, {"loss", ".svg .pdf"},
		} {
			args := []string{"draw", d.kind, dataset}
			if d.kind == "flow" || d.kind == "ladder" {
				args = append(args, flow)
			}
			for ending := range strings.FieldsSeq(d.endings) {
				run(slices.Concat(args, []string{"--lang", lang, "-o", filepath.Join(folder, d.kind+"-"+lang+ending)})...)
			}
		}
		run("report", dataset, "--lang", lang, "-o", filepath.Join(folder, "review-"+lang))
		run("drill", dataset, flow, "--lang", lang, "-o", filepath.Join(folder, "pack-"+lang))
	}
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		outputs[path[len(folder):]], err = os.ReadFile(path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return outputs
}

var tag = regexp.MustCompile(`<[^>]*>`)

// shown returns the texts that a file shows or holds, each without the breaks of
// lines.
func shown(t *testing.T, name string, data []byte) []string {
	t.Helper()
	text := string(data)
	switch filepath.Ext(name) {
	case ".pdf":
		return append(pdftext.Pages(t, data), pdftext.Title(t, data))
	case ".xlsx":
		book, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		var list []string
		for _, f := range book.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			part, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			list = append(list, shown(t, f.Name+".xml", part)...)
		}
		return list
	case ".dot":
		text = strings.NewReplacer(`\n`, "", `\l`, "", `\r`, "").Replace(text)
	case ".txt", ".json", ".csv":
		return []string{text}
	}
	return []string{html.UnescapeString(text), html.UnescapeString(tag.ReplaceAllString(text, ""))}
}

// plain returns the letters and digits of a text, small.
func plain(s string) string {
	return strings.Map(func(c rune) rune {
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			return -1
		}
		return unicode.ToLower(c)
	}, s)
}
