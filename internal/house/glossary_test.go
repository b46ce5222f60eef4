package house

import (
	"go/ast"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"tasuki/graph"
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

// units stand behind figures.
const units = `(?:件|分|組織|組|個|本|者|回|通り|字|段|ポイント|歩|人|行|列|種|番目|ページ|倍)`

// spaced is a figure that is parted from its unit, or from the word before it.
var spaced = regexp.MustCompile(`(?:\{[1-9]\}|%d|[0-9]) ` + units + `|[ぁ-んァ-ヶ一-龠ー、。）」：] (?:\{[1-9]\}|%d|[0-9]+)` + units)

// narrow is a bracket or a colon of the narrow kind beside Japanese.
var narrow = regexp.MustCompile(`[ぁ-んァ-ヶ一-龠ー] ?\((?:[ぁ-んァ-ヶ一-龠ー{])|[ぁ-んァ-ヶ一-龠ー」）]:(?:[ ぁ-んァ-ヶ一-龠{]|$)`)

// polite is an ending of the polite form.
var polite = regexp.MustCompile(`(?:です|ます|ません|ました|ください)(?:$|[。、（：\n]|が、)`)

// written returns what a text in Japanese breaks of the rules of writing, or nothing.
func written(text string) string {
	for _, rule := range []*regexp.Regexp{spaced, narrow, polite} {
		if at := rule.FindString(text); at != "" {
			return at
		}
	}
	return ""
}

// TestRulesOfWritingCanFail holds the rules to what they are to find and to leave.
func TestRulesOfWritingCanFail(t *testing.T) {
	for text, wrong := range map[string]bool{
		"作業 {1}件": true, "{1} 件": true, "%d 行目": true, "30 分待つ": true, "障害 (outage)": false, "障害 (停止)": true, "本番環境: {1}": true, "ください": true, "分からないです。": true,
		"作業{1}件": false, "30分": false, "F-1 からの経路": false, "25.0 %": false, "neo4j://host:port": false, "第29条(1) の": false, "問い合わせを示す": false, "済ます前に": false,
	} {
		if got := written(text); (got != "") != wrong {
			t.Errorf("%s: found %q", text, got)
		}
	}
}

// has reports whether a text has a word, elsewhere than in the term that begins with it.
func has(text, word, term string) bool {
	if strings.HasPrefix(term, word) {
		text = strings.ReplaceAll(text, term, "")
	}
	return strings.Contains(text, word)
}

// TestOneTermOneWord finds words that the glossary retires in the catalogues and
// in the source, and what breaks its rules of writing.
func TestOneTermOneWord(t *testing.T) {
	words := retired(t)
	check := func(where, text string) {
		for word, term := range words {
			if has(text, word, term) {
				t.Errorf("%s: %q has the retired word %q; the glossary says %q", where, text, word, term)
			}
		}
	}
	for _, lang := range catalogue.Langs() {
		for key, forms := range catalogue.In(lang).Entries() {
			for _, text := range forms {
				check(string(lang)+".json, "+key, text)
				if at := written(text); lang == graph.Japanese && at != "" {
					t.Errorf("%s.json: %q breaks the rules of writing in %q", lang, text, at)
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
