package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestFlagsOfInputAreHeeded gives each command a flag that says how a matrix is
// read, beside something that is none.
func TestFlagsOfInputAreHeeded(t *testing.T) {
	folder := filepath.Join("..", "..", "examples", "helpdesk")
	file := filepath.Join(folder, "dataset.yaml")
	out := filepath.Join(t.TempDir(), "out")
	for _, command := range [][]string{
		{"check"}, {"account"}, {"export"}, {"analyze", "loss"}, {"analyze", "spof"}, {"draw", "dependencies", "-o", out + ".svg"},
		{"draw", "matrix", "-o", out + ".dot"}, {"report", "-o", out}, {"load", "--store", "neo4j://127.0.0.1:1"}, {"drill", "-o", out},
	} {
		for _, dataset := range []string{folder, file, "neo4j://127.0.0.1:1#x"} {
			for _, flag := range []string{"--reading=nope.yaml", "--sheet=Nope"} {
				args := append(append([]string{}, command...), dataset, flag)
				if command[0] == "drill" {
					args = append(args, "outage")
				}
				code, _, stderr := tasuki(t, args...)
				if code != 2 || !strings.Contains(stderr, strings.Split(flag, "=")[0]) {
					t.Errorf("%v: exit %d, want 2 and the flag named: %s", args, code, stderr)
				}
				if _, err := os.Stat(out); err == nil {
					t.Errorf("%v: something was written", args)
				}
			}
		}
	}
}

func TestWhatIsNotReadIsNamed(t *testing.T) {
	folder := t.TempDir()
	for name, text := range map[string]string{"m.csv": "id,name,ops,hw\n1,Report,○,\n2,Repair,,○\n", "old.json": "{}", "sub/m.csv": "x"} {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, command := range [][]string{{"check"}, {"account"}, {"export"}, {"analyze", "loss"}} {
		code, _, stderr := tasuki(t, append(command, folder)...)
		if code != 0 || !strings.Contains(stderr, "old.json, sub") {
			t.Errorf("%v: exit %d, want the files named that are not read: %s", command, code, stderr)
		}
	}
}
