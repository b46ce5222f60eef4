package schema

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tasuki/internal/seeds"

	"go.yaml.in/yaml/v4"
)

func TestParseNamesLimits(t *testing.T) {
	rep := strings.Repeat
	for _, c := range []struct{ name, text, want string }{
		{"lists", rep("[", 200_000), "x.yaml:1:65: \"\": is nested more than 64 deep"},
		{"objects", "a: 1\nb: " + rep("{a: ", 100_000), "x.yaml:2:"},
		{"dashes", rep("- ", 200_000), "64 deep"},
		{"keys of keys", rep("? ", 200_000), "64 deep"},
		{"pairs in lists", rep("[a: ", 100_000), "64 deep"},
		{"steps", func() string {
			var b strings.Builder
			for i := range 1000 {
				b.WriteString(rep(" ", i) + "a:\n")
			}
			return b.String()
		}(), "64 deep"},
		{"behind marks", "\ufeff# [[[\r\n--- !x &a\r\n" + rep("[", 70), "64 deep"},
		{"aliases of aliases", func() string {
			var b strings.Builder
			for i := range 70 {
				fmt.Fprintf(&b, "- &a%d [%s]\n", i+1, strings.TrimSuffix("x"+fmt.Sprintf(", *a%d", i), ", *a0"))
			}
			return b.String()
		}(), "64 deep"},
		{"long text", "name: " + rep("x", 100_001), "x.yaml:1:7: \"xxx"},
		{"long text in a block", "name: |\n" + rep("  x\n", 60_000), "is longer than 100000 bytes"},
		{"long key", rep("k", 100_001) + ": 1", "is longer than 100000 bytes"},
		{"long number", "name: " + rep("9", 1_000_000), "is longer than 100000 bytes"},
		{"large", rep("# x  ", 8<<20), "16777216"},
		{"line ends", rep("\n", 400_001), "more than 400000 values"},
		{"commas", "[" + rep("a,", 400_001) + "]", "x.yaml:1:800001"},
		{"brackets", "[]" + rep("]", 800_001), "more than 400000 values"},
		{"documents", "a: 1\n" + rep("--- x\n", 1000), "second document"},
		{"itself", "a: &a [*a]", "refers to no anchor above it"},
		{"no anchor", "a: 1\nb: *it", `x.yaml:2:4: "*it": refers to no anchor above it`},
		{"merge", "a: &a {x: 1}\nb:\n  <<: *a\n", ""},
		{"infinity", "name: .inf", "in digits"},
		{"a list as a key", "? [a]\n: b", "a key must be a plain text"},
		{"UTF-16", "\xff\xfea\x00:\x00", "not valid UTF-8"},
		{"NUL", "a: \x00", "x.yaml"},
		{"not UTF-8", rep("\xff\n", 1000), `x.yaml:1: "\xff\n": is not valid UTF-8; save the file as UTF-8 (1000 times, also: x.yaml:2, x.yaml:3)`},
		{"keys twice", rep("a: 1\n", 1000), `(999 times, also: x.yaml:3:1, x.yaml:4:1)`},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := Parse("x.yaml", []byte(c.text))
			got := d.faults.Problems().Error()
			if !strings.Contains(got, c.want) || c.want != "" && got == "" || len(got) > 2000 {
				t.Errorf("problems %.500q, want %q", got, c.want)
			}
		})
	}
}

// TestUnknownKeysAreNamedInOrder fails when what is kept of many faults depends on
// the order of a map.
func TestUnknownKeysAreNamedInOrder(t *testing.T) {
	var b strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&b, "k%d: 1\n", i)
	}
	got := Parse("x.yaml", []byte(b.String())).Check("dataset").Error()
	want := `x.yaml:1:1: "k0": is not a key that belongs here; tasuki schema dataset lists those that do (2000 times, also: "k1" at x.yaml:2:1, "k2" at x.yaml:3:1)`
	if got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// TestOrdinaryFilesPass holds the limits against what people write.
func TestOrdinaryFilesPass(t *testing.T) {
	err := filepath.WalkDir("../../../examples", func(path string, e fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".yaml") {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if faults := Parse(path, text).faults.Problems(); len(faults) > 0 {
			t.Error(faults)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, entry := range map[string]string{
		"block":  "  - id: o%d\n    name: Org %[1]d\n",
		"flow":   "  - {id: o%d, name: Org %[1]d}\n",
		"quoted": "  - {\"id\": \"o%d\", \"name\": \"Org %[1]d\"}\n",
		"rich":   "  - id: 'a-%d' # the first, of \"many\": [see {below}]\n    name: {ja: 組織%[1]d, en: \"it's #%[1]d, & more\"}\n",
	} {
		b := strings.Builder{}
		b.WriteString("# [{]: a remark\r\norganizations:\n")
		for i := range seeds.Size(20_000, 2_000) {
			fmt.Fprintf(&b, entry, i)
		}
		if faults := Parse(name, []byte(b.String())).Check("dataset"); len(faults) > 0 {
			t.Error(faults)
		}
	}
}

// FuzzPrescan finds a text that the scan lets pass with more values than signs
// account for, so that its limit would not bound what the parser builds.
func FuzzPrescan(f *testing.F) {
	for _, text := range []string{
		"a: 1", "[a,b,c]", "{a,b}", "[:,:]", "[?,?]", "- - -\n-\n", ":\n:\n", "? a\n: b", "{\"a\":\"b\"}", "a: |\n b\n\n c\n", "[\"a\" \"b\"]", "&a *b !c", "--- a\n--- b", "a: 'x''y'", "-\u0085-\u2028-", "[]]]", "\ufeffa:\r\n\t- b", "a # b\n",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, p := range prescan("x", text) {
			if !strings.Contains(p.Message, "; ") {
				t.Errorf("the refusal %q does not say what to do", p.Message)
			}
		}
		d := Document{}
		root := d.load(text)
		if root == nil {
			return
		}
		if most := 3 + signsIn(text); nodesIn(root) > most {
			t.Errorf("%q has %d nodes, the signs account for %d", text, nodesIn(root), most)
		}
	})
}

func signsIn(text []byte) int {
	signs := 0
	for i := range text {
		signs += weight(text, i)
	}
	return signs
}

func nodesIn(n *yaml.Node) int {
	all := 1
	for _, inner := range n.Content {
		all += nodesIn(inner)
	}
	return all
}
