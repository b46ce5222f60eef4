//go:build unix

package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestOutputsToDescriptors writes to what a shell has opened for the command.
func TestOutputsToDescriptors(t *testing.T) {
	args := arguments(t, "export DATASET")
	want := succeed(t, args...)
	link := filepath.Join(t.TempDir(), "link")
	mustSucceed(t, os.Symlink("/dev/stdout", link))
	for _, path := range []string{"/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", link, "/dev/stderr", "/dev/fd/3"} {
		t.Run(path, func(t *testing.T) {
			mustStay(t, path)
			if _, err := os.Stat(path); err != nil && path != "/dev/fd/3" {
				t.Skip(err)
			}
			cmd, stderr := child(t, append(slices.Clone(args), "-o", path)...)
			// What a shell has written to the file before, and what it writes after, stay.
			file, err := os.Create(filepath.Join(t.TempDir(), "file"))
			mustSucceed(t, err)
			defer file.Close()
			_, err = file.WriteString("before\n")
			mustSucceed(t, err)
			var out bytes.Buffer
			cmd.Stdout = &out
			switch path {
			case "/dev/stderr":
				cmd.Stderr = file
			case "/dev/fd/3":
				cmd.ExtraFiles = []*os.File{file}
			default:
				cmd.Stdout = file
			}
			mustSucceed(t, cmd.Run())
			_, err = file.WriteString("after\n")
			mustSucceed(t, err)
			if got := read(t, filepath.Dir(file.Name()), "file"); string(got) != "before\n"+want+"after\n" || out.Len() > 0 || stderr.Len() > 0 {
				t.Errorf("the file holds %d bytes, not %d; standard output %q, error %q", len(got), len(want)+13, out.String(), stderr)
			}
		})
	}
	cmd, stderr := child(t, append(slices.Clone(args), "-o", "/dev/fd/9")...)
	if err := cmd.Run(); cmd.ProcessState.ExitCode() != exitFailure || !strings.Contains(stderr.String(), "descriptor 9 is not open") {
		t.Errorf("%v: %s", err, stderr)
	}
}

// mustStay puts a link of the system back when the test has replaced it: root may
// do that, and everybody else on the machine writes to it.
func mustStay(t *testing.T, path string) {
	t.Helper()
	to, err := os.Readlink(path)
	if err != nil {
		return
	}
	t.Cleanup(func() {
		if now, err := os.Readlink(path); err != nil || now != to {
			t.Errorf("%s has become %q (%v); it is put back: %v", path, now, err, errors.Join(os.Remove(path), os.Symlink(to, path)))
		}
	})
}

// TestReadersThatGo checks that a reader that stops reading is a failure like any
// other.
func TestReadersThatGo(t *testing.T) {
	mustStay(t, "/dev/stdout")
	for _, args := range [][]string{{"export", pension}, {"export", pension, "-o", "/dev/stdout"}, {"export", pension, "-o", "/dev/fd/3"}} {
		r, w, err := os.Pipe()
		mustSucceed(t, err)
		cmd, stderr := child(t, args...)
		cmd.Stdout, cmd.ExtraFiles = w, []*os.File{w}
		mustSucceed(t, cmd.Start())
		mustSucceed(t, errors.Join(w.Close(), r.Close()))
		if err := cmd.Wait(); cmd.ProcessState.ExitCode() != exitFailure || !strings.Contains(stderr.String(), "its reader has gone before the end") {
			t.Errorf("%q: %v: %s", args, err, stderr)
		}
	}
}

// TestStoppedWhileNobodyReads checks that a command which waits for the reader of
// a pipe can be stopped, and what it says then.
func TestStoppedWhileNobodyReads(t *testing.T) {
	write := func(ctx context.Context, path, says string) {
		t.Helper()
		var stderr bytes.Buffer
		if code := run(ctx, []string{"export", pension, "-o", path}, &stderr, &stderr); code != exitFailure || !strings.Contains(stderr.String(), says) {
			t.Errorf("exit %d: %s", code, &stderr)
		}
	}
	unread, path := filepath.Join(t.TempDir(), "pipe"), filepath.Join(t.TempDir(), "pipe")
	mustSucceed(t, errors.Join(syscall.Mkfifo(unread, 0o600), syscall.Mkfifo(path, 0o600)))
	ctx, stop := context.WithTimeout(t.Context(), time.Second)
	defer stop()
	write(ctx, unread, "stopped; nothing was written")
	// One that has read a byte is there, and reads no more.
	reader, err := os.OpenFile(path, os.O_RDWR, 0)
	mustSucceed(t, err)
	defer reader.Close()
	ctx, stop = context.WithCancel(t.Context())
	defer stop()
	go func() {
		_, err := reader.Read(make([]byte, 1))
		stop()
		if err != nil {
			t.Error(err)
		}
	}()
	write(ctx, path, "a part has been written")
}
