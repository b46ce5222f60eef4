package house

import (
	"slices"
	"strings"
	"testing"
)

// rooms are the packages from the ground up. A package imports only packages that
// stand before it.
var rooms = strings.Fields(`
	graph/said graph/pattern graph/hours graph/spelling graph/likeness graph/jsonscan graph/eventlog graph/identifier
	queries
	graph
	graph/acceptance graph/minutes graph/numbers graph/redact
	graph/matrix/table graph/matrix/table/parts graph/matrix/table/xlsx graph/matrix/table/odf graph/matrix/table/docx graph/matrix/table/charset graph/matrix/table/separated graph/matrix/table/html graph/matrix/table/markdown graph/matrix/table/pdf/object graph/matrix/table/pdf/page graph/matrix/table/pdf graph/handoffs graph/matrix/formats graph/matrix/cell graph/matrix graph/matrix/legend graph/matrix/align graph/matrix/propose/word graph/matrix/propose/band graph/matrix/propose/sign graph/matrix/propose/tally graph/matrix/propose/layout graph/matrix/propose graph/xmltree graph/modelid graph/bpmn graph/archimate graph/files/schema graph/eventlog/intern graph/eventlog/stamp graph/eventlog/tally graph/eventlog/column graph/eventlog/csvlog graph/eventlog/xes graph/eventlog/ocel graph/eventlog/gather graph/eventlog/logfile graph/eventlog/mapping graph/files
	graph/neo4jstore/guard graph/neo4jstore/port graph/neo4jstore/model graph/neo4jstore/admincsv graph/neo4jstore graph/neo4jstore/gds graph/neo4jstore/observed graph/storetest

	analysis/exact analysis/network analysis/rules analysis/logpass
	analysis/workload analysis/flow analysis/placement analysis/overlay analysis/oncall analysis/readiness
	analysis/concentration analysis/bottleneck analysis/loss analysis/escalation
	analysis/observe analysis/socialnetwork analysis/observation
	analysis/spof analysis/inference analysis/certainty analysis/criticality analysis/findings analysis/consequence analysis/fix
	analysis analysis/lint analysis/drill analysis/difference

	render/packed render/truetype render/pdffile render/typeset/phrase render/typeset render/document render/messages/catalogue render/messages
	render/document/text render/document/markdown
	render/diagram render/look render/layout render/document/html render/encode render/drawings render/exchange render/register
	render/answer render/observed render/report/pages render/report/grounds render/report/brief render/report/section render/report/ladder render/consequences render/fixes render/drawings/changed render/comparison render/chart render/report render/sarif render/drillpack render/afteraction render/readiness
	render render/graphviz render/paint/pen render/paint render/book render/workbook render/form render/picture render/bundle render/explorer

	internal/graphtext internal/golden internal/goschema internal/pdftext internal/house internal/reach
	internal/graphvizreference
	internal/outdir internal/flagvalue internal/usage internal/pseudonyms internal/input internal/terminal internal/observing internal/markup internal/seeds internal/booktext internal/matrixtext internal/rowtext internal/bruteforce internal/logtext internal/samples internal/evaluation internal/benchlog
	internal/answergraph internal/editor/bundle internal/editor internal/explorer internal/browser internal/assistant

	cmd/tasuki/flags cmd/tasuki/drills cmd/tasuki/exports cmd/tasuki
`)

// closed are rooms whose doors lead to few others, by the first part of their
// path: facts do not know what is concluded from them, conclusions and pages know
// no store, and Cypher knows nothing of ours but how errors are said. Pages name
// questions, which are documented data.
var closed = map[string][]string{
	"queries":  {"graph/said"},
	"graph":    {"graph"},
	"analysis": {"analysis", "graph"},
	"render":   {"render", "analysis", "graph", "queries"},
	"internal": {"internal", "render", "analysis", "graph", "queries"},
}

