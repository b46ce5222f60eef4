package render

import (
	"go/ast"
	"go/parser"
	"go/token"
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
)

// saying are the functions whose texts are translated, with the position of
// the argument that is one.
var saying = map[string]int{"say": 0, "plain": 0, "left": 0, "right": 0, "wide": 0, "figure": 0, "head": 1, "many": 2}

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
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !strings.HasPrefix(f, "report") && !strings.HasPrefix(f, "text") && !strings.HasPrefix(f, "html") || strings.HasSuffix(f, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), f, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				if text, ok := said(call); ok {
					texts[text] = true
				}
			}
			return true
		})
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
		translated, ok := japanese[text]
		if !ok {
			t.Errorf("no translation of %q", text)
			continue
		}
		want, got := value.FindAllString(text, -1), value.FindAllString(translated, -1)
		slices.Sort(want)
		slices.Sort(got)
		if !slices.Equal(want, got) {
			t.Errorf("%q has the values %v, its translation %v", text, want, got)
		}
	}
	for text, translated := range japaneseOfDrills {
		if japanese[text] != translated {
			t.Errorf("%q is translated twice, as %q and %q", text, translated, japanese[text])
		}
	}
	for text := range japanese {
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
	for head, term := range explained {
		if !terms[term] || !slices.Contains(heads, head) {
			t.Errorf("the head %q leads to the definition of %q", head, term)
		}
	}
}

func TestSay(t *testing.T) {
	en, ja := reporter{lang: graph.English}, reporter{lang: graph.Japanese}
	for _, x := range []struct{ got, want string }{
		{en.plain("{1}: {2}", "{2}", 1234), "{2}: 1,234"},
		{ja.plain("{1}: {2}", "a", phrase{{Text: "b"}}), "a：b"},
		{en.plain("no value, {x} and {"), "no value, {x} and {"},
		{en.many(1, "{1} task", "{1} tasks").String(), "1 task"},
		{en.many(0, "{1} task", "{1} tasks").String(), "0 tasks"},
		{ja.many(1, "{1} task", "{1} tasks").String(), "作業 1"},
		{en.list([]phrase{words("a"), words("b")}).String(), "a, b"},
		{ja.list([]phrase{words("a"), words("b")}).String(), "a、b"},
		{en.sentences(words("A."), nil, words("B.")).String(), "A. B."},
		{ja.sentences(words("A。"), words("B。")).String(), "A。B。"},
	} {
		if x.got != x.want {
			t.Errorf("said %q, want %q", x.got, x.want)
		}
	}
}
