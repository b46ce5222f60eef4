package house

import (
	"slices"
	"strings"
	"testing"
)

// importers says which packages may import a third-party module: one, so that it
// can be replaced in one place. A format that is read and written has one for each, and tests theirs.
var importers = map[string][]string{
	"go.yaml.in/yaml/v4":               {"graph/files/schema"},
	"github.com/xuri/excelize":         {"graph/matrix/table/xlsx", "internal/booktext", "render/workbook"},
	"golang.org/x/net/html":            {"graph/matrix/table/html"},
	"golang.org/x/text/encoding":       {"graph/matrix/table/charset"},
	"golang.org/x/text/feature/plural": {"render/messages/catalogue"},
	"golang.org/x/text/language":       {"render/messages/catalogue"},
	"golang.org/x/text/unicode/norm":   {"graph/spelling"},
	"gonum.org/v1/gonum":               {"analysis/network"},
	"github.com/tetratelabs/wazero":    {"render/graphviz"},
	"github.com/goccy/go-graphviz":     {"internal/graphvizreference"},
	"codeberg.org/go-pdf/fpdf":         {"render/paint"},
	"golang.org/x/sys":                 {"internal/outdir"},
	"golang.org/x/image":               {"render/paint"},
	"github.com/gofrs/flock":           {"internal/outdir"},
	"github.com/spf13/cobra":           {"cmd/tasuki", "cmd/tasuki/flags", "cmd/tasuki/drills", "cmd/tasuki/exports", "internal/input", "internal/observing", "internal/usage"},
	"github.com/spf13/pflag":           {"cmd/tasuki", "internal/flagvalue", "internal/usage"},
	"github.com/neo4j/neo4j-go-driver": {"graph/neo4jstore"},
	"github.com/owenrumney/go-sarif":   {"render/sarif"},
	"github.com/chromedp/chromedp":     {"internal/browser"},
	"github.com/evanw/esbuild":         {"internal/editor/bundle"},

	"github.com/modelcontextprotocol/go-sdk": {"internal/assistant"},
}

func TestEachModuleHasOneImporter(t *testing.T) {
	for pkg, imports := range packageImports(t) {
		for _, path := range imports {
			if host, _, _ := strings.Cut(path, "/"); !strings.Contains(host, ".") {
				continue
			}
			allowed := false
			for m, pkgs := range importers {
				allowed = allowed || (path == m || strings.HasPrefix(path, m+"/")) && slices.Contains(pkgs, pkg)
			}
			if !allowed {
				t.Errorf("%s imports %s, which is not its to import; see importers", pkg, path)
			}
		}
	}
}
