package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// readers are the commands that take a DATASET, which stands at the place of "@".
func readers(t *testing.T) [][]string {
	out := filepath.Join(t.TempDir(), "out")
	list := [][]string{
		{"check", "@"}, {"check", "@", "--output", "json"}, {"account", "@"}, {"account", "@", "--output", "json"}, {"export", "@"}, {"propose", "handoffs", "@"}, {"propose", "log", "../../examples/helpdesk-log/log.csv", "--dataset", "@"}, {"whatif", "@", "--leads", "any"}, {"fix", "@", "--at-most", "50"}, {"diff", "@", "@"},
		{"report", "@", "-o", out + "-report"}, {"load", "@", "--store", "neo4j://127.0.0.1:1#x"},
		{"drill", "@", "outage", "-o", out + "-pack"}, {"drill", "coverage", "@", "drills.csv"}, {"drill", "report", "@", "drills.csv", "-o", out + "-after"}, {"drill", "import", out + ".csv", "evaluation.csv", "--dataset", "@"},
		{"drill", "record", out + ".csv", "--dataset", "@", "--time", "2026-03-04", "--flow", "f", "--from", "a", "--to", "b", "--outcome", "confirmed"},
	}
	for _, kind := range kinds() {
		list = append(list, []string{"analyze", kind.name, "@"})
	}
	list = append(list, []string{"readiness", "@", "--week", "2026-10-19"}, []string{"escalation", "@"}, []string{"observe", "@", "../../examples/helpdesk-log/log.csv"})
	for _, kind := range []string{"dependencies", "matrix", "supplies", "concentration", "loss"} {
		list = append(list, []string{"draw", kind, "@", "-o", out + "-" + kind + ".svg"})
	}
	for _, kind := range []string{"flow", "ladder"} {
		list = append(list, []string{"draw", kind, "@", "outage", "-o", out + "-" + kind + ".svg"})
	}
	return list
}

// servers are the commands that go on with a DATASET until they are stopped.
func servers() [][]string { return [][]string{{"serve", "@"}, {"mcp", "@"}} }

// at returns a command line with a dataset.
func at(command []string, dataset string, flags ...string) []string {
	args := slices.Clone(command)
	for i := range args {
		if args[i] == "@" {
			args[i] = dataset
		}
	}
	return append(args, flags...)
}

// TestReadersAreAll fails when a command that reads a dataset is none of readers.
func TestReadersAreAll(t *testing.T) {
	var lines []string
	for _, command := range slices.Concat(readers(t), servers(), [][]string{{"propose"}}) {
		lines = append(lines, "tasuki "+strings.Join(command, " ")+" ")
	}
	var visit func(c *cobra.Command)
	visit = func(c *cobra.Command) {
		for _, below := range c.Commands() {
			visit(below)
		}
		flags := c.Flags()
		if flags.Lookup("reading") == nil {
			return
		}
		if !slices.ContainsFunc(lines, func(line string) bool { return strings.HasPrefix(line, c.CommandPath()+" ") }) {
			t.Errorf("%s reads a dataset, and is not among readers", c.CommandPath())
		}
		for _, name := range []string{"sheet", "format", "allow-outside"} {
			// What propose reads is named by the user alone.
			if flags.Lookup(name) == nil && (name != "allow-outside" || c.Name() != "propose") {
				t.Errorf("%s has no flag --%s", c.CommandPath(), name)
			}
		}
	}
	visit(newRoot())
}

// TestFlagsOfInputAreHeeded gives each command a flag that says how something is
// read, beside something that is not read so.
func TestFlagsOfInputAreHeeded(t *testing.T) {
	exported := filepath.Join(t.TempDir(), "helpdesk.json")
	succeed(t, "export", helpdesk, "-o", exported)
	yaml := filepath.Join(helpdesk, "dataset.yaml")
	matrix := filepath.Join(pension, "matrix.tsv")
	reading := filepath.Join(pension, "reading.yaml")
	for _, command := range slices.Concat(readers(t), servers(), [][]string{{"propose", "@"}}) {
		for _, c := range []struct{ dataset, flag string }{
			{helpdesk, "--reading=nope.yaml"}, {helpdesk, "--sheet=Nope"}, {helpdesk, "--format=tsv"},
			{yaml, "--reading=nope.yaml"}, {yaml, "--sheet=Nope"}, {yaml, "--format=yaml"},
			{exported, "--reading=nope.yaml"}, {exported, "--sheet=Nope"}, {exported, "--format=json"},
			{"neo4j://127.0.0.1:1#x", "--reading=nope.yaml"}, {"neo4j://127.0.0.1:1#x", "--sheet=Nope"}, {"neo4j://127.0.0.1:1#x", "--format=json"},
			{matrix, "--sheet=Nope"}, {matrix, "--format=tsv"}, {matrix, "--reading="}, {matrix, "--sheet="}, {reading, "--reading=nope.yaml"},
		} {
			if command[0] == "export" { // its --format is that of what is written
				c.flag = strings.Replace(c.flag, "--format", "--input-format", 1)
			}
			args := at(command, c.dataset, c.flag)
			code, stdout, stderr := tasuki(t, args...)
			flag, _, _ := strings.Cut(c.flag, "=")
			if code != exitUsage || !strings.Contains(stderr, flag) || stdout != "" {
				t.Errorf("%v: exit %d, want %d and the flag named: %s%s", args, code, exitUsage, stdout, stderr)
			}
		}
	}
	record := []string{"drill", "record", filepath.Join(t.TempDir(), "r.csv"), "--unchecked", "--time", "2026-03-04", "--flow", "f", "--from", "a", "--to", "b", "--outcome", "confirmed"}
	for _, flag := range []string{"--reading=x.yaml", "--sheet=x", "--format=tsv", "--allow-outside"} {
		code, _, stderr := tasuki(t, append(slices.Clone(record), flag)...)
		if _, err := os.Stat(record[2]); code != exitUsage || !strings.Contains(stderr, "--unchecked") || err == nil {
			t.Errorf("record with %s: exit %d: %s", flag, code, stderr)
		}
	}
}

