package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tasuki/internal/seeds"
)

// maxDocumentMemory is what any document may cost, in KiB.
const maxDocumentMemory = 512 << 10

// runDocuments runs the command in a process of its own and returns its exit code,
// what it said on standard error and the most memory that it held, in KiB. A run that does not end by itself fails the test.
func runDocuments(t *testing.T, args ...string) (code int, stderr string, memory int64) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 60*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, self, args...)
	status := filepath.Join(t.TempDir(), "status")
	// It holds what it would for anybody, however the tests collect their garbage.
	cmd.Env = append(os.Environ(), asProgram+"=1", memoryFile+"="+status, "GOGC=100")
	var errs strings.Builder
	cmd.Stderr = &errs
	err = cmd.Run()
	var exit *exec.ExitError
	if ctx.Err() != nil || err != nil && !errors.As(err, &exit) {
		t.Fatalf("tasuki %q: %v", args, errors.Join(ctx.Err(), err))
	}
	said, err := os.ReadFile(status)
	if os.IsNotExist(err) {
		t.Skip("this system does not say how much memory a process held")
	}
	_, peak, _ := strings.Cut(string(said), "VmHWM:")
	if _, err := fmt.Sscan(peak, &memory); err != nil {
		t.Fatalf("the memory of tasuki %q: %v", args, err)
	}
	return cmd.ProcessState.ExitCode(), errs.String(), memory
}

// hostileDocument writes a small file that would cost much.
type hostileDocument struct {
	name  string
	write func(w io.Writer)
	want  string // in what is said of it; empty: it is read
}

// times writes a line for each number below n.
func times(n int, format string) func(io.Writer) {
	return func(w io.Writer) {
		for i := range n {
			fmt.Fprintf(w, format, i)
		}
	}
}

// inOrder writes one part after the other.
func inOrder(parts ...any) func(io.Writer) {
	return func(w io.Writer) {
		for _, part := range parts {
			switch part := part.(type) {
			case string:
				_, _ = io.WriteString(w, part)
			case func(io.Writer):
				part(w)
			}
		}
	}
}

// repeated writes a text n times.
func repeated(n int, text string) func(io.Writer) {
	return func(w io.Writer) {
		for range n { // often so many times that fmt would take seconds
			_, _ = io.WriteString(w, text)
		}
	}
}

