package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"tasuki/graph"
	"tasuki/internal/usage"
	"tasuki/render/messages"
)

func TestSpoken(t *testing.T) {
	for _, tt := range []struct {
		args   string
		locale map[string]string
		want   graph.Lang
	}{
		{"check x", nil, graph.English},
		{"check x", map[string]string{"LANG": "ja_JP.UTF-8"}, graph.Japanese},
		{"check x", map[string]string{"LANG": "ja"}, graph.Japanese},
		{"check x", map[string]string{"LANG": "ja_JP.UTF-8", "LC_ALL": "C"}, graph.English},
		{"check x", map[string]string{"LANG": "C", "LC_MESSAGES": "ja_JP@x"}, graph.Japanese},
		{"check x", map[string]string{"LANG": "."}, graph.English},
		{"check x --lang ja", map[string]string{"LANG": "en_US.UTF-8"}, graph.Japanese},
		{"check x --lang=en", map[string]string{"LANG": "ja_JP.UTF-8"}, graph.English},
		{"check x --lang=nope", nil, graph.English},
		{"check x --lang", nil, graph.English},
		{"check -- --lang ja", nil, graph.English},
		{"", map[string]string{"LANG": "xx"}, graph.English},
	} {
		if got := usage.Spoken(strings.Fields(tt.args), func(name string) string { return tt.locale[name] }); got.Lang != tt.want {
			t.Errorf("%q, %v: %s, want %s", tt.args, tt.locale, got.Lang, tt.want)
		}
	}
}

// TestErrorsInJapanese fails in the ways that people fail, and wants no sentence in
// English; what data and the system say stands as it is.
func TestErrorsInJapanese(t *testing.T) {
	folder := t.TempDir()
	matrix := filepath.Join(folder, "m.csv")
	if err := os.WriteFile(matrix, []byte("No,Task,A,B\n1,T,☆,○\n2,U,☆,☆\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"check", matrix, "--strict"}, {"check", helpdesk, helpdesk}, {"analyze"}, {"analyze", "nope", helpdesk}, {"draw", "flow", helpdesk, "nope"},
		{"draw", "dependencies", helpdesk, "-o", filepath.Join(folder, "a.xyz")}, {"report", helpdesk, "-o", matrix},
		{"export", "neo4j://127.0.0.1:1#x"}, {"draw", "matrix", helpdesk, "--depth", "2"}, {"draw"}, {"chek"}, {"check", "--nope"}, {"check", helpdesk, "--output", "x"}, {"help", "nope"},
		{"drill", "record", filepath.Join(folder, "r.csv"), "--dataset", helpdesk, "--time", "2026-03-04", "--flow", "outag", "--from", "F-1", "--to", "F-2", "--outcome", "confirmed"},
		{"drill", "record", filepath.Join(folder, "r.csv"), "--dataset", helpdesk, "--time", "2026-03-04", "--flow", "outage", "--from", "F-1", "--to", "F-3", "--outcome", "confirmed"},
	} {
		code, _, stderr := tasuki(t, append(args, "--lang", "ja")...)
		if _, _, english := tasuki(t, args...); code == exitOK || stderr == english || !strings.ContainsAny(stderr, "、。：いのを") {
			t.Errorf("%q: exit %d\n%s", args, code, stderr)
		}
		for _, word := range []string{"nearest", "declares", "there is", "unknown", "invalid", "flag"} {
			if strings.Contains(stderr, word) {
				t.Errorf("%q: %q is English\n%s", args, word, stderr)
			}
		}
	}
}

// TestHelpInJapanese wants the help of each command in Japanese, but for what is
// typed.
func TestHelpInJapanese(t *testing.T) {
	root := newRoot()
	usage.Speak(root, messages.In(graph.Japanese))
	var check func(cmd *cobra.Command)
	check = func(cmd *cobra.Command) {
		var b bytes.Buffer
		cmd.SetOut(&b)
		if err := cmd.Help(); err != nil {
			t.Fatal(err)
		}
		if !strings.ContainsFunc(cmd.Short, func(c rune) bool { return c > 0x3000 }) || !strings.Contains(b.String(), "使い方：") || strings.Contains(b.String(), "Flags:") {
			t.Errorf("%s: %s\n%s", cmd.CommandPath(), cmd.Short, b.String())
		}
		cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
			if !strings.ContainsFunc(f.Usage, func(c rune) bool { return c > 0x3000 }) {
				t.Errorf("%s --%s: %s", cmd.CommandPath(), f.Name, f.Usage)
			}
		})
		for _, sub := range cmd.Commands() {
			check(sub)
		}
	}
	check(root)
}

// TestLocaleChoosesTheLanguage wants what a command prints, and not its help alone, in
// the language of the locale, unless --lang says another.
func TestLocaleChoosesTheLanguage(t *testing.T) {
	for _, args := range [][]string{{"check"}, {"analyze", "escalation"}, {"analyze", "loss"}, {"whatif", "--without", "net"}, {"fix"}} {
		args = append(args, helpdesk)
		t.Setenv("LC_ALL", "C")
		_, english, _ := tasuki(t, args...)
		_, asked, _ := tasuki(t, append(args, "--lang", "ja")...)
		t.Setenv("LC_ALL", "ja_JP.UTF-8")
		if _, got, _ := tasuki(t, args...); got != asked || got == english {
			t.Errorf("%q: the locale is not heeded:\n%.300s", args, got)
		}
		if _, got, _ := tasuki(t, append(args, "--lang", "en")...); got != english {
			t.Errorf("%q: --lang en is not heeded:\n%.300s", args, got)
		}
	}
}
