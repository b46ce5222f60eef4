package matrixtext

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tasuki/graph/matrix/table"
)

// SharedFile returns the path of a file that is kept outside the project, or
// skips the test.
func SharedFile(t *testing.T, path ...string) string {
	t.Helper()
	name := filepath.Join(append([]string{"..", "..", "..", "..", "shared"}, path...)...)
	if _, err := os.Stat(name); err != nil {
		t.Skipf("%s is not here: %v", name, err)
	}
	return name
}

// ReadTabs reads a file of tab-separated lines as it is.
func ReadTabs(t *testing.T, name string) []table.Row {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var rows []table.Row
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		rows = append(rows, table.Row{Line: len(rows) + 1, Cells: strings.Split(lines.Text(), "\t")})
	}
	return rows
}
