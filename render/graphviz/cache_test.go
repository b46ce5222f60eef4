//go:build unix

package graphviz

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"tasuki/internal/seeds"
)

// TestNothingIsKeptElsewhere draws without a safe folder, and looks whether anything
// was written where others could see it.
func TestNothingIsKeptElsewhere(t *testing.T) {
	if seeds.Race || testing.Short() {
		t.Skip("compiles Graphviz several times")
	}
	temporary, work := t.TempDir(), t.TempDir()
	t.Setenv("HOME", "")
	t.Setenv("XDG_CACHE_HOME", "")
	t.Setenv("TMPDIR", temporary)
	t.Chdir(work)
	if _, err := written(t.Context(), "digraph { a -> b }"); err != nil {
		t.Fatal(err)
	}
	for _, folder := range []string{temporary, work} {
		if names, err := os.ReadDir(folder); err != nil || len(names) > 0 {
			t.Errorf("%s holds %v, %v", folder, names, err)
		}
	}
}

// TestBrokenCodeIsNotRun has a cache whose files are cut off or are something else.
func TestBrokenCodeIsNotRun(t *testing.T) {
	if seeds.Race || testing.Short() {
		t.Skip("compiles Graphviz several times")
	}
	t.Setenv("HOME", t.TempDir())
	t.Setenv("XDG_CACHE_HOME", "")
	const dot = "digraph { a -> b }"
	want, err := written(t.Context(), dot)
	if err != nil {
		t.Fatal(err)
	}
	for _, damage := range []func([]byte) []byte{
		func(b []byte) []byte { return nil },
		func(b []byte) []byte { return b[:len(b)/2] },
		func([]byte) []byte { return []byte("planted") },
		func(b []byte) []byte { b = slices.Clone(b); b[len(b)/2] ^= 0xff; return b },
	} {
		files := 0
		must(t, filepath.WalkDir(mustCache(t), func(path string, e os.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			files++
			code, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			return os.WriteFile(path, damage(code), 0o600)
		}))
		if files == 0 {
			t.Fatal("nothing was kept; the test shows nothing")
		}
		if got, err := written(t.Context(), dot); err != nil || string(got) != string(want) {
			t.Errorf("with a damaged cache: %v, %d bytes, want %d", err, len(got), len(want))
		}
	}
}

// written returns a graph that is laid out in Graphviz's JSON.
func written(ctx context.Context, dot string) ([]byte, error) {
	e, d, err := open(ctx, dot)
	if err != nil {
		return nil, err
	}
	defer func() { _ = e.close() }()
	defer d.close()
	d.layOut("dot")
	return d.write("json"), d.err
}

func mustCache(t *testing.T) string {
	t.Helper()
	folder, err := cacheFolder()
	must(t, err)
	return folder
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
