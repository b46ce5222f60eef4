package main

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"tasuki/internal/seeds"
	"tasuki/render/answer"
	"tasuki/render/encode"
	"tasuki/render/graphviz"
)

// On a machine that others use, anybody may have filled the folder of temporary
// files. Another user than the one who filled it runs commands that draw: nothing
// in it is read, run, changed or added.
func TestHostileTemporaryFolder(t *testing.T) {
	if seeds.Race || testing.Short() {
		t.Skip("builds the program, and runs it as another user many times")
	}
	m := newMachine(t)
	before := snapshot(t, m.home)
	if m.draw(t, m.path, m.home); snapshot(t, m.home) != before {
		t.Error("machine code was compiled, or looked for, although nothing was laid out")
	}
	clean := m.run(t, m.folder(t, "clean", 0o700, m.victim), m.home)
	codes := codeFiles(t, m.home)
	for name, mode := range map[string]fs.FileMode{"shared": 0o777 | fs.ModeSticky, "readonly": 0o555} {
		tmp := m.folder(t, name, 0o755, os.Getuid())
		traps := trap(t, tmp, codes)
		if err := os.Chmod(tmp, mode); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = os.Chmod(tmp, 0o755) }) // to be removed
		if name == "shared" {
			m.mustSpring(t, tmp, traps[0])
		}
		before := snapshot(t, tmp)
		for _, home := range []string{m.home, ""} {
			got := m.run(t, tmp, home)
			if got != clean {
				t.Errorf("%s, HOME=%q: the output differs from that of a clean machine:\n%.2000s\n%.2000s", name, home, got, clean)
			}
			if after := snapshot(t, tmp); after != before {
				t.Errorf("%s, HOME=%q: the folder was\n%s\nand is\n%s", name, home, before, after)
			}
		}
	}
}

// TestLayOutAnAnswer lays a graph out as the picture of an answer is, without the
// database that answers come from. In the hands of the victim it prints what came
// of it.
func TestLayOutAnAnswer(t *testing.T) {
	scene, err := graphviz.Layout(t.Context(), answer.AnswerDOT([]answer.AnswerNode{{ID: "a", Class: "Task", Text: "good"}}, nil))
	if err != nil {
		t.Fatal(err)
	}
	if os.Getenv("TASUKI_PRINT_LAYOUT") != "" {
		fmt.Printf("%s", encode.SVG(scene.Picture()))
	}
}

// machine is a folder that every user can enter, with a program, a dataset, and a
// home of the user who runs it: another one than the attacker's, if the test may
// become another.
type machine struct {
	path, home string
	victim     int
}

func newMachine(t *testing.T) machine {
	t.Helper()
	path, err := os.MkdirTemp("", "tasuki")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := os.RemoveAll(path); err != nil {
			t.Error(err)
		}
	})
	m := machine{path: path, victim: os.Getuid()}
	if m.victim == 0 {
		m.victim = 65534 // nobody
	}
	if err := os.Chmod(path, 0o755); err != nil {
		t.Fatal(err)
	}
	for program, pkg := range map[string]string{"tasuki": ".", "reference": "tasuki/internal/graphvizreference"} {
		if out, err := exec.Command("go", "build", "-o", filepath.Join(path, program), pkg).CombinedOutput(); err != nil {
			t.Fatalf("building %s: %v\n%s", pkg, err, out)
		}
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	program, err := os.ReadFile(self)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(path, "layout"), program, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(filepath.Join(path, "dataset"), os.DirFS(pension)); err != nil {
		t.Fatal(err)
	}
	m.home = m.folder(t, "home", 0o700, m.victim)
	return m
}

// folder makes a folder of a user on the machine.
func (m machine) folder(t *testing.T, name string, mode fs.FileMode, owner int) string {
	t.Helper()
	path := filepath.Join(m.path, name)
	if err := os.Mkdir(path, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, mode); err != nil {
		t.Fatal(err)
	}
	if err := os.Chown(path, owner, -1); err != nil {
		t.Fatal(err)
	}
	return path
}

// command prepares a program of the machine to run as the victim. Whoever reads a
// trap waits for its writer for ever, so there is a time limit.
func (m machine) command(t *testing.T, tmp, home, program string, args ...string) (*exec.Cmd, context.CancelFunc) {
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	cmd := exec.CommandContext(ctx, filepath.Join(m.path, program), args...)
	cmd.Env = []string{"TMPDIR=" + tmp, "HOME=" + home}
	if m.victim != os.Getuid() {
		id := uint32(m.victim)
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: id, Gid: id}}
	}
	return cmd, cancel
}

