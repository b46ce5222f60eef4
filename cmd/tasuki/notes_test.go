package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/graph/matrix"
	"tasuki/graph/matrix/propose"
	"tasuki/graph/said"
	"tasuki/internal/matrixtext"
	"tasuki/render/messages"
)

var (
	// quotedText is what data say, keys of a reading among it.
	quotedText = regexp.MustCompile(`"(?:[^"\\]|\\.)*"`)
	// english is two words of it in a row.
	english = regexp.MustCompile(`[A-Za-z]{2,}[ -][A-Za-z]{2,}`)
)

// TestAssumptionsInJapanese wants nothing in English among what is taken for granted,
// whatever the layout of a matrix.
func TestAssumptionsInJapanese(t *testing.T) {
	ja := messages.In(graph.Japanese)
	seen := 0
	check := func(t *testing.T, notes []said.Note) {
		for _, n := range notes {
			seen++
			if told := ja.Told(n); english.MatchString(quotedText.ReplaceAllString(told, "")) || told == n.String() {
				t.Errorf("%s\nis said for\n%s", told, n)
			}
		}
	}
	for _, l := range matrixtext.Layouts() {
		t.Run(l.Name, func(t *testing.T) {
			rows := l.Rows()
			r, err := propose.Propose("x.xlsx", []propose.Sheet{{Name: "One", Rows: rows}}, propose.ProposeOptions{})
			if err != nil {
				t.Fatal(err)
			}
			d, err := matrix.Import(matrixtext.RowsOf(rows), r, "x.xlsx")
			if err != nil {
				t.Fatal(err)
			}
			check(t, d.Account.Assumptions)
		})
	}
	if seen < 300 {
		t.Errorf("%d assumptions", seen)
	}
	for _, args := range [][]string{{"account", pension}, {"report", helpdesk, "-o", filepath.Join(t.TempDir(), "out")}, {"account", notedFolder(t)}} {
		out := succeed(t, append(args, "--lang", "ja")...)
		_, assumed, _ := strings.Cut(out, "登録ではなく")
		for line := range strings.Lines(assumed) {
			if line == "\n" {
				break
			}
			if english.MatchString(quotedText.ReplaceAllString(line, "")) {
				t.Errorf("%s: %s", args[1], line)
			}
		}
	}
}

// notedFolder returns a dataset of whose parts much is taken for granted.
func notedFolder(t *testing.T) string {
	return writeFiles(t, map[string]string{
		"m.csv":          "sep=;\nNo;Task;Ops Desk;Maker;Maker;Remarks\n1;Find;R;C;I;see <mail> & more\n2;Mend;R (tbc);R;A;see it\n3;Test;A/R;R*;;\n;R = does it;;;;\n",
		"m.handoffs.csv": "flow,from,to,colour\nfault,1,2,red\nfault,2,3,red\n(example),1,2,\n",
		"notes.md":       "```mermaid\nflowchart LR\nx --> y\n```\n",
		"way.mmd":        "flowchart LR\n1 --> 2\n3\n",
	})
}

// TestNotesAreKept sees that what is taken for granted is said alike of files and of
// what was exported from them, in each language, and redacted in all of them.
func TestNotesAreKept(t *testing.T) {
	folder := notedFolder(t)
	exported := filepath.Join(t.TempDir(), filepath.Base(folder)+".json")
	if err := os.WriteFile(exported, []byte(succeed(t, "export", folder)), 0o600); err != nil {
		t.Fatal(err)
	}
	page := func(dataset, lang string) string {
		out := filepath.Join(t.TempDir(), "out")
		summary := succeed(t, "report", dataset, "-o", out, "--lang", lang)
		text, err := os.ReadFile(filepath.Join(out, "report.md"))
		if err != nil {
			t.Fatal(err)
		}
		return strings.ReplaceAll(summary, out, "") + string(text)
	}
	for lang, want := range map[string]string{"en": "rules: leads not declared", "ja": "rules：leads は未登録"} {
		files, json := page(folder, lang), page(exported, lang)
		if !strings.Contains(files, want) {
			t.Errorf("%s: no %s in\n%s", lang, want, files)
		}
		for line := range strings.Lines(files) {
			if !strings.Contains(json, line) {
				t.Errorf("%s: what was exported does not say %s", lang, line)
			}
		}
		if len(files) != len(json) {
			t.Errorf("%s: %d bytes from files, %d from what was exported", lang, len(files), len(json))
		}
		key := filepath.Join(t.TempDir(), "key.json")
		if redacted := succeed(t, "account", folder, "--redact", key, "--lang", lang); strings.Contains(redacted, "Ops Desk") || strings.Contains(redacted, "Maker") {
			t.Errorf("%s: names in\n%s", lang, redacted)
		}
	}
}
