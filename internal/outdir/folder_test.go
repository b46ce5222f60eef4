//go:build unix

package outdir

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// inFolders writes into a folder in each of the ways.
var inFolders = map[string]func(t *testing.T, path string, files []File) error{
	"a report": func(t *testing.T, path string, files []File) error {
		_, err := Replace(t.Context(), path, files)
		return err
	},
	"a pack":                 func(t *testing.T, path string, files []File) error { return Add(t.Context(), path, files, false) },
	"a pack that overwrites": func(t *testing.T, path string, files []File) error { return Add(t.Context(), path, files, true) },
}

var page = []File{{Name: "index.html", Data: []byte("new")}}

// TestNothingIsFollowedOutOfAFolder plants links and other things under the names
// that are to be written.
func TestNothingIsFollowedOutOfAFolder(t *testing.T) {
	for way, write := range inFolders {
		for _, name := range []string{"index.html", "manifest.txt", lockName} {
			for what, plant := range map[string]func(outside, path string) error{
				"a link":          os.Symlink,
				"a dangling link": func(outside, path string) error { return os.Symlink(outside+"-gone", path) },
				"a pipe":          func(_, path string) error { return syscall.Mkfifo(path, 0o600) },
				"a folder":        func(_, path string) error { return os.Mkdir(path, 0o700) },
			} {
				if way != "a report" && name == "manifest.txt" || what == "a pipe" && name == lockName {
					continue // a pack has no manifest; a pipe is locked as a file is
				}
				folder, outside := t.TempDir(), filepath.Join(t.TempDir(), "outside")
				err := errors.Join(os.WriteFile(outside, []byte("theirs"), 0o600), write(t, folder, page), os.RemoveAll(filepath.Join(folder, name)), plant(outside, filepath.Join(folder, name)))
				if err != nil {
					t.Fatal(err)
				}
				before, err := os.Lstat(filepath.Join(folder, name))
				if err != nil {
					t.Fatal(err)
				}
				if err := write(t, folder, []File{{Name: "index.html", Data: []byte("newer")}}); err == nil {
					t.Errorf("%s was written over %s at %s", way, what, name)
				}
				after, err := os.Lstat(filepath.Join(folder, name))
				if err != nil || after.Mode() != before.Mode() {
					t.Errorf("%s: %s at %s has become %v, %v", way, what, name, after, err)
				}
				if text, err := os.ReadFile(outside); err != nil || string(text) != "theirs" {
					t.Errorf("%s: what %s leads to holds %q, %v", way, what, text, err)
				}
				if _, err := os.Lstat(outside + "-gone"); !errors.Is(err, fs.ErrNotExist) {
					t.Errorf("%s made a file through %s", way, what)
				}
			}
		}
	}
}

// TestFoldersMayBeLinks writes into what a link leads to, and refuses what is no
// folder.
func TestFoldersMayBeLinks(t *testing.T) {
	for way, write := range inFolders {
		base := t.TempDir()
		in := func(name string) string { return filepath.Join(base, name) }
		err := errors.Join(os.Mkdir(in("real"), 0o755), os.WriteFile(in("file"), nil, 0o644), os.Symlink("real", in("link")), os.Symlink("gone", in("dangling")), os.Symlink("loop", in("loop")), os.Symlink("file", in("to-file")))
		if err != nil {
			t.Fatal(err)
		}
		if err := write(t, in("link"), page); err != nil {
			t.Errorf("%s: %v", way, err)
		}
		if contents(t, in("real"))["index.html"] != "new" {
			t.Errorf("%s was not written to where the link leads", way)
		}
		before := names(t, base)
		for name, says := range map[string]string{"dangling": "which is not there", "loop": "links", "file": "no folder", "to-file": "no folder", "": "no such"} {
			path := ""
			if name != "" {
				path = in(name)
			}
			if err := write(t, path, page); err == nil || !strings.Contains(err.Error(), says) {
				t.Errorf("%s into %q: %v", way, name, err)
			}
		}
		if after := names(t, base); !maps.Equal(after, before) {
			t.Errorf("%s: there was %v, there is %v", way, before, after)
		}
	}
}

