// Package graphviz paints drawings in the Graphviz language as SVG. It is the
// only importer of go-graphviz, which runs Graphviz as WebAssembly inside the
// process: no program has to be installed.
//
// Importing this package loads that WebAssembly when the program starts. Its
// machine code is kept in the folder go-graphviz of [os.TempDir], so that only
// the first start on a machine compiles it.
package graphviz

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"

	"github.com/goccy/go-graphviz"

	"tasuki/render"
)

// process guards the one Graphviz that the library has in a process.
var process sync.Mutex

// Renderer paints drawings. It is safe for use by several goroutines; all
// renderers of a process take turns.
type Renderer struct{ engine *graphviz.Graphviz }

// New returns a renderer, to be closed when done.
func New(ctx context.Context) (*Renderer, error) {
	process.Lock()
	defer process.Unlock()
	engine, err := graphviz.New(ctx)
	if err != nil {
		return nil, fmt.Errorf("starting Graphviz: %w", err)
	}
	return &Renderer{engine}, nil
}

// Close releases the renderer.
func (r *Renderer) Close() {
	process.Lock()
	defer process.Unlock()
	// The only error is a count of the warnings since the start.
	_ = r.engine.Close()
}

// SVG paints one drawing. It fails when dot is not in the Graphviz language, and
// when ctx ends while it waits for its turn. Equal drawings give equal bytes.
func (r *Renderer) SVG(ctx context.Context, dot string) ([]byte, error) {
	svg, err := r.render(ctx, dot, graphviz.SVG)
	if err != nil {
		return nil, err
	}
	return styled(svg), nil
}

// Layout lays one drawing out, and returns what to paint in Graphviz's JSON
// format. It fails as SVG does.
func (r *Renderer) Layout(ctx context.Context, dot string) ([]byte, error) {
	return r.render(ctx, dot, "json")
}

func (r *Renderer) render(ctx context.Context, dot string, format graphviz.Format) ([]byte, error) {
	if strings.ContainsRune(dot, 0) {
		return nil, errors.New("painting a drawing: it contains a NUL byte")
	}
	process.Lock()
	defer process.Unlock()
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("painting a drawing: %w", err)
	}
	g, err := graphviz.ParseBytes([]byte(dot))
	if err != nil {
		return nil, fmt.Errorf("reading a drawing: %w", err)
	}
	// The library forgets the error when an earlier drawing had the same.
	if g == nil {
		return nil, errors.New("reading a drawing: it is not in the Graphviz language")
	}
	// What stands behind the graph would be read before the next drawing.
	if next, err := graphviz.ParseBytes(nil); err == nil && next != nil {
		return nil, errors.Join(errors.New("reading a drawing: it holds more than one graph"), next.Close(), g.Close())
	}
	var picture bytes.Buffer
	err = r.engine.Render(ctx, g, format, &picture)
	if err := errors.Join(err, g.Close()); err != nil {
		return nil, fmt.Errorf("painting a drawing: %w", err)
	}
	if picture.Len() == 0 {
		return nil, errors.New("painting a drawing: Graphviz gave no picture")
	}
	return picture.Bytes(), nil
}

// SVG paints one drawing with a renderer of its own. To paint several, share a
// [Renderer].
func SVG(ctx context.Context, dot string) ([]byte, error) {
	r, err := New(ctx)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return r.SVG(ctx, dot)
}

// Layout lays out one drawing with a renderer of its own.
func Layout(ctx context.Context, dot string) ([]byte, error) {
	r, err := New(ctx)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return r.Layout(ctx, dot)
}

// styled adds the style of bold text behind the title of the drawing, the first
// element in it. Text content holds no "<", so the first end tag is the title's.
func styled(svg []byte) []byte {
	const end = "</title>\n"
	style := end + "<style>." + render.BoldClass + " text { font-weight: bold }</style>\n"
	return bytes.Replace(svg, []byte(end), []byte(style), 1)
}
