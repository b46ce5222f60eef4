package outdir

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// TestRecordingWaitsForAnother checks how long one recording waits for another,
// and what it says then. The clock is that of the test.
func TestRecordingWaitsForAnother(t *testing.T) {
	extend := func(text []byte) ([]byte, error) { return append(text, "a line\n"...), nil }
	synctest.Test(t, func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "r.csv")
		release, err := lock(t.Context(), filepath.Join(filepath.Dir(path), ".r.csv.lock"))
		if err != nil {
			t.Fatal(err)
		}
		refused := func(says string, took time.Duration, ctx context.Context) {
			t.Helper()
			start := time.Now()
			err := Append(ctx, path, extend)
			if err == nil || !strings.Contains(err.Error(), says) {
				t.Errorf("the error is %v, want one that says %q", err, says)
			}
			if d := time.Since(start); d < took || d > took+time.Second {
				t.Errorf("%q came after %v, want %v", says, d, took)
			}
		}
		refused("another command is using it", lockPatience, t.Context())
		stopped, stop := context.WithTimeout(t.Context(), time.Second)
		defer stop()
		refused(context.DeadlineExceeded.Error(), time.Second, stopped)
		go func() {
			time.Sleep(2 * time.Second)
			release()
		}()
		if err := Append(t.Context(), path, extend); err != nil {
			t.Errorf("after waiting: %v", err)
		}
	})
}

// TestKilledRecordingsHoldUpNobody kills recordings on the way. What is recorded is whole
// then, and the next one begins at once, whatever the one before has left.
func TestKilledRecordingsHoldUpNobody(t *testing.T) {
	folder := t.TempDir()
	for version := range 12 {
		killed(t, "append", folder, version)
		start := time.Now()
		err := Append(t.Context(), filepath.Join(folder, "r"), func(text []byte) ([]byte, error) {
			if len(text) > 0 && text[len(text)-1] != '\n' {
				t.Errorf("half a line is recorded: %q", text[max(0, len(text)-40):])
			}
			return fmt.Appendf(text, "%d\n", bytes.Count(text, []byte("\n"))+1), nil
		})
		if d := time.Since(start); err != nil || d > 5*time.Second {
			t.Errorf("after %v: %v", d, err)
		}
	}
	text, err := os.ReadFile(filepath.Join(folder, "r"))
	for i, line := range strings.Split(strings.TrimSuffix(string(text), "\n"), "\n") {
		if line != fmt.Sprint(i+1) || err != nil {
			t.Fatalf("line %d is %q (%v)", i+1, line, err)
		}
	}
	if _, err := os.Stat(filepath.Join(folder, ".r.new")); !errors.Is(err, fs.ErrNotExist) {
		t.Error("a copy stayed behind")
	}
}
