package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// marker stands in every file outside the folder of a dataset.
const marker = "MARKER-5c1e"

// outsider makes a folder for a dataset in a folder with secrets, and returns both.
func outsider(t *testing.T) (outer, folder string) {
	t.Helper()
	outer = t.TempDir()
	folder = filepath.Join(outer, "Dataset")
	secret := "id,name," + marker + "\n1," + marker + ",○\n"
	for path, text := range map[string]string{
		"secret.csv": secret, "secret.yaml": marker + ": [", "Dataset-2/secret.csv": secret,
		"Dataset/below/m.csv": "id,name,ops,hw\n1,Report,○,\n2,Repair,,○\n",
	} {
		plant(t, filepath.Join(outer, path), text)
	}
	return outer, folder
}

func plant(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// readingOf returns a reading of the matrix that hostile data call name.
func readingOf(name string) string {
	return fmt.Sprintf("matrix: %q\n", name) + `organizations: [{id: ops, name: Ops}, {id: hw, name: Hardware}]
glyphs: {lead: [○]}
blocks: [{id: "1", lines: "2-", headings: "1", item: 1, label: 2, columns: {3: ops, 4: hw}}]
`
}

// refuse runs the commands that read a dataset, on its folder and on the file in it,
// and checks that they fail, saying so, and quote nothing that lies outside.
func refuse(t *testing.T, folder, file string, says ...string) {
	t.Helper()
	out := filepath.Join(t.TempDir(), "out")
	datasets := []string{folder}
	if file != "flows.yaml" { // named on the command line, a link is what the user chose
		datasets = append(datasets, filepath.Join(folder, file))
	}
	for _, dataset := range datasets {
		for _, args := range [][]string{
			{"check", dataset, "--output", "json"}, {"account", dataset, "--output", "json"}, {"account", dataset, "--marks"}, {"report", dataset, "-o", out},
		} {
			code, stdout, stderr := tasuki(t, args...)
			// An account is of matrices alone, and does not read other files.
			if (code != exitFailure || stdout != "") && !(file == "flows.yaml" && args[0] == "account") {
				t.Errorf("%v: exit %d, want %d: %s", args, code, exitFailure, stdout)
			}
			for _, foreign := range []string{marker, "root:", "PATH="} {
				if strings.Contains(stdout+stderr, foreign) {
					t.Errorf("%v: a file outside was read: %.300s", args, stdout+stderr)
				}
			}
			for _, word := range says {
				if !strings.Contains(stderr, word) {
					t.Errorf("%v: nothing says %s: %.300s", args, word, stderr)
				}
			}
		}
		if _, err := os.Stat(out); err == nil {
			t.Errorf("%s: something was written", dataset)
		}
	}
}

// TestHostilePaths names a matrix outside the folder of the dataset in every way
// that some system knows, and in some that none does.
func TestHostilePaths(t *testing.T) {
	outer, folder := outsider(t)
	secret := filepath.Join(outer, "secret.csv")
	const flag = "--allow-outside"
	for _, c := range []struct{ name, says string }{
		{"../secret.csv", flag}, {"./../secret.csv", flag}, {"below/../../secret.csv", flag}, {"../Dataset-2/secret.csv", flag},
		{"../Dataset/../secret.csv", flag}, {"..//secret.csv", flag}, {"../Dataset/below/m.csv", flag}, {"..", flag}, {"../", flag}, {"../.", flag},
		{strings.Repeat("../", 60) + "etc/passwd", flag}, {strings.Repeat("below/../", 900) + "../secret.csv", flag},
		{secret, flag}, {"/" + secret, flag}, {"/etc/passwd", flag}, {"/etc/../etc/passwd", flag}, {"/dev/stdin", flag}, {"/dev/zero", flag},
		{"/proc/self/environ", flag}, {"/proc/self/cwd/../secret.csv", flag}, {"/proc/self/root" + secret, flag}, {"/proc/self/fd/0", flag},
		{`..\secret.csv`, flag}, {`below\..\..\secret.csv`, flag}, {`\secret.csv`, flag}, {`C:\secret.csv`, flag}, {"C:secret.csv", flag}, {"c:/secret.csv", flag},
		{`\\server\share\secret.csv`, flag}, {"//server/share/secret.csv", flag}, {`\\?\C:\secret.csv`, flag}, {`\\.\pipe\secret`, flag},
		{"file://" + secret, flag}, {"file:/" + secret, flag}, {"https://localhost/secret.csv", flag}, {"../secret.csv\x00.csv", flag}, {"\x00", flag},
		{"../secret.csv ", flag}, {"../secret.csv.", flag}, {" ../secret.csv", "no such file"}, {"~/secret.csv", "no such file"}, {"$HOME/secret.csv", "no such file"},
		{"%2e%2e/secret.csv", "no such file"}, {"․․/secret.csv", "no such file"}, {"..∕secret.csv", "no such file"}, {"below/m.csv:stream", "no such file"},
		{"BELOW/M.CSV/../../secret.csv", "reading.yaml"}, {"CON", "no such file"}, {"NUL", "no such file"}, {"below/m.csv.", "no such file"}, {"below/m.csv ", "no such file"},
		{"below", "no regular file"}, {".", "no regular file"}, {"below/m.csv/x", "reading.yaml"}, {strings.Repeat("a", 5000), "reading.yaml"},
	} {
		if runtime.GOOS != "linux" && c.says != flag {
			c.says = "reading.yaml" // other systems read some of these names as others
		}
		plant(t, filepath.Join(folder, "reading.yaml"), readingOf(c.name))
		refuse(t, folder, "reading.yaml", c.says, "reading.yaml:1:9")
	}
}

// TestHostileLinks puts a link to a file outside in the place of each file that is
// read.
func TestHostileLinks(t *testing.T) {
	for _, link := range []string{"m.csv", "reading.yaml", "m.reading.yaml", "flows.yaml", "below", "chain.tsv", "below/deeper.csv"} {
		for _, target := range []string{"secret.csv", "secret.yaml", "Dataset-2", "/proc/self/root/etc/passwd", "/dev/zero"} {
			outer, folder := outsider(t)
			if !filepath.IsAbs(target) {
				target = filepath.Join(outer, target)
			}
			if link == "chain.tsv" { // a relative link, to a link
				mustLink(t, target, filepath.Join(folder, "hop"))
				target = "below/../hop"
			}
			path := filepath.Join(folder, filepath.FromSlash(link))
			if err := os.RemoveAll(path); err != nil {
				t.Fatal(err)
			}
			mustLink(t, target, path)
			file := "of.reading.yaml"
			switch link {
			case "below", "below/deeper.csv":
				name := "below/secret.csv"
				if link != "below" {
					name = link
				}
				plant(t, filepath.Join(folder, file), readingOf(name))
			case "reading.yaml", "m.reading.yaml", "flows.yaml":
				plant(t, filepath.Join(folder, "m.csv"), "id,name,ops,hw\n1,Report,○,\n2,Repair,,○\n")
				if file = "m.csv"; link == "flows.yaml" {
					file = link
				}
			default:
				plant(t, filepath.Join(folder, file), readingOf(link))
			}
			refuse(t, folder, file)
		}
	}
}

// mustLink makes a link, or skips the test.
func mustLink(t *testing.T, target, link string) {
	t.Helper()
	if err := os.Symlink(target, link); err != nil {
		t.Skip("no links here: ", err)
	}
}

// TestLinkOnTheCommandLine follows links that the user names.
func TestLinkOnTheCommandLine(t *testing.T) {
	outer, folder := outsider(t)
	plant(t, filepath.Join(folder, "reading.yaml"), readingOf("below/m.csv"))
	want := succeed(t, "export", folder)
	link := filepath.Join(outer, "link")
	mustLink(t, folder, link)
	for _, dataset := range []string{link, filepath.Join(link, "reading.yaml")} {
		if got := succeed(t, "export", dataset); got != want {
			t.Errorf("%s gives another dataset", dataset)
		}
	}
	file := filepath.Join(t.TempDir(), "link.csv")
	mustLink(t, filepath.Join(folder, "below", "m.csv"), file)
	succeed(t, "export", file)
}

// TestAllowOutside reads what a trusted dataset names elsewhere.
func TestAllowOutside(t *testing.T) {
	outer, folder := outsider(t)
	elsewhere := filepath.Join(outer, "elsewhere.csv")
	plant(t, elsewhere, "id,name,ops,hw\n1,Report,○,\n2,Repair,,○\n")
	for _, name := range []string{"../elsewhere.csv", elsewhere} {
		plant(t, filepath.Join(folder, "reading.yaml"), readingOf(name))
		refuse(t, folder, "reading.yaml", "--allow-outside")
		for _, dataset := range []string{folder, filepath.Join(folder, "reading.yaml")} {
			for _, command := range []string{"check", "account", "export"} {
				succeed(t, command, dataset, "--allow-outside")
			}
		}
	}
	plant(t, filepath.Join(folder, "reading.yaml"), readingOf("linked.csv"))
	mustLink(t, elsewhere, filepath.Join(folder, "linked.csv"))
	refuse(t, folder, "reading.yaml", "--allow-outside")
	succeed(t, "check", folder, "--allow-outside")
}
