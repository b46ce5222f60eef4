package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tasuki/internal/pdftext"
)

const numbersText = "control: {phone: 03-0000-0001}\ncontacts:\n  - {organization: desk, level: 1, phone: 03-0000-0002, mail: desk@example.jp}\n"

// TestNumbersReachThePackAlone has numbers in the folder of a dataset: what a pack is given
// stands on its paper, and no other command says anything of them.
func TestNumbersReachThePackAlone(t *testing.T) {
	dataset := t.TempDir()
	text, err := os.ReadFile(filepath.Join(helpdesk, "dataset.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dataset, "numbers.yaml")
	for name, data := range map[string][]byte{filepath.Join(dataset, "dataset.yaml"): text, path: []byte(numbersText)} {
		if err := os.WriteFile(name, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	secret := func(data []byte) bool {
		return bytes.Contains(data, []byte("0000-000")) || bytes.Contains(data, []byte("desk@example"))
	}
	for _, args := range [][]string{
		{"export", dataset}, {"check", dataset, "--output", "json"}, {"analyze", "escalation", dataset, "--output", "json"}, {"account", dataset},
	} {
		if _, stdout, stderr := tasuki(t, args...); secret([]byte(stdout + stderr)) {
			t.Errorf("%v tells numbers", args)
		}
	}
	report := filepath.Join(t.TempDir(), "report")
	succeed(t, "report", dataset, "-o", report)
	err = filepath.WalkDir(report, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && secret(read(t, filepath.Dir(path), d.Name())) {
			t.Errorf("the report tells numbers in %s", d.Name())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if folder := pack(t, dataset, "outage"); strings.Contains(strings.Join(pdftext.Pages(t, read(t, folder, "contacts.pdf")), ""), "03-0000") {
		t.Error("a pack has numbers that nobody asked for")
	}
	folder := pack(t, dataset, "outage", "--numbers", path)
	if paper := strings.Join(pdftext.Pages(t, read(t, folder, "contacts.pdf")), ""); !strings.Contains(paper, "03-0000-0001") || !strings.Contains(paper, "desk@example.jp") {
		t.Error("a pack lacks its numbers")
	}
	if code, _, stderr := tasuki(t, "drill", dataset, "outage", "--numbers", path, "--redact", filepath.Join(t.TempDir(), "key"), "-o", t.TempDir()); code != exitUsage || !strings.Contains(stderr, "--numbers") {
		t.Errorf("with --redact: exit %d\n%s", code, stderr)
	}
	if code, _, stderr := tasuki(t, "report", path, "-o", t.TempDir()); code != exitFailure || !strings.Contains(stderr, "--numbers") || secret([]byte(stderr)) {
		t.Errorf("numbers as a dataset: exit %d\n%s", code, stderr)
	}
}

// TestLinesOfControllersAreInTheNumbers wants each line that a scenario names, by its name in
// a language, in the file of numbers; without one, none is asked for.
func TestLinesOfControllersAreInTheNumbers(t *testing.T) {
	folder := t.TempDir()
	scenario, path := filepath.Join(folder, "s.yaml"), filepath.Join(folder, "n.yaml")
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write(scenario, "flow: outage\ncontrollers:\n  - {post: Head, line: control}\n  - {post: Cell, line: outside-cell}\n  - {post: Third}\n")
	for _, c := range []struct {
		numbers string
		says    []string
	}{
		{"control: {phone: 03-0000-0001}\nlines:\n  - {name: {ja: 外部役, en: outside-cell}, phone: 03-0000-0002}\n", nil},
		{"control: {phone: 03-0000-0001}\nlines:\n  - {name: {ja: 外部役, en: Outside}, phone: 03-0000-0002}\n", []string{"1 problems", `s.yaml:4:24: "outside-cell": is no line in the file of numbers; use one of control, 外部役, Outside, or add it`}},
		{"lines:\n  - {name: {ja: outside-cell, en: O}, phone: 03-0000-0002}\n", []string{`"control": is no line in the file of numbers; use one of outside-cell, O, or add it`}},
		{"contacts: []\n", []string{"2 problems", "which has none"}},
	} {
		write(path, c.numbers)
		code, _, stderr := tasuki(t, "drill", helpdesk, "--scenario", scenario, "--numbers", path, "-o", filepath.Join(t.TempDir(), "pack"))
		if (code == exitOK) != (c.says == nil) || strings.Contains(stderr, "0000") {
			t.Errorf("%s: exit %d\n%s", c.numbers, code, stderr)
		}
		for _, says := range c.says {
			if !strings.Contains(stderr, says) {
				t.Errorf("%s: not said: %s\n%s", c.numbers, says, stderr)
			}
		}
	}
	succeed(t, "drill", helpdesk, "--scenario", scenario, "-o", filepath.Join(t.TempDir(), "pack"))
}
