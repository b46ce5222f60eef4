package overlay_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"tasuki/analysis/overlay"
)

func TestParse(t *testing.T) {
	for text, want := range map[string]overlay.Change{
		"without=ops":                 {Kind: overlay.Without, From: "ops"},
		"lead=3-12=ops:hw":            {Kind: overlay.Lead, Task: "3-12", From: "ops", To: "hw"},
		"lead=3-12=hw":                {Kind: overlay.Lead, Task: "3-12", To: "hw"},
		"supporter=3-12=hw":           {Kind: overlay.Supporter, Task: "3-12", To: "hw"},
		"merge=ops:hw":                {Kind: overlay.Merge, From: "ops", To: "hw"},
		"leads=any":                   {Kind: overlay.LeadRule, To: "any"},
		"support=none":                {Kind: overlay.SupportRule, To: "none"},
		"without-task=3-12":           {Kind: overlay.WithoutTask, Task: "3-12"},
		"without-handoff=3-12:3-13":   {Kind: overlay.WithoutHandoff, From: "3-12", To: "3-13"},
		"lead=a%3Db=c%3Ad:e%2Cf%25 g": {Kind: overlay.Lead, Task: "a=b", From: "c:d", To: "e,f% g"},
	} {
		got, err := overlay.Parse(text)
		if err != nil || got != want || got.String() != text {
			t.Errorf("%s: %+v, %v, written %s", text, got, err, got)
		}
	}
}

func TestParseFails(t *testing.T) {
	for text, want := range map[string]string{
		"":                   "is no change; begin it with without=",
		"absent=ops":         "is no change",
		"without=":           "write such as without=ops",
		"without=a:b":        "write such as without=ops",
		"lead=3-12":          "write such as lead=3-12=ops:hw",
		"lead=3-12=ops:":     "write such as lead=3-12=ops:hw",
		"lead=3-12=:hw":      "write such as lead=3-12=ops:hw",
		"lead==hw":           "write such as lead=3-12=ops:hw",
		"supporter=1=a:b":    "write such as supporter=3-12=hw",
		"merge=a":            "write such as merge=ops:hw",
		"merge=a:b:c":        "write such as merge=ops:hw",
		"leads=some":         "use one of any, each",
		"support=":           "write such as support=none",
		"without-task=a:b":   "write such as without-task=3-12",
		"without-handoff=1:": "write such as without-handoff=3-12:3-13",
		"without=100%":       "write %25 for the sign itself",
	} {
		if _, err := overlay.Parse(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

// FuzzParse holds that whatever is read is written such that it is read again.
func FuzzParse(f *testing.F) {
	for _, text := range []string{"without=ops", "lead=3-12=ops:hw", "lead=1=%3A", "merge=a:b", "leads=any", "without-task=%25", "without-handoff=1:2", "%", "=:="} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, err := overlay.Parse(text)
		if err != nil {
			if c != (overlay.Change{}) && c.Kind != overlay.LeadRule && c.Kind != overlay.SupportRule {
				t.Errorf("%q is wrong, and yet %+v", text, c)
			}
			return
		}
		again, err := overlay.Parse(c.String())
		if err != nil || again != c {
			t.Errorf("%q is %+v, written %q, read %+v (%v)", text, c, c, again, err)
		}
		if utf8.ValidString(text) != utf8.ValidString(c.String()) {
			t.Errorf("%q is written %q", text, c)
		}
	})
}
