package house

import (
	"go/ast"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"tasuki/render/messages/catalogue"
)

// retired returns the words that docs/glossary.md retires, with the term that is
// said in their place.
func retired(t *testing.T) map[string]string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "docs", "glossary.md"))
	if err != nil {
		t.Fatal(err)
	}
	words := map[string]string{}
	for line := range strings.Lines(string(text)) {
		cells := strings.Split(line, "|")
		if len(cells) != 6 {
			continue
		}
		for _, word := range strings.Split(cells[4], ",") {
			if word = strings.TrimSpace(word); strings.IndexFunc(word, isForeign) >= 0 {
				words[word] = strings.TrimSpace(cells[3])
			}
		}
	}
	if len(words) < 20 {
		t.Fatalf("the glossary retires %d words only", len(words))
	}
	return words
}

// spaced is a figure that is parted from its unit.
var spaced = regexp.MustCompile(`(?:\{[1-9]\}|[0-9]) (?:件|分|組織|組|個|本|者|回|通り|字|段|ポイント)`)

// TestOneTermOneWord finds words that the glossary retires in the catalogues and
// in the source, and figures that are parted from their units.
func TestOneTermOneWord(t *testing.T) {
	words := retired(t)
	check := func(where, text string) {
		for word, term := range words {
			if strings.Contains(text, word) {
				t.Errorf("%s: %q has the retired word %q; the glossary says %q", where, text, word, term)
			}
		}
	}
	for _, lang := range catalogue.Langs() {
		for key, forms := range catalogue.In(lang).Entries() {
			for _, text := range forms {
				check(string(lang)+".json, "+key, text)
				if at := spaced.FindString(text); at != "" {
					t.Errorf("%s.json: %q parts a figure from its unit in %q", lang, text, at)
				}
			}
		}
	}
	questions, err := filepath.Glob(filepath.Join("..", "..", "queries", "*.cypher"))
	if err != nil || len(questions) == 0 {
		t.Fatalf("the questions are %v (%v)", questions, err)
	}
	for _, name := range questions {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		check(filepath.Base(name), string(text))
	}
	for _, f := range sources(t) {
		if f.test {
			continue
		}
		ast.Inspect(f.File, func(n ast.Node) bool {
			if e, ok := n.(ast.Expr); ok {
				if text, ok := literal(e); ok {
					check(f.path, text)
				}
			}
			return true
		})
	}
}
