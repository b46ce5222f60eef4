package report

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tasuki/analysis/findings"
	"tasuki/analysis/workload"
	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// saying are the functions whose texts are translated, with the position of
// the argument that is one.
var saying = map[string]int{"Say": 0, "Plain": 0, "Left": 0, "Right": 0, "Wide": 0, "figure": 1, "head": 1, "Many": 2}

// sayings returns every text of the report, found in its source.
func sayings(t *testing.T) []string {
	t.Helper()
	texts := map[string]bool{}
	for _, words := range []string{"role", "kind", "handoff kind", "timing", "tier", "substitutability", "reading"} {
		for _, w := range graph.Words(words) {
			texts[w] = true
		}
	}
	for _, k := range []workload.ScopeKind{workload.ScopePhase, workload.ScopeCategory, workload.ScopeTiming, workload.ScopeFlow, workload.ScopeParty} {
		texts["by "+string(k)] = true
	}
	for _, s := range []findings.Severity{findings.High, findings.Medium, findings.Low, findings.Info} {
		texts["Findings of severity "+string(s)], texts[string(s)] = true, true
	}
	texts["all tasks"], texts[workload.UnknownTiming] = true, true
	err := filepath.WalkDir("..", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				if text, ok := said(call); ok {
					texts[text] = true
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`\.Say "([^"]*)"`).FindAllStringSubmatch(pageTemplate, -1) {
		texts[m[1]] = true
	}
	return slices.Sorted(maps.Keys(texts))
}

// said returns the text that a call translates.
func said(call *ast.CallExpr) (string, bool) {
	name := ""
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		name = f.Sel.Name
	case *ast.Ident:
		name = f.Name
	}
	i, ok := saying[name]
	if !ok || i >= len(call.Args) {
		return "", false
	}
	literal, ok := call.Args[i].(*ast.BasicLit)
	if !ok || literal.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(literal.Value)
	return text, err == nil
}

func TestEveryTextIsTranslated(t *testing.T) {
	texts := sayings(t)
	for _, text := range texts {
		translated, ok := messages.Japanese[text]
		if !ok {
			t.Errorf("no translation of %q", text)
			continue
		}
		want, got := messages.Value.FindAllString(text, -1), messages.Value.FindAllString(translated, -1)
		slices.Sort(want)
		slices.Sort(got)
		if !slices.Equal(want, got) {
			t.Errorf("%q has the values %v, its translation %v", text, want, got)
		}
	}
	for text, translated := range messages.JapaneseOfDrills {
		if messages.Japanese[text] != translated {
			t.Errorf("%q is translated twice, as %q and %q", text, translated, messages.Japanese[text])
		}
	}
	for text := range messages.Japanese {
		if !slices.Contains(texts, text) {
			t.Errorf("nothing says %q any more", text)
		}
	}
}

func TestDefinitionsAreInBothLanguages(t *testing.T) {
	for _, d := range definitions() {
		for _, n := range []graph.Name{d.term, d.says} {
			if n.JA == "" || n.EN == "" {
				t.Errorf("definition %+v lacks a language", n)
			}
		}
	}
}

// TestExplainedHeadsAreDefined checks that every head that leads to a definition
// is one of the report, and that there is that definition.
func TestExplainedHeadsAreDefined(t *testing.T) {
	terms := map[string]bool{}
	for _, d := range definitions() {
		terms[d.term.EN] = true
	}
	heads := sayings(t)
	for head, term := range messages.Explained {
		if !terms[term] || !slices.Contains(heads, head) {
			t.Errorf("the head %q leads to the definition of %q", head, term)
		}
	}
}

func TestSay(t *testing.T) {
	en, ja := messages.Printer{Lang: graph.English}, messages.Printer{Lang: graph.Japanese}
	for _, x := range []struct{ got, want string }{
		{en.Plain("{1}: {2}", "{2}", 1234), "{2}: 1,234"},
		{ja.Plain("{1}: {2}", "a", document.Phrase{{Text: "b"}}), "a：b"},
		{en.Plain("no value, {x} and {"), "no value, {x} and {"},
		{en.Many(1, "{1} task", "{1} tasks").String(), "1 task"},
		{en.Many(0, "{1} task", "{1} tasks").String(), "0 tasks"},
		{ja.Many(1, "{1} task", "{1} tasks").String(), "作業 1"},
		{en.List([]document.Phrase{document.Words("a"), document.Words("b")}).String(), "a, b"},
		{ja.List([]document.Phrase{document.Words("a"), document.Words("b")}).String(), "a、b"},
		{en.Sentences(document.Words("A."), nil, document.Words("B.")).String(), "A. B."},
		{ja.Sentences(document.Words("A。"), document.Words("B。")).String(), "A。B。"},
	} {
		if x.got != x.want {
			t.Errorf("said %q, want %q", x.got, x.want)
		}
	}
}