// TestFlagsOfInputAreObeyed gives flags where they say something.
func TestFlagsOfInputAreObeyed(t *testing.T) {
	matrix := filepath.Join(pension, "matrix.tsv")
	for _, flag := range []string{"--reading=nope.yaml"} {
		for _, command := range append(readers(t), []string{"propose", "@"}) {
			if code, _, stderr := tasuki(t, at(command, matrix, flag)...); code == exitOK || !strings.Contains(stderr, "nope.yaml") {
				t.Errorf("%v: exit %d, want the reading that is missing named: %s", command, code, stderr)
			}
		}
	}
}

// unreadFolder returns a folder with a matrix and much that is not read.
func unreadFolder(t *testing.T) string {
	folder := t.TempDir()
	for name, text := range map[string]string{
		"m.csv": "id,name,ops,hw\n1,Report,○,\n2,Repair,,○\n", "old.json": "{}", "sub/m.csv": "x", ".git/config": "x",
		"README.md": "x", "~$m.xlsx": "x", "m.csv~": "x", "ops contract\x1b[2J.pdf": "x", "Thumbs.db": "x", ".hidden.csv": "x",
	} {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

func TestWhatIsNotReadIsNamed(t *testing.T) {
	folder := unreadFolder(t)
	for _, command := range [][]string{{"check", folder}, {"export", folder}, {"analyze", "loss", folder}} {
		code, _, stderr := tasuki(t, command...)
		want := "tasuki: not read in " + folder + `: README.md, Thumbs.db, m.csv~, old.json, ops contract\x1b[2J.pdf and 1 more (a folder or .json file is a dataset of its own: name it instead)` + "\n"
		if code != 0 || stderr != want {
			t.Errorf("%v: exit %d, want %s, got %s", command, code, want, stderr)
		}
	}
	if _, _, stderr := tasuki(t, "check", folder, "--lang", "ja"); !strings.Contains(stderr, "で読まないもの：README.md、Thumbs.db") {
		t.Errorf("in Japanese: %s", stderr)
	}
	for _, example := range examples() {
		if _, _, stderr := tasuki(t, "check", example); stderr != "" {
			t.Errorf("%s: everything is read, but it says %s", example, stderr)
		}
	}
}

func TestAccountNamesWhatIsNotRead(t *testing.T) {
	folder := unreadFolder(t)
	_, stdout, stderr := tasuki(t, "account", folder)
	if want := "Files and folders that are not read\n- README.md\n- Thumbs.db\n- m.csv~\n- old.json\n- ops contract\\x1b[2J.pdf\n- sub/\n- .git/\n- .hidden.csv\n- ~$m.xlsx\n"; !strings.Contains(stdout, want) || stderr != "" {
		t.Errorf("got %s%s, want %s", stdout, stderr, want)
	}
	for _, args := range [][]string{{}, {"--redact", filepath.Join(t.TempDir(), "key.json")}} {
		var account struct {
			NotRead []string `json:"not_read"`
		}
		text := succeed(t, append([]string{"account", folder, "--output", "json"}, args...)...)
		if err := json.Unmarshal([]byte(text), &account); err != nil || len(account.NotRead) != 9 {
			t.Errorf("%v: got %v, %v", args, account, err)
		}
		if named := strings.Contains(text, "ops contract"); named != (len(args) == 0) {
			t.Errorf("%v: with or without the name of an organization: %s", args, text)
		}
	}
	if text := succeed(t, "account", pension, "--output", "json"); strings.Contains(text, "not_read") {
		t.Error("everything of the example is read, but its account says otherwise")
	}
}

// piping runs a command line with a text on standard input.
func piping(t *testing.T, text string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	root := newRoot()
	root.SetIn(strings.NewReader(text))
	code = execute(t.Context(), root, args, &out, &errs)
	return code, out.String(), errs.String()
}

// TestDatasetsArePiped compares what each command says of a dataset that is piped in
// with what it says of the same in a file.
func TestDatasetsArePiped(t *testing.T) {
	text := string(read(t, helpdesk, "dataset.yaml"))
	file := filepath.Join(helpdesk, "dataset.yaml")
	for _, command := range readers(t) {
		switch command[0] {
		case "account", "load":
			continue // there is no matrix, and no database
		case "drill":
			if command[1] != "@" {
				continue
			}
		}
		want := succeed(t, at(command, file)...)
		if command[0] == "drill" {
			command[len(command)-1] += "-2"
		}
		code, got, stderr := piping(t, text, at(command, "-")...)
		// What cites the lines of the file has another name for it.
		got = strings.ReplaceAll(got, "stdin.yaml", "dataset.yaml")
		if code != exitOK || command[0] != "drill" && got != want {
			t.Errorf("%v: exit %d, %s; want what the file gives", command, code, stderr)
		}
	}
	matrix := string(read(t, pension, "matrix.tsv"))
	reading := filepath.Join(pension, "reading.yaml")
	want := strings.ReplaceAll(succeed(t, "account", filepath.Join(pension, "matrix.tsv"), "--output", "json"), "matrix.tsv", "stdin.tsv")
	if code, got, stderr := piping(t, matrix, "account", "-", "--reading", reading, "--output", "json"); code != exitOK || got != want {
		t.Errorf("account: exit %d, %s; want what the file gives", code, stderr)
	}
	if code, got, _ := piping(t, "id,name,ops,hw\n1,Report,○,\n2,Repair,,○\n", "propose", "-"); code != exitOK || !strings.Contains(got, "blocks:") {
		t.Errorf("propose: exit %d, %s", code, got)
	}
}

func TestWhatIsPipedIsRefusedWithASentence(t *testing.T) {
	for _, c := range []struct {
		text string
		code int
		says string
		args []string
	}{
		{"", exitFailure, "it is empty", []string{"check", "-"}},
		{"tasks: 3\n", exitFailure, "stdin.yaml:1:8", []string{"check", "-"}},
		{"{}", exitFailure, "is no matrix", []string{"propose", "-"}},
		{"{}", exitUsage, "--reading is for a matrix", []string{"check", "-", "--reading", "x.yaml"}},
		{"a,b\n", exitUsage, "--sheet is for a workbook", []string{"check", "-", "--sheet", "x"}},
		{"a,b\n", exitUsage, "use one of", []string{"check", "-", "--format", "bmp"}},
		{"a,b\n", exitFailure, "not an .xlsx workbook", []string{"check", "-", "--format", "xlsx"}},
		{"{}", exitUsage, "behind the #", []string{"load", "-", "--store", "neo4j://127.0.0.1:1"}},
	} {
		code, stdout, stderr := piping(t, c.text, c.args...)
		if code != c.code || !strings.Contains(stderr, c.says) || stdout != "" {
			t.Errorf("%v: exit %d, want %d and %q: %s%s", c.args, code, c.code, c.says, stdout, stderr)
		}
	}
}

// TestLinksAreAnswered gives each command an address in place of a file.
func TestLinksAreAnswered(t *testing.T) {
	for _, command := range append(readers(t), []string{"propose", "@"}) {
		code, stdout, stderr := tasuki(t, at(command, "https://docs.google.com/spreadsheets/d/1x/edit")...)
		if code != exitUsage || !strings.Contains(stderr, "choose File > Download > Microsoft Excel") || stdout != "" {
			t.Errorf("%v: exit %d: %s%s", command, code, stdout, stderr)
		}
	}
}

// TestTablesOfDocumentsAreChosen names a table of a page, in a file and piped in.
func TestTablesOfDocumentsAreChosen(t *testing.T) {
	const page = "<table><tr><th>Task<th>Desk<th>Vendor<tr><td>a<td>R<td>C<tr><td>b<td>C<td>R</table>" +
		"<table><tr><th>Task<th>North<th>South<tr><td>c<td>R<td>C<tr><td>d<td>C<td>R<tr><td>e<td>R<td>I</table>"
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
	for sheet, want := range map[string]string{"": `"table 2" has the most marks`, "table 1": "Marks      4  4 as printed", "Table 2": "Marks      6  6 as printed"} {
		args := []string{"account", file}
		if sheet != "" {
			args = append(args, "--sheet", sheet)
		}
		if text := succeed(t, args...); !strings.Contains(text, want) {
			t.Errorf("--sheet %q: %s; want %q", sheet, text, want)
		}
		args[1] = "-"
		if code, text, stderr := piping(t, page, args...); code != exitOK || !strings.Contains(text, want) {
			t.Errorf("piped in, --sheet %q: exit %d, %s%s; want %q", sheet, code, text, stderr, want)
		}
	}
}
