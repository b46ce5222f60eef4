package house

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// maxProgram is how large the program may be, in bytes.
const maxProgram = 51_000_000

// TestSizeOfTheProgram builds the program and weighs it.
func TestSizeOfTheProgram(t *testing.T) {
	if testing.Short() {
		t.Skip("the program is built in the full run only")
	}
	file := filepath.Join(t.TempDir(), "tasuki")
	build := exec.Command("go", "build", "-o", file, "./cmd/tasuki")
	build.Dir = filepath.Join("..", "..")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("building the program: %v\n%s", err, out)
	}
	info, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%.1f MB", float64(info.Size())/1e6)
	if info.Size() > maxProgram {
		t.Errorf("the program has %d bytes, want at most %d: see what `go tool nm -size -sort size` lists first", info.Size(), maxProgram)
	}
}
