//go:build unix

package files

import (
	"fmt"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestPipesAreNotWaitedFor puts a named pipe that nobody writes to wherever a file is
// read.
func TestPipesAreNotWaitedFor(t *testing.T) {
	for _, name := range []string{"m.csv", "reading.yaml", "m.reading.yaml", "flows.yaml", "deep/pipe.csv"} {
		_, folder := hostile(t)
		if strings.HasPrefix(name, "deep/") {
			write(t, filepath.Join(folder, "reading.yaml"), fmt.Sprintf(plainReading, name))
		}
		path := filepath.Join(folder, filepath.FromSlash(name))
		_ = syscall.Unlink(path)
		if err := syscall.Mkfifo(path, 0o600); err != nil {
			t.Skip("no pipes here: ", err)
		}
		for _, dataset := range []string{folder, path} {
			done := make(chan error, 1)
			go func() {
				_, err := Open(t.Context(), dataset, Options{})
				done <- err
			}()
			select {
			case err := <-done:
				if err == nil || !strings.Contains(err.Error(), "no regular file") {
					t.Errorf("%s, opening %s: got %v, want it refused", name, dataset, err)
				}
			case <-time.After(time.Minute):
				t.Fatalf("%s, opening %s: still waiting", name, dataset)
			}
		}
	}
}
