//go:build unix

package main

import (
	"errors"
	"maps"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/spf13/cobra"
)

// fileOutputs are the commands whose -o is a file.
var fileOutputs = []string{
	"draw dependencies DATASET", "draw flow DATASET f", "draw ladder DATASET f", "draw matrix DATASET", "draw supplies DATASET",
	"draw concentration DATASET", "draw loss DATASET", "draw model", "export DATASET", "observe DATASET LOG", "propose MATRIX", "propose handoffs MATRIX", "propose log LOG",
	"query STATEMENT --store STORE", "query run flow-picture --param flow=f --store STORE", // of which only a server has an answer
}

// folderOutputs are those whose -o is a folder.
var folderOutputs = []string{"report DATASET", "drill DATASET f", "drill report DATASET RECORD"}

// TestEveryOutputIsTried checks that the two lists name every command with -o.
func TestEveryOutputIsTried(t *testing.T) {
	tried := slices.Concat(fileOutputs, folderOutputs)
	var look func(c *cobra.Command, path string)
	look = func(c *cobra.Command, path string) {
		for _, sub := range c.Commands() {
			name := strings.TrimSpace(path + " " + sub.Name())
			if sub.Flags().Lookup("out") != nil && !slices.ContainsFunc(tried, func(line string) bool { return strings.HasPrefix(line+" ", name+" ") }) {
				t.Errorf("no test tries what -o of %q writes to", name)
			}
			look(sub, name)
		}
	}
	look(newRoot(), "")
}

