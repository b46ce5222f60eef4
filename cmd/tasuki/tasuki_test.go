package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tasuki/internal/golden"
	"tasuki/internal/seeds"
	"tasuki/render/report/pages"
)

const (
	pension  = "../../examples/pension"
	helpdesk = "../../examples/helpdesk"
	seed     = "../../../shared/seed"
	data     = "../../../shared/data"
)

// examples returns the examples, and the small one alone where the run is short or
// slow.
func examples() []string {
	if testing.Short() || seeds.Race {
		return []string{helpdesk}
	}
	return []string{pension, helpdesk}
}

// tasuki runs a command line and returns its exit code and what it printed.
func tasuki(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	code = run(t.Context(), args, &out, &errs)
	return code, out.String(), errs.String()
}

// succeed runs a command line that must succeed and returns what it printed.
func succeed(t *testing.T, args ...string) string {
	t.Helper()
	code, stdout, stderr := tasuki(t, args...)
	if code != exitOK {
		t.Fatalf("tasuki %s: exit %d\n%s", strings.Join(args, " "), code, stderr)
	}
	return stdout
}

// needs skips the test when a file that is not part of the project is missing.
func needs(t *testing.T, path string) string {
	t.Helper()
	if _, err := os.Stat(path); err != nil {
		t.Skipf("the test input is not here: %v", err)
	}
	return path
}