func hostileDocuments() []hostileDocument {
	return []hostileDocument{
		{"organizations.yaml", inOrder("organizations:\n", times(40_000, "  - {id: o%d, name: x}\n")), ""},
		{"organizations-block.yml", inOrder("organizations:\n", times(40_000, "  - id: o%d\n    name: x\n")), ""},
		{"organizations-quoted.yaml", inOrder("{\"organizations\": [\n", times(39_000, "  {\"id\": \"o%d\", \"name\": \"x\"},\n"), "]}"), ""},
		{"organizations.json", inOrder(`{"organizations":[`, times(49_999, `{"id":"o%d","name":"x"},`), `{"id":"z","name":"x"}]}`), ""},
		{"organizations-2m.json", inOrder(`{"organizations":[`, times(2_000_000, `{"id":"%d","name":""},`), `{"id":"z","name":"x"}]}`), "more than 50000 organizations"},
		{"tasks.json", inOrder(`{"tasks":[`, times(99_999, `{"id":"t%d","name":"x"},`), `{"id":"z","name":"x"}]}`), ""},
		{"deep.yaml", inOrder("organizations: ", repeated(200_000, "[")), "64 deep"},
		{"deep-blocks.yaml", inOrder(repeated(200_000, "- ")), "64 deep"},
		{"deep-objects.yaml", inOrder(repeated(200_000, "{a: ")), "64 deep"},
		{"deep.json", inOrder(`{"organizations":`, repeated(1_000_000, "[")), "64 deep"},
		{"keys.yaml", times(100_000, "k%d: 1\n"), "100000 times"},
		{"keys-of-one.yaml", inOrder("organizations:\n", times(40_000, "  - {id: o%d, nmae: x}\n")), "40000 times"},
		{"anchors.yaml", times(50_000, "k%d: &a%[1]d x\n"), "50000 times"},
		{"aliases.yaml", inOrder("a: &a {id: x}\norganizations:\n", repeated(130_000, "- *a\n")), "repeat more than"},
		{"laughs.yaml", inOrder("a0: &a0 [x]\n", func(w io.Writer) {
			for i := range 60 {
				fmt.Fprintf(w, "a%d: &a%[1]d [%s]\n", i+1, strings.Repeat(fmt.Sprintf("*a%d, ", i), 9))
			}
		}), "repeat more than"},
		{"merges.yaml", inOrder("k: &a0 {x: 1}\n", times(40_000, "m%d: &b%[1]d\n  <<: *a0\n")), "is not a key"},
		{"scalar.yaml", inOrder("name: ", repeated(50_000_000, "x")), "16777216"},
		{"scalar-15m.yaml", inOrder("name: ", repeated(15_000_000, "x")), "100000 bytes"},
		{"scalars.yaml", inOrder("organizations:\n", times(40, "  - {id: o%d, name: "+strings.Repeat("x", 99_000)+"}\n")), ""},
		{"remarks.yaml", inOrder("name: x\n", repeated(390_000, "# a remark\n")), ""},
		{"pairs.yaml", inOrder("{", repeated(133_000, `"a":1,`), "}"), "twice"},
		{"empty-pairs.yaml", inOrder("[", repeated(199_000, ":,"), ":]"), "must be"},
		{"quotes.yaml", inOrder("{organizations: [", repeated(199_000, "'',"), "]}"), "must be"},
		{"closed.yaml", inOrder("[]", repeated(790_000, "]")), "not valid YAML"},
		{"dashes.yaml", inOrder("organizations:\n", repeated(199_000, "-\n")), "must be"},
		{"figures.yaml", inOrder("organizations: [", repeated(390_000, "1,"), "]"), "390000 times"},
		{"documents.yaml", inOrder(repeated(100_000, "--- x\n")), "second document"},
		{"signs.yaml", inOrder("[", repeated(3_000_000, "a,"), "]"), "400000 values"},
		{"number.json", inOrder(`{"flows":[{"objective_minutes":`, repeated(1_000_000, "9"), `}]}`), "100000"},
		{"text.json", inOrder(`{"name":"`, repeated(50_000_000, "x"), `"}`), "100000"},
		{"keys.json", inOrder(`{`, times(1_000_000, `"k%d":1,`), `"z":1}`), "100 keys"},
		{"duplicates.json", inOrder(`{`, repeated(1_000_000, `"name":"x",`), `"name":"x"}`), "twice"},
		{"faults.json", inOrder(`{"organizations":[`, times(49_999, `{"id":"o%d","name":"","kind":"k%[1]d","parent":"p%[1]d"},`), `{"id":"z","name":"x"}]}`), "49999 times"},
		{"parents.json", inOrder(`{"organizations":[{"id":"o-1","name":"x"},`, func(w io.Writer) {
			for i := range 49_998 {
				fmt.Fprintf(w, `{"id":"o%d","name":"x","parent":"o%d"},`, i, i-1)
			}
		}, `{"id":"z","name":"x"}]}`), "line of parents"},
	}
}

func TestHostileDocumentsAreCheap(t *testing.T) {
	if seeds.Race || testing.Short() {
		t.Skip("runs the command on many files")
	}
	folder := t.TempDir()
	for _, d := range hostileDocuments() {
		t.Run(d.name, func(t *testing.T) {
			path := filepath.Join(folder, d.name)
			f, err := os.Create(path)
			if err != nil {
				t.Fatal(err)
			}
			w := bufio.NewWriter(f)
			d.write(w)
			if err := errors.Join(w.Flush(), f.Close()); err != nil {
				t.Fatal(err)
			}
			code, stderr, memory := runDocuments(t, "check", path)
			if read := d.want == ""; read != (code == exitOK) || !strings.Contains(stderr, d.want) {
				t.Errorf("exit %d, want %q of\n%.1000s", code, d.want, stderr)
			}
			if memory > maxDocumentMemory {
				t.Errorf("%d KiB of memory, at most %d", memory, maxDocumentMemory)
			}
			if lines := strings.Count(stderr, "\n"); lines > 40 || len(stderr) > 20_000 {
				t.Errorf("%d lines, %d bytes of problems", lines, len(stderr))
			}
			t.Logf("%d MiB", memory>>10)
		})
	}
}
