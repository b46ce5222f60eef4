// Package house checks that imports point one way and that each third-party
// module has one importing package, so that it can be replaced in one place.
package house

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// mayImport says which packages of ours each of ours may import, tests apart.
var mayImport = map[string][]string{
	"graph":                      nil,
	"graph/matrix":               {"graph"},
	"graph/files":                {"graph", "graph/matrix"},
	"analysis/network":           nil,
	"analysis":                   {"graph", "analysis/network"},
	"analysis/drill":             {"graph", "analysis"},
	"render":                     {"graph", "analysis", "analysis/drill"},
	"render/graphviz":            {"render"},
	"render/paint":               {"graph", "render"},
	"render/workbook":            nil,
	"cmd/tasuki":                 {"graph", "graph/matrix", "graph/files", "graph/neo4jstore", "queries", "analysis", "analysis/drill", "render", "render/graphviz", "render/paint", "render/workbook", "internal/outdir"},
	"graph/neo4jstore":           {"graph"},
	"graph/storetest":            {"graph"},
	"queries":                    nil,
	"internal/graphtext":         {"graph"},
	"internal/golden":            nil,
	"internal/house":             nil,
	"internal/goschema":          nil,
	"internal/pdftext":           nil,
	"internal/graphvizreference": nil,
	"internal/outdir":            nil,
}

// importer says which package may import a third-party module. A format that is
// read and written has a reader and a writer, see writer.
var importer = map[string]string{
	"go.yaml.in/yaml/v4":                                        "graph/files",
	"github.com/santhosh-tekuri/jsonschema":                     "graph/files",
	"github.com/xuri/excelize":                                  "graph/matrix",
	"golang.org/x/text/encoding":                                "graph/matrix",
	"golang.org/x/text/unicode/norm":                            "graph",
	"gonum.org/v1/gonum":                                        "analysis/network",
	"github.com/tetratelabs/wazero":                             "render/graphviz",
	"gonum.org/v1/plot":                                         "render/paint",
	"codeberg.org/go-pdf/fpdf":                                  "render/paint",
	"github.com/hajimehoshi/ebiten/v2/examples/resources/fonts": "render/paint",
	"golang.org/x/image":                                        "render/paint",
	"github.com/spf13/cobra":                                    "cmd/tasuki",
	"github.com/neo4j/neo4j-go-driver":                          "graph/neo4jstore",
	"github.com/ledongthuc/pdf":                                 "internal/pdftext",
	"github.com/gofrs/flock":                                    "internal/outdir",
	"golang.org/x/sys":                                          "internal/outdir",
}

// writer says which package writes what the importer of a module reads: what
// reads workbooks must know the matrix in them, what writes them must not.
var writer = map[string]string{
	"github.com/xuri/excelize": "render/workbook",
}

// forbidden are the standard packages that pure packages do without: analysis
// and render see no file, clock or chance.
var forbidden = map[string][]string{
	"graph":            {"os", "time", "math/rand", "math/rand/v2", "net", "net/http"},
	"analysis":         {"os", "time", "math/rand", "math/rand/v2", "net", "net/http"},
	"analysis/drill":   {"os", "time", "math/rand", "math/rand/v2", "net", "net/http"},
	"analysis/network": {"os", "time", "math/rand", "math/rand/v2", "net", "net/http"},
	"render":           {"os", "time", "math/rand", "math/rand/v2", "net", "net/http"},
}

func TestImportsPointOneWay(t *testing.T) {
	for pkg, imports := range packageImports(t) {
		allowed, known := mayImport[pkg]
		if !known {
			t.Errorf("package %s is not in the plan of the house; give it a place in mayImport", pkg)
		}
		for _, path := range imports {
			if ours, ok := strings.CutPrefix(path, "tasuki/"); ok && !slices.Contains(allowed, ours) {
				t.Errorf("%s imports %s, but may only import %v", pkg, ours, allowed)
			}
			if slices.Contains(forbidden[pkg], path) {
				t.Errorf("%s imports %s: it is a pure package", pkg, path)
			}
		}
	}
}

func TestEachModuleHasOneImporter(t *testing.T) {
	for pkg, imports := range packageImports(t) {
		for _, path := range imports {
			if host, _, _ := strings.Cut(path, "/"); !strings.Contains(host, ".") {
				continue
			}
			if !slices.ContainsFunc(sortedModules(), func(m string) bool {
				return (path == m || strings.HasPrefix(path, m+"/")) && (importer[m] == pkg || writer[m] == pkg)
			}) {
				t.Errorf("%s imports %s, which is not its to import; see importer", pkg, path)
			}
		}
	}
}

func sortedModules() []string {
	var modules []string
	for m := range importer {
		modules = append(modules, m)
	}
	slices.Sort(modules)
	return modules
}

// packageImports returns what each package imports, its tests apart.
func packageImports(t *testing.T) map[string][]string {
	t.Helper()
	root := filepath.Join("..", "..")
	imports := map[string][]string{}
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && path != root && strings.HasPrefix(e.Name(), "."):
			return filepath.SkipDir
		case e.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, filepath.Dir(path))
		if err != nil {
			return err
		}
		pkg := filepath.ToSlash(rel)
		imports[pkg] = append(imports[pkg], "")
		for _, spec := range file.Imports {
			imports[pkg] = append(imports[pkg], strings.Trim(spec.Path.Value, `"`))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return imports
}