func TestExitCodes(t *testing.T) {
	for _, c := range []struct {
		args  string
		code  int
		says  string // on stderr
		shows string // on stdout
	}{
		{"version", exitOK, "", "tasuki"},
		{"--help", exitOK, "", "Exit codes"},
		{"", exitOK, "", "Usage:"},
		{"schema reading", exitOK, "", "json-schema.org"},
		{"schema wine", exitUsage, "no schema of", ""},
		{"wine", exitUsage, "unknown command", ""},
		{"report", exitUsage, "one DATASET", ""},
		{"report a b", exitUsage, "got 2 arguments", ""},
		{"report --wine a", exitUsage, "unknown flag", ""},
		{"check " + pension + " --output wine", exitUsage, "use one of", ""},
		{"check " + pension + " --lead-limit 0", exitUsage, "--lead-limit", ""},
		{"check " + pension + " --lead-limit NaN", exitUsage, "--lead-limit", ""},
		{"analyze bottleneck " + pension + " --timing-weights daily=-1", exitUsage, "daily=245", ""},
		{"analyze bottleneck " + pension + " --timing-weights daily", exitUsage, "daily=245", ""},
		{"analyze bottleneck " + pension + " --timing-weights weekly=52", exitUsage, "use daily, monthly", ""},
		{"analyze bottleneck " + pension + " --timing-weights daily=1,daily=2", exitUsage, "daily is given twice", ""},
		{"analyze bottleneck " + pension + " --betweenness-error 2", exitUsage, "from 0.001 to 1, not 2", ""},
		{"analyze bottleneck " + pension + " --betweenness-error 0.01", exitOK, "", "Betweenness of tasks is exact"},
		{"analyze loss " + pension + " --loss-nodes -1", exitUsage, "--loss-nodes must be at least 0, not -1", ""},
		{"analyze escalation " + pension + " --paths 0", exitUsage, "--paths must be from 1 to 100, not 0", ""},
		{"analyze bottleneck " + pension + " --output json --timing-weights daily=245,once=0.2", exitOK, "", `{"timing":"daily","per_year":245,"led":7}`},
		{"check no-such-folder", exitFailure, "no such file", ""},
		{"check " + pension, exitOK, "", "ops"},
		{"check " + pension + " --fail-on high", exitFindings, "findings of severity high or more: ", "ops"},
		{"analyze", exitUsage, "needs a kind", ""},
		{"analyze wine " + pension, exitUsage, "needs a kind", ""},
		{"analyze concentration " + pension + " --tier-weights wine=3", exitUsage, "knows no", ""},
		{"analyze concentration " + pension + " --tier-weights other=-1", exitUsage, "from 0 to", ""},
		{"analyze concentration " + pension + " --difficulty-weights not-substitutable=0,highly-complex=0,medium-complexity=0", exitUsage, "above 0", ""},
		{"analyze concentration " + helpdesk + " --tier-weights important=3", exitOK, "", "difficulty of replacing 3 : 2 : 1 : 0"},
		{"analyze escalation " + pension + " --flow wine", exitUsage, "no flow is called", ""},
		{"analyze escalation " + pension + " --without wine", exitUsage, "no organization is called", ""},
		{"analyze escalation " + pension + " --from wine", exitUsage, "no task or organization is called", ""},
		{"analyze escalation " + pension + " --from lan", exitUsage, "lan leads a task of no flow", ""},
		{"analyze escalation " + helpdesk + " --flow outage --from F-3 --paths 1", exitOK, "", "There are other paths from F-3;"},
		{"analyze escalation " + pension + " --flow virus-detection --paths 1 --lang ja", exitOK, "", "3-111 からの経路は他にない"},
		{"analyze escalation " + pension + " --flow software-fault --without dev", exitOK, "", "as the marks are read. If uncertain marks are read otherwise, 8 more tasks may be lost: 3-42"},
		{"analyze escalation " + pension + " --by minutes", exitUsage, "no handoff of a flow declares minutes", ""},
		{"analyze escalation " + helpdesk + " --by minutes", exitUsage, "declares none (C-2 -> C-3); declare it, ask for other flows", ""},
		{"analyze escalation " + helpdesk + " --flow outage --from library --by minutes --without net", exitOK, "", "in time"},
		{"draw ladder " + helpdesk + " outage --from desk --by minutes --lang en", exitOK, "", "Fault line"},
		{"draw flow " + pension + " wine", exitUsage, "use one of [backup-restore", ""},
		{"draw matrix " + pension + " --phase wine", exitUsage, "use one of [introduction operation]", ""},
		{"draw matrix " + pension + " --flow hardware-fault --phase introduction", exitUsage, "no task of flow", ""},
		{"draw matrix " + pension + " --flow hardware-fault --phase operation --lang en", exitOK, "", "Responsibility matrix: Hardware or storage fault — "},
		{"draw flow " + pension + " hardware-fault", exitOK, "", "ハードウェア・ストレージ故障"},
		{"draw matrix " + pension + " --flow inquiry --lang ja", exitOK, "", "役割分担表：問い合わせ"},
		{"draw dependencies " + pension + " --focus ops --depth 1 --hide hw,storage --lang en", exitOK, "", "hidden, 9 in all"},
		{"draw dependencies " + pension + " --focus 3-24 --lang ja", exitOK, "", "計9者"},
		{"draw dependencies " + pension + " --hide wine", exitUsage, "no organization is called so", ""},
		{"draw dependencies " + pension + " --hide ops --focus ops", exitUsage, "or hidden", ""},
		{"draw dependencies " + pension + " --depth 2", exitUsage, "measured from --focus", ""},
		{"draw flow " + pension + " inquiry --focus hw", exitUsage, "not in this drawing", ""},
		{"draw flow " + pension + " hardware-fault --hide ops --lang en", exitOK, "", "Hidden: Back-office operations"},
		{"draw supplies " + pension + " --lang en", exitOK, "", "Middleware"},
		{"draw concentration " + pension + " --lang en", exitOK, "", "US Merger"},
		{"draw loss " + pension + " --lang ja -o x.dot", exitUsage, ".svg、.png、.pdf", ""},
		{"draw flow " + pension + " inquiry -o x.pdf --paper letter", exitUsage, "use a4 or a3", ""},
		{"draw flow " + pension + " inquiry -o x.png --font matrix.tsv", exitFailure, "reading the font", ""},
		{"draw flow " + pension + " inquiry -o x.bmp", exitUsage, ".svg, .png, .pdf, .dot, .mmd or .graphml", ""},
		{"draw matrix " + pension + " -o x.mmd", exitUsage, "a table is no graph", ""},
		{"completion bash", exitOK, "", "tasuki"},
	} {
		code, stdout, stderr := tasuki(t, strings.Fields(c.args)...)
		if code != c.code || !strings.Contains(stderr, c.says) || !strings.Contains(stdout, c.shows) {
			t.Errorf("tasuki %s: exit %d, want %d\n%s\n%s", c.args, code, c.code, stdout, stderr)
		}
		if c.code != exitOK && c.code != exitFindings && stdout != "" {
			t.Errorf("tasuki %s: printed %q on stdout although it failed", c.args, stdout)
		}
	}
}

// TestHelpHasAnExample checks every command, those below others too.
func TestHelpHasAnExample(t *testing.T) {
	commands := newRoot().Commands()
	for len(commands) > 0 {
		c := commands[0]
		commands = append(commands[1:], c.Commands()...)
		if c.Example == "" || c.Short == "" {
			t.Errorf("%s has no example or no short help", c.CommandPath())
		}
	}
}

