package usage

import (
	"errors"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/render/messages"
)

// sample returns a command with a flag of each of the library's types that are in use.
func sample() *cobra.Command {
	root := &cobra.Command{Use: "tasuki", SilenceErrors: true, SilenceUsage: true}
	sub := &cobra.Command{Use: "check", RunE: func(*cobra.Command, []string) error { return nil }}
	f := sub.Flags()
	f.Bool("strict", false, "strict")
	f.IntP("number", "n", 3, "a number")
	f.Float64("share", 0, "a share")
	f.Duration("timeout", 0, "a time")
	f.StringToInt("weights", nil, "weights")
	f.StringSlice("list", []string{"a"}, "a list")
	f.String("name", "x", "a name")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return Flag(err) })
	root.AddCommand(sub)
	return root
}

// TestMistakesKeepTheLibrarysEnglish compares what is said in English with what the
// library says, and wants none of it in Japanese.
func TestMistakesKeepTheLibrarysEnglish(t *testing.T) {
	ja := messages.In(graph.Japanese)
	for _, tt := range []struct{ args, english string }{
		{"check --nope", "unknown flag: --nope"},
		{"check -Zn", "unknown shorthand flag: 'Z' in -Zn"},
		{"check --number", "flag needs an argument: --number"},
		{"check -n", "flag needs an argument: 'n' in -n"},
		{"check --=x", "bad flag syntax: --=x"},
		{"check -n x", `invalid argument "x" for "-n, --number" flag: it takes a whole number`},
		{"check -n 99999999999999999999", `invalid argument "99999999999999999999" for "-n, --number" flag: the number is too large`},
		{"check --strict=maybe", `invalid argument "maybe" for "--strict" flag: use true or false`},
		{"check --share x", `invalid argument "x" for "--share" flag: it takes a number`},
		{"check --timeout 1", `invalid argument "1" for "--timeout" flag: it takes a time with its unit, such as 30s or 5m`},
		{"check --weights x", `invalid argument "x" for "--weights" flag: write it as NAME=VALUE`},
		{"chek", "unknown command \"chek\" for \"tasuki\"\n\nDid you mean this?\n\tcheck\n"},
		{"wine", `unknown command "wine" for "tasuki"`},
	} {
		root, args := sample(), strings.Fields(tt.args)
		root.SetArgs(args)
		err := root.Execute()
		if mistake := Command(root, args); mistake != nil {
			if err == nil || err.Error() != mistake.Error() {
				t.Errorf("%s: %q, but the library says %v", tt.args, mistake, err)
			}
			err = mistake
		}
		var usage Error
		if err == nil || err.Error() != tt.english || !errors.As(err, &usage) {
			t.Errorf("%s: %v, want %q", tt.args, err, tt.english)
			continue
		}
		for _, word := range []string{"unknown", "invalid", "flag", "needs", " it ", "use ", "Did"} {
			if text := said.In(err, ja.Form); strings.Contains(text, word) {
				t.Errorf("%s: %q has English", tt.args, text)
			}
		}
	}
}

// TestHelpFrameInJapanese wants none of the library's words around the help.
func TestHelpFrameInJapanese(t *testing.T) {
	root := sample()
	root.Commands()[0].Aliases = []string{"look"}
	Speak(root, messages.In(graph.Japanese))
	for _, cmd := range []*cobra.Command{root, root.Commands()[0]} {
		text := cmd.UsageString()
		for _, word := range []string{"Usage", "Flags", "[flags]", "[command]", "Available", "Aliases", "Global", "default"} {
			if strings.Contains(text, word) {
				t.Errorf("%s: the help has %q:\n%s", cmd.Name(), word, text)
			}
		}
	}
	for _, want := range []string{"a number（既定値：3）", "a list（既定値：a）", "a name（既定値：x）"} {
		if cmd := root.Commands()[0]; cmd.Name() != "check" || !strings.Contains(cmd.UsageString(), want) {
			t.Errorf("%s lacks %q:\n%s", cmd.Name(), want, cmd.UsageString())
		}
	}
	english := sample()
	Speak(english, messages.In(graph.English))
	if text := english.Commands()[0].UsageString(); !strings.Contains(text, "(default 3)") || !strings.Contains(text, "[flags]") {
		t.Errorf("English has changed:\n%s", text)
	}
}

// TestHelpOfNoCommand is a mistake, and no help on what is there.
func TestHelpOfNoCommand(t *testing.T) {
	for args, wrong := range map[string]bool{"help nope": true, "help check": false, "help": false} {
		root := sample()
		Speak(root, messages.In(graph.English))
		root.SetArgs(strings.Fields(args))
		var out strings.Builder
		root.SetOut(&out)
		if err := root.Execute(); (err != nil) != wrong || wrong && out.Len() > 0 {
			t.Errorf("%s: %v, prints %q", args, err, out.String())
		}
	}
}
