package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestExportFormats writes every format: a file, or a folder that -o has to name, and says
// what is empty in the language that is asked for.
func TestExportFormats(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "register")
	if code, stdout, stderr := tasuki(t, "export", helpdesk, "--format", "dora"); code != exitUsage || stdout != "" || !strings.Contains(stderr, "name it with -o") {
		t.Errorf("without a folder: exit %d\n%s%s", code, stdout, stderr)
	}
	for lang, want := range map[string]string{"en": "b_05.01 c0070: empty in 5 of 5 rows", "ja": "b_05.01 の c0070：5行中5行が空欄"} {
		if code, stdout, stderr := tasuki(t, "export", helpdesk, "--format", "dora", "-o", folder, "--lang", lang); code != exitOK || stdout != "" || !strings.Contains(stderr, want) {
			t.Errorf("exit %d\n%s%s", code, stdout, stderr)
		}
	}
	text, err := os.ReadFile(filepath.Join(folder, "b_05.02.csv"))
	if err != nil || !strings.Contains(string(text), "TASUKI0EXAMPLEDESK70,eba_qCO:qx2000,1,,") {
		t.Errorf("%s, %v", text, err)
	}
	for format, want := range map[string]string{
		"json": `{"name":`, "opengraph": `"source_kind": "Tasuki"`, "likec4": "specification {", "structurizr": "workspace ", "drawio": "<mxfile",
	} {
		file := filepath.Join(t.TempDir(), "x")
		succeed(t, "export", helpdesk, "--format", format, "-o", file)
		text, err := os.ReadFile(file)
		if got := succeed(t, "export", helpdesk, "--format", format); err != nil || got != string(text) || !strings.Contains(got, want) {
			t.Errorf("%s: %v\n%.200s", format, err, text)
		}
	}
	key := filepath.Join(t.TempDir(), "key.json")
	if got := succeed(t, "export", helpdesk, "--format", "opengraph", "--redact", key); !json.Valid([]byte(got)) || strings.Contains(got, "EXAMPLEDESK") || strings.Contains(got, "vendor\"\n") && strings.Contains(got, "Network vendor") {
		t.Error("a pseudonym has an LEI, or its name")
	}
}
