package graphviz

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/tetratelabs/wazero"
)

// tangled is a graph whose layout takes minutes.
func tangled() string {
	r := rand.New(rand.NewPCG(1, 1))
	var b strings.Builder
	b.WriteString("digraph {\n")
	for range 900 {
		fmt.Fprintf(&b, "n%d -> n%d [label=x]\n", r.IntN(400), r.IntN(400))
	}
	b.WriteString("}\n")
	return b.String()
}

func TestContextEndsLayout(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	e, d := opened(ctx, t, tangled())
	time.AfterFunc(100*time.Millisecond, cancel)
	if d.layOut("dot"); !errors.Is(d.err, context.Canceled) {
		t.Errorf("the layout ended with %v, want %v", d.err, context.Canceled)
	}
	draw(t, e)
}

// Only a layout that can take long pays for being watched.
func TestOnlyLengthyLayoutsAreWatched(t *testing.T) {
	few, many := strings.Repeat("a->b;", 100), strings.Repeat("a->b;", 300)
	for dot, want := range map[string]bool{"digraph {" + few + "}": false, "digraph {" + many + "}": true} {
		if e, _ := opened(t.Context(), t, dot); e.watchful != want {
			t.Errorf("%.40s: watched %t, want %t", dot, e.watchful, want)
		}
	}
}

// opened returns what a graph is laid out by.
func opened(ctx context.Context, t *testing.T, dot string) (*engine, *drawing) {
	t.Helper()
	e, d, err := open(ctx, dot)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		d.close()
		if err := e.close(); err != nil {
			t.Error(err)
		}
	})
	return e, d
}

// A drawing that needs more memory than it may have fails, alone.
func TestMemoryIsBounded(t *testing.T) {
	e := started(t, limits{pages: 40})
	var b strings.Builder
	b.WriteString("digraph {")
	for i := range 20_000 {
		fmt.Fprintf(&b, "node%d;", i)
	}
	b.WriteString("}")
	_, err := e.drawing(t.Context(), b.String())
	if err == nil {
		t.Fatal("20,000 nodes fit 2.5 MiB")
	}
	if !strings.Contains(err.Error(), "memory") {
		t.Errorf("%v; want a word about memory", err)
	}
	draw(t, e)
}

// What goes wrong inside Graphviz is an error of the drawing: here it calls back
// to a function that nobody registered.
func TestFaultInsideGraphviz(t *testing.T) {
	e := started(t, limits{pages: gibibyte})
	d, err := e.drawing(t.Context(), "digraph { a }")
	if err != nil {
		t.Fatal(err)
	}
	defer d.close()
	d.call("wasm_bridge_setErrorf", 0)
	d.call("agmemread", d.text("digraph {"))
	const want = "the callback wasm_bridge_UserRef is not registered"
	if d.err == nil || !strings.Contains(d.err.Error(), want) || strings.Contains(d.err.Error(), "\n") {
		t.Errorf("error %v, want one line with %q", d.err, want)
	}
	draw(t, e)
}

// An error says what Graphviz has to say about the text.
func TestErrorsSayWhere(t *testing.T) {
	_, err := Layout(t.Context(), "digraph {\na -> \n}")
	const want = "reading a graph: it is not in the Graphviz language: Error: syntax error in line 3 near '}'"
	if err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
	long := "digraph { " + strings.Repeat("\x01é", 10_000)
	if _, err := Layout(t.Context(), long); err == nil || len(err.Error()) > 600 {
		t.Errorf("error %v, want a short one", err)
	}
}

// kept is the machine code that engines of tests share.
var kept = sync.OnceValue(wazero.NewCompilationCache)

// started returns an engine that keeps no machine code on the machine.
func started(t *testing.T, l limits) *engine {
	t.Helper()
	e, err := compile(t.Context(), kept(), l)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := e.close(); err != nil {
			t.Error(err)
		}
	})
	return e
}

// draw makes sure that an engine still draws.
func draw(t *testing.T, e *engine) {
	t.Helper()
	d, err := e.drawing(t.Context(), "digraph { good }")
	if err != nil {
		t.Fatal(err)
	}
	defer d.close()
	d.layOut("dot")
	if svg := d.write("svg"); d.err != nil || !bytes.Contains(svg, []byte("good")) {
		t.Errorf("the next drawing: %v, %s", d.err, svg)
	}
}
