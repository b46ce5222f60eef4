package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
)

// module is what import paths of ours begin with.
const module = "tasuki/"

// name is a top-level name of a package, by folder. A method's begins with a point,
// and is one for all types of a package.
type name struct{ folder, text string }

// sources are the top-level names of the module: what mentions which others, and
// which are tests.
type sources struct {
	mentions map[name]map[name]bool
	built    map[name]bool // declared in a file that is no test's
	tests    map[name]bool
}

func newSources() *sources {
	return &sources{mentions: map[name]map[name]bool{}, built: map[name]bool{}, tests: map[name]bool{}}
}

// readAll reads the Go files below a folder, but for those of other modules and what
// go test does not look at.
func (s *sources) readAll(root string) error {
	return filepath.WalkDir(root, func(file string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() && file != root {
			_, err := os.Stat(filepath.Join(file, "go.mod"))
			if base := e.Name(); err == nil || base == "testdata" || strings.HasPrefix(base, ".") || strings.HasPrefix(base, "_") {
				return fs.SkipDir
			}
		}
		if e.IsDir() || !strings.HasSuffix(file, ".go") {
			return nil
		}
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		relative, err := filepath.Rel(root, file)
		if err != nil {
			return err
		}
		return s.read(filepath.ToSlash(relative), text)
	})
}

// read adds a file, whose path is relative to the module.
func (s *sources) read(file string, text []byte) error {
	parsed, err := parser.ParseFile(token.NewFileSet(), file, text, parser.SkipObjectResolution)
	if err != nil {
		return fmt.Errorf("reading which tests there are: %w", err)
	}
	folder := path.Dir(file)
	imports, err := importsOf(parsed)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	for _, d := range parsed.Decls {
		for _, declared := range declares(d) {
			n := name{folder, declared}
			ast.Inspect(d, func(node ast.Node) bool { return s.mention(n, node, imports) })
			if !strings.HasSuffix(file, "_test.go") {
				s.built[n] = true
			} else if isTest(d, declared) {
				s.tests[n] = true
				// What runs before any test counts for each.
				for _, before := range []string{"TestMain", "init"} {
					s.add(n, name{folder, before})
				}
			}
		}
	}
	return nil
}

func isTest(d ast.Decl, function string) bool {
	if _, ok := d.(*ast.FuncDecl); !ok {
		return false
	}
	for _, kind := range []string{"Test", "Fuzz", "Example"} {
		if strings.HasPrefix(function, kind) && function != "TestMain" {
			return true
		}
	}
	return false
}

// importsOf returns the folders of the packages of ours that a file imports, by the
// name by which it calls them.
func importsOf(file *ast.File) (map[string]string, error) {
	imports := map[string]string{}
	for _, i := range file.Imports {
		full, _ := strconv.Unquote(i.Path.Value)
		folder, ours := strings.CutPrefix(full, module)
		if !ours {
			continue
		}
		called := path.Base(folder)
		if i.Name != nil {
			called = i.Name.Name
		}
		if called == "." {
			return nil, fmt.Errorf("names of %s cannot be told from those of the package; import it by its name", full)
		}
		imports[called] = folder
	}
	return imports, nil
}

// declares returns the names that a declaration gives. Package variables without a
// name are set before any test, as init is run.
func declares(d ast.Decl) (names []string) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv != nil {
			return []string{"." + d.Name.Name}
		}
		return []string{d.Name.Name}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch spec := spec.(type) {
			case *ast.ValueSpec:
				for _, n := range spec.Names {
					if n.Name == "_" {
						names = append(names, "init")
					} else {
						names = append(names, n.Name)
					}
				}
			case *ast.TypeSpec:
				names = append(names, spec.Name.Name)
			}
		}
	}
	return names
}

func (s *sources) add(from, to name) {
	if s.mentions[from] == nil {
		s.mentions[from] = map[name]bool{}
	}
	s.mentions[from][to] = true
}

// mention adds the names that a part of a declaration mentions. Who mentions a type
// may call its methods, by an interface too, without a word of them.
func (s *sources) mention(n name, part ast.Node, imports map[string]string) bool {
	switch part := part.(type) {
	case *ast.FuncDecl:
		if part.Recv != nil {
			ast.Inspect(part.Recv, func(in ast.Node) bool {
				if receiver, ok := in.(*ast.Ident); ok {
					s.add(name{n.folder, receiver.Name}, n)
				}
				return true
			})
		}
	case *ast.Ident:
		s.add(n, name{n.folder, part.Name})
	case *ast.SelectorExpr:
		s.add(n, name{n.folder, "." + part.Sel.Name})
		if pkg, ok := part.X.(*ast.Ident); ok && imports[pkg.Name] != "" {
			s.add(n, name{imports[pkg.Name], part.Sel.Name})
		}
		ast.Inspect(part.X, func(in ast.Node) bool { return s.mention(n, in, imports) })
		return false
	}
	return true
}