func TestAccount(t *testing.T) {
	out := succeed(t, "account", pension, "--output", "json")
	for _, want := range []string{
		`"rows":{"in":245,"loaded":245,"rejected":0}`,
		`"marks":{"in":514,"printed":288,"realigned":188,"uncertain":38}`,
		`"supplies":8`,
		`"organizations_without_marks":["data-entry","lan"]`,
	} {
		if !strings.Contains(out, want) {
			t.Errorf("account lacks %s", want)
		}
	}
	var account struct {
		List []struct {
			Source struct{ Line, Column int } `json:"source"`
		} `json:"list"`
	}
	if err := json.Unmarshal([]byte(out), &account); err != nil {
		t.Fatal(err)
	}
	if len(account.List) != 514 || account.List[0].Source.Line == 0 || account.List[0].Source.Column == 0 {
		t.Errorf("the list has %d marks, the first at %+v", len(account.List), account.List[0])
	}
	text := succeed(t, "account", pension, "--marks", "--lang", "ja")
	if n := strings.Count(text, "matrix.tsv:"); n < 514 {
		t.Errorf("the text lists %d marks", n)
	}
}

func TestExportReadsBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pension.json")
	succeed(t, "export", pension, "-o", path)
	first, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if again := succeed(t, "export", path); again != string(first) {
		t.Error("exporting what was exported differs")
	}
}

// TestReportIsReproducible writes the report twice, the second time from the
// canonical JSON, and compares every file.
func TestReportIsReproducible(t *testing.T) {
	if !seeds.All() {
		t.Skip("writes the largest report three times")
	}
	a, b, c := t.TempDir(), t.TempDir(), t.TempDir()
	path := filepath.Join(t.TempDir(), "pension.json")
	succeed(t, "export", pension, "-o", path)
	summary := succeed(t, "report", pension, "-o", a)
	for _, want := range []string{"154 of 245 tasks (63 %)", "all 16 flows stop", "38 uncertain marks"} {
		if !strings.Contains(summary, want) {
			t.Errorf("the summary lacks %q:\n%s", want, summary)
		}
	}
	succeed(t, "report", pension, "-o", b)
	succeed(t, "report", path, "-o", c)
	names := []string{}
	entries, err := os.ReadDir(a)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
		want := read(t, a, e.Name())
		if !bytes.Equal(read(t, b, e.Name()), want) {
			t.Errorf("%s differs from run to run", e.Name())
		}
		if !bytes.Equal(read(t, c, e.Name()), want) {
			t.Errorf("%s differs between the folder and its JSON", e.Name())
		}
	}
	for _, want := range []string{"index.html", "tasks.html", "flow-hardware-fault.html", "report.pdf", "report.md", "report.xlsx", "results.json", "manifest.txt", "dependencies.svg", "concentration.svg", "loss.svg", "matrix.svg", "supplies.svg", "flow-hardware-fault.svg", "ladder-hardware-fault.svg"} {
		if !slices.Contains(names, want) {
			t.Errorf("the report lacks %s", want)
		}
	}
	if len(names) != 6+5+10+3*len(pensionFlows(t)) {
		t.Errorf("the report has %d files: %v", len(names), names)
	}
}

