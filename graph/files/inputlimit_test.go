package files

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/graph/files/schema"
	"tasuki/graph/matrix/table"
)

// maxHeld is what a file may have that is held in memory.
const maxHeld = 64 << 20

// TestFilesHaveALimit opens files that are one byte too large, each in every way in
// which it may be named.
func TestFilesHaveALimit(t *testing.T) {
	for name, most := range map[string]int64{
		"huge.csv": maxTable, "huge.tsv": maxTable, "huge.xlsx": maxHeld, "huge.xlsm": maxHeld,
		"huge.json": graph.MaxJSONBytes, "huge.yaml": schema.MaxBytes, "huge.reading.yaml": schema.MaxBytes,
	} {
		folder := t.TempDir()
		path := filepath.Join(folder, name)
		write(t, path, "")
		if err := os.Truncate(path, most+1); err != nil {
			t.Skip("no sparse file of this size can be made: ", err)
		}
		paths := []string{path}
		if !isJSON(path) {
			paths = append(paths, folder)
		}
		for _, path := range paths {
			_, err := Open(t.Context(), path, Options{})
			if err == nil || !strings.Contains(err.Error(), fmt.Sprint(most)) || !strings.Contains(err.Error(), fmt.Sprint(most+1)) {
				t.Errorf("%s: got %v, want the limit and the size named", path, err)
			}
		}
	}
}

// TestLimitOfWhatAReadingNames reads a workbook under the name of a text.
func TestLimitOfWhatAReadingNames(t *testing.T) {
	folder := t.TempDir()
	book := filepath.Join(folder, "book.txt")
	write(t, book, "")
	if err := os.Truncate(book, maxHeld+1); err != nil {
		t.Skip("no sparse file of this size can be made: ", err)
	}
	write(t, filepath.Join(folder, "reading.yaml"), "format: xlsx\n"+fmt.Sprintf(plainReading, "book.txt"))
	if _, err := Open(t.Context(), folder, Options{}); err == nil || !strings.Contains(err.Error(), fmt.Sprint(maxHeld)) {
		t.Errorf("got %v, want the limit named", err)
	}
}

// TestWhatChangesIsRefused writes to a file while it is read.
func TestWhatChangesIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "m.csv")
	write(t, path, plainMatrix)
	err := input{path: path}.use(maxTable, func(f table.File) error {
		write(t, path, plainMatrix+"3,More,○,\n")
		text, err := io.ReadAll(f)
		if len(text) != len(plainMatrix) {
			t.Errorf("read %d bytes, want the %d that were there", len(text), len(plainMatrix))
		}
		return err
	})
	if !errors.Is(err, errChanged) {
		t.Errorf("got %v, want %v", err, errChanged)
	}
}

// TestOnlyRegularFilesAreRead opens what may never end.
func TestOnlyRegularFilesAreRead(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"/dev/zero", "/dev/random", "/dev/tty"} {
		if _, err := os.Stat(name); err != nil {
			continue
		}
		for _, ending := range []string{".csv", ".tsv", ".xlsx", ".yaml", ".json", ".reading.yaml"} {
			link := filepath.Join(folder, strings.ReplaceAll(name[1:], "/", "-")+ending)
			symlink(t, name, link)
			if _, err := Open(t.Context(), link, Options{}); err == nil || !strings.Contains(err.Error(), "no regular file") {
				t.Errorf("%s as %s: got %v", name, ending, err)
			}
		}
	}
	matrix := filepath.Join(folder, "m.csv")
	write(t, matrix, plainMatrix)
	if _, err := Open(t.Context(), matrix, Options{Reading: folder}); err == nil || !strings.Contains(err.Error(), "no regular file") {
		t.Errorf("a folder as reading: got %v", err)
	}
	if _, err := OpenScenario(folder); err == nil {
		t.Error("a folder was read as a scenario")
	}
}

func TestFoldersHaveALimit(t *testing.T) {
	if testing.Short() {
		t.Skip("a folder of 10,001 files is made in the full run only")
	}
	folder := t.TempDir()
	for i := range maxEntries + 1 {
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprint(i)), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := Open(t.Context(), folder, Options{}); err == nil || !strings.Contains(err.Error(), fmt.Sprint(maxEntries)) {
		t.Errorf("got %v, want the limit named", err)
	}
}

// TestLimitsAreDocumented fails when a limit differs from what the page says.
func TestLimitsAreDocumented(t *testing.T) {
	page, err := os.ReadFile("../../docs/performance.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []string{
		fmt.Sprintf("| a table of text, a workbook or document | 1,%03d MiB, %d MiB;", maxTable>>20-1000, maxHeld>>20),
		fmt.Sprintf("| what is piped in, a record of drills, a font | %d MiB |", max(maxPiped, maxOther)>>20),
		fmt.Sprintf("| a folder | %d,000 files", maxEntries/1000),
		fmt.Sprintf("| a YAML file | %d MiB;", schema.MaxBytes>>20),
	} {
		if !strings.Contains(string(page), "\n"+row) {
			t.Errorf("docs/performance.md lacks the row %q", row)
		}
	}
}
