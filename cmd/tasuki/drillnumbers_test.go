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