// arguments returns the words of a command line, with inputs in their places.
func arguments(t *testing.T, line string) []string {
	t.Helper()
	folder := t.TempDir()
	matrix := filepath.Join(folder, "raci.csv")
	if err := os.WriteFile(matrix, []byte("No,Task,Ops,Desk\n1,Report,R,\n2,Repair,,R\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	words := strings.Fields(line)
	for i, w := range words {
		switch w {
		case "DATASET":
			words[i] = writeExample(t, folder)
		case "RECORD":
			words[i] = filepath.Join(folder, "drills.jsonl")
			if err := os.WriteFile(words[i], nil, 0o644); err != nil {
				t.Fatal(err)
			}
		case "LOG":
			words[i] = "../../examples/helpdesk-log/log.csv"
		case "MATRIX":
			words[i] = matrix
		case "STATEMENT":
			words[i] = "MATCH (o:Organization {tasuki: $dataset})-[l:LEADS {tasuki: $dataset}]->(t:Task {tasuki: $dataset}) RETURN o, l, t ORDER BY o.id, t.id"
		case "STORE":
			words[i] = database(t)
			succeed(t, "load", writeExample(t, folder), "--store", words[i])
		}
	}
	return words
}

// outputTarget is something that -o may name.
type outputTarget struct {
	name string
	// make makes it in a folder, and returns the path for -o and what returns the
	// bytes that reached it.
	make func(t *testing.T, folder string) (path string, got func() []byte)
}

func mustSucceed(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// pipe makes a pipe with a name and reads it to its end.
func pipe(t *testing.T, folder string) (string, func() []byte) {
	path := filepath.Join(folder, "pipe")
	mustSucceed(t, syscall.Mkfifo(path, 0o600))
	read := make(chan []byte, 1)
	go func() {
		text, _ := os.ReadFile(path)
		read <- text
	}()
	return path, func() []byte { return <-read }
}

// device makes a device that forgets, where the user may, and names the system's
// where writing to it can do no harm.
func device(t *testing.T, folder string) (string, func() []byte) {
	path := filepath.Join(folder, "null")
	if os.Geteuid() != 0 {
		path = os.DevNull
	} else if err := makeNull(path); err != nil {
		t.Skipf("no device can be made here: %v", err)
	}
	return path, func() []byte { return nil }
}

// linked makes a link to what another makes.
func linked(to func(*testing.T, string) (string, func() []byte)) func(*testing.T, string) (string, func() []byte) {
	return func(t *testing.T, folder string) (string, func() []byte) {
		path, got := to(t, folder)
		mustSucceed(t, os.Symlink(path, filepath.Join(folder, "link")))
		return filepath.Join(folder, "link"), got
	}
}

func regularFile(t *testing.T, folder string) (string, func() []byte) {
	path := filepath.Join(folder, "file")
	mustSucceed(t, errors.Join(os.WriteFile(path, []byte("old"), 0o600), os.Chmod(path, 0o604)))
	return path, func() []byte { return read(t, folder, "file") }
}

var outputTargets = []outputTarget{
	{"a pipe", pipe},
	{"a link to a pipe", linked(pipe)},
	{"a device", device},
	{"a link to a device", linked(device)},
	{"a file", regularFile},
	{"a link to a file", linked(regularFile)},
	{"a link to a link to a file", linked(func(t *testing.T, folder string) (string, func() []byte) {
		path, got := regularFile(t, folder)
		mustSucceed(t, os.Symlink(filepath.Base(path), filepath.Join(folder, "first")))
		return filepath.Join(folder, "first"), got
	})},
}

// entriesOf returns the type and the permissions of everything in a folder, and where
// the links lead.
func entriesOf(t *testing.T, folder string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	mustSucceed(t, err)
	all := map[string]string{}
	for _, e := range entries {
		info, err := e.Info()
		mustSucceed(t, err)
		to, _ := os.Readlink(filepath.Join(folder, e.Name()))
		all[e.Name()] = info.Mode().String() + " " + to
	}
	return all
}

// TestOutputsKeepWhatTheyAreGiven writes the output of every command to all that a
// path may lead to.
func TestOutputsKeepWhatTheyAreGiven(t *testing.T) {
	for _, line := range fileOutputs {
		t.Run(line, func(t *testing.T) {
			args := arguments(t, line)
			want := wanted(t, args)
			for _, target := range outputTargets {
				t.Run("to "+target.name, func(t *testing.T) { writesTo(t, args, target, want) })
			}
		})
	}
}

// wanted returns what a command is to write: what it prints without -o, but for a
// question, whose rows are printed and whose picture is written.
func wanted(t *testing.T, args []string) string {
	if args[0] != "query" {
		return succeed(t, args...)
	}
	folder := t.TempDir()
	succeed(t, append(slices.Clone(args), "-o", filepath.Join(folder, "new"))...)
	return string(read(t, folder, "new"))
}

// writesTo has a command write to a target, which is to get what is wanted and to
// stay what it is.
func writesTo(t *testing.T, args []string, target outputTarget, want string) {
	folder := t.TempDir()
	path, got := target.make(t, folder)
	before := entriesOf(t, folder)
	all := append(slices.Clone(args), "-o", path)
	if args[0] == "propose" {
		all = append(all, "--force")
	}
	if out := succeed(t, all...); out != "" {
		t.Errorf("standard output got %q", out)
	}
	if text := got(); text != nil && string(text) != want {
		t.Errorf("it got %d bytes, %d are to be written", len(text), len(want))
	}
	if after := entriesOf(t, folder); !maps.Equal(before, after) {
		t.Errorf("there was %q, there is %q", before, after)
	}
}

// TestOutputsToNothing checks what -o refuses, and that it leaves it as it is.
func TestOutputsToNothing(t *testing.T) {
	for name, c := range map[string]struct {
		make func(folder string) error
		says string
	}{
		"dangling": {func(f string) error { return os.Symlink(filepath.Join(f, "gone"), filepath.Join(f, "dangling")) }, "which is not there"},
		"loop":     {func(f string) error { return os.Symlink("loop", filepath.Join(f, "loop")) }, "links"},
		"folder":   {func(f string) error { return os.Mkdir(filepath.Join(f, "folder"), 0o755) }, "folder"},
		"to-folder": {func(f string) error {
			return errors.Join(os.Mkdir(filepath.Join(f, "sub"), 0o755), os.Symlink("sub", filepath.Join(f, "to-folder")))
		}, "folder"},
		"no/folder":              {func(string) error { return nil }, "make it"},
		strings.Repeat("n", 300): {func(string) error { return nil }, "too long"},
		"a\x00b":                 {func(string) error { return nil }, "invalid"},
		"socket":                 {func(f string) error { return makeSocket(filepath.Join(f, "socket")) }, "socket"},
	} {
		folder := t.TempDir()
		mustSucceed(t, c.make(folder))
		before := entriesOf(t, folder)
		for _, line := range []string{"export DATASET", "draw supplies DATASET", "propose MATRIX"} {
			code, _, stderr := tasuki(t, append(arguments(t, line), "-o", filepath.Join(folder, name))...)
			if code != exitFailure || !strings.Contains(stderr, c.says) {
				t.Errorf("%s to %s: exit %d: %s", line, name, code, stderr)
			}
			if after := entriesOf(t, folder); !maps.Equal(before, after) {
				t.Errorf("%s: there was %q, there is %q", name, before, after)
			}
		}
	}
}

func makeNull(path string) error {
	info, err := os.Stat(os.DevNull)
	if err != nil {
		return err
	}
	return syscall.Mknod(path, syscall.S_IFCHR|0o666, int(info.Sys().(*syscall.Stat_t).Rdev))
}

func makeSocket(path string) error {
	l, err := net.ListenUnix("unix", &net.UnixAddr{Name: path, Net: "unix"})
	if err != nil {
		return err
	}
	l.SetUnlinkOnClose(false)
	return l.Close()
}
