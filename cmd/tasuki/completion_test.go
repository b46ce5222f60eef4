package main

import (
	"bytes"
	"runtime"
	"strings"
	"testing"
	"weak"
)

func TestShellsAreOfferedWords(t *testing.T) {
	for _, c := range []struct{ args, want string }{
		{"report " + helpdesk + " --lang ", "en\nja\n:4"},
		{"draw ladder --leads ", "any\neach\n"},
		{"query show ", "concentration\t"},
		{"query run changes-of-hands --param ", "dataset="},
	} {
		args := append([]string{"__complete"}, strings.Split(c.args, " ")...)
		if got := succeed(t, args...); !strings.Contains(got, c.want) {
			t.Errorf("%s: got\n%s\nwant %q in it", c.args, got, c.want)
		}
	}
}

// TestCommandsAreLetGo looks at what is left of a command line that has been
// carried out.
func TestCommandsAreLetGo(t *testing.T) {
	root := newRoot()
	left := weak.Make(root)
	var out bytes.Buffer
	if code := execute(t.Context(), root, []string{"check", helpdesk}, &out, &out); code != exitOK {
		t.Fatalf("exit %d\n%s", code, &out)
	}
	report := weak.Make(root.Commands()[0].Flags().Lookup("lang"))
	root = nil
	runtime.GC()
	runtime.GC()
	if left.Value() != nil || report.Value() != nil {
		t.Error("the commands are held after they have been carried out")
	}
}
