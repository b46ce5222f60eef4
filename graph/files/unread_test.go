package files

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"tasuki/graph/files/schema"
	"testing"
)

func TestUnread(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"dataset.yaml", "m.csv", "x.scenario.yaml", ".git/config", ".hidden.csv", "m.csv.bak", "~$m.xlsx", "notes.txt", "old.json", "README.md", "sub/m.csv", "deep/m.tsv", "raw.txt"} {
		write(t, filepath.Join(folder, name), "")
	}
	write(t, filepath.Join(folder, "a.reading.yaml"), `matrix: raw.txt`)
	write(t, filepath.Join(folder, "b.reading.yaml"), `matrix: deep/m.tsv`)
	got, err := Unread(folder)
	if err != nil {
		t.Fatal(err)
	}
	separator := string(filepath.Separator)
	want := fmt.Sprint([]string{"README.md", "m.csv.bak", "notes.txt", "old.json", "sub" + separator, ".git" + separator, ".hidden.csv", "~$m.xlsx"})
	if fmt.Sprint(got) != want {
		t.Errorf("got %v, want %v", got, want)
	}
	empty := t.TempDir()
	write(t, filepath.Join(empty, "sub", "m.csv"), plainMatrix)
	if _, err := Open(t.Context(), empty, Options{}); err == nil || !strings.Contains(err.Error(), "sub") {
		t.Errorf("a folder whose matrix lies deeper: got %v, want it named", err)
	}
}

// TestMatrixOfTheSameNameDeeper reads both matrices: the one that a reading names,
// and one of the same name in the folder itself.
func TestMatrixOfTheSameNameDeeper(t *testing.T) {
	_, folder := hostile(t)
	write(t, filepath.Join(folder, "deep", "m.csv"), "id,name,ops,hw\n8,Deep,○,\n9,Deeper,,○\n")
	write(t, filepath.Join(folder, "reading.yaml"), fmt.Sprintf(plainReading, "deep/m.csv"))
	g, err := Open(t.Context(), folder, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if n := len(g.Tasks()); n != 4 {
		t.Errorf("got %d tasks, want those of both matrices: %v", n, g.Tasks())
	}
}

// TestFileWithTwoNamesIsReadOnce names the matrix by a link to it, beside it.
func TestFileWithTwoNamesIsReadOnce(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need a privilege on Windows")
	}
	_, folder := hostile(t)
	symlink(t, "m.csv", filepath.Join(folder, "alias.csv"))
	write(t, filepath.Join(folder, "reading.yaml"), fmt.Sprintf(plainReading, "alias.csv"))
	g, err := Open(t.Context(), folder, Options{})
	if err != nil {
		t.Fatal(err)
	}
	account, _, err := Account(t.Context(), folder, Options{})
	if len(g.Tasks()) != 2 || err != nil || account.Rows.In != 2 {
		t.Errorf("got %d tasks and %d rows, %v; want each row once", len(g.Tasks()), account.Rows.In, err)
	}
}

// TestReadingThatCannotBeReadIsNotPassedOver plants a reading.yaml that may be that of
// the matrix, but cannot be read.
func TestReadingThatCannotBeReadIsNotPassedOver(t *testing.T) {
	for name, plant := range map[string]func(path string) error{
		"folder":    func(path string) error { return os.Mkdir(path, 0o755) },
		"link":      func(path string) error { return os.Symlink("/etc/hostname", path) },
		"too large": func(path string) error { return os.WriteFile(path, make([]byte, schema.MaxBytes+1), 0o644) },
	} {
		_, folder := hostile(t)
		if err := plant(filepath.Join(folder, "reading.yaml")); err != nil {
			t.Skip(err)
		}
		_, err := Open(t.Context(), filepath.Join(folder, "m.csv"), Options{})
		if err == nil || !strings.Contains(err.Error(), "reading.yaml") {
			t.Errorf("%s: got %v, want the reading named", name, err)
		}
	}
}

// TestSignsInNames reads files whose names look like those of drives elsewhere.
func TestSignsInNames(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no names of files on Windows")
	}
	for _, name := range []string{"RACI: ops.csv", `RACI\ops.csv`, "C:ops.csv"} {
		folder := t.TempDir()
		write(t, filepath.Join(folder, name), plainMatrix)
		if g, err := Open(t.Context(), folder, Options{}); err != nil || len(g.Tasks()) != 2 {
			t.Errorf("%s: %v", name, err)
		}
	}
	_, folder := hostile(t)
	write(t, filepath.Join(folder, "reading.yaml"), fmt.Sprintf(plainReading, `deep\m.csv`))
	if _, err := Open(t.Context(), folder, Options{}); err == nil || !strings.Contains(err.Error(), "write /") {
		t.Errorf("got %v, want what to write", err)
	}
}
