package graphviz

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"

	"tasuki/internal/seeds"
)

// stranger is a user who is not the one that runs the test.
const stranger = 65534

func TestRuntimeVersion(t *testing.T) {
	version := output(t, exec.Command("go", "list", "-m", "-f", "{{.Version}}", "github.com/tetratelabs/wazero"))
	if want := "wazero-" + strings.TrimSpace(string(version)); runtimeVersion != want {
		t.Errorf("runtimeVersion is %s, want %s", runtimeVersion, want)
	}
}

// place is a place for the cache.
type place struct {
	arrange func(t *testing.T, home string) // HOME is set to home, which is empty
	want    string                          // the folder, below home; "" is none
	left    string                          // the names below home afterwards
}

// places are fit and unfit; {v} stands for runtimeVersion.
var places = map[string]place{
	"a new home":       {func(*testing.T, string) {}, ".cache/tasuki/{v}", ".cache .cache/tasuki .cache/tasuki/{v}"},
	"XDG":              {func(t *testing.T, home string) { t.Setenv("XDG_CACHE_HOME", home+"/x") }, "x/tasuki/{v}", "x x/tasuki x/tasuki/{v}"},
	"ours is readable": {func(t *testing.T, home string) { folder(t, 0o755, home, ".cache", "tasuki", runtimeVersion) }, ".cache/tasuki/{v}", ".cache .cache/tasuki .cache/tasuki/{v}"},
	"sticky":           {func(t *testing.T, home string) { mode(t, home, 0o777|fs.ModeSticky) }, ".cache/tasuki/{v}", ".cache .cache/tasuki .cache/tasuki/{v}"},
	"linked home":      {func(t *testing.T, home string) { link(t, home, home+"/h"); t.Setenv("HOME", home+"/h") }, ".cache/tasuki/{v}", ".cache .cache/tasuki .cache/tasuki/{v} h"},
	"no home":          {func(t *testing.T, home string) { t.Setenv("HOME", "") }, "", ""},
	"no such home":     {func(t *testing.T, home string) { t.Setenv("HOME", home+"/no/such") }, "", ""},
	"relative home": {func(t *testing.T, home string) {
		t.Chdir(home)
		t.Setenv("HOME", "here")
		folder(t, 0o700, home, "here")
	}, "", "here"},
	"relative XDG":    {func(t *testing.T, home string) { t.Chdir(home); t.Setenv("XDG_CACHE_HOME", "x") }, "", ""},
	"home of all":     {func(t *testing.T, home string) { mode(t, home, 0o777) }, "", ""},
	"home of a group": {func(t *testing.T, home string) { mode(t, home, 0o770) }, "", ""},
	"way of all": {func(t *testing.T, home string) {
		t.Setenv("HOME", folder(t, 0o777, home, "a")+"/b")
		folder(t, 0o777, home, "a", "b")
		mode(t, home+"/a/b", 0o700)
	}, "", "a a/b"},
	"XDG is sticky":    {func(t *testing.T, home string) { t.Setenv("XDG_CACHE_HOME", folder(t, 0o777|fs.ModeSticky, home, "x")) }, "x/tasuki/{v}", "x x/tasuki x/tasuki/{v}"},
	"XDG of all":       {func(t *testing.T, home string) { t.Setenv("XDG_CACHE_HOME", folder(t, 0o777, home, "x")) }, "", "x"},
	"cache of a group": {func(t *testing.T, home string) { folder(t, 0o775, home, ".cache") }, "", ".cache"},
	"ours of all": {func(t *testing.T, home string) {
		folder(t, 0o700, home, ".cache")
		folder(t, 0o777, home, ".cache", "tasuki")
	}, "", ".cache .cache/tasuki"},
	"cache is a link":                    {func(t *testing.T, home string) { link(t, folder(t, 0o700, home, "x"), home+"/.cache") }, "x/tasuki/{v}", ".cache x x/tasuki x/tasuki/{v}"},
	"cache is a link to a folder of all": {func(t *testing.T, home string) { link(t, folder(t, 0o777, home, "x"), home+"/.cache") }, "", ".cache x"},
	"cache is a link to none":            {func(t *testing.T, home string) { link(t, home+"/x", home+"/.cache") }, "", ".cache"},
	"ours is a link": {func(t *testing.T, home string) {
		folder(t, 0o700, home, ".cache")
		link(t, folder(t, 0o700, home, "x"), home+"/.cache/tasuki")
	}, "", ".cache .cache/tasuki x"},
	"ours is a link to none": {func(t *testing.T, home string) {
		folder(t, 0o700, home, ".cache")
		link(t, home+"/x", home+"/.cache/tasuki")
	}, "", ".cache .cache/tasuki"},
	"ours is a file": {func(t *testing.T, home string) { file(t, 0o600, folder(t, 0o700, home, ".cache")+"/tasuki") }, "", ".cache .cache/tasuki"},
	"code of a group": {func(t *testing.T, home string) {
		file(t, 0o620, folder(t, 0o700, home, ".cache", "tasuki", runtimeVersion)+"/code")
	}, "", ".cache .cache/tasuki .cache/tasuki/{v} .cache/tasuki/{v}/code"},
	"code of all, deeper": {func(t *testing.T, home string) {
		file(t, 0o602, folder(t, 0o700, home, ".cache", "tasuki", runtimeVersion, "v")+"/code")
	}, "", ".cache .cache/tasuki .cache/tasuki/{v} .cache/tasuki/{v}/v .cache/tasuki/{v}/v/code"},
	"code is a link": {func(t *testing.T, home string) {
		link(t, home, folder(t, 0o700, home, ".cache", "tasuki", runtimeVersion)+"/code")
	}, "", ".cache .cache/tasuki .cache/tasuki/{v} .cache/tasuki/{v}/code"},
	"code is a pipe": {func(t *testing.T, home string) {
		pipe(t, folder(t, 0o700, home, ".cache", "tasuki", runtimeVersion)+"/code")
	}, "", ".cache .cache/tasuki .cache/tasuki/{v} .cache/tasuki/{v}/code"},
	"home of a stranger":  {func(t *testing.T, home string) { give(t, home) }, "", ""},
	"cache of a stranger": {func(t *testing.T, home string) { give(t, folder(t, 0o700, home, ".cache")) }, "", ".cache"},
	"ours of a stranger":  {func(t *testing.T, home string) { give(t, folder(t, 0o700, home, ".cache", "tasuki")) }, "", ".cache .cache/tasuki"},
	"code of a stranger": {func(t *testing.T, home string) {
		p := folder(t, 0o700, home, ".cache", "tasuki", runtimeVersion) + "/code"
		file(t, 0o600, p)
		give(t, p)
	}, "", ".cache .cache/tasuki .cache/tasuki/{v} .cache/tasuki/{v}/code"},
	"way through a stranger's": {func(t *testing.T, home string) {
		t.Setenv("XDG_CACHE_HOME", folder(t, 0o700, home, "a", "b"))
		give(t, home+"/a")
	}, "", "a a/b"},
}

