package house

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// comment is a remark in a block of code, which is put into the reader's language.
var comment = regexp.MustCompile(`(^|\s+)(#|//)\s.*$`)

// inline is code within a sentence.
var inline = regexp.MustCompile("`[^`\n]*`")

// blocks returns the blocks of code of a Markdown text, those between fences and those
// that are indented behind an empty line, without their remarks.
func blocks(text string) []string {
	var list, block []string
	fenced, indented, empty := false, false, true
	end := func() {
		if len(block) > 0 {
			list, block = append(list, strings.Join(block, "\n")), nil
		}
		fenced, indented = false, false
	}
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		fence := strings.HasPrefix(line, "```")
		code := strings.HasPrefix(line, "    ")
		switch {
		case fence && fenced:
			end()
		case fence:
			end()
			fenced, block = true, []string{line}
		case fenced, code && (empty || indented):
			indented = !fenced
			block = append(block, comment.ReplaceAllString(line, ""))
		default:
			end()
		}
		empty = strings.TrimSpace(line) == ""
	}
	end()
	return list
}

// commands returns the first cells of the rows of all tables whose first heading is one
// of these: names of commands or files, which are the same in every language.
func commands(text string, headings ...string) []string {
	var list []string
	inside := false
	for line := range strings.Lines(text) {
		cells := strings.Split(line, "|")
		if len(cells) < 3 {
			inside = false
			continue
		}
		cell := strings.TrimSpace(cells[1])
		if slices.Contains(headings, cell) {
			inside = true
		} else if inside {
			list = append(list, cell)
		}
	}
	return list
}

// TestTranslatedPagesHaveTheSameCode compares the blocks of code of each page with those of its
// translation, and the names in its tables, and wants links between both.
func TestTranslatedPagesHaveTheSameCode(t *testing.T) {
	for _, name := range []string{"README.md", "docs/drill.md"} {
		other := strings.TrimSuffix(name, ".md") + ".ja.md"
		var text [2]string
		for i, n := range []string{name, other} {
			b, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(n)))
			if err != nil {
				t.Fatal(err)
			}
			text[i] = string(b)
		}
		english, japanese := blocks(text[0]), blocks(text[1])
		if len(english) < 5 {
			t.Errorf("%s has %d blocks of code only", name, len(english))
		}
		for i := range max(len(english), len(japanese)) {
			a, b := "none", "none"
			if i < len(english) {
				a = english[i]
			}
			if i < len(japanese) {
				b = japanese[i]
			}
			if a != b {
				t.Errorf("block %d of %s is\n%s\nthat of %s\n%s", i+1, name, a, other, b)
				break
			}
		}
		a, b := commands(text[0], "command", "file"), commands(text[1], "コマンド", "ファイル")
		if len(a) < 5 || !slices.Equal(a, b) {
			t.Errorf("the tables of %s name\n%q, those of %s\n%q", name, a, other, b)
		}
		if !strings.Contains(text[0], "]("+filepath.Base(other)+")") || !strings.Contains(text[1], "]("+filepath.Base(name)+")") {
			t.Errorf("%s and %s do not lead to each other", name, other)
		}
	}
}

// TestTranslatedPagesUseTheGlossary finds retired words, and what breaks the rules of writing, in
// the pages in Japanese.
func TestTranslatedPagesUseTheGlossary(t *testing.T) {
	words := retired(t)
	for _, name := range []string{"README.ja.md", "docs/drill.ja.md"} {
		text, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		for word, term := range words {
			if has(string(text), word, term) {
				t.Errorf("%s has the retired word %q; the glossary says %q", name, word, term)
			}
		}
		if at := written(inline.ReplaceAllString(string(text), "")); at != "" {
			t.Errorf("%s breaks the rules of writing in %q", name, at)
		}
	}
}