// tasuki runs a command line as the victim, in some folder.
func (m machine) tasuki(t *testing.T, tmp, home, folder, line string) []byte {
	t.Helper()
	cmd, cancel := m.command(t, tmp, home, "tasuki", strings.Fields(strings.ReplaceAll(line, "DATASET", filepath.Join(m.path, "dataset")))...)
	defer cancel()
	var stderr bytes.Buffer
	cmd.Dir, cmd.Stderr = folder, &stderr
	stdout, err := cmd.Output()
	if err != nil {
		t.Fatalf("tasuki %s with TMPDIR=%s: %v\n%s", line, tmp, err, &stderr)
	}
	return stdout
}

// run draws as the victim, what Graphviz lays out as well, and returns all that is
// printed and written.
func (m machine) run(t *testing.T, tmp, home string) string {
	t.Helper()
	cmd, cancel := m.command(t, tmp, home, "layout", "-test.run=^TestLayOutAnAnswer$")
	defer cancel()
	cmd.Env, cmd.Dir = append(cmd.Env, "TASUKI_PRINT_LAYOUT=1"), tmp
	picture, err := cmd.Output()
	if err != nil || !strings.Contains(string(picture), "good") {
		t.Fatalf("laying out with TMPDIR=%s: %v\n%s", tmp, err, picture)
	}
	return string(picture) + m.draw(t, tmp, home)
}

// draw runs commands as the victim and returns all that they print and write.
func (m machine) draw(t *testing.T, tmp, home string) string {
	t.Helper()
	out, err := os.MkdirTemp(m.path, "out")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chown(out, m.victim, -1); err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, line := range []string{"version", "draw flow DATASET hardware-fault", "draw ladder DATASET hardware-fault -o ladder.pdf", "report DATASET -o review"} {
		fmt.Fprintf(&all, "%s\n%s\n", line, m.tasuki(t, tmp, home, out, line))
	}
	err = fs.WalkDir(os.DirFS(out), ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(out, path))
		fmt.Fprintf(&all, "%s\n%s\n", path, data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.String()
}

// codeFiles returns the paths of the machine code in the cache of a home.
func codeFiles(t *testing.T, home string) (paths []string) {
	t.Helper()
	cache := filepath.Join(home, ".cache", "tasuki")
	files, err := filepath.Glob(filepath.Join(cache, "*", "*", "*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no machine code below %s (%v)", cache, err)
	}
	for _, file := range files {
		paths = append(paths, strings.TrimPrefix(file, cache+"/"))
	}
	return paths
}

// trap lays named pipes below tmp, wherever somebody might look for machine code.
// The first lies where go-graphviz looks.
func trap(t *testing.T, tmp string, codes []string) (traps []string) {
	t.Helper()
	for _, code := range codes {
		_, ofLibrary, _ := strings.Cut(code, "/")
		for _, path := range []string{"go-graphviz/" + ofLibrary, "tasuki/" + code, ".cache/tasuki/" + code, code, ofLibrary} {
			path = filepath.Join(tmp, path)
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := syscall.Mkfifo(path, 0o644); err != nil {
				t.Fatal(err)
			}
			traps = append(traps, path)
		}
	}
	return traps
}

// mustSpring makes sure that a trap catches somebody: the library, for which it is
// laid. A pipe can be opened for writing only when somebody has it open to read.
func (m machine) mustSpring(t *testing.T, tmp, trap string) {
	t.Helper()
	cmd, cancel := m.command(t, tmp, "", "reference")
	defer cancel()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	for {
		pipe, err := os.OpenFile(trap, os.O_WRONLY|syscall.O_NONBLOCK, 0)
		if err == nil {
			pipe.Close()
			cancel()
			<-ended
			return
		}
		select {
		case err := <-ended:
			t.Fatalf("nobody reads %s: the library ended with %v", trap, err)
		case <-time.After(10 * time.Millisecond):
		}
	}
}

// snapshot says what lies below a folder, to the nanosecond of its last change.
func snapshot(t *testing.T, folder string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		if err == nil {
			fmt.Fprintln(&b, path, info.Mode(), info.Size(), info.ModTime().UnixNano())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}
