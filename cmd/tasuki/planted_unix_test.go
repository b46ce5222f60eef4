//go:build unix

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// TestPlantedMachineCode draws as a user whose temporary folder another has filled
// with machine code, and with what takes its place. None of it may be read, and
// nothing be written there.
func TestPlantedMachineCode(t *testing.T) {
	folder, err := os.MkdirTemp("", "planted")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(folder) })
	binary := filepath.Join(folder, "tasuki")
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		t.Fatalf("building: %v\n%s", err, out)
	}
	dataset := filepath.Join(folder, "dataset.yaml")
	text, err := os.ReadFile(filepath.Join("..", "..", "examples", "helpdesk", "dataset.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{os.WriteFile(dataset, text, 0o644), os.Chmod(folder, 0o755), os.Chmod(binary, 0o755)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	clean := drawAs(t, binary, dataset, filepath.Join(folder, "clean"), func(string) {})
	for name, plant := range map[string]func(temporary string){
		"files": func(temporary string) {
			for _, sub := range []string{"go-graphviz", "go-graphviz/wazero-v1.10.1-amd64-linux", "tasuki"} {
				os.MkdirAll(filepath.Join(temporary, sub), 0o777)
				for i := range 256 {
					os.WriteFile(filepath.Join(temporary, sub, fmt.Sprintf("%064x", i)), []byte("planted"), 0o666)
				}
			}
		},
		"file in place of the folder": func(temporary string) {
			os.WriteFile(filepath.Join(temporary, "go-graphviz"), []byte("planted"), 0o666)
		},
		"link":    func(temporary string) { os.Symlink("/etc", filepath.Join(temporary, "go-graphviz")) },
		"nothing": func(string) {},
	} {
		if got := drawAs(t, binary, dataset, filepath.Join(folder, "with "+name), plant); !bytes.Equal(got, clean) {
			t.Errorf("%s: the drawing is another one", name)
		}
	}
}

// drawAs draws in a process of another user when this one may start it, with a
// temporary folder that plant has filled and that must stay as it is.
func drawAs(t *testing.T, binary, dataset, folder string, plant func(temporary string)) []byte {
	t.Helper()
	temporary, home := filepath.Join(folder, "tmp"), filepath.Join(folder, "home")
	for _, f := range []string{temporary, home} {
		if err := os.MkdirAll(f, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	plant(temporary)
	if err := os.Chmod(temporary, 0o777); err != nil {
		t.Fatal(err)
	}
	const user = 54321
	asUser := os.Geteuid() == 0
	if asUser {
		if err := os.Chown(home, user, user); err != nil {
			t.Fatal(err)
		}
	}
	before := listing(t, temporary)
	var drawing []byte
	for _, args := range [][]string{{"version"}, {"--help"}, {"draw", "flow", dataset, "outage", "-o", ""}, {"export", dataset}} {
		if args[0] == "draw" {
			args[len(args)-1] = filepath.Join(home, "flow.svg")
		}
		cmd := exec.CommandContext(t.Context(), binary, args...)
		cmd.Env = []string{"TMPDIR=" + temporary, "HOME=" + home, "PATH=/usr/bin:/bin"}
		cmd.Dir = home
		if asUser {
			cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: user, Gid: user}}
		}
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %v\n%s", args, err, out)
		}
	}
	drawing, err := os.ReadFile(filepath.Join(home, "flow.svg"))
	if err != nil {
		t.Fatal(err)
	}
	if after := listing(t, temporary); after != before {
		t.Errorf("%s: the temporary folder was changed", folder)
	}
	return drawing
}

// listing returns what lies in a folder, with times of change.
func listing(t *testing.T, folder string) string {
	t.Helper()
	var b bytes.Buffer
	err := filepath.WalkDir(folder, func(path string, e os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		fmt.Fprintln(&b, path, info.Size(), info.ModTime(), info.Mode())
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}