func read(t *testing.T, folder, name string) []byte {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestStoppedReportWritesNothing(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	folder := filepath.Join(t.TempDir(), "review")
	var out, errs bytes.Buffer
	if code := run(ctx, []string{"report", pension, "-o", folder}, &out, &errs); code != exitFailure {
		t.Errorf("exit %d, want %d", code, exitFailure)
	}
	if _, err := os.Stat(folder); err == nil {
		t.Error("a report that was stopped left its folder")
	}
}

func TestUnreadableMarkLoadsNothing(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"matrix.tsv", "reading.yaml"} {
		text := read(t, pension, name)
		if name == "matrix.tsv" {
			text = bytes.Replace(text, []byte("○"), []byte("◇"), 40)
		}
		if err := os.WriteFile(filepath.Join(folder, name), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	review := filepath.Join(folder, "review")
	code, stdout, stderr := tasuki(t, "report", folder, "-o", review)
	if code != exitFailure || stdout != "" || !strings.Contains(stderr, `matrix.tsv:18:6: "◇"`) {
		t.Errorf("exit %d\n%s\n%s", code, stdout, stderr)
	}
	if _, err := os.Stat(review); err == nil {
		t.Error("a report was written")
	}
}

func TestWorkbooksOfOthers(t *testing.T) {
	raci := needs(t, filepath.Join(data, "microsoft-raci/raci-template.xlsx"))
	succeed(t, "report", raci, "-o", t.TempDir())
	straight := assignments(t, "export", raci, "--sheet", "Fully-staffed Best Practice")
	turned := assignments(t, "export", raci, "--sheet", "Example Fully staffed BP")
	if len(straight) != 48 || !slices.Equal(straight, turned) {
		t.Errorf("the sheet has %d assignments, its transposed twin %d others", len(straight), len(turned))
	}
	if testing.Short() {
		t.Skip("the sheet of 616 rows is read in the full run only")
	}
	out := succeed(t, "account", filepath.Join(data, "cloudgov-cis/cloud.gov-CIS-Worksheet.xlsx"), "--output", "json")
	for _, want := range []string{`"rows":{"in":616,"loaded":616`, `"marks":{"in":755`} {
		if !strings.Contains(out, want) {
			t.Errorf("the account lacks %s", want)
		}
	}
}

// assignments returns the assignments of an export as sorted texts.
func assignments(t *testing.T, args ...string) []string {
	t.Helper()
	var d struct {
		Assignments []struct{ Task, Organization, Role string } `json:"assignments"`
	}
	if err := json.Unmarshal([]byte(succeed(t, args...)), &d); err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, a := range d.Assignments {
		list = append(list, a.Task+"\t"+a.Organization+"\t"+a.Role)
	}
	slices.Sort(list)
	return list
}

// TestProposalReadsBack saves what propose prints and reads the matrix by it.
func TestProposalReadsBack(t *testing.T) {
	raci := needs(t, filepath.Join(data, "microsoft-raci/raci-template.xlsx"))
	for _, sheet := range []string{"Fully-staffed Best Practice", "Example Fully staffed BP"} {
		reading := filepath.Join(t.TempDir(), "raci.reading.yaml")
		succeed(t, "propose", raci, "--sheet", sheet, "-o", reading)
		direct := assignments(t, "export", raci, "--sheet", sheet)
		if saved := assignments(t, "export", raci, "--reading", reading); !slices.Equal(direct, saved) {
			t.Errorf("sheet %q read by its saved proposal differs", sheet)
		}
	}
}

func TestFileNames(t *testing.T) {
	seen := map[string]string{}
	long := strings.Repeat("障害対応手順", 20)
	for _, id := range []string{"fault", "障害", "a/b", "a%2Fb", "..", "~", "a b", "<", "A:B", `a\b`, long, long + "1", "\u200b"} {
		name := pages.FileName("flow", id, ".svg")
		if len(name) > 255 || strings.ContainsAny(name, `/\:<>"|?* `) {
			t.Errorf("%q gives the file name %q", id, name)
		}
		if other, taken := seen[name]; taken {
			t.Errorf("%q and %q share the file name %q", id, other, name)
		}
		seen[name] = id
	}
	if got := pages.FileName("flow", "障害-1", ".svg"); got != "flow-障害-1.svg" {
		t.Errorf("file name %q, want flow-障害-1.svg", got)
	}
}

func TestDrawings(t *testing.T) {
	for _, args := range [][]string{
		{"draw", "dependencies", pension},
		{"draw", "flow", pension, "hardware-fault", "--lang", "ja"},
		{"draw", "ladder", pension, "hardware-fault", "--without", "ops"},
	} {
		if out := succeed(t, args...); !strings.Contains(out, "<svg") || !strings.Contains(out, "</svg>") {
			t.Errorf("tasuki %v drew no SVG", args)
		}
	}
}

func TestAnalysesAsJSON(t *testing.T) {
	for _, k := range kinds() {
		var result any
		if err := json.Unmarshal([]byte(succeed(t, "analyze", k.name, pension, "--output", "json")), &result); err != nil {
			t.Errorf("analyze %s: %v", k.name, err)
		}
		if !seeds.All() {
			continue // what is said in Japanese is looked at in the full run
		}
		if text := succeed(t, "analyze", k.name, pension, "--lang", "ja"); !strings.Contains(text, "間接業務") {
			t.Errorf("analyze %s in Japanese names no organization", k.name)
		}
	}
}

// TestPictureOfTheModel keeps the picture in docs/neo4j.md as the store has its
// model.
func TestPictureOfTheModel(t *testing.T) {
	golden.Check(t, "../../../docs/neo4j-schema.svg", []byte(succeed(t, "draw", "model", "--lang", "en")))
	if picture := succeed(t, "draw", "model", "--lang", "ja"); !strings.Contains(picture, "キー") {
		t.Error("the picture in Japanese is not in Japanese")
	}
}

func TestDrawPicksTheFormatByTheEnding(t *testing.T) {
	folder := t.TempDir()
	for ending, begin := range map[string]string{"svg": "<?xml", "png": "\x89PNG", "pdf": "%PDF-", "dot": "digraph", "mmd": "---\ntitle", "graphml": "<?xml"} {
		file := filepath.Join(folder, "fault."+ending)
		succeed(t, "draw", "flow", helpdesk, "outage", "--paper", "a3", "-o", file)
		if text, err := os.ReadFile(file); err != nil || !strings.HasPrefix(string(text), begin) {
			t.Errorf("%s begins with %.10q, %v", file, text, err)
		}
	}
}
