package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tasuki/internal/pdftext"
	"tasuki/internal/seeds"
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

// oddNames has names that no font of ours can show as they are, or that would
// reorder what stands around them.
const oddNames = `organizations:
  - {id: a, name: {ja: ㈱日立𠮷野, en: ㈱日立𠮷野}}
  - {id: b, name: {ja: "無\u200B幅", en: "No\u200Bwidth"}}
  - {id: c, name: {ja: "逆\u202E転", en: "Tur\u202Ened"}}
  - {id: d, name: {ja: 德﨑🦊, en: 德﨑🦊}}
tasks:
  - {id: "1", name: {ja: 受付, en: Intake}}
  - {id: "2", name: {ja: 調査㎡, en: Examine ㎡}}
  - {id: "3", name: {ja: "復\u2066旧", en: "Re\u2066cover"}}
assignments:
  - {task: "1", organization: a, role: lead, reading: printed}
  - {task: "2", organization: b, role: lead, reading: printed}
  - {task: "2", organization: d, role: support, reading: printed}
  - {task: "3", organization: c, role: lead, reading: printed}
flows:
  - id: f
    name: {ja: 障害, en: Fault}
    start: ["1"]
    goal: ["3"]
    handoffs:
      - {from: "1", to: "2", kind: report}
      - {from: "2", to: "3", kind: request}
`

// TestOddNames makes everything that people read of a dataset with odd names:
// nothing is refused, what is painted otherwise is said, no text is reordered,
// and the data keep every character.
func TestOddNames(t *testing.T) {
	folder := t.TempDir()
	dataset := filepath.Join(folder, "dataset.yaml")
	if err := os.WriteFile(dataset, []byte(oddNames), 0o600); err != nil {
		t.Fatal(err)
	}
	pack := filepath.Join(folder, "pack")
	code, _, stderr := tasuki(t, "drill", dataset, "f", "--lang", "ja", "-o", pack)
	if code != exitOK || !strings.Contains(stderr, "㈱（U+3231）は(株)") || !strings.Contains(stderr, "🦊（U+1F98A）は番号を入れた枠") {
		t.Fatalf("drill: exit %d\n%s", code, stderr)
	}
	pages := strings.Join(strings.Fields(strings.Join(pdftext.Pages(t, read(t, pack, "pack.pdf")), "")), "")
	for _, want := range []string{"(株)日立𠮷野", "無幅", "逆〈U+202E〉転", "徳﨑🦊", "(株)=U+3231", "徳=U+5FB7", "枠で示した：U+1F98A"} {
		if !strings.Contains(pages, want) {
			t.Errorf("the pack does not say %q", want)
		}
	}
	for _, file := range []string{"msel.csv", "facilitator.html", "participant.html", "ladder.svg", "flow.svg"} {
		text := string(read(t, pack, file))
		if file != "msel.csv" && strings.ContainsAny(text, "\u202e\u2066") {
			t.Errorf("%s reorders text", file)
		}
	}
	for _, ending := range []string{"svg", "png", "pdf", "mmd", "dot"} {
		for _, kind := range [][]string{{"dependencies"}, {"flow", "f"}, {"ladder", "f"}, {"matrix"}, {"concentration"}, {"loss"}}[:seeds.Size(6, 2)] {
			path := filepath.Join(folder, kind[0]+"."+ending)
			args := append([]string{"draw", kind[0], dataset}, append(kind[1:], "--lang", "en", "-o", path)...)
			code, _, stderr := tasuki(t, args...)
			if code == exitUsage {
				continue // this drawing has no such format
			}
			text := string(read(t, folder, filepath.Base(path)))
			if code != exitOK || ending != "png" && strings.ContainsAny(text, "\u202e\u2066") {
				t.Errorf("draw %s as %s: exit %d, reordered %t\n%s", kind[0], ending, code, strings.ContainsAny(text, "\u202e\u2066"), stderr)
			}
			if ending == "pdf" && !strings.Contains(stderr, "(株)") {
				t.Errorf("draw %s as %s does not say what stands for ㈱: %s", kind[0], ending, stderr)
			}
		}
	}
	summary := succeed(t, "report", dataset, "-o", filepath.Join(folder, "review"), "--lang", "en")
	texts := summary + string(read(t, folder, "review/index.html")) + string(read(t, folder, "review/report.md"))
	for _, kind := range []string{"bottleneck", "loss", "escalation", "spof"} {
		texts += succeed(t, "analyze", kind, dataset, "--lang", "en")
	}
	if strings.ContainsAny(texts, "\u202e\u2066") || !strings.Contains(texts, "Tur〈U+202E〉ned") || !strings.Contains(texts, "No\u200bwidth") {
		t.Error("a text is reordered, or a name is lost")
	}
	if data := succeed(t, "export", dataset); !strings.Contains(data, "Tur\u202ened") || !strings.Contains(data, "No\u200bwidth") || !strings.Contains(data, "㈱日立𠮷野") {
		t.Error("the data do not keep the names")
	}
}

// TestVendorOfRareNames makes the pack for a vendor whose name has a sign for its legal form, a
// kanji above U+FFFF and a variant: all of it stands on the pages, and what is written otherwise is said.
func TestVendorOfRareNames(t *testing.T) {
	folder := t.TempDir()
	dataset := filepath.Join(folder, "dataset.yaml")
	if err := os.WriteFile(dataset, []byte(strings.ReplaceAll(oddNames, "㈱日立𠮷野", "㈱𠮷野﨑工務店")), 0o600); err != nil {
		t.Fatal(err)
	}
	for lang, want := range map[string]string{"ja": "㈱（U+3231）は(株)", "en": "㈱ (U+3231) as (株)"} {
		pack := filepath.Join(folder, lang)
		code, _, stderr := tasuki(t, "drill", dataset, "f", "--lang", lang, "-o", pack)
		if code != exitOK || !strings.Contains(stderr, want) {
			t.Fatalf("drill: exit %d\n%s", code, stderr)
		}
		if pages := strings.Join(pdftext.Pages(t, read(t, pack, "pack.pdf")), ""); strings.Count(pages, "(株)𠮷野﨑工務店") < 5 {
			t.Errorf("the pack in %s names the vendor %d times", lang, strings.Count(pages, "(株)𠮷野﨑工務店"))
		}
	}
}
