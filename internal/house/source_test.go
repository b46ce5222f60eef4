package house

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// source is a Go file of the project.
type source struct {
	*ast.File
	set   *token.FileSet
	path  string // from the top level
	pkg   string // its folder
	lines int
	test  bool
}

func (s source) line(p token.Pos) int { return s.set.Position(p).Line }

// sources returns every Go file of the project.
func sources(t *testing.T) []source {
	t.Helper()
	list, err := parsed()
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// parsed reads them once for all tests, which look at them only.
var parsed = sync.OnceValues(func() ([]source, error) {
	root := filepath.Join("..", "..")
	var list []source
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && path != root && strings.HasPrefix(e.Name(), "."):
			return filepath.SkipDir
		case e.IsDir() || !strings.HasSuffix(path, ".go"):
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, text, parser.ParseComments)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		list = append(list, source{
			File: file, set: set, path: rel, pkg: filepath.ToSlash(filepath.Dir(rel)),
			lines: bytes.Count(text, []byte("\n")), test: strings.HasSuffix(path, "_test.go"),
		})
		return nil
	})
	return list, err
})

// packageImports returns what each package imports, its tests apart.
func packageImports(t *testing.T) map[string][]string {
	t.Helper()
	imports := map[string][]string{}
	for _, f := range sources(t) {
		if f.test {
			continue
		}
		imports[f.pkg] = append(imports[f.pkg], "")
		for _, spec := range f.Imports {
			imports[f.pkg] = append(imports[f.pkg], strings.Trim(spec.Path.Value, `"`))
		}
	}
	return imports
}