// TestOnlyLeftoversAreRemoved plants what looks like something that a killed
// command has left, and what it has.
func TestOnlyLeftoversAreRemoved(t *testing.T) {
	const left = ".tasuki-ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	for way, write := range inFolders {
		folder := t.TempDir()
		for _, name := range []string{left, ".tasuki-234567ABCDEFGHIJKLMNOPQRST", lockName} {
			if err := os.WriteFile(filepath.Join(folder, name), []byte("half"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if err := write(t, folder, page); err != nil {
			t.Errorf("%s after one that was killed: %v", way, err)
		}
		if n := leftBy(names(t, folder)); n > 0 {
			t.Errorf("%s left %d files", way, n)
		}
		for name, make := range map[string]func(string) error{
			".tasuki-mine":        func(path string) error { return os.WriteFile(path, nil, 0o600) },
			left + "A":            func(path string) error { return os.WriteFile(path, nil, 0o600) },
			strings.ToLower(left): func(path string) error { return os.WriteFile(path, nil, 0o600) },
			left:                  func(path string) error { return os.Symlink("index.html", path) },
			left[:33] + "B":       func(path string) error { return os.Mkdir(path, 0o700) },
		} {
			folder := t.TempDir()
			if err := make(filepath.Join(folder, name)); err != nil {
				t.Fatal(err)
			}
			err := write(t, folder, page)
			if way == "a report" && (err == nil || !strings.Contains(err.Error(), "not empty")) {
				t.Errorf("%s beside %s: %v", way, name, err)
			}
			if !names(t, folder)[name] {
				t.Errorf("%s removed %s", way, name)
			}
		}
	}
}

// TestStaleFilesOfAKilledReport: a report that was killed between two files has
// listed those of both reports.
func TestStaleFilesOfAKilledReport(t *testing.T) {
	folder := t.TempDir()
	files := func(word string, names ...string) []File {
		var list []File
		for _, name := range names {
			list = append(list, File{Name: name, Data: []byte(word)})
		}
		return list
	}
	replace := func(files []File) []string {
		t.Helper()
		kept, err := Replace(t.Context(), folder, files)
		if err != nil {
			t.Fatal(err)
		}
		return kept
	}
	replace(files("first", "a", "b", "c"))
	before := contents(t, folder)
	replace(files("second", "a", "b"))
	// The manifest as it is while the second takes the place of the first, and b as
	// the first has written it.
	all := manifest{}
	for _, text := range []string{before[manifestName], contents(t, folder)[manifestName]} {
		m, err := parseManifest(text)
		if err != nil {
			t.Fatal(err)
		}
		for name, sums := range m {
			all.add(name, sums...)
		}
	}
	for name, text := range map[string]string{manifestName: string(all.text()), "b": "first", "c": "first"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if kept := replace(files("third", "a")); len(kept) > 0 || len(names(t, folder)) != 2 {
		t.Errorf("kept %q, there is %v", kept, names(t, folder))
	}
	replace(files("fourth", "a", "b", "c"))
	if err := errors.Join(os.WriteFile(filepath.Join(folder, "b"), []byte("edited"), 0o644), os.Remove(filepath.Join(folder, "c")), os.Symlink("/etc/passwd", filepath.Join(folder, "c"))); err != nil {
		t.Fatal(err)
	}
	if kept := replace(files("fifth", "a")); strings.Join(kept, " ") != "b c" || !names(t, folder)["b"] || !names(t, folder)["c"] {
		t.Errorf("kept %q, there is %v", kept, names(t, folder))
	}
	if _, err := Replace(t.Context(), folder, files("twice", "a", "a")); err == nil || !strings.Contains(err.Error(), `called "a"`) {
		t.Errorf("two files of one name: %v", err)
	}
}

// TestFoldersMadeInVain checks that what fails or is stopped leaves no folder.
func TestFoldersMadeInVain(t *testing.T) {
	for way, write := range inFolders {
		folder := filepath.Join(t.TempDir(), "new")
		if err := write(t, folder, append(page, File{Name: strings.Repeat("n", 300)})); err == nil {
			t.Errorf("%s has a file with a long name", way)
		}
		if _, err := os.Lstat(folder); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s left a folder: %v", way, names(t, folder))
		}
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	folder := filepath.Join(t.TempDir(), "new")
	_, replacing := Replace(stopped, folder, page)
	if adding := Add(stopped, folder, page, true); !errors.Is(adding, context.Canceled) || !errors.Is(replacing, context.Canceled) {
		t.Errorf("stopped: %v, %v", adding, replacing)
	}
	if _, err := os.Lstat(folder); !errors.Is(err, fs.ErrNotExist) {
		t.Error("one that was stopped made a folder")
	}
}
