package house

import (
	"go/ast"
	"testing"

	"tasuki/queries"
)

// TestQuestionsNameFunctions looks up what each question of the catalogue says that
// it agrees with.
func TestQuestionsNameFunctions(t *testing.T) {
	declared := map[string]bool{}
	for _, f := range sources(t) {
		if f.test || floor(f.pkg) != "analysis" {
			continue
		}
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil {
				declared[f.Name.Name+"."+fn.Name.Name] = true
			}
		}
	}
	for _, q := range queries.All() {
		if name := q.Agrees.Analysis; name != "" && !declared[name] {
			t.Errorf("question %s agrees with %s, which nobody declares", q.Name, name)
		}
	}
}
