package graphvizreference

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	library "github.com/goccy/go-graphviz"

	"tasuki/analysis/bottleneck"
	"tasuki/analysis/rules"
	"tasuki/analysis/spof"
	"tasuki/graph"
	"tasuki/graph/files"
	"tasuki/render/diagram"
	"tasuki/render/drawings"
	"tasuki/render/encode"
	"tasuki/render/graphviz"
)

// TestBuildIsThatOfTheLibrary compares the file that is embedded with the file of
// the version in go.mod.
func TestBuildIsThatOfTheLibrary(t *testing.T) {
	folder, err := exec.CommandContext(t.Context(), "go", "list", "-m", "-f", "{{.Dir}}", "github.com/goccy/go-graphviz").Output()
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(folder)), "internal", "wasm", "graphviz.wasm"))
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join("..", "..", "render", "graphviz", "graphviz.wasm"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("graphviz.wasm has %d bytes that are not the %d of the library; copy its file", len(got), len(want))
	}
}

// TestDrawingsAreThoseOfTheLibrary draws the examples and random graphs in both.
func TestDrawingsAreThoseOfTheLibrary(t *testing.T) {
	reference, err := library.New(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	ours, err := graphviz.New(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer ours.Close()
	for name, dot := range cases(t) {
		want := bytes.NewBuffer(nil)
		if err := draw(t.Context(), reference, dot, library.SVG, want); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		got, err := ours.SVG(t.Context(), dot)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if !bytes.Equal(withoutStyle(got), want.Bytes()) {
			t.Errorf("%s: the SVG is not that of the library", name)
		}
		want.Reset()
		if err := draw(t.Context(), reference, dot, "json", want); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got, err = ours.Layout(t.Context(), dot); err != nil || !bytes.Equal(got, want.Bytes()) {
			t.Errorf("%s: the places are not those of the library: %v", name, err)
		}
	}
}

func draw(ctx context.Context, g *library.Graphviz, dot string, format library.Format, to *bytes.Buffer) error {
	parsed, err := library.ParseBytes([]byte(dot))
	if err != nil {
		return err
	}
	defer parsed.Close()
	return g.Render(ctx, parsed, format, to)
}

// withoutStyle drops the line that our package adds behind the title.
func withoutStyle(svg []byte) []byte {
	at := bytes.Index(svg, []byte("<style>"))
	if at < 0 {
		return svg
	}
	end := bytes.IndexByte(svg[at:], '\n')
	return append(append([]byte(nil), svg[:at]...), svg[at+end+1:]...)
}

// cases returns drawings of the examples, and graphs that Graphviz lays out
// itself.
func cases(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, example := range []string{"pension", "helpdesk"} {
		g, err := files.Open(t.Context(), filepath.Join("..", "..", "examples", example), files.Options{})
		if err != nil {
			t.Fatal(err)
		}
		b := bottleneck.Bottlenecks(g, rules.Options{})
		o := diagram.OverlayOf(spof.SPOFs(g, rules.Options{}), b)
		for _, lang := range graph.Langs() {
			all[fmt.Sprint(example, lang)] = encode.DOT(drawings.DependencyMap(g, b, o, lang))
			for _, f := range g.Flows() {
				all[fmt.Sprint(example, f.ID, lang)] = encode.DOT(drawings.Lanes(g, f, o, lang))
			}
		}
	}
	for seed := range uint64(30) {
		all[fmt.Sprint("random ", seed)] = random(seed)
	}
	return all
}

func random(seed uint64) string {
	r := rand.New(rand.NewPCG(seed, 1))
	n := 2 + r.IntN(30)
	var b strings.Builder
	fmt.Fprintf(&b, "digraph { rankdir=%s\n", []string{"TB", "LR"}[r.IntN(2)])
	for i := range n {
		fmt.Fprintf(&b, "n%d [label=%q, shape=%s]\n", i, []string{"", "Störung", "障害の申告", "a & b <c>", `x\ny`}[r.IntN(5)], []string{"box", "ellipse", "diamond"}[r.IntN(3)])
	}
	for range r.IntN(3 * n) {
		fmt.Fprintf(&b, "n%d -> n%d [label=%q]\n", r.IntN(n), r.IntN(n), []string{"", "報告", "3"}[r.IntN(3)])
	}
	return b.String() + "}"
}
