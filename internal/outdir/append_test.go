package outdir

import (
	"context"
	"errors"
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
		staged := filepath.Join(filepath.Dir(path), ".r.csv.new")
		lock := func(age time.Duration) {
			at := time.Now().Add(-age)
			if err := errors.Join(os.WriteFile(staged, nil, 0o600), os.Chtimes(staged, at, at)); err != nil {
				t.Fatal(err)
			}
		}
		refused := func(says, not string, took time.Duration, ctx context.Context) {
			t.Helper()
			start := time.Now()
			err := Append(ctx, path, extend)
			if err == nil || !strings.Contains(err.Error(), says) || strings.Contains(err.Error(), not) {
				t.Errorf("the error is %v, want one that says %q", err, says)
			}
			if d := time.Since(start); d < took || d > took+time.Second {
				t.Errorf("%q came after %v, want %v", says, d, took)
			}
			if _, err := os.Stat(staged); err != nil {
				t.Error("the copy of another was removed")
			}
		}
		lock(3 * time.Second)
		refused("has been there for 13s; try again", "delete", recordPatience, t.Context())
		stopped, stop := context.WithTimeout(t.Context(), time.Second)
		defer stop()
		lock(0)
		refused(context.DeadlineExceeded.Error(), "delete", time.Second, stopped)
		lock(2 * time.Hour)
		refused("has been there for 2h0m0s, so a recording was killed; see that none is running", "try again", 0, t.Context())
		lock(0)
		go func() {
			time.Sleep(2 * time.Second)
			os.Remove(staged)
		}()
		if err := Append(t.Context(), path, extend); err != nil {
			t.Errorf("after waiting: %v", err)
		}
	})
}
