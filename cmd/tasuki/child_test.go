package main

import (
	"bytes"
	"os"
	"os/exec"
	"testing"
)

// asProgram makes the test binary the program itself, for tests of what only a
// process of its own can show.
const asProgram = "TASUKI_TEST_AS_PROGRAM"

// memoryFile names the file into which that program writes what the system says of
// its memory. What a parent is told of a child counts the parent's memory too.
const memoryFile = "TASUKI_TEST_MEMORY_FILE"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		code := program()
		if path := os.Getenv(memoryFile); path != "" {
			// Nothing to write on systems without this file.
			if status, err := os.ReadFile("/proc/self/status"); err == nil && os.WriteFile(path, status, 0o600) != nil {
				code = 99
			}
		}
		os.Exit(code)
	}
	os.Setenv("LC_ALL", "C") // errors are compared in English
	os.Exit(m.Run())
}

// child returns the command that runs the program, and what it will have said.
func child(t *testing.T, args ...string) (cmd *exec.Cmd, stderr *bytes.Buffer) {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd, stderr = exec.CommandContext(t.Context(), program, args...), &bytes.Buffer{}
	cmd.Env = append(os.Environ(), asProgram+"=1")
	cmd.Stderr = stderr
	return cmd, stderr
}
