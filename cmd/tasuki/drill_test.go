package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tasuki/internal/pdftext"
	"tasuki/internal/seeds"
)

// pack writes a pack and returns its folder.
func pack(t *testing.T, args ...string) string {
	t.Helper()
	folder := t.TempDir()
	succeed(t, append([]string{"drill", "-o", folder}, args...)...)
	return folder
}

// msel reads the list of events of a pack, its heading apart.
func msel(t *testing.T, folder string) [][]string {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(read(t, folder, "msel.csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}

var tags = regexp.MustCompile(`<[^>]*>`)

// dense returns a text without white space, at which lines may be broken.
func dense(text string) string { return strings.Join(strings.Fields(text), "") }

// TestParticipantsSeeNoSpoilers searches all that players get for every expected
// action and for every later event of its drill.
// TestPackIsWrittenWholeOrNotAtAll has a folder where a file belongs.
func TestPackIsWrittenWholeOrNotAtAll(t *testing.T) {
	folder := t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, "flow.svg"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{}, {"--overwrite"}} {
		if code, _, stderr := tasuki(t, append([]string{"drill", helpdesk, "outage", "-o", folder}, args...)...); code != exitFailure {
			t.Errorf("exit %d: %s", code, stderr)
		}
		if entries, err := os.ReadDir(folder); err != nil || len(entries) != 1 {
			t.Errorf("%v: the folder holds %v", args, entries)
		}
	}
}

func TestParticipantsSeeNoSpoilers(t *testing.T) {
	scenario := filepath.Join(t.TempDir(), "s.yaml")
	if err := os.WriteFile(scenario, []byte(scenarioText), 0o644); err != nil {
		t.Fatal(err)
	}
	cases := [][]string{
		{helpdesk, "outage"}, {helpdesk, "outage", "--without", "net"}, {helpdesk, "outage", "--without", "net,host"}, {helpdesk, "outage", "--without", "desk,host"},
		{helpdesk, "outage", "--without", "app,host,net"}, {helpdesk, "release"}, {helpdesk, "--scenario", scenario},
	}
	for i, flow := range pensionFlows(t) {
		absent := []string{}
		if i/2%2 == 1 && flow != "first-day" && flow != "introduction" { // which hw begins
			absent = []string{"--without", "hw"}
		}
		cases = append(cases, append([]string{pension, flow}, absent...))
	}
	for i, args := range cases[:seeds.Count(len(cases))] {
		lang := []string{"en", "ja"}[i%2]
		if args[0] == helpdesk {
			lang = "ja,en"
		}
		for lang := range strings.SplitSeq(lang, ",") {
			t.Run(fmt.Sprint(args, lang), func(t *testing.T) { checkNoSpoilers(t, pack(t, append(args, "--lang", lang)...), lang) })
		}
	}
}

// TestPlayersFilesNameNobodyWhoIsOut wants what players get of a scenario to be the same
// whoever is out, in both examples and languages: nothing then tells who is.
func TestPlayersFilesNameNobodyWhoIsOut(t *testing.T) {
	for _, c := range []struct {
		dataset, scenario string
		out               []string
	}{
		{helpdesk, "outage.scenario.yaml", []string{"desk", "host", "app", "net", "group"}},
		{pension, "hardware-fault.scenario.yaml", []string{"hw", "storage", "dev", "lan", "data-entry", "project-management"}},
	}[:seeds.Size(2, 1)] {
		for _, lang := range []string{"en", "ja"} {
			first := ""
			for _, out := range c.out[:min(len(c.out), seeds.Count(len(c.out))+1)] {
				folder := pack(t, c.dataset, "--scenario", filepath.Join(c.dataset, c.scenario), "--without", out, "--lang", lang)
				checkNoSpoilers(t, folder, lang)
				players := string(read(t, folder, "participant.html"))
				if first == "" {
					first = players
				}
				if players != first {
					t.Errorf("%s, %s: what players get tells that %s is out", c.scenario, lang, out)
				}
			}
		}
	}
}

func pensionFlows(t *testing.T) []string {
	t.Helper()
	var flows []struct{ Flow string }
	if err := json.Unmarshal([]byte(succeed(t, "analyze", "escalation", pension, "--output", "json")), &flows); err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, f := range flows {
		ids = append(ids, f.Flow)
	}
	if len(ids) != 16 {
		t.Fatalf("the example has the flows %v", ids)
	}
	return ids
}

func checkNoSpoilers(t *testing.T, folder, lang string) {
	players, control := dense(html.UnescapeString(tags.ReplaceAllString(string(read(t, folder, "participant.html")), " "))), ""
	foot := map[string]string{"en": "For players", "ja": "参加者に渡してよい"}[lang]
	for _, page := range pdftext.Pages(t, read(t, folder, "pack.pdf")) {
		if strings.Contains(page, foot) {
			players += dense(page)
		} else {
			control += dense(page)
		}
	}
	rows := msel(t, folder)
	for i, row := range rows {
		// The list guards texts that are like formulas.
		event, inject, expected := dense(strings.TrimPrefix(row[4], "'")), dense(strings.TrimPrefix(row[5], "'")), dense(strings.TrimPrefix(row[10], "'"))
		for _, text := range []string{event, inject, expected} {
			if !strings.Contains(control, text) {
				t.Errorf("those who run the drill do not see %q", text)
			}
		}
		if expected != "" && strings.Contains(players, expected) {
			t.Errorf("players see the expected action %q", row[10])
		}
		for _, text := range []string{event, inject} {
			if i > 0 && text != "" && strings.Contains(players, text) {
				t.Errorf("players see event %d: %q", i+1, text)
			}
		}
	}
	if !strings.Contains(players, dense(rows[0][5])) {
		t.Errorf("players do not see how it begins: %q", rows[0][5])
	}
	if strings.Contains(players, "T+") || strings.Contains(players, "→") {
		t.Error("players see times or ways")
	}
}

const scenarioText = `title: {ja: 冬の演習, en: Winter exercise}
flow: outage
start: library
without: [net]
clock: "23:30"
objectives:
  - {ja: 夜間に連絡が取れる, en: "=People can be reached at night"}
injects:
  - {time: "00:05", to: host, event: {en: A call from the press}, inject: {en: "A paper asks when the catalogue is back. @now"}, expected_action: {en: "-Refers the paper to the library"}, objective: 1}
  - {minutes: 5, event: {en: Power}, inject: {en: Lights flicker}}
  - {event: {en: Sometime}}
`

func TestDrillPack(t *testing.T) {
	scenario := filepath.Join(t.TempDir(), "s.yaml")
	if err := os.WriteFile(scenario, []byte(scenarioText), 0o644); err != nil {
		t.Fatal(err)
	}
	folder, again := pack(t, helpdesk, "--scenario", scenario), pack(t, helpdesk, "--scenario", scenario)
	names := []string{}
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
		if !bytes.Equal(read(t, folder, e.Name()), read(t, again, e.Name())) {
			t.Errorf("%s differs from run to run", e.Name())
		}
	}
	if want := []string{"cards.pdf", "contacts.pdf", "controllers.pdf", "evaluation.csv", "evaluation.pdf", "evaluation.xlsx", "facilitator.html", "flow.svg", "ladder.svg", "msel.csv", "msel.xlsx", "pack.pdf", "participant.html", "players-app.pdf", "players-desk.pdf", "players-host.pdf", "players-library.pdf"}; !slices.Equal(names, want) {
		t.Errorf("the pack holds %v", names)
	}
	rows := msel(t, folder)
	for i, want := range []struct{ time, event, expected, objective string }{
		{"23:30", "StartEx", "Hands on to Service desk vendor, for F-2", "2"},
		{"23:35", "Power", "", ""},
		{"23:40", "Work reaches F-2", "Goes on with F-3", "2"},
		{"23:45", "Work reaches F-3", "Calls first: Fault line", "2"},
		{"23:45", "Nobody answers for Network vendor", "", "3"},
		{"day 2, 00:05", "A call from the press", "'-Refers", "1"},
		{"day 2, 00:15", "Network vendor is found not to answer", "waits 30 minutes in all, and notes the absence and who was tried. Hands on to Hosting vendor", "3"},
		{"day 2, 00:35", "Work reaches F-5", "Hands on to Service desk vendor", "2"},
		{"day 2, 01:20", "Work reaches F-7", "Librarian on duty", "2"},
		{"day 2, 01:50", "Work reaches F-8", "Confirms", "4"},
		{"", "Sometime", "", ""},
		{"", "EndEx", "", ""},
	} {
		row := rows[i]
		if row[0] != fmt.Sprint(i+1) || row[1] != want.time || !strings.Contains(row[4], want.event) || !strings.Contains(row[10], want.expected) || row[11] != want.objective || row[2]+row[13] != "" {
			t.Errorf("event %d is %q, want %v", i+1, row, want)
		}
		if (row[1] == "") != (row[14] != "") {
			t.Errorf("event %d says of its time %q, %q", i+1, row[1], row[14])
		}
	}
	book, err := excelize.OpenReader(bytes.NewReader(read(t, folder, "msel.xlsx")))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	sheet, err := book.GetRows("MSEL")
	if err != nil || len(sheet) != len(rows)+1 || sheet[6][10] != "-Refers the paper to the library" {
		t.Errorf("the workbook has %q (%v)", sheet, err)
	}
	for cell, sheet := range map[string]string{"A2": "MSEL", "L2": "MSEL", "B3": "Contact list", "E3": "Contact list"} {
		if kind, err := book.GetCellType(sheet, cell); err != nil || kind != excelize.CellTypeUnset && kind != excelize.CellTypeNumber {
			t.Errorf("%s of %s is no number but of the type %v (%v)", cell, sheet, kind, err)
		}
		if value, err := book.GetCellValue(sheet, cell); err != nil || value == "" {
			t.Errorf("%s of %s is empty (%v)", cell, sheet, err)
		}
	}
	if contacts, err := book.GetRows("Contact list"); err != nil || len(contacts) != 2+4+6+3+3+3 {
		t.Errorf("the contacts are %q (%v)", contacts, err)
	}
}

// TestFilledPacksAreKept checks that a pack which was filled in is replaced only
// when that is asked for, and then whole.
func TestFilledPacksAreKept(t *testing.T) {
	folder := pack(t, helpdesk, "outage")
	succeed(t, "drill", "-o", folder, helpdesk, "outage")
	filled := []byte("filled in")
	for _, name := range []string{"msel.xlsx", "participant.html"} {
		if err := os.WriteFile(filepath.Join(folder, name), filled, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	code, stdout, stderr := tasuki(t, "drill", "-o", folder, helpdesk, "outage")
	for _, says := range []string{"nothing was written", filepath.Join(folder, "msel.xlsx"), "participant.html", "--overwrite"} {
		if code != exitFailure || stdout != "" || !strings.Contains(stderr, says) {
			t.Errorf("over a filled pack: exit %d, want %q\n%s%s", code, says, stdout, stderr)
		}
	}
	if strings.Contains(stderr, "pack.pdf") {
		t.Errorf("it names a file that is the same: %s", stderr)
	}
	if !bytes.Equal(read(t, folder, "msel.xlsx"), filled) {
		t.Error("what was filled in is gone")
	}
	succeed(t, "drill", "-o", folder, helpdesk, "outage", "--overwrite")
	if bytes.Equal(read(t, folder, "msel.xlsx"), filled) || bytes.Equal(read(t, folder, "participant.html"), filled) {
		t.Error("--overwrite keeps what was there")
	}
}

// TestDrillPagesOnPaper checks what stands on which page of a pack, and that what
// is printed fits A4.
func TestDrillPagesOnPaper(t *testing.T) {
	folder := pack(t, pension, "introduction", "--lang", "ja")
	pages := pdftext.Pages(t, read(t, folder, "pack.pdf"))
	last := -1
	for _, want := range []string{"参加者用シート：", "連絡先一覧：", "連絡体制図：", "統制班用シート：", "シナリオ事象一覧（MSEL）：", "評価用紙：", "エスカレーション：", "状況付与票"} {
		at := slices.IndexFunc(pages, func(page string) bool { return strings.Contains(page, want) })
		if at <= last {
			t.Errorf("%s stands on page %d, behind what stands on page %d", want, at+1, last+1)
		}
		last = at
	}
	for i, page := range pages {
		if !strings.Contains(page, fmt.Sprintf("%d / %d", i+1, len(pages))) {
			t.Errorf("page %d is not numbered: %s", i+1, page)
		}
	}
	all := strings.Join(pages, "")
	for _, task := range []string{"2-4 ", "2-56 "} {
		if !strings.Contains(all, task) {
			t.Errorf("no page holds %s", task)
		}
	}
}

func TestDrillExitCodes(t *testing.T) {
	folder := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	bad := write("bad.yaml", "clock: \"25:00\"\nwine: 1\nwithout: [x]\n")
	unfit := write("unfit.yaml", "flow: release\nstart: net\nwithout: [x, x]\ninjects:\n  - {to: y, objective: 1, time: \"09:00\"}\n")
	empty := write("empty.yaml", "title: Nothing\n")
	flowless := write("flowless.yaml", "organizations: [{id: a, name: A}]\ntasks: [{id: \"1\", name: T}]\n")
	out := filepath.Join(folder, "out")
	for _, c := range []struct {
		args []string
		code int
		says []string
	}{
		{[]string{helpdesk}, exitUsage, []string{"drill needs a FLOW", "use one of [outage release]"}},
		{[]string{helpdesk, "--scenario", empty}, exitUsage, []string{"drill needs a FLOW", "use one of [outage release]"}},
		{[]string{flowless}, exitUsage, []string{"drill needs a FLOW, and none is declared"}},
		{[]string{helpdesk, "wine"}, exitUsage, []string{"use one of [outage release]"}},
		{[]string{helpdesk, "outage", "--without", "wine"}, exitUsage, []string{"no organization is called"}},
		{[]string{helpdesk, "outage", "--from", "C-1"}, exitUsage, []string{"has no place in it"}},
		{[]string{helpdesk, "outage", "--without", "library"}, exitUsage, []string{"nobody present can begin it: without library the start task F-1 is lost", "leave out fewer", "--from"}},
		{[]string{helpdesk, "release", "--without", "app,desk,group,host,library,net"}, exitUsage, []string{"the start task C-1 is lost"}},
		{[]string{helpdesk, "outage", "--paper", "letter"}, exitUsage, []string{"use a4 or a3"}},
		{[]string{helpdesk, "outage", "--scenario", empty, "--redact", filepath.Join(folder, "key.json")}, exitUsage, []string{"leave one of both out"}},
		{[]string{helpdesk, "outage", "--scenario", "nothing.yaml"}, exitFailure, []string{"no such file"}},
		{[]string{helpdesk, "outage", "--scenario", bad}, exitFailure, []string{`bad.yaml:1:8: "25:00"`, `bad.yaml:2:1: "wine"`, `bad.yaml:3:11: "x"`, "tasuki schema scenario"}},
		{[]string{helpdesk, "outage", "--scenario", unfit}, exitFailure, []string{
			"7 problems", `unfit.yaml:1:7: "release": is another flow`, `unfit.yaml:3:11: "x"`, `"x": stands here twice`, `unfit.yaml:5:10: "y"`, `"1": is not the number`, `"09:00": needs to know`,
		}},
		{[]string{helpdesk, "--scenario", unfit}, exitFailure, []string{`unfit.yaml:2:8: "net": has no place in the flow release`}},
	} {
		code, stdout, stderr := tasuki(t, append([]string{"drill", "-o", out}, c.args...)...)
		for _, says := range c.says {
			if code != c.code || stdout != "" || !strings.Contains(stderr, says) {
				t.Errorf("drill %v: exit %d, want %d and %q\n%s%s", c.args, code, c.code, says, stdout, stderr)
			}
		}
	}
	if _, err := os.Stat(out); !errors.Is(err, fs.ErrNotExist) {
		t.Error("a drill that failed made its folder")
	}
}
