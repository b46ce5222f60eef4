package graphviz

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// library is what graphviz.wasm and the way to drive it are compared with.
const library = "github.com/goccy/go-graphviz"

func TestProgramIsTheOneOfTheLibrary(t *testing.T) {
	folder := output(t, exec.Command("go", "list", "-m", "-f", "{{.Dir}}", library))
	want, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(folder)), "internal", "wasm", "graphviz.wasm"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(program(), want) {
		t.Errorf("graphviz.wasm (%d bytes) is not the file that %s carries (%d bytes)", len(program()), library, len(want))
	}
}

func TestDrawsAsTheLibraryDoes(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles Graphviz for the library")
	}
	drawings := maps.Clone(peculiar)
	for seed := range 60 {
		drawings[fmt.Sprint("random ", seed)] = randomDrawing(rand.New(rand.NewPCG(1, uint64(seed))))
	}
	names := slices.Sorted(maps.Keys(drawings))
	e := started(t, limits{pages: gibibyte})
	for i, want := range byLibrary(t, names, drawings) {
		dot := drawings[names[i]]
		for format, want := range map[string]string{"svg": want.SVG, "json": want.JSON} {
			d, err := e.drawing(t.Context(), dot)
			if err != nil {
				t.Fatalf("%s: %v", names[i], err)
			}
			d.layOut("dot")
			if got := d.write(format); d.err != nil || string(got) != want {
				t.Errorf("%s: the %s differs (%v)\n%s\n%s\n%s", names[i], format, d.err, dot, got, want)
			}
			d.close()
		}
	}
}

// picture is what internal/graphvizreference writes of a drawing.
type picture struct{ SVG, JSON, Error string }

// byLibrary has the library draw, in a process that finds no machine code of
// others.
func byLibrary(t *testing.T, names []string, drawings map[string]string) []picture {
	t.Helper()
	var list []string
	for _, name := range names {
		list = append(list, drawings[name])
	}
	in, err := json.Marshal(list)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "reference")
	output(t, exec.Command("go", "build", "-o", path, "tasuki/internal/graphvizreference"))
	cmd := exec.Command(path)
	cmd.Stdin = bytes.NewReader(in)
	cmd.Env = append(os.Environ(), "TMPDIR="+t.TempDir())
	var pictures []picture
	if err := json.Unmarshal(output(t, cmd), &pictures); err != nil || len(pictures) != len(names) {
		t.Fatalf("%d pictures of %d drawings: %v", len(pictures), len(names), err)
	}
	return pictures
}

func output(t *testing.T, cmd *exec.Cmd) []byte {
	t.Helper()
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v: %v\n%s", cmd, err, &stderr)
	}
	return out
}

// peculiar are drawings in which Graphviz does what drawings of ours do not ask
// for today, or for which the library does something of its own.
var peculiar = map[string]string{
	"empty":          `graph {}`,
	"empty labels":   `digraph { a [label=""]; b [label=<>]; node [label=""]; c; d [label="d"]; a -> c [label=""] }`,
	"no labels":      `digraph { a; "b c"; a -> "b c" }`,
	"records":        `digraph { a [shape=record, label="{<p> x|y}|z"]; b [shape=Mrecord]; a:p:n -> b:s }`,
	"table":          `digraph { a [label=<<table><tr><td port="x"><b>bold</b></td><td>&amp; &eacute;</td></tr></table>>]; a:x -> b }`,
	"clusters":       `digraph { compound=true; subgraph cluster_a { label="A"; a; b } subgraph cluster_b { b -> c } a -> c [ltail=cluster_a, lhead=cluster_b] }`,
	"orthogonal":     `digraph { splines=ortho; a -> {b c d}; b -> d; c -> d [xlabel="x"] }`,
	"placed":         `digraph { graph [layout=nop2, bb="0,0,100,100"]; a [pos="10,10"]; b [pos="90,90"]; a -> b [pos="e,80,80 20,20 40,40 60,60 80,80"] }`,
	"half placed":    `graph { graph [layout=neato]; a [pos="10,10!"]; b [pos="90,90!"]; a -- b -- c }`,
	"placed by nop":  `graph { graph [layout=nop]; a [pos="10,10"]; b [pos="90,90"]; a -- b }`,
	"neato":          `graph { layout=neato; a -- b -- c -- a -- d; overlap=false }`,
	"fdp":            `graph { layout=fdp; a -- b -- c -- a; subgraph cluster_x { d -- e } c -- d }`,
	"circo":          `graph { layout=circo; a -- b -- c -- d -- a }`,
	"twopi":          `graph { layout=twopi; root=a; a -- {b c d}; b -- {e f} }`,
	"osage":          `graph { layout=osage; a; b; subgraph cluster_x { c; d } }`,
	"pages":          `digraph { size="1,1"; page="2,2"; rotate=90; a -> b -> c }`,
	"layers":         `digraph { layers="x:y"; a [layer=x]; b [layer=y]; a -> b }`,
	"missing image":  `digraph { a [image="/etc/hostname"]; b [shapefile="nix.png"] }`,
	"strange values": `digraph { graph [rankdir=XX, nodesep="wide"]; a [shape=nix, color="#zz", fontsize=-3]; a -> b [style=nix, arrowhead=nix] }`,
	"colours":        `digraph { a [style="filled,rounded", fillcolor="red:blue", gradientangle=90]; b [style=wedged, fillcolor="red;0.3:green"]; a -> b [color="red:blue", penwidth=3] }`,
	"text":           `digraph { charset="UTF-8"; a [label="原因調査\l依頼\r", URL="x?a=1&b=2", tooltip="t"]; a -> b [label="é", taillabel="t", headlabel="h", headURL="u"] }`,
	"many":           "digraph {" + strings.Repeat("a -> b; b -> c; c -> a; ", 90) + "}",
}

// randomDrawing returns a graph of up to 30 nodes with attributes of all kinds.
func randomDrawing(r *rand.Rand) string {
	pick := func(values ...string) string { return values[r.IntN(len(values))] }
	var b strings.Builder
	kind, arrow := "digraph", "->"
	if r.IntN(4) == 0 {
		kind, arrow = "graph", "--"
	}
	fmt.Fprintf(&b, "%s%s {\ngraph [rankdir=%s, splines=%s, ranksep=%.2f, label=%q]\n", pick("", "strict "), kind,
		pick("TB", "LR", "BT", "RL"), pick("true", "line", "polyline", "ortho", "curved"), r.Float64()+0.1, pick("", "title", "題"))
	n := 1 + r.IntN(30)
	for i := range n {
		fmt.Fprintf(&b, "n%d [shape=%s, style=%s, fontsize=%d, label=%q]\n", i,
			pick("box", "ellipse", "hexagon", "folder", "plain", "record", "cylinder"), pick("solid", "dashed", "filled", "bold", "invis"), 6+r.IntN(12), pick("", `\N`, "a & b", "二行\nの文", "<x>"))
	}
	for range r.IntN(2 * n) {
		fmt.Fprintf(&b, "n%d %s n%d [label=%q, weight=%d, constraint=%s, arrowhead=%s]\n", r.IntN(n), arrow, r.IntN(n),
			pick("", "", "依頼", "x"), r.IntN(4), pick("true", "false"), pick("normal", "vee", "none", "dot"))
	}
	for i := range r.IntN(3) {
		fmt.Fprintf(&b, "subgraph %s%d { rank=%s; n%d; n%d }\n", pick("cluster_", "s"), i, pick("same", "min", "max"), r.IntN(n), r.IntN(n))
	}
	b.WriteString("}\n")
	return b.String()
}
