package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// rareNames is a dataset whose names the font that comes with the program cannot
// show.
const rareNames = `organizations:
  - {id: a, name: {ja: ㈱日立, en: ㈱日立}}
  - {id: b, name: {ja: 삼성, en: 삼성}}
  - {id: c, name: {ja: 𠮷野家, en: 𠮷野家}}
tasks:
  - {id: "1", name: {ja: 受付, en: Intake}}
  - {id: "2", name: {ja: 調査, en: Examine}}
  - {id: "3", name: {ja: 復旧, en: Recover}}
assignments:
  - {task: "1", organization: a, role: lead, reading: printed}
  - {task: "2", organization: b, role: lead, reading: printed}
  - {task: "3", organization: c, role: lead, reading: printed}
`

// TestReportOfRareNames checks that whatever shows text as text takes every name.
func TestReportOfRareNames(t *testing.T) {
	folder := t.TempDir()
	dataset := filepath.Join(folder, "dataset.yaml")
	if err := os.WriteFile(dataset, []byte(rareNames), 0o600); err != nil {
		t.Fatal(err)
	}
	succeed(t, "report", dataset, "-o", filepath.Join(folder, "review"))
	page := string(read(t, folder, "review/index.html"))
	for _, kind := range []string{"concentration", "loss"} {
		succeed(t, "draw", kind, dataset, "-o", filepath.Join(folder, kind+".svg"))
		drawing := string(read(t, folder, kind+".svg"))
		for _, name := range []string{"㈱日立", "삼성", "𠮷野家"} {
			if !strings.Contains(page, name) || !strings.Contains(drawing, name) {
				t.Errorf("%s is not in the report or not in the drawing of %s", name, kind)
			}
		}
	}
}