// Machine code is kept where only its user can write, or nowhere; what stands in
// an unfit place is left alone.
func TestCacheFolder(t *testing.T) {
	version := strings.NewReplacer("{v}", runtimeVersion)
	for name, p := range places {
		t.Run(name, func(t *testing.T) {
			home := emptyHome(t)
			p.arrange(t, home)
			got, err := cacheFolder()
			if p.want == "" && err == nil {
				t.Errorf("the folder is %s, want none", got)
			}
			if want := filepath.Join(home, version.Replace(p.want)); p.want != "" && (err != nil || got != want) {
				t.Errorf("the folder is %q (%v), want %s", got, err, want)
			}
			if left := strings.Join(below(t, home), " "); left != version.Replace(p.left) {
				t.Errorf("afterwards there are %q, want %q", left, p.left)
			}
		})
	}
}

// The second start loads what the first one compiled.
func TestMachineCodeIsKept(t *testing.T) {
	if seeds.Race || testing.Short() {
		t.Skip("compiles Graphviz several times")
	}
	home := emptyHome(t)
	code := drawn(t, home)
	if len(code) != 1 {
		t.Fatalf("after the first drawing there are %q, want one file", code)
	}
	first, err := os.Stat(code[0])
	must(t, err)
	if again := drawn(t, home); !slices.Equal(again, code) {
		t.Errorf("after the second drawing there are %q, want %q", again, code)
	}
	second, err := os.Stat(code[0])
	must(t, err)
	if !os.SameFile(first, second) || second.ModTime() != first.ModTime() {
		t.Error("the second drawing wrote it again")
	}
}

// Processes that start at once all draw, and leave one file.
func TestFirstStartsAtOnce(t *testing.T) {
	if seeds.Race || testing.Short() {
		t.Skip("compiles Graphviz")
	}
	home := emptyHome(t)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() { drawn(t, home) })
	}
	wg.Wait()
	if code := drawn(t, home); len(code) != 1 {
		t.Errorf("there are files %q, want one", code)
	}
}

// drawn draws, and returns the files below a folder then.
func drawn(t *testing.T, home string) (files []string) {
	t.Helper()
	if text, err := written(t.Context(), "digraph { good }"); err != nil || !strings.Contains(string(text), "good") {
		t.Errorf("drawing: %v, %s", err, text)
	}
	for _, name := range below(t, home) {
		if info, err := os.Lstat(filepath.Join(home, name)); err == nil && !info.IsDir() {
			files = append(files, filepath.Join(home, name))
		}
	}
	return files
}

// emptyHome sets HOME to an empty folder of the user alone.
func emptyHome(t *testing.T) string {
	t.Helper()
	home, err := filepath.EvalSymlinks(t.TempDir())
	must(t, err)
	mode(t, home, 0o755)
	t.Setenv("HOME", home)
	t.Setenv("XDG_CACHE_HOME", "")
	return home
}

// below returns the names below a folder, sorted.
func below(t *testing.T, folder string) []string {
	t.Helper()
	var names []string
	err := filepath.WalkDir(folder, func(path string, _ fs.DirEntry, err error) error {
		name, _ := filepath.Rel(folder, path)
		if name != "." {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// folder makes folders with some permissions, whatever the umask.
func folder(t *testing.T, m fs.FileMode, top string, names ...string) string {
	t.Helper()
	for _, name := range names {
		top = filepath.Join(top, name)
		if err := os.Mkdir(top, 0o700); err != nil && !os.IsExist(err) {
			t.Fatal(err)
		}
	}
	mode(t, top, m)
	return top
}

func file(t *testing.T, m fs.FileMode, path string) {
	t.Helper()
	must(t, os.WriteFile(path, nil, 0o600))
	mode(t, path, m)
}

func mode(t *testing.T, path string, m fs.FileMode) {
	t.Helper()
	must(t, os.Chmod(path, m))
}

func link(t *testing.T, to, path string) {
	t.Helper()
	must(t, os.Symlink(to, path))
}

func pipe(t *testing.T, path string) {
	t.Helper()
	must(t, syscall.Mkfifo(path, 0o600))
}

// give makes a file a stranger's.
func give(t *testing.T, path string) {
	t.Helper()
	if os.Geteuid() != 0 {
		t.Skip("only root can give a file away")
	}
	must(t, os.Chown(path, stranger, stranger))
}
