package house

import (
	"go/ast"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tasuki/analysis/findings"
	"tasuki/analysis/workload"
	"tasuki/graph"
	"tasuki/render/messages/catalogue"
)

// saying are the functions whose texts stand in the catalogues, with the positions
// of the arguments that are keys.
var saying = map[string][]int{
	"Say": {0}, "Plain": {0}, "Form": {0}, "Key": {0}, "Left": {0}, "Right": {0}, "Wide": {0}, "figure": {1}, "head": {1}, "define": {0, 1}, "newDrawing": {1},
	"Many": {2}, "Count": {2}, "FormOf": {2},
}

// keys returns every key that is said: what the source names, and the words that
// data and results consist of.
func keys(t *testing.T) []string {
	t.Helper()
	said := wordsOfResults()
	for _, f := range sources(t) {
		if f.test || floor(f.pkg) != "render" && floor(f.pkg) != "cmd" && f.pkg != "internal/usage" && f.pkg != "internal/assistant" {
			continue
		}
		ast.Inspect(f.File, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				for _, i := range saying[called(call)] {
					if i < len(call.Args) {
						if text, ok := literal(call.Args[i]); ok {
							said[text] = true
						}
					}
				}
			}
			return true
		})
	}
	for _, template := range []string{"report/html/report.html.tmpl", "explorer/html/explorer.html.tmpl", "explorer/html/console.html.tmpl"} {
		page, err := os.ReadFile(filepath.Join("..", "..", "render", filepath.FromSlash(template)))
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`\.Say "([^"]*)"`).FindAllStringSubmatch(string(page), -1) {
			said[m[1]] = true
		}
	}
	return slices.Sorted(maps.Keys(said))
}

// wordsOfResults are keys that no source names: codes that are said as they are.
func wordsOfResults() map[string]bool {
	said := map[string]bool{"all tasks": true, workload.UnknownTiming: true}
	for _, words := range []string{"role", "kind", "handoff kind", "timing", "tier", "substitutability", "reading", "means"} {
		for _, w := range graph.Words(words) {
			said[w] = true
		}
	}
	for _, k := range []workload.ScopeKind{workload.ScopePhase, workload.ScopeCategory, workload.ScopeTiming, workload.ScopeFlow, workload.ScopeParty} {
		said["by "+string(k)] = true
	}
	for _, s := range []findings.Severity{findings.High, findings.Medium, findings.Low, findings.Info} {
		said["Findings of severity "+string(s)], said[string(s)] = true, true
	}
	said[string(findings.Off)] = true
	return said
}

// called returns the name of what a call calls.
func called(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		return f.Sel.Name
	case *ast.Ident:
		return f.Name
	}
	return ""
}

func literal(e ast.Expr) (string, bool) {
	l, ok := e.(*ast.BasicLit)
	if !ok || l.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(l.Value)
	return text, err == nil
}

// TestCataloguesSayWhatIsSaid holds each catalogue to the keys of the source: none
// is missing, none is left over, and each text has the arguments of its key.
func TestCataloguesSayWhatIsSaid(t *testing.T) {
	said, failures := keys(t), errorForms(t)
	if len(said) < 500 {
		t.Fatalf("the source says %d texts only", len(said))
	}
	for _, lang := range catalogue.Langs() {
		entries := catalogue.In(lang).Entries()
		for _, key := range said {
			if _, ok := entries[key]; !ok && lang != graph.English {
				t.Errorf("%s.json lacks %q", lang, key)
			}
		}
		for key, forms := range entries {
			if failures[key] {
				continue
			}
			if !slices.Contains(said, key) {
				t.Errorf("%s.json has %q, which nothing says", lang, key)
			}
			for category, text := range forms {
				if want, got := arguments(key), arguments(text); !slices.Equal(want, got) && (category == "other" || !slices.Equal(without(want), got)) {
					t.Errorf("%s.json: %q has the arguments %v, its form %s %v", lang, key, want, category, got)
				}
			}
		}
	}
}

// without returns arguments without the number of things, which a form for one
// thing may leave out.
func without(values []string) []string {
	return slices.DeleteFunc(slices.Clone(values), func(v string) bool { return v == "{1}" })
}

// arguments returns the arguments in a text, sorted, as often as they stand in it.
func arguments(text string) []string {
	values := catalogue.Value.FindAllString(text, -1)
	slices.Sort(values)
	return values
}

// TestCataloguesAreInOrder keeps the files such that a change shows as one line.
func TestCataloguesAreInOrder(t *testing.T) {
	names, err := filepath.Glob(filepath.Join("..", "..", "render", "messages", "catalogue", "*.json"))
	if err != nil || len(names) == 0 {
		t.Fatalf("the catalogues are %v (%v)", names, err)
	}
	key := regexp.MustCompile(`(?m)^  ("(?:[^"\\]|\\.)*"):`)
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var list []string
		for _, m := range key.FindAllStringSubmatch(string(text), -1) {
			k, err := strconv.Unquote(m[1])
			if err != nil {
				t.Fatal(err)
			}
			list = append(list, k)
		}
		if entries := catalogue.In(graph.Lang(strings.TrimSuffix(filepath.Base(name), ".json"))).Entries(); len(list) != len(entries) {
			t.Errorf("%s: %d keys stand at the beginning of a line, of %d", name, len(list), len(entries))
		}
		for i := 1; i < len(list); i++ {
			if list[i-1] >= list[i] {
				t.Errorf("%s: %q stands before %q; sort the keys by their bytes, each once", name, list[i-1], list[i])
			}
		}
	}
}
