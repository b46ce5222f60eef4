package typeset

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Every entry leads from one kanji to others, stands once, and is none that Unicode knows as
// compatible; none leads round to itself.
func TestVariants(t *testing.T) {
	seen := map[rune]bool{}
	for _, entry := range strings.Fields(variants) {
		letters := []rune(entry)
		if seen[letters[0]] || len(letters) < 2 || norm.NFKC.String(string(letters[0])) != string(letters[0]) {
			t.Errorf("the entry %s stands twice, leads nowhere or is not needed", entry)
		}
		seen[letters[0]] = true
		for _, r := range letters {
			if !unicode.Is(unicode.Han, r) {
				t.Errorf("%q in %s is no kanji", r, entry)
			}
		}
		for _, r := range letters[1:] {
			for _, back := range Variants(r) {
				if back == letters[0] {
					t.Errorf("%s leads round to itself", entry)
				}
			}
		}
	}
	for c, want := range map[rune]string{'𠮷': "吉", '濵': "濱浜", '﨑': "崎", '德': "徳", '吉': ""} {
		if got := string(Variants(c)); got != want {
			t.Errorf("for %c %q is written, want %q", c, got, want)
		}
	}
}