// stores are the packages that analysis and render never see: what holds facts,
// and what reads them.
var stores = []string{"graph/eventlog/intern", "graph/eventlog/stamp", "graph/eventlog/tally", "graph/eventlog/column", "graph/eventlog/csvlog", "graph/eventlog/xes", "graph/eventlog/ocel", "graph/eventlog/gather", "graph/eventlog/logfile", "graph/handoffs", "graph/matrix", "graph/matrix/table", "graph/matrix/table/parts", "graph/matrix/table/xlsx", "graph/matrix/table/odf", "graph/matrix/table/docx", "graph/matrix/table/charset", "graph/matrix/table/separated", "graph/matrix/table/html", "graph/matrix/table/markdown", "graph/matrix/table/pdf", "graph/matrix/table/pdf/object", "graph/matrix/table/pdf/page", "graph/matrix/formats", "graph/matrix/cell", "graph/matrix/legend", "graph/matrix/align", "graph/matrix/propose", "graph/matrix/propose/word", "graph/matrix/propose/band", "graph/matrix/propose/sign", "graph/matrix/propose/tally", "graph/matrix/propose/layout", "graph/files", "graph/neo4jstore/guard", "graph/neo4jstore/port", "graph/neo4jstore/model", "graph/neo4jstore/admincsv", "graph/neo4jstore", "graph/neo4jstore/gds", "graph/neo4jstore/observed", "graph/storetest"}

// impure are the standard packages that analysis, render and the domain do
// without: they see no file, clock or chance.
var impure = []string{"os", "time", "math/rand", "math/rand/v2", "net", "net/http"}

// edge are the packages of those rooms that do touch the machine.
var edge = []string{"graph/eventlog/stamp", "graph/eventlog/gather", "graph/eventlog/logfile", "graph/hours", "graph/matrix", "graph/matrix/table", "graph/matrix/table/parts", "graph/matrix/table/xlsx", "graph/matrix/table/odf", "graph/matrix/table/docx", "graph/matrix/table/charset", "graph/matrix/table/separated", "graph/matrix/table/html", "graph/matrix/table/markdown", "graph/matrix/table/pdf", "graph/matrix/table/pdf/object", "graph/matrix/table/pdf/page", "graph/matrix/formats", "graph/matrix/align", "graph/matrix/propose", "graph/matrix/propose/word", "graph/matrix/propose/band", "graph/matrix/propose/sign", "graph/matrix/propose/tally", "graph/matrix/propose/layout", "graph/files", "graph/neo4jstore/port", "graph/neo4jstore", "graph/neo4jstore/gds", "graph/neo4jstore/observed", "graph/storetest", "render/graphviz", "render/paint"}

func TestImportsPointOneWay(t *testing.T) {
	for pkg, imports := range packageImports(t) {
		place := slices.Index(rooms, pkg)
		if place < 0 {
			t.Errorf("package %s is not in the plan of the house; give it a place in rooms", pkg)
			continue
		}
		for _, path := range imports {
			ours, ok := strings.CutPrefix(path, "tasuki/")
			if !ok {
				continue
			}
			if at := slices.Index(rooms, ours); at >= place {
				t.Errorf("%s imports %s, which stands above it", pkg, ours)
			}
			if doors, ok := closed[floor(pkg)]; ok && !slices.Contains(doors, floor(ours)) && !slices.Contains(doors, ours) {
				t.Errorf("%s imports %s: from %s only %v can be reached", pkg, ours, floor(pkg), doors)
			}
			if (floor(pkg) == "analysis" || floor(pkg) == "render") && slices.Contains(stores, ours) {
				t.Errorf("%s imports %s: it sees no store", pkg, ours)
			}
		}
	}
}

func TestPurePackagesSeeNoMachine(t *testing.T) {
	for pkg, imports := range packageImports(t) {
		if f := floor(pkg); f != "graph" && f != "analysis" && f != "render" || slices.Contains(edge, pkg) {
			continue
		}
		for _, path := range imports {
			if slices.Contains(impure, path) {
				t.Errorf("%s imports %s: it is a pure package", pkg, path)
			}
		}
	}
}

// TestNothingIsUnsafe holds what scripts/test relies on, which leaves out the check of
// unsafe pointers of ours.
func TestNothingIsUnsafe(t *testing.T) {
	for _, f := range sources(t) {
		for _, spec := range f.Imports {
			if spec.Path.Value == `"unsafe"` {
				t.Errorf("package %s imports unsafe", f.pkg)
			}
		}
	}
}

// floor returns the first part of the path of a package.
func floor(pkg string) string {
	first, _, _ := strings.Cut(pkg, "/")
	return first
}
