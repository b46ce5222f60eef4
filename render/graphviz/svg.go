package graphviz

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"

	"tasuki/render/layout"
)

// Renderer paints drawings. It is safe for use by several goroutines, which do
// not wait for each other.
type Renderer struct {
	quick *engine

	mu       sync.Mutex
	watchful *engine // nil until a drawing needs it
}

// New returns a renderer, to be closed when done.
func New(ctx context.Context) (*Renderer, error) {
	quick, err := newEngine(ctx, limits{pages: gibibyte})
	if err != nil {
		return nil, err
	}
	return &Renderer{quick: quick}, nil
}

// Close releases the renderer, which must not be painting.
func (r *Renderer) Close() {
	// What fails to close holds nothing but memory.
	_ = r.quick.close()
	if r.watchful != nil {
		_ = r.watchful.close()
	}
}

// open reads a drawing into the engine that suits it. A layout that can take long
// must be one that ctx can end; to place it then takes several times as long.
func (r *Renderer) open(ctx context.Context, dot string) (*drawing, error) {
	d, err := r.quick.drawing(ctx, dot)
	if err != nil {
		return nil, err
	}
	lengthy := d.lengthy()
	if d.err == nil && !lengthy {
		return d, nil
	}
	d.close()
	if d.err != nil {
		return nil, d.err
	}
	e, err := r.watched(ctx)
	if err != nil {
		return nil, err
	}
	return e.drawing(ctx, dot)
}

// watched returns the engine whose layouts ctx can end.
func (r *Renderer) watched(ctx context.Context) (*engine, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	var err error
	if r.watchful == nil {
		r.watchful, err = newEngine(ctx, limits{pages: gibibyte, watchful: true})
	}
	return r.watchful, err
}

// SVG paints one drawing. It fails when dot is not in the Graphviz language, when
// Graphviz fails, and when ctx ends. Equal drawings give equal bytes.
func (r *Renderer) SVG(ctx context.Context, dot string) ([]byte, error) {
	svg, err := r.render(ctx, dot, "svg")
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

func (r *Renderer) render(ctx context.Context, dot, format string) ([]byte, error) {
	if strings.ContainsRune(dot, 0) {
		return nil, errors.New("reading a drawing: it contains a NUL byte")
	}
	d, err := r.open(ctx, dot)
	if err != nil {
		return nil, fmt.Errorf("reading a drawing: %w", err)
	}
	defer d.close()
	d.layOut("dot")
	picture := d.write(format)
	if d.err != nil {
		return nil, fmt.Errorf("painting a drawing: %w", d.err)
	}
	return picture, nil
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
	style := end + "<style>." + layout.BoldClass + " text { font-weight: bold }</style>\n"
	return bytes.Replace(svg, []byte(end), []byte(style), 1)
}
