package graphviz

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"

	"tasuki/render/layout"
)

// Renderer paints drawings. It is safe for use by several goroutines, which do
// not wait for each other.
type Renderer struct {
	engine *engine
	left   atomic.Bool // a drawing goes on that nobody waits for any more
}

// New returns a renderer, to be closed when done.
func New(ctx context.Context) (*Renderer, error) {
	engine, err := newEngine(ctx)
	if err != nil {
		return nil, err
	}
	return &Renderer{engine: engine}, nil
}

// Close releases the renderer, once all that it paints is done. After a drawing
// whose context has ended the memory is kept to the end of the process.
func (r *Renderer) Close() {
	if r.left.Load() {
		return
	}
	// Nothing is left to do about memory that could not be given back.
	_ = r.engine.close()
}

// SVG paints one drawing. It fails when dot is not in the Graphviz language, when
// Graphviz fails, and as soon as ctx ends. Equal drawings give equal bytes.
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
		return nil, errors.New("painting a drawing: it contains a NUL byte")
	}
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("painting a drawing: %w", err)
	}
	type picture struct {
		bytes []byte
		err   error
	}
	done := make(chan picture, 1)
	go func() {
		b, err := r.engine.render(context.WithoutCancel(ctx), dot, format)
		done <- picture{b, err}
	}()
	select {
	case p := <-done:
		return p.bytes, p.err
	case <-ctx.Done():
		// Code that looks for the end of a context at every loop is four times as
		// slow, so that the drawing is left to itself instead.
		r.left.Store(true)
		return nil, fmt.Errorf("painting a drawing: %w", ctx.Err())
	}
}

// render makes a drawing in an instance of its own.
func (e *engine) render(ctx context.Context, dot, format string) ([]byte, error) {
	i, err := e.instance(ctx)
	if err != nil {
		return nil, fmt.Errorf("painting a drawing: %w", err)
	}
	// The drawing is made, or its own error says more.
	defer func() { _ = i.close() }()
	d, err := i.drawing(ctx, dot)
	if err != nil {
		return nil, err
	}
	var picture []byte
	if err = d.layOut(ctx, "dot"); err == nil {
		picture, err = d.write(ctx, format)
	}
	if err != nil {
		return nil, fmt.Errorf("painting a drawing: %w", err)
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
