package outdir

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// asWriter makes the test binary write into the folder, with the function and in
// the version that it names: "replace FOLDER 1".
const asWriter = "OUTDIR_TEST_AS_WRITER"

func TestMain(m *testing.M) {
	if line := os.Getenv(asWriter); line != "" {
		if err := writeVersion(line); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

func writeVersion(line string) error {
	words := strings.Fields(line)
	version, err := strconv.Atoi(words[2])
	if err != nil {
		return err
	}
	switch ctx := context.Background(); words[0] {
	case "replace":
		_, err = Replace(ctx, words[1], filesOf(version))
	case "add":
		err = Add(ctx, words[1], filesOf(0)[:20], false)
	case "append":
		for range 200 {
			err = errors.Join(err, Append(ctx, filepath.Join(words[1], "r"), func(text []byte) ([]byte, error) {
				return fmt.Appendf(text, "%d\n", bytes.Count(text, []byte("\n"))+1), nil
			}))
		}
	case "update":
		for range 20 {
			err = errors.Join(err, Update(ctx, filepath.Join(words[1], "key"), func(text []byte) ([]byte, error) {
				return fmt.Appendf(text, "%d\n", bytes.Count(text, []byte("\n"))+1), nil
			}))
		}
	}
	return err
}

// filesOf returns the files of a version, of which each lacks some of the others.
func filesOf(version int) []File {
	var files []File
	for i := range 60 {
		if i%4 != version {
			files = append(files, File{Name: fmt.Sprintf("file-%d", i), Data: fmt.Appendf(nil, "%d of %d", i, version)})
		}
	}
	return files
}

// killed starts a writer and kills it while it writes.
func killed(t *testing.T, function, folder string, version int) {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), program)
	cmd.Env = append(os.Environ(), fmt.Sprintf("%s=%s %s %d", asWriter, function, folder, version))
	var stderr strings.Builder
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	before := names(t, folder)
	for {
		select {
		case err := <-done:
			if err != nil {
				t.Errorf("%s: %v: %s", function, err, &stderr)
			}
			return
		default:
		}
		if !maps.Equal(names(t, folder), before) {
			break
		}
	}
	time.Sleep(time.Duration(rand.IntN(6000)) * time.Microsecond)
	_ = cmd.Process.Kill() // unless it has ended
	if err := <-done; err != nil && cmd.ProcessState.Exited() {
		t.Errorf("%s: %v: %s", function, err, &stderr)
	}
}

func names(t *testing.T, folder string) map[string]bool {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		t.Fatal(err)
	}
	all := map[string]bool{}
	for _, e := range entries {
		all[e.Name()] = true
	}
	return all
}

func contents(t *testing.T, folder string) map[string]string {
	t.Helper()
	all := map[string]string{}
	for name := range names(t, folder) {
		text, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		all[name] = string(text)
	}
	return all
}

// leftBy counts what killed writers have left.
func leftBy(files map[string]bool) (n int) {
	for name := range files {
		if strings.HasPrefix(name, ".") {
			n++
		}
	}
	return n
}

// TestAfterKills kills writers again and again. Each begins where the one before
// was killed, and the last leaves what one alone would.
func TestAfterKills(t *testing.T) {
	for _, function := range []string{"replace", "add", "update"} {
		folder, fresh := filepath.Join(t.TempDir(), "out"), filepath.Join(t.TempDir(), "out")
		if function == "update" {
			if err := errors.Join(os.Mkdir(folder, 0o755), os.Mkdir(fresh, 0o755)); err != nil {
				t.Fatal(err)
			}
		}
		left := 0
		for i := range 30 {
			killed(t, function, folder, i%4)
			left += min(1, leftBy(names(t, folder)))
			for name, text := range contents(t, folder) {
				if strings.HasPrefix(name, "file-") && !strings.HasPrefix(text, name[5:]+" of ") {
					t.Errorf("%s: %s holds %q", function, name, text)
				}
			}
			if function == "add" && i%3 == 2 {
				if err := os.RemoveAll(folder); err != nil {
					t.Fatal(err)
				}
			}
		}
		t.Logf("%s: %d of 30 kills left something", function, left)
		for _, folder := range []string{folder, fresh} {
			if err := writeVersion(function + " " + folder + " 3"); err != nil {
				t.Errorf("%s after kills: %v", function, err)
			}
		}
		after, want := contents(t, folder), contents(t, fresh)
		if function == "update" {
			checkCount(t, after["key"])
			after, want = map[string]string{}, map[string]string{}
			if n := leftBy(names(t, folder)); n > 0 {
				t.Errorf("update: %d files stay behind", n)
			}
		}
		if !maps.Equal(after, want) {
			t.Errorf("%s: after kills there is\n%q, alone\n%q", function, after, want)
		}
	}
}

// checkCount checks that no update was lost or torn: each adds the number of lines.
func checkCount(t *testing.T, text string) {
	t.Helper()
	for i, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		if line != strconv.Itoa(i+1) {
			t.Errorf("line %d is %q", i+1, line)
		}
	}
}
