package files

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// secret stands in files outside the folder of a dataset.
const secret = "SECRET-7f3a"

const (
	plainMatrix  = "id,name,ops,hw\n1,Report,○,\n2,Repair,,○\n"
	plainReading = `matrix: %q
name: {en: Plain}
organizations: [{id: ops, name: {en: ops}}, {id: hw, name: {en: hw}}]
glyphs: {lead: [○]}
blocks: [{id: "1", lines: "2-", headings: "1", item: 1, label: 2, columns: {3: ops, 4: hw}}]
`
)

// hostile makes a folder with a dataset in it and secrets around it, and returns
// both.
func hostile(t *testing.T) (outer, folder string) {
	t.Helper()
	outer = t.TempDir()
	folder = filepath.Join(outer, "in", "dataset")
	write(t, filepath.Join(folder, "deep", "m.csv"), plainMatrix)
	write(t, filepath.Join(folder, "m.csv"), plainMatrix)
	for _, name := range []string{"secret.csv", "in/secret.csv", "in/dataset-2/secret.csv"} {
		write(t, filepath.Join(outer, name), "id,name,"+secret+"\n1,"+secret+",○\n")
	}
	return outer, folder
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// openAll opens the dataset in every way that reads its matrix and returns what
// was said.
func openAll(t *testing.T, path string, o Options) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	var said strings.Builder
	g, err := Open(ctx, path, o)
	fmt.Fprintln(&said, err)
	if err == nil {
		fmt.Fprintf(&said, "%+v\n", g.Dataset())
	}
	account, organizations, err := Account(ctx, path, o)
	fmt.Fprintln(&said, account, organizations, err)
	return said.String()
}

// TestNamesThatLeadOutside names the matrix in ways that leave the folder, some of
// them on other systems only.
func TestNamesThatLeadOutside(t *testing.T) {
	outer, folder := hostile(t)
	long := strings.Repeat("a/../", 2000)
	for _, name := range []string{
		"../secret.csv", "../../secret.csv", "../dataset-2/secret.csv", "./../secret.csv", "deep/../../secret.csv",
		"deep/../../../secret.csv", "../dataset/../secret.csv", "deep/./.././../secret.csv", "..//secret.csv", "//../secret.csv",
		filepath.Join(outer, "secret.csv"), "/etc/passwd", "/etc/../etc/passwd", "/dev/stdin", "/dev/zero", "/proc/self/environ",
		"/proc/self/root/etc/passwd", "/proc/self/cwd/../secret.csv", "file://" + filepath.Join(outer, "secret.csv"), "~/secret.csv",
		`..\secret.csv`, `..\..\secret.csv`, `C:\Windows\win.ini`, `C:secret.csv`, `c:/secret.csv`, `\\server\share\secret.csv`,
		`\\?\C:\secret.csv`, `\secret.csv`, "//server/share/secret.csv", "secret.csv\x00.csv", "../secret.csv\x00", "m.csv:stream",
		"..", ".", "../", "deep", "deep/", "../secret.csv ", long + "../secret.csv", strings.Repeat("../", 40) + "etc/passwd",
		"..\u2215secret.csv", "\u2024\u2024/secret.csv", "%2e%2e/secret.csv", "deep/..%2f../secret.csv",
	} {
		write(t, filepath.Join(folder, "reading.yaml"), fmt.Sprintf(plainReading, name))
		for _, path := range []string{folder, filepath.Join(folder, "reading.yaml")} {
			said := openAll(t, path, Options{})
			if strings.Contains(said, secret) || strings.Contains(said, "root:") || strings.Contains(said, "PATH=") {
				t.Errorf("%q: something outside was read: %.300s", name, said)
			}
			if !strings.Contains(said, "nothing was loaded") && !strings.Contains(said, "reading.yaml") {
				t.Errorf("%q: nothing says where this name stands: %.300s", name, said)
			}
		}
	}
}

func TestNamesThatStayInside(t *testing.T) {
	_, folder := hostile(t)
	for _, name := range []string{"m.csv", "./m.csv", "deep/m.csv", "deep/../m.csv", "deep//m.csv", "./deep/./m.csv"} {
		write(t, filepath.Join(folder, "reading.yaml"), fmt.Sprintf(plainReading, name))
		if _, err := Open(t.Context(), filepath.Join(folder, "reading.yaml"), Options{}); err != nil {
			t.Errorf("%q: %v", name, err)
		}
	}
}

func TestTrustedDatasetsMayLeadOutside(t *testing.T) {
	outer, folder := hostile(t)
	write(t, filepath.Join(outer, "shared.csv"), plainMatrix)
	for _, name := range []string{"../../shared.csv", filepath.Join(outer, "shared.csv")} {
		write(t, filepath.Join(folder, "reading.yaml"), fmt.Sprintf(plainReading, name))
		path := filepath.Join(folder, "reading.yaml")
		if _, err := Open(t.Context(), path, Options{AllowOutside: true}); err != nil {
			t.Errorf("%q: %v", name, err)
		}
		if _, err := Open(t.Context(), path, Options{}); err == nil || !strings.Contains(err.Error(), "--allow-outside") {
			t.Errorf("%q: got %v, want the flag named", name, err)
		}
	}
}

// TestLinksThatLeadOutside plants links in the folder, under every name that is
// read there.
func TestLinksThatLeadOutside(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need a privilege on Windows")
	}
	for _, link := range []string{"m.csv", "m.reading.yaml", "reading.yaml", "reading.yml", "dataset.yaml", "flows.yml", "deep"} {
		for _, target := range []string{"../../secret.csv", "/proc/self/environ", "/dev/zero", "/etc", "hop"} {
			outer, folder := hostile(t)
			if link != "reading.yaml" {
				write(t, filepath.Join(folder, "reading.yaml"), fmt.Sprintf(plainReading, "deep/m.csv"))
			}
			if target[0] == '.' {
				target = filepath.Join(outer, "secret.csv")
			}
			if target == "hop" { // a link to a link
				symlink(t, filepath.Join(outer, "secret.csv"), filepath.Join(folder, "hop"))
			}
			if err := os.RemoveAll(filepath.Join(folder, link)); err != nil {
				t.Fatal(err)
			}
			symlink(t, target, filepath.Join(folder, link))
			said := openAll(t, folder, Options{})
			if strings.Contains(said, secret) || strings.Contains(said, "PATH=") {
				t.Errorf("%s -> %s: something outside was read: %.300s", link, target, said)
			}
		}
	}
}

func TestLinksThatStayInside(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need a privilege on Windows")
	}
	_, folder := hostile(t)
	symlink(t, "deep/m.csv", filepath.Join(folder, "link.csv"))
	write(t, filepath.Join(folder, "reading.yaml"), fmt.Sprintf(plainReading, "link.csv"))
	outer := filepath.Join(t.TempDir(), "chosen")
	symlink(t, folder, outer)
	for _, path := range []string{filepath.Join(folder, "reading.yaml"), filepath.Join(outer, "reading.yaml")} {
		if _, err := Open(t.Context(), path, Options{}); err != nil {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func symlink(t *testing.T, target, link string) {
	t.Helper()
	if err := os.Symlink(target, link); err != nil {
		t.Fatal(err)
	}
}
