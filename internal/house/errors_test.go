package house

import (
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/render/messages/catalogue"
)

// failing are the functions that are given the forms of errors.
var failing = regexp.MustCompile(`(?i)errorf|^new$|fault|^add$|refuse|^saying$|^form$|^usagef$`)

// noting are the functions that are given the forms of notes, or words of ours.
var noting = regexp.MustCompile(`^(Notef|Word|[aA]ssume(Noticed|Lines)?|Agree)$`)

// mute are packages whose errors nobody reads but who tests.
var mute = []string{"internal/graphtext", "internal/logtext", "internal/booktext", "internal/samples", "internal/golden", "internal/graphvizreference", "internal/editor/bundle", "internal/pdftext", "internal/matrixtext", "internal/rowtext", "internal/bruteforce", "internal/goschema", "internal/house", "internal/reach", "internal/benchlog", "graph/storetest"}

// errorForms returns the forms of errors and notes, and the texts of the help, that the
// source names. A form has words: "%s: %w" reads the same everywhere.
func errorForms(t *testing.T) map[string]bool {
	t.Helper()
	forms := map[string]bool{}
	note := func(e ast.Expr) {
		if text, ok := joined(e); ok && words.MatchString(text) {
			forms[text] = true
		}
	}
	for _, f := range sources(t) {
		if f.test || slices.Contains(mute, f.pkg) {
			continue
		}
		ast.Inspect(f.File, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				name := called(n)
				switch {
				case naming[name] > 0 && len(n.Args) > naming[name]:
					note(n.Args[naming[name]])
				case noting.MatchString(name):
					for _, a := range n.Args {
						note(a)
					}
				case failing.MatchString(name):
					for _, a := range n.Args {
						if text, ok := joined(a); ok && strings.Contains(text, " ") {
							note(a)
						}
					}
				case declaring(f.pkg) && flagged.MatchString(name) && len(n.Args) > 2:
					note(n.Args[len(n.Args)-1])
				case declaring(f.pkg) && name == "Register" && len(n.Args) > 2:
					note(n.Args[2])
				}
			case *ast.KeyValueExpr:
				if key, ok := n.Key.(*ast.Ident); ok && slices.Contains([]string{"Message", "Reason", "Hint", "Short", "Long", "Says"}, key.Name) {
					note(n.Value)
				}
			case *ast.ValueSpec:
				for i, v := range n.Values {
					if i < len(n.Names) && shared.MatchString(n.Names[i].Name) {
						note(v)
					}
				}
			}
			return true
		})
	}
	return forms
}

// declaring reports whether a package declares flags.
func declaring(pkg string) bool {
	return floor(pkg) == "cmd" || slices.Contains([]string{"internal/flagvalue", "internal/input", "internal/observing", "internal/usage"}, pkg)
}

var (
	// flagged are the functions that declare a flag, which they are told the use of last.
	flagged = regexp.MustCompile(`^(String|Bool|Int|Float64|Duration|StringSlice|StringArray|StringToInt|StringToString|Count)?Var(P)?$|^(String|Bool|Int|Duration)(P)?$`)
	// naming are the functions that are told what something is, with the position of
	// the argument that says it.
	naming = map[string]int{"ids": 1, "terms": 1, "ref": 1, "named": 3, "report": 2, "Exactly": 1, "Between": 2}
	// shared are names of forms that several places use.
	shared = regexp.MustCompile(`^(too|no|err)[A-Z]\w*$|^(smaller|order|fuller|OneKind)$`)
	// words are what is said, verbs of a format apart.
	words = regexp.MustCompile(`(^|[^%a-zA-Z])[a-zA-Z]{2,}`)
	// verb is a verb of a format with its flags, without the position of its argument.
	verb = regexp.MustCompile(`%[-+# 0]*(?:\.\d+)?(?:\[\d+\])?[a-zA-Z%]`)
	// place is the position of an argument.
	place = regexp.MustCompile(`\[\d+\]|\.0`)
)

// joined returns a text that is written in one or several literals.
func joined(e ast.Expr) (string, bool) {
	if sum, ok := e.(*ast.BinaryExpr); ok && sum.Op == token.ADD {
		a, known := joined(sum.X)
		b, too := joined(sum.Y)
		return a + b, known && too
	}
	return literal(e)
}

// TestErrorsAreSaidInEveryLanguage holds each catalogue to the forms of errors and
// the texts of the help: none is missing, and each has the verbs of its key.
func TestErrorsAreSaidInEveryLanguage(t *testing.T) {
	forms := errorForms(t)
	if len(forms) < 500 {
		t.Fatalf("the source names %d forms only", len(forms))
	}
	for _, lang := range catalogue.Langs() {
		if lang == graph.English {
			continue
		}
		entries := catalogue.In(lang).Entries()
		for form := range forms {
			text, ok := entries[form]
			if !ok {
				t.Errorf("%s.json lacks %q", lang, form)
				continue
			}
			if want, got := verbs(form), verbs(text["other"]); !slices.Equal(want, got) {
				t.Errorf("%s.json: %q has the verbs %q, its form %q", lang, form, want, got)
			}
		}
	}
}

// verbs returns the verbs of a format, sorted.
func verbs(format string) []string {
	list := verb.FindAllString(format, -1)
	for i, v := range list {
		list[i] = place.ReplaceAllString(v, "")
	}
	slices.Sort(list)
	return list
}
