//go:build unix

package graphviz

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestCacheFolder tries homes that are the user's own, and homes where others
// could plant machine code.
func TestCacheFolder(t *testing.T) {
	for _, x := range []struct {
		name    string
		prepare func(t *testing.T, home string)
		ok      bool
	}{
		{"fresh", func(*testing.T, string) {}, true},
		{"used before", func(t *testing.T, _ string) { mustCache(t) }, true},
		{"link to a folder of the user", func(t *testing.T, home string) {
			must(t, os.Mkdir(filepath.Join(home, "elsewhere"), 0o700))
			must(t, os.Symlink("elsewhere", filepath.Join(home, ".cache")))
		}, true},
		{"home that all may write to", func(t *testing.T, home string) { must(t, os.Chmod(home, 0o777)) }, false},
		{"home that a group may write to", func(t *testing.T, home string) { must(t, os.Chmod(home, 0o770)) }, false},
		{"sticky home", func(t *testing.T, home string) { must(t, os.Chmod(home, 0o777|os.ModeSticky)) }, true},
		{"cache that all may write to", func(t *testing.T, home string) {
			must(t, os.Mkdir(filepath.Join(home, ".cache"), 0o700))
			must(t, os.Chmod(filepath.Join(home, ".cache"), 0o777))
		}, false},
		{"own folder that others may read", func(t *testing.T, _ string) { must(t, os.Chmod(mustCache(t), 0o755)) }, false},
		{"own folder that others may write to", func(t *testing.T, _ string) { must(t, os.Chmod(filepath.Dir(mustCache(t)), 0o777)) }, false},
		{"own folder as a link", func(t *testing.T, home string) {
			must(t, os.MkdirAll(filepath.Join(home, ".cache"), 0o700))
			must(t, os.Symlink(t.TempDir(), filepath.Join(home, ".cache", "tasuki")))
		}, false},
		{"own folder as a file", func(t *testing.T, home string) {
			must(t, os.MkdirAll(filepath.Join(home, ".cache"), 0o700))
			must(t, os.WriteFile(filepath.Join(home, ".cache", "tasuki"), nil, 0o600))
		}, false},
		{"home of another", func(t *testing.T, home string) {
			if os.Geteuid() != 0 {
				t.Skip("only root can give a folder away")
			}
			must(t, os.Chown(home, 12345, 12345))
		}, false},
		{"own folder of another", func(t *testing.T, _ string) {
			if os.Geteuid() != 0 {
				t.Skip("only root can give a folder away")
			}
			must(t, os.Chown(mustCache(t), 12345, 12345))
		}, false},
		{"no home", func(t *testing.T, _ string) { t.Setenv("HOME", "") }, false},
		{"home that is not there", func(t *testing.T, _ string) { t.Setenv("HOME", "/dev/null/home") }, false},
		{"relative cache", func(t *testing.T, _ string) { t.Setenv("XDG_CACHE_HOME", "cache") }, false},
	} {
		t.Run(x.name, func(t *testing.T) {
			home := t.TempDir()
			must(t, os.Chmod(home, 0o700))
			t.Setenv("HOME", home)
			t.Setenv("XDG_CACHE_HOME", "")
			x.prepare(t, home)
			folder, err := cacheFolder()
			if (err == nil) != x.ok {
				t.Errorf("got %q, %v", folder, err)
			}
		})
	}
}

// TestNothingIsKeptElsewhere draws without a safe folder, and looks whether anything
// was written where others could see it.
func TestNothingIsKeptElsewhere(t *testing.T) {
	temporary, work := t.TempDir(), t.TempDir()
	t.Setenv("HOME", "")
	t.Setenv("XDG_CACHE_HOME", "")
	t.Setenv("TMPDIR", temporary)
	t.Chdir(work)
	if _, err := SVG(t.Context(), "digraph { a -> b }"); err != nil {
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
	t.Setenv("HOME", t.TempDir())
	t.Setenv("XDG_CACHE_HOME", "")
	const dot = "digraph { a -> b }"
	want, err := SVG(t.Context(), dot)
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
		if got, err := SVG(t.Context(), dot); err != nil || string(got) != string(want) {
			t.Errorf("with a damaged cache: %v, %d bytes, want %d", err, len(got), len(want))
		}
	}
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
