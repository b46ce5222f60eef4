package house

import (
	"fmt"
	"go/ast"
	"maps"
	"slices"
	"strings"
	"testing"
)

// What one person can know: lines count with their comments, tests apart.
const (
	maxPackageLines  = 3000
	maxPackageFiles  = 30
	maxFileLines     = 300
	maxFunctionLines = 60
)

// TestSizes holds the limits and, with -v, prints the table of rooms.
func TestSizes(t *testing.T) {
	type room struct{ files, lines, tests int }
	all, total := map[string]*room{}, 0
	for _, f := range sources(t) {
		r := all[f.pkg]
		if r == nil {
			r = &room{}
			all[f.pkg] = r
		}
		if f.test {
			r.tests += f.lines
			continue
		}
		r.files++
		r.lines += f.lines
		total += f.lines
		if f.lines > maxFileLines {
			t.Errorf("%s has %d lines, want at most %d: one idea per file", f.path, f.lines, maxFileLines)
		}
		for _, d := range f.Decls {
			if d, ok := d.(*ast.FuncDecl); ok {
				if n := f.line(d.End()) - f.line(d.Pos()) + 1; n > maxFunctionLines {
					t.Errorf("%s:%d: %s has %d lines, want at most %d", f.path, f.line(d.Pos()), d.Name.Name, n, maxFunctionLines)
				}
			}
		}
	}
	var table strings.Builder
	fmt.Fprintf(&table, "\n%-28s %5s %6s %6s\n", "package", "files", "lines", "tests")
	for _, pkg := range slices.Sorted(maps.Keys(all)) {
		r := all[pkg]
		fmt.Fprintf(&table, "%-28s %5d %6d %6d\n", pkg, r.files, r.lines, r.tests)
		if r.lines > maxPackageLines || r.files > maxPackageFiles {
			t.Errorf("package %s has %d lines in %d files, want at most %d in %d: part it", pkg, r.lines, r.files, maxPackageLines, maxPackageFiles)
		}
	}
	t.Logf("%s%d lines of Go outside tests", table.String(), total)
}

// TestExportedIdentifiersAreDocumented wants a comment at each of them, and one
// that says what is in it at each package.
func TestExportedIdentifiersAreDocumented(t *testing.T) {
	documented := map[string]bool{}
	for _, f := range sources(t) {
		if f.test {
			continue
		}
		documented[f.pkg] = documented[f.pkg] || f.Doc != nil
		for _, d := range f.Decls {
			for _, id := range undocumented(d) {
				t.Errorf("%s:%d: %s has no comment", f.path, f.line(id.Pos()), id.Name)
			}
		}
	}
	for pkg, ok := range documented {
		if !ok {
			t.Errorf("package %s has no comment that says what is in it", pkg)
		}
	}
}

// undocumented returns the exported names of a declaration that neither it nor its
// group has a comment for.
func undocumented(d ast.Decl) []*ast.Ident {
	var names []*ast.Ident
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Doc == nil && d.Name.IsExported() && receiverIsExported(d) {
			names = append(names, d.Name)
		}
	case *ast.GenDecl:
		for _, s := range d.Specs {
			switch s := s.(type) {
			case *ast.TypeSpec:
				if d.Doc == nil && s.Doc == nil && s.Name.IsExported() {
					names = append(names, s.Name)
				}
			case *ast.ValueSpec:
				if d.Doc == nil && s.Doc == nil && s.Comment == nil && s.Names[0].IsExported() {
					names = append(names, s.Names[0])
				}
			}
		}
	}
	return names
}

func receiverIsExported(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return true
	}
	exported := false
	ast.Inspect(d.Recv.List[0].Type, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && !exported {
			exported = id.IsExported()
			return false
		}
		return true
	})
	return exported
}
