//go:build unix

package outdir

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestModes checks whom new and replaced files are for.
func TestModes(t *testing.T) {
	folder := t.TempDir()
	defer syscall.Umask(syscall.Umask(0o077))
	for umask, want := range map[int]os.FileMode{0o022: 0o644, 0o077: 0o600, 0o027: 0o640} {
		syscall.Umask(umask)
		path := filepath.Join(folder, fmt.Sprint("new-", umask))
		if err := Write(t.Context(), path, nil); err != nil {
			t.Fatal(err)
		}
		mustHaveMode(t, path, want)
		if err := Update(t.Context(), path+"-key", func([]byte) ([]byte, error) { return []byte("key"), nil }); err != nil {
			t.Fatal(err)
		}
		mustHaveMode(t, path+"-key", 0o600)
	}
	for _, mode := range []os.FileMode{0o600, 0o640, 0o755, 0o666} {
		path := filepath.Join(folder, fmt.Sprint("old-", mode))
		if err := errors.Join(os.WriteFile(path, nil, 0o600), os.Chmod(path, mode), Write(t.Context(), path, []byte("new"))); err != nil {
			t.Fatal(err)
		}
		mustHaveMode(t, path, mode)
	}
	if os.Geteuid() == 0 {
		path := filepath.Join(folder, "owned")
		if err := errors.Join(os.WriteFile(path, nil, 0o640), os.Chown(path, 1234, 5678), Write(t.Context(), path, []byte("new"))); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if s := info.Sys().(*syscall.Stat_t); s.Uid != 1234 || s.Gid != 5678 {
			t.Errorf("the file of 1234:5678 belongs to %d:%d", s.Uid, s.Gid)
		}
	}
}

func mustHaveMode(t *testing.T, path string, want os.FileMode) {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil || info.Mode() != want {
		t.Errorf("%s has the mode %v, want %v (%v)", filepath.Base(path), info.Mode(), want, err)
	}
}

// copyDevice makes a device like one of the system's, which a fault of the program
// may replace without harm; where the user may make none, it is a link, to what such
// a user cannot replace.
func copyDevice(t *testing.T, device, path string) {
	t.Helper()
	info, err := os.Stat(device)
	if err == nil && os.Geteuid() == 0 {
		err = syscall.Mknod(path, syscall.S_IFCHR|0o666, int(info.Sys().(*syscall.Stat_t).Rdev))
	} else if err == nil {
		err = os.Symlink(device, path)
	}
	if err != nil {
		t.Skipf("no device like %s can be made here: %v", device, err)
	}
}

// TestKeptFilesAreRegular: what is read, extended and replaced cannot be written
// through.
func TestKeptFilesAreRegular(t *testing.T) {
	folder := t.TempDir()
	in := func(name string) string { return filepath.Join(folder, name) }
	if err := errors.Join(syscall.Mkfifo(in("pipe"), 0o600), os.Symlink("pipe", in("to-pipe")), os.Symlink("gone", in("dangling")), os.Symlink("loop", in("loop")), os.Symlink("null", in("to-null")), os.Symlink("/proc/self/fd/1", in("stdout"))); err != nil {
		t.Fatal(err)
	}
	copyDevice(t, os.DevNull, in("null"))
	before := names(t, folder)
	for _, path := range []string{in("pipe"), in("to-pipe"), in("dangling"), in("loop"), in("null"), in("to-null"), folder, in("stdout"), "/dev/fd/1", in("no/folder")} {
		for what, write := range map[string]func(context.Context, string, func([]byte) ([]byte, error)) error{"update": Update, "append": Append} {
			err := write(t.Context(), path, func([]byte) ([]byte, error) { return []byte("text"), nil })
			if err == nil {
				t.Errorf("%s wrote to %s", what, path)
			}
		}
	}
	if after := names(t, folder); len(after) != len(before) {
		t.Errorf("there was %v, there is %v", before, after)
	}
	if info, err := os.Stat(in("null")); err != nil || info.Mode()&os.ModeDevice == 0 {
		t.Errorf("the device is %v, %v", info, err)
	}
	// A link to a file stays.
	if err := errors.Join(os.WriteFile(in("file"), []byte("old"), 0o600), os.Symlink("file", in("link"))); err != nil {
		t.Fatal(err)
	}
	for _, write := range []func(context.Context, string, func([]byte) ([]byte, error)) error{Update, Append} {
		err := write(t.Context(), in("link"), func(text []byte) ([]byte, error) { return append(text, '+'), nil })
		if info, lerr := os.Lstat(in("link")); err != nil || lerr != nil || info.Mode()&os.ModeSymlink == 0 {
			t.Errorf("the link is %v, %v, %v", info, err, lerr)
		}
	}
	if text, err := os.ReadFile(in("file")); err != nil || string(text) != "old++" {
		t.Errorf("the file holds %q, %v", text, err)
	}
}

// TestLocateBesideReplacements follows a path while new files are put in its place,
// and checks that it is found each time.
func TestLocateBesideReplacements(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "key.json")
	replace := func() error {
		next := filepath.Join(folder, "next")
		if err := os.WriteFile(next, nil, 0o600); err != nil {
			return err
		}
		return os.Rename(next, path)
	}
	if err := replace(); err != nil {
		t.Fatal(err)
	}
	stop, failed := make(chan struct{}), make(chan error, 1)
	go func() {
		for {
			select {
			case <-stop:
				failed <- nil
				return
			default:
			}
			if err := replace(); err != nil {
				failed <- err
				return
			}
		}
	}()
	for range 2000 {
		if found, err := locate(path); err != nil || found.info == nil {
			t.Errorf("locate: %v, %v", found, err)
			break
		}
	}
	close(stop)
	if err := <-failed; err != nil {
		t.Fatal(err)
	}
}

// TestFailuresSayWhatToDo checks what is said, and left, where nothing can be
// written.
func TestFailuresSayWhatToDo(t *testing.T) {
	folder := t.TempDir()
	full := filepath.Join(folder, "full")
	copyDevice(t, "/dev/full", full)
	for path, says := range map[string]string{
		full: "no space left on device; make room",
		filepath.Join(folder, strings.Repeat("n", 256)): "file name too long; write elsewhere",
		filepath.Join(folder, "no", "file"):             "is not there; make it",
	} {
		err := Write(t.Context(), path, []byte("text"))
		if err == nil || !strings.Contains(err.Error(), says) || strings.Contains(err.Error(), ".tasuki-") {
			t.Errorf("writing %q: %v", path, err)
		}
	}
}
