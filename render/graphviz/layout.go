package graphviz

import (
	"context"
	"strings"

	"tasuki/graph/said"
	"tasuki/render/layout"
)

// Layout has Graphviz decide where everything stands in a directed graph that is in
// its language, and returns the scene. It fails when dot is not in that language,
// when Graphviz fails, and when ctx ends. Equal graphs give equal scenes.
func Layout(ctx context.Context, dot string) (*layout.Scene, error) {
	if strings.ContainsRune(dot, 0) {
		return nil, said.New("reading a graph: it contains a NUL byte")
	}
	e, d, err := open(ctx, dot)
	if err != nil {
		return nil, said.Errorf("reading a graph: %w", err)
	}
	// What fails to close holds nothing but memory.
	defer func() { _ = e.close() }()
	defer d.close()
	d.layOut("dot")
	text := d.write("json")
	if d.err != nil {
		return nil, said.Errorf("laying a graph out: %w", d.err)
	}
	return sceneOf(text)
}

// open reads a graph into an engine that suits it. A layout that can take long
// must be one that ctx can end; to place it then takes several times as long.
func open(ctx context.Context, dot string) (*engine, *drawing, error) {
	l := limits{pages: gibibyte}
	for {
		e, err := newEngine(ctx, l)
		if err != nil {
			return nil, nil, err
		}
		d, err := e.drawing(ctx, dot)
		if err == nil {
			if l.watchful || !d.lengthy() && d.err == nil {
				return e, d, nil
			}
			err = d.err
			d.close()
		}
		_ = e.close()
		if err != nil {
			return nil, nil, err
		}
		l.watchful = true
	}
}
